import Ledger
import Portfolio
import Testing
import Units

struct FloorDistancesTests {
  private func analysis(_ policy: Policy = Policy()) -> PortfolioAnalysis {
    PortfolioAnalysis(
      books: TinyBooks(asOf: "2025-12") {
        // Rates of 7.9, 8, 12.9 and −60 % against a floor of 8 %.
        for (name, category, cost) in [
          ("A", "Inns", 921), ("B", "Inns", 920), ("C", "Shops", 871), ("D", nil, 1_600),
        ] as [(String, String?, Euros)] {
          customer(name, category: category) {
            sale("2023-05-05", 1, cost: 1)
            sale("2025-05-05", 1_000, cost: cost)
          }
        }
        customer("E") {
          sale("2023-05-05", 1, cost: 1)
          sale("2025-05-05", 300)
        }
        customer("New") { sale("2025-11-05", 1_000, cost: 10) }
      }.books, policy: policy)
  }

  private func distances(_ analysis: PortfolioAnalysis) -> FloorDistances {
    FloorDistances(
      floors: analysis.floors, margins: analysis.margins, categories: analysis.categories, policy: analysis.policy)
  }

  @Test func `a rate on its floor is not under it`() {
    let analysis = analysis()
    let found = distances(analysis)
    #expect(found.customers == 4 && found.commonFloor == Rate(percent: 8))
    #expect(found.steps.first?.from == nil && found.steps.first?.customers == 1)
    #expect(found.steps.last?.from == 0 && found.steps.last?.to == 5 && found.steps.last?.customers == 2)
    #expect(
      found.steps.filter(\.isUnder).map(\.customers).reduce(0, +) == analysis.floors.rows.count(where: \.missesMargin))
  }

  @Test func `each customer is measured from its own floor`() {
    var policy = Policy()
    policy.floors.byCategory["Inns"] = Policy.Floor(rate: Rate(percent: 3), revenue: nil)
    let found = distances(analysis(policy))
    #expect(found.commonFloor == nil)
    #expect(found.steps.filter(\.isUnder).map(\.customers).reduce(0, +) == 1)
  }

  @Test func `without a floor nobody is measured`() {
    var policy = Policy()
    policy.floors.company.rate = nil
    #expect(distances(analysis(policy)).steps.isEmpty)
  }

  @Test func `what categories lack sums to what all lack`() {
    let analysis = analysis()
    let sums = analysis.floors.byCategory(analysis.categories)
    #expect(sums.map(\.category) == ["Inns", "Shops", nil])
    #expect(sums.map(\.tested) == [2, 1, 2] && sums.map(\.under) == [1, 0, 1])
    #expect(sums.map(\.margin).sum == analysis.floors.rows.compactMap(\.marginShortfall).sum)
    #expect(sums[0].margin == .euros(1))
  }
}
