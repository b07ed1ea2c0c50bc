#if os(Linux)
  import ADBC
  import Foundation
  import Testing

  @Suite(.duckdb) struct MemoryTests {
    /// Resident memory of this process in bytes.
    static func resident() throws -> Int {
      let words = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
      return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    // In a process of its own, away from what other tests allocate.
    @Test(.timeLimit(.minutes(2))) func `ten thousand queries leave nothing behind`() async {
      let child = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
        let connection = try Engines.memory()
        func ask(_ times: Int) throws {
          for number in 0..<times {
            let rows = try connection.rows("select ?::bigint, 'text', null", [.int(Int64(number))])
            guard rows == [[.int(Int64(number)), "text", nil]] else { exit(2) }
          }
        }
        try ask(2000)
        let before = try MemoryTests.resident()
        try ask(10000)
        let grown = try MemoryTests.resident() - before
        print("10,000 queries: resident memory grew by \(grown / 1024) KiB")
        if grown > 5_000_000 { exit(1) }
      }
      let words = String(decoding: child?.standardOutputContent ?? [], as: UTF8.self)
      words.split(separator: "\n").filter { $0.contains("KiB") }.forEach { print($0) }
    }
  }
#endif
