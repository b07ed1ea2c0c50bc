import Ledger
import Portfolio
import Testing
import Units

struct BandsTests {
  /// The example of docs/methods/bands.md, in thousands of euros.
  static let example = [500, 300, 100, 50, 50].map { Cents($0 * 100_000) }

  @Test func `five customers of a million make bands 1, 3, 5 and leave 2 and 4 empty`() {
    let bands = Bands(revenues: Self.example, rule: Policy().bands)
    #expect(bands.rows.map(\.number) == [1, 3, 5])
    #expect(bands.rows.map(\.members) == [[0], [1], [2, 3, 4]])
    #expect(bands.empty == [2, 4])
    #expect(bands.rows.map(\.revenue.value) == [50_000_000, 30_000_000, 20_000_000])
    #expect(bands.rows[2].from == Cents(5_000_000) && bands.rows[2].to == Cents(10_000_000))
  }

  @Test func `bounds cut where the company says and keep what is smaller in a last band`() {
    var rule = Policy().bands
    rule.method = .bounds
    rule.bounds = [Cents(40_000_000), Cents(10_000_000)]
    let bands = Bands(revenues: Self.example, rule: rule)
    #expect(bands.rows.map(\.members) == [[0], [1, 2], [3, 4]])
    #expect(bands.empty.isEmpty)
    rule.bounds = [Cents(90_000_000), Cents(40_000_000), Cents(1)]
    let shifted = Bands(revenues: Self.example, rule: rule)
    #expect(shifted.rows.map(\.number) == [2, 3] && shifted.empty == [1, 4])
  }

  @Test func `natural breaks part sizes that are far apart, never more bands than sizes`() {
    var rule = Policy().bands
    rule.method = .naturalBreaks
    rule.count = 3
    let bands = Bands(revenues: [10, 9_000, 11, 100, 10_000, 9, 110].map { Cents($0) }, rule: rule)
    #expect(bands.rows.map(\.members) == [[4, 1], [6, 3], [2, 0, 5]])
    let same = Bands(revenues: [7, 7, 7].map { Cents($0) }, rule: rule)
    #expect(same.rows.map(\.members) == [[0, 1, 2]] && same.empty == [2, 3])
  }

  @Test func `customers without revenue are in no band and a negative revenue is told apart`() {
    let bands = Bands(revenues: [Cents(100), .zero, Cents(-30)], rule: Policy().bands)
    #expect(bands.place == [0, nil, nil])
    #expect(bands.negativeCustomers == 1 && bands.negativeRevenue == Cents(-30))
    let none = Bands(revenues: [.zero, Cents(-5)], rule: Policy().bands)
    #expect(none.rows.isEmpty && none.empty.isEmpty && none.small(2).isEmpty)
  }

  @Test func `the small bands are the last two but never the first`() {
    let bands = Bands(revenues: Self.example, rule: Policy().bands)
    #expect(bands.small(2).map(\.number) == [3, 5])
    #expect(bands.small(9).map(\.number) == [3, 5])
    #expect(bands.small(1).map(\.number) == [5])
  }

  @Test func `amounts so large that their logarithms coincide stay in one band`() {
    var rule = Policy().bands
    rule.method = .naturalBreaks
    let bands = Bands(revenues: (0..<4).map { Cents(1_000_000_000_000_000_000 + $0) }, rule: rule)
    #expect(bands.customers == 4)
  }

  @Test(arguments: Policy.BandMethod.allCases)
  func `every customer is in its slice, ties together, sums closed, whatever the order`(method: Policy.BandMethod) {
    for seed in 0..<60 {
      var random = SplitMix64(seed: UInt64(seed))
      let revenues = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        Cents(Int64.random(in: -3...(seed % 2 == 0 ? 12 : 1_000_000), using: &random))
      }
      var rule = Policy().bands
      rule.method = method
      rule.count = Int.random(in: 1...7, using: &random)
      rule.bounds = [Cents(500_000), Cents(6), Cents(3)]
      let bands = Bands(revenues: revenues, rule: rule)
      #expect(bands.revenue + bands.negativeRevenue == revenues.sum)
      #expect(bands.rows.map(\.number) == bands.rows.map(\.number).sorted())
      for (index, row) in bands.rows.enumerated() {
        #expect(
          row.members.allSatisfy { bands.place[$0] == index && row.from <= revenues[$0] && revenues[$0] <= row.to })
      }
      #expect(zip(bands.rows, bands.rows.dropFirst()).allSatisfy { $0.from > $1.to }, "ties stay together")
      if method == .equalRevenue {
        let total = Int128(bands.revenue.value)
        for row in bands.rows {
          for member in row.members {
            let before = Int128(revenues.filter { $0 > revenues[member] }.sum.value)
            #expect(row.number == 1 + Int(Int128(rule.count) * before / total))
          }
        }
      }
      var shuffled = Array(revenues.indices)
      shuffled.shuffle(using: &random)
      let again = Bands(revenues: shuffled.map { revenues[$0] }, rule: rule)
      #expect(again.rows.map(\.revenue) == bands.rows.map(\.revenue) && again.empty == bands.empty)
      #expect(again.place.map { $0 ?? -1 } == shuffled.map { bands.place[$0] ?? -1 })
    }
  }
}
