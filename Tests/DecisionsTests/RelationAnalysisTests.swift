import Decisions
import Ledger
import Portfolio
import Testing
import Units

struct RelationAnalysisTests {
  private func analysis(_ books: Books, _ facts: RelationFacts = RelationFacts()) -> RelationAnalysis {
    RelationAnalysis(PortfolioAnalysis(books: books, policy: Policy()), facts: facts)
  }

  @Test func `all is told of the last month`() throws {
    let analysis = analysis(stageExampleBooks())
    #expect(analysis.month == "2025-12" && analysis.health?.month == "2025-12")
    #expect(analysis.flow?.active("2025-12").customers == 8 && analysis.changes?.rows.isEmpty == true)
    #expect(analysis.transitions(from: "2024-12", to: "2025-12")?.rows.isEmpty == false)
    #expect(analysis.losses?.rows.count == 2 && analysis.winBack?.rows.count == 1)
    #expect(analysis.renewal.value?.rows.isEmpty == false && analysis.enquiries == nil)
    #expect(analysis.reading(of: analysis.portfolio.books.place("Ann"), at: "2025-12")?.reason == .fell)
    #expect(analysis.health(at: "2025-07")?.declining == Share(0, of: 7))
  }

  @Test func `stages can be judged in parts, and come out the same`() throws {
    let whole = analysis(stageExampleBooks())
    let parted = RelationAnalysis(whole.portfolio) { source in
      Stages(source, joining: [0..<4, 4..<source.customers].map { Stages.Part(source, customers: $0) })
    }
    let (one, other) = (try #require(whole.stages), try #require(parted.stages))
    #expect(one.stay(of: 0, at: "2025-12")?.stage == .declining)
    for customer in 0..<one.customers { #expect(one.course(of: customer) == other.course(of: customer)) }
  }

  @Test func `facts reach what they are for`() {
    let example = LossExample()
    let ceased = analysis(
      example.books, RelationFacts(ceased: [example.books.place("Ida"): "2024-09"], losses: example.facts))
    #expect(ceased.losses?.ceased == 1 && ceased.enquiries?.all.enquiries == 1)
    #expect(ceased.losses?.rows.first { $0.customer == example.books.place("Jon") }?.cause == .internal)
  }

  @Test func `what was settled says the same as before`() {
    let example = LossExample()
    let (one, other) = (
      analysis(example.books, RelationFacts(losses: example.facts)),
      analysis(example.books, RelationFacts(losses: example.facts))
    )
    other.settle()
    #expect(one.losses?.rows == other.losses?.rows && one.losses?.rows.isEmpty == false)
    #expect(one.enquiries?.all == other.enquiries?.all && one.enquiries != nil)
    #expect(!other.knowsNothingOfLosses && analysis(example.books).knowsNothingOfLosses)
  }

  @Test func `books without a sale tell nothing`() {
    let empty = analysis(tradeBooks(asOf: "2025-12", [Trader("A")]))
    #expect(empty.stages == nil && empty.health == nil && empty.losses == nil && empty.winBack == nil)
    #expect(empty.renewal.value == nil)
  }
}
