import Ledger
import Portfolio
import Testing
import Units

/// The worked example of docs/methods/customer-file.md.
@Suite struct FileQualityTests {
  private static func time(_ day: String) throws -> Int { Int(try #require(Day(iso: day)).number) * 86_400 + 43_200 }

  private var policy: Policy {
    var policy = Policy()
    policy.file.weights = [.name: 3, .siren: 3, .email: 2]
    return policy
  }

  private func analysis(
    edits: [FieldEdit] = [], policy: Policy? = nil, reversed: Bool = false
  ) throws -> PortfolioAnalysis {
    let books = TinyBooks(asOf: "2025-12") {
      customer("A") { sale("2025-06-01", 10_000) }
      customer("B") { sale("2025-06-01", 2_000) }
      customer("C") { sale("2025-06-01", 2_000) }
    }.books
    var facts = CustomerFacts(
      customers: books.customers, edits: Judgements(edits: edits).edits(by: .none),
      imports: [
        1: ImportStamp(id: "1", file: "old.csv", source: "crm", time: try Self.time("2023-12-31")),
        2: ImportStamp(id: "2", file: "new.csv", source: "crm", time: try Self.time("2025-10-01")),
      ])
    facts.take("Dupont", of: .name, for: 0, from: 2)
    facts.take("552100554", of: .siren, for: 0, from: 1)
    facts.take("b@example.org", of: .email, for: 1, from: 2)
    return PortfolioAnalysis(books: books, policy: policy ?? self.policy, facts: facts)
  }

  @Test func `the example by hand`() throws {
    let file = try analysis().file
    #expect(file.rows.map(\.customer) == [0, 2, 1])
    #expect(file.rows.map { $0.completeness?.value } == [0.75, 0, 0.25])
    #expect(file.rows.map { $0.freshness?.value } == [0.5, nil, 1])
    #expect(file.rows.map(\.missing) == [[.email], [.name, .siren, .email], [.name, .siren]])
    #expect(file.rows[0].stale == [.siren] && file.complete == 0)
    #expect(file.lacking.map(\.customers) == [2, 2, 2])
    // (10,000 × 0.75 + 2,000 × 0.25) ÷ 14,000
    #expect(abs((file.completeness ?? 0) - 8_000.0 / 14_000) < 1e-12)
    #expect(abs((file.meanCompleteness ?? 0) - 1.0 / 3) < 1e-12)
    #expect(file.freshness == Share(5, of: 8))
  }

  @Test func `a person's word is known and fresh, and an empty one says there is none`() throws {
    let made = Authorship("Anne", at: try Self.time("2025-12-01"))
    let file = try analysis(edits: [
      FieldEdit(number: 1, customer: ID("A"), field: .siren, value: "", made: made),
      FieldEdit(number: 2, customer: ID("C"), field: .email, value: "c@example.org", made: made),
    ]).file
    #expect(file.row(of: 0).missing == [.siren, .email] && file.row(of: 0).freshness?.value == 1)
    #expect(file.row(of: 2).missing == [.name, .siren] && file.row(of: 2).freshness?.value == 1)
  }

  @Test func `a value goes stale in the very month the rule says`() throws {
    var rule = policy
    rule.file.staleMonths = 25
    #expect(try analysis(policy: rule).file.row(of: 0).stale.isEmpty)
    rule.file.staleMonths = 24
    #expect(try analysis(policy: rule).file.row(of: 0).stale == [.siren])
  }

  @Test func `where nothing counts, nothing is said of completeness`() throws {
    var rule = policy
    rule.file.weights = [:]
    let file = try analysis(policy: rule).file
    #expect(file.completeness == nil && file.meanCompleteness == nil && file.rows.allSatisfy { $0.completeness == nil })
    #expect(file.rows.map(\.customer) == [0, 1, 2])
  }

  @Test func `completeness lies between nothing and all, and missing and known make the whole`() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      let books = TinyBooks(asOf: "2025-12", months: 12, entries: randomEntries(seed: seed)).books
      var facts = CustomerFacts(customers: books.customers)
      for place in books.customers.ids.indices {
        for field in SourceKind.customers.fields where random.next() % 3 == 0 {
          facts.take("x", of: field, for: place, from: 1)
        }
      }
      let file = PortfolioAnalysis(books: books, policy: Policy(), facts: facts).file
      let whole = Policy().file.weights.values.reduce(0, +)
      for row in file.rows {
        let share = try #require(row.completeness)
        let missing = row.missing.reduce(0) { $0 + Policy().file.weights[$1, default: 0] }
        #expect(Int(share.part) + missing == whole && (0...1).contains(share.value))
        // Nobody knows when imports that are not listed were made.
        #expect(row.freshness == nil && row.stale.isEmpty)
      }
      #expect(Set(file.rows.map(\.customer)).count == books.customers.count)
    }
  }
}
