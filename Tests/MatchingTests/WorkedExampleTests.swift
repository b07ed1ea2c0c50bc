import Ledger
import Matching
import Testing
import Units

/// The example of docs/methods/duplicates.md.
struct WorkedExampleTests {
  private static let pair: DuplicatePair? = {
    var random = SplitMix64(seed: 1)
    func word() -> String {
      String(String.UnicodeScalarView((0..<9).map { _ in Unicode.Scalar(UInt8.random(in: 97...122, using: &random)) }))
    }
    var records = (0..<98).map { place in
      CustomerRecord(
        id: ID("other\(place)"), name: word() + " " + word(), postcode: place < 30 ? "69003" : nil,
        city: place < 30 ? "Lyon" : nil)
    }
    records.append(
      CustomerRecord(
        id: ID("C1"), name: "Zinzolin Peinture SARL", phone: "04 78 12 34 56", postcode: "69003", city: "Lyon",
        revenue: Cents(900))
    )
    records.append(
      CustomerRecord(
        id: ID("C2"), name: "PEINTURE ZINZOLIN", phone: "+33 4 78 12 34 56", postcode: "69003", city: "LYON CEDEX 03",
        revenue: Cents(700)))
    return DuplicateSearch(records).duplicates().pairs.first { $0.a == ID("C1") && $0.b == ID("C2") }
  }()

  @Test func `the worked example comes out as by hand`() throws {
    let pair = try #require(Self.pair)
    #expect(abs(pair.priorLogOdds - -6.898) < 0.001)
    let weights = Dictionary(uniqueKeysWithValues: pair.reasons.map { ($0.field, $0.weight) })
    #expect(abs((weights[.name] ?? 0) - 6.908) < 0.001)
    #expect(abs((weights[.phone] ?? 0) - 5.704) < 0.001)
    #expect(abs((weights[.place] ?? 0) - 0.601) < 0.001)
    #expect(abs(pair.relatedLogOdds - 0.794) < 0.001)
    #expect(abs(pair.score - 0.994) < 0.001)
    #expect(!pair.isCertain)
    #expect(pair.atStake == Cents(700))
  }

  @Test func `its reasons say what agrees, heaviest first, as each record writes it`() throws {
    let reasons = try #require(Self.pair).reasons
    #expect(reasons.map(\.field) == [.name, .phone, .place])
    #expect(reasons.map(\.agreement) == [.same, .same, .same])
    #expect(reasons[0].a == "Zinzolin Peinture SARL")
    #expect(reasons[0].b == "PEINTURE ZINZOLIN")
    #expect(reasons[2].b == "69003 LYON CEDEX 03")
  }
}
