import Ledger
import Matching
import Testing
import Units

struct DuplicateSearchTests {
  private static let generated = GeneratedCustomers(count: 1_500, duplicates: 0.1, seed: 11)

  @Test func `the order of the customers changes nothing`() {
    var random = SplitMix64(seed: 5)
    let records = Self.generated.records
    let found = DuplicateSearch(records).duplicates()
    #expect(found.pairs.count > 50)
    #expect(DuplicateSearch(records.shuffled(using: &random)).duplicates().pairs == found.pairs)
  }

  @Test func `the search shared out in parts finds the same`() {
    let search = DuplicateSearch(Self.generated.records)
    let cuts = [0, 1, 400, 401, 1_200, search.count]
    let parts = zip(cuts, cuts.dropFirst()).map { search.candidates(in: $0..<$1) }
    #expect(search.duplicates(among: parts.reversed().flatMap { $0 }).pairs == search.duplicates().pairs)
  }

  @Test func `a score is made again from its reasons, and lies between 0 and 1`() {
    let pairs = DuplicateSearch(Self.generated.records).duplicates(from: 0).pairs
    #expect(pairs.count > 200)
    for pair in pairs {
      #expect((0...1).contains(pair.score))
      #expect(abs(pair.score - pair.scoreFromReasons) < 1e-9)
    }
  }

  @Test func `pairs declared apart are not offered again`() throws {
    let first = try #require(DuplicateSearch(Self.generated.records).duplicates().pairs.first)
    let never: Set = [CustomerPair(first.b, first.a)]
    let again = DuplicateSearch(Self.generated.records, never: never).duplicates().pairs
    #expect(!again.contains { $0.a == first.a && $0.b == first.b })
    #expect(again.count == DuplicateSearch(Self.generated.records).duplicates().pairs.count - 1)
  }

  @Test func `customers merged already are one, found by any of their names`() {
    let records = [
      record("1", "Alpha Conseil"), record("2", "Zinzolin Peinture", phone: "01 44 55 66 77"),
      record("3", "Zinzolin Peintures", phone: "0144556677"),
    ]
    let others = Self.generated.records
    let pairs = DuplicateSearch(records + others, clusters: [["1", "2"].map { ID($0) }]).duplicates().pairs
    let found = pairs.first { $0.b == ID("3") || $0.a == ID("3") }
    #expect(found.map { [$0.a.text, $0.b.text] } == ["1", "3"])
    #expect(found?.reasons.first { $0.field == .name }?.a == "Zinzolin Peinture")
    #expect(!pairs.contains { $0.a == ID("2") || $0.b == ID("2") })
  }

  @Test func `matched invoices bring together what nothing else does, and speak as a reason`() throws {
    let records = [record("411A", "Établissements Quibart"), record("Z9", "QBT Distribution")] + Self.generated.records
    let both = CustomerPair(ID("411A"), ID("Z9"))
    #expect(!DuplicateSearch(records).duplicates().pairs.contains { CustomerPair($0.a, $0.b) == both })
    var scores: [Double] = []
    for count in [1, 2, 4, 9] {
      let found = DuplicateSearch(records, documents: [both: count]).duplicates(from: 0).pairs
      let pair = try #require(found.first { CustomerPair($0.a, $0.b) == both })
      let reason = try #require(pair.reasons.first { $0.field == .documents })
      #expect(reason.a == String(count) && !pair.isCertain && abs(pair.score - pair.scoreFromReasons) < 1e-9)
      #expect(zip(pair.reasons, pair.reasons.dropFirst()).allSatisfy { $0.weight.magnitude >= $1.weight.magnitude })
      scores.append(pair.score)
    }
    #expect(scores[0] < scores[1] && scores[1] < scores[2] && scores[2] == scores[3] && scores[3] > 0.5)
  }

  @Test func `two matched invoices under agreeing names are certain, unless the numbers are of two companies`() throws {
    func pair(_ count: Int, _ sirens: (String?, String?)) throws -> DuplicatePair {
      let records = [
        CustomerRecord(id: ID("411A"), name: "Zinzolin Peinture", siren: sirens.0),
        CustomerRecord(id: ID("Z9"), name: "ZINZOLIN PEINTURE SARL", siren: sirens.1),
      ]
      let found = DuplicateSearch(
        records + Self.generated.records, documents: [CustomerPair(ID("411A"), ID("Z9")): count]
      ).duplicates(from: 0).pairs
      return try #require(found.first { $0.a == ID("411A") && $0.b == ID("Z9") })
    }
    #expect(try pair(2, (nil, "732829320")).isCertain)
    #expect(try !pair(1, (nil, "732829320")).isCertain)
    #expect(try !pair(4, ("404833048", "732829320")).isCertain)
    #expect(try pair(2, ("732829320", "732 829 320")).isCertain)
  }

  @Test func `the most money at stake comes first, then the surest`() {
    let pairs = DuplicateSearch(Self.generated.records).duplicates().pairs
    for (left, right) in zip(pairs, pairs.dropFirst()) {
      #expect(left.atStake > right.atStake || left.atStake == right.atStake && left.score >= right.score)
    }
  }

  @Test(arguments: [
    // The same company, whatever the site.
    ("Durand Plomberie SARL", "DURAND PLOMBERIE", "73282932000074", "732829320 00082", true),
    ("Durand Plomberie", "Plomberie Durand & Cie", "73282932000074", "73282932000074", true),
    // Names that do not agree, numbers and sides that tell apart.
    ("Durand Plomberie", "Horizon Services", "73282932000074", "73282932000074", false),
    ("Durand Lyon 2", "Durand Lyon 3", "73282932000074", "73282932000082", false),
    ("Durand Nord", "Durand Sud", "73282932000074", "73282932000082", false),
    ("Durand Plomberie", "Durand Plomberie Holding", "73282932000074", "73282932000074", false),
  ])
  func `certain is the same proven number under agreeing names`(
    _ first: String, _ second: String, _ siret: String, _ other: String, _ certain: Bool
  ) {
    let records = [record("1", first, siret: siret), record("2", second, siret: other)]
    let pairs = DuplicateSearch(records + Self.generated.records).duplicates(from: 0).pairs
    let found = pairs.first { $0.a == ID("1") && $0.b == ID("2") }
    #expect(found?.isCertain == certain)
    #expect(found?.reasons.contains { $0.field == .establishment } == (digits(siret) != digits(other)))
  }

  @Test func `two proven numbers are two companies, however much they share`() {
    let records = [
      record("1", "Velzu SAS", siret: "73282932000074", phone: "0144556677"),
      record("2", "Velzu SAS", siret: "55210055400013", phone: "0144556677"),
    ]
    let pairs = DuplicateSearch(records + Self.generated.records).duplicates().pairs
    #expect(!pairs.contains { $0.a == ID("1") && $0.b == ID("2") })
  }

  @Test(arguments: [0, 1, 2, 3])
  func `tiny files are no trouble`(_ count: Int) {
    let records = (0..<count).map { record("\($0)", "Dupont et Fils", phone: "0144556677") }
    #expect(DuplicateSearch(records).duplicates(from: 0).pairs.count == count * (count - 1) / 2)
  }

  @Test func `empty and strange records are compared with nothing`() {
    let texts = [
      "", "   ", "!!!", "\u{202E}", "'", "&", "Ж", "日本語", "a", String(repeating: "x", count: 10_000), "1", "SARL",
    ]
    let records = texts.enumerated().map { record("\($0.offset)", $0.element, phone: $0.element) }
    #expect(DuplicateSearch(records).duplicates(from: 0.5).pairs.isEmpty)
  }

  private func digits(_ text: String) -> String { text.filter(\.isNumber) }

  private func record(_ id: String, _ name: String, siret: String? = nil, phone: String? = nil) -> CustomerRecord {
    CustomerRecord(id: ID(id), name: name, siret: siret, phone: phone)
  }
}
