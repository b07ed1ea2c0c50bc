import Decisions
import Ledger
import Portfolio
import Testing
import Units

/// Each signal by itself: what makes it one, and what does not.
struct LossSignalsTests {
  private func evidence(
    _ id: String, _ change: @escaping (Books, inout LossFacts) -> Void
  ) -> [LossSignal]? { LossExample(facts: change).row(id)?.evidence }

  private func deliveries(_ late: Int, othersLate: Int) -> (Books, inout LossFacts) -> Void {
    { books, facts in
      facts.deliveries = CustomerMonths(
        customers: books.customers.count,
        [
          (books.place("Ida"), "2024-07", LossFacts.Deliveries(timed: 4, late: late)),
          (books.place("Lea"), "2024-07", LossFacts.Deliveries(timed: 20, late: othersLate)),
        ])
    }
  }

  @Test func `late deliveries count from two, twice as often as with the others`() {
    #expect(
      evidence("Ida", deliveries(2, othersLate: 5)) == [.lateDeliveries(late: 2, of: 4, others: Share(5, of: 20))])
    #expect(evidence("Ida", deliveries(2, othersLate: 6)) == [])
    #expect(evidence("Ida", deliveries(1, othersLate: 0)) == [])
  }

  @Test func `a price rise counts above the median customer's`() throws {
    func prices(_ own: Int64) -> (Books, inout LossFacts) -> Void {
      { books, facts in
        facts.prices = CustomerMonths(
          customers: books.customers.count,
          [
            (books.place("Ida"), "2024-06", LossFacts.PricePaid(revenue: Cents(own), atEarlierPrices: Cents(1_000))),
            (books.place("Lea"), "2024-06", LossFacts.PricePaid(revenue: Cents(1_030), atEarlierPrices: Cents(1_000))),
            (books.place("Inn1"), "2024-06", LossFacts.PricePaid(revenue: Cents(1_020), atEarlierPrices: Cents(1_000))),
          ])
      }
    }
    // The median of 1.02, 1.03 and its own is 1.03.
    let high = Share(1_060, of: 1_000)
    #expect(
      evidence("Ida", prices(1_060))
        == high.flatMap { own in
          Share(1_030, of: 1_000).map { [.priceRise(own: own, median: $0)] }
        })
    let low = LossExample(facts: prices(1_059))
    #expect(low.row("Ida")?.evidence == [] && low.row("Ida")?.priceRise == Share(1_059, of: 1_000))
  }

  @Test func `somebody else began to sell to it`() {
    func sellers(_ last: Int) -> (Books, inout LossFacts) -> Void {
      { books, facts in
        let months = MonthSpan("2023-03", "2024-08").months
        facts.sellers = CustomerMonths(
          customers: books.customers.count,
          months.map { (books.place("Ida"), $0, $0 < "2024-06" ? 0 : last) })
      }
    }
    #expect(evidence("Ida", sellers(1)) == [.salespersonChange(from: 0, to: 1, month: "2024-06")])
    #expect(evidence("Ida", sellers(0)) == [])
    #expect(LossExample(facts: sellers(1)).row("Ida")?.salesperson == 1)
  }

  @Test func `products withdrawn count where they weighed a fifth`() {
    func withdrawal(_ revenue: Int64) -> (Books, inout LossFacts) -> Void {
      { books, facts in
        facts.withdrawals = CustomerMonths(
          customers: books.customers.count,
          [(books.place("Ida"), "2024-05", LossFacts.Withdrawal(revenue: Cents(revenue), whole: Cents(600_000)))])
      }
    }
    #expect(
      evidence("Ida", withdrawal(120_000))
        == [.rangeWithdrawn(revenue: Cents(120_000), of: Cents(600_000), month: "2024-05")])
    #expect(evidence("Ida", withdrawal(119_999)) == [])
  }

  @Test func `fewer visits than a year earlier count where others were not visited less too`() {
    func books(_ now: Int, others: Int) -> LossSignal? {
      var ida = Trader("Ida").monthly("2022-01", "2024-08", 500).given(.visit, "2023-05", 4)
      if now > 0 { ida = ida.given(.call, "2024-05", now) }
      var lea = Trader("Lea").monthly("2022-01", "2025-12", 500).given(.visit, "2023-05", 4)
      if others > 0 { lea = lea.given(.visit, "2024-05", others) }
      let books = tradeBooks(asOf: "2025-12", [ida, lea])
      let losses = Losses(
        Stages(books.source), books.source, books: books, policy: Policy(),
        categories: .init(books: books, policy: Policy()))
      return losses.rows.first?.evidence.first
    }
    #expect(books(2, others: 4) == .serviceDrop(contacts: 2, before: 4))
    #expect(books(3, others: 4) == nil)
    // Nobody is visited any more, or nothing is logged any more.
    #expect(books(0, others: 0) == nil)
  }

  @Test func `one complaint is enough with a new customer`() {
    let books = tradeBooks(
      asOf: "2025-12",
      [
        Trader("Jon").buying("2024-03-12", 200).buying("2024-04-15", 200).given(.complaint, "2024-05"),
        Trader("Lea").monthly("2022-01", "2025-12", 900),
      ])
    let losses = Losses(
      Stages(books.source), books.source, books: books, policy: Policy(),
      categories: .init(books: books, policy: Policy()))
    // It came the month after the last order: complaints follow what they are about.
    #expect(losses.rows.first?.evidence == [.complaints(1, orders: 2, others: Share(0, of: 7))])
  }
}
