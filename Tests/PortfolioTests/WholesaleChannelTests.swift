import Ledger
import Portfolio
import Testing
import Units

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The 440 customers of a Portuguese wholesaler, hotels and cafés or shops (`Channel`), by what they spent on six ranges.
///
/// Source: Abreu 2011, "Wholesale customers", UCI Machine Learning Repository.
struct WholesaleChannelTests {
  private static let rows: [[Int64]]? = {
    guard let folder = getenv("CLIENTELE_DATA").map({ String(cString: $0) }) else {
      print("CLIENTELE_DATA is not set: suggestions are not measured on the wholesale customers")
      return nil
    }
    guard let file = fopen(folder + "/wholesale/wholesale_customers.csv", "r") else { return nil }
    defer { fclose(file) }
    var rows: [[Int64]] = []
    var line = [CChar](repeating: 0, count: 4096)
    while fgets(&line, Int32(line.count), file) != nil {
      let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let cells = bytes.split(separator: 44, omittingEmptySubsequences: false).prefix(8).map { cell in
        Int64(String(decoding: cell.filter { (48...57).contains($0) }, as: UTF8.self))
      }
      if cells.count == 8, !cells.contains(nil) { rows.append(cells.compactMap { $0 }) }
    }
    return rows
  }()

  @Test(.enabled(if: rows != nil)) func `two categories are proposed, and they are the two channels`() throws {
    let rows = try #require(Self.rows)
    #expect(rows.count == 440)
    let names = ["Fresh", "Milk", "Grocery", "Frozen", "Detergents", "Delicatessen"]
    let books = TinyBooks(asOf: "2011-12") {
      for (number, row) in rows.enumerated() {
        customer("\(1_000 + number)") {
          for (place, name) in names.enumerated() {
            sale("2011-06-15", Euros(cents: row[2 + place] * 100), range: name)
          }
        }
      }
    }.books
    let policy = Policy()
    let suggestions = CategorySuggestions(
      books: books, policy: policy, categories: CategoryOf(books: books, policy: policy))
    let proposals = try #require(suggestions.proposals.value)
    #expect(proposals.count == 2)
    let right = proposals.map { proposal in proposal.members.count { rows[$0][0] == 1 } }
    let hotels = right[0] + (proposals[1].members.count - right[1])
    let accuracy = Double(max(hotels, rows.count - hotels)) / Double(rows.count)
    print("Suggested categories against the wholesale customers' channel: accuracy \(accuracy)")
    #expect(accuracy >= 0.85)
  }
}
