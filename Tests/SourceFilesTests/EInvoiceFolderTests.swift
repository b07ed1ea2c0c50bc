import Ledger
import SourceFiles
import Testing
import Units

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of its own in the system's temporary folder, gone with the value.
private final class TemporaryFolder {
  let path: String
  private var made: [String] = []

  init(_ name: String) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    path = "\(parent)/clientele-\(getpid())-\(name)"
    mkdir(path, 0o700)
  }

  deinit {
    for inner in made.reversed() { remove(inner) }
    rmdir(path)
  }

  func folder(_ name: String) {
    mkdir(path + "/" + name, 0o700)
    made.append(path + "/" + name)
  }

  func file(_ name: String, _ bytes: [UInt8]) throws {
    let sink = try FileSink(path: path + "/" + name)
    try bytes.withUnsafeBytes { try sink.write($0) }
    try sink.close()
    made.append(path + "/" + name)
  }

  func link(_ name: String, to target: String) {
    symlink(target, path + "/" + name)
    made.append(path + "/" + name)
  }
}

private func readThrough(path: String) throws -> [String] {
  var seen: [String] = []
  try readEInvoices(
    at: path, each: { seen.append("\($0.file) \($0.invoice.number)") },
    fault: { seen.append("\($0.file) \($0.reason.code)") })
  return seen
}

private func xml(_ number: String) -> [UInt8] { Array(PaperInvoice(number: number).cii().utf8) }

@Test func `a folder is read with its folders and archives, by name`() throws {
  let folder = TemporaryFolder("invoices")
  folder.folder("b")
  try folder.file("b/2.xml", xml("F-2"))
  try folder.file("B.xml", xml("F-B"))
  try folder.file("a.zip", PaperZip(entries: [.init(name: "1.xml", bytes: xml("F-1"), isDeflated: true)]).bytes)
  try folder.file("c.csv", Array("a;b\n".utf8))
  try folder.file("d.xml", [])
  try folder.file(".hidden", [0])
  folder.link("e", to: ".")
  folder.link("f.xml", to: "B.xml")
  folder.link("g.xml", to: "nothing")
  #expect(
    try readThrough(path: folder.path) == [
      "B.xml F-B", "a.zip/1.xml F-1", "b/2.xml F-2", "c.csv notAnEInvoice", "d.xml notAnEInvoice", "f.xml F-B",
      "g.xml unreadableFile",
    ])
  #expect(try readThrough(path: folder.path + "/b/2.xml") == ["2.xml F-2"])
  #expect(try eInvoiceContainer(at: folder.path + "/a.zip") == .archive)
  #expect(try eInvoiceContainer(at: folder.path + "/B.xml") == .document)
  #expect(try eInvoiceContainer(at: folder.path + "/c.csv") == nil)
}

@Test func `a path that leads nowhere is an error, not a fault`() {
  #expect(throws: SourceFileError.self) { try readThrough(path: "/no/such/folder") }
}

@Test func `an error of whoever takes the invoices is never taken for a fault`() throws {
  let folder = TemporaryFolder("full-disk")
  try folder.file("1.xml", xml("F-1"))
  let full = SourceFileError.unreadable(file: "elsewhere", reason: "")
  #expect(throws: full) {
    try readEInvoices(at: folder.path, each: { _ in throw full }, fault: { _ in })
  }
}

@Test func `whoever takes the invoices may stop`() throws {
  struct Stop: Error {}
  let zip = PaperZip(entries: [.init(name: "1.xml", bytes: xml("1")), .init(name: "2.xml", bytes: xml("2"))])
  var count = 0
  #expect(throws: Stop.self) {
    try readEInvoices(
      in: zip.bytes, name: "z",
      each: { _ in
        count += 1
        throw Stop()
      }, fault: { _ in })
  }
  #expect(count == 1)
}
