import Testing
import Units

@testable import Sample

@Suite struct BasketTests {
  @Test func `an amount is quantity × price less discount, rounded half away from zero`() {
    var line = InvoiceLine(product: 0, quantity: 3, price: 1305, discount: 31, cost: 900)
    #expect(line.amount == 3794)
    line.setQuantity(-3)
    #expect(line.amount == -3794)
    #expect(InvoiceLine(product: 0, quantity: 1, price: 5, discount: 100, cost: nil).amount == 5)
  }

  @Test func `amounts of the file follow from quantity, price and discount`() {
    for sale in SampleBooks.first.sales {
      guard let quantity = sale.quantity, let price = sale.price else { continue }
      let exact = Int128(quantity * price * (1000 - sale.discount))
      #expect(Int128(sale.amount) == divided(exact, by: 1000))
    }
  }

  @Test func `most costs are below prices`() {
    let lines = SampleBooks.first.sales.filter { $0.cost != nil && $0.price != nil }
    let below = lines.count { ($0.cost ?? 0) < ($0.price ?? 0) }
    #expect(below * 100 >= lines.count * 97)
  }

  @Test func `small orders are charged freight`() {
    var totals: [Int: (amount: Int, hasFreight: Bool)] = [:]
    for sale in SampleBooks.first.sales where !sale.isCredit && sale.customer != nil {
      let isFreight = sale.product == "A1317"
      let known = totals[sale.invoice] ?? (0, false)
      totals[sale.invoice] = (known.amount + (isFreight ? 0 : sale.amount), known.hasFreight || isFreight)
    }
    for (_, total) in totals where total.amount < Basket.freightBelow { #expect(total.hasFreight) }
    #expect(totals.values.contains { $0.hasFreight })
  }

  @Test func `an invoice is one customer's on one day and has its number to itself within a year`() {
    struct Head: Hashable {
      let customer: Int?
      let day: Day
    }
    var heads: [Int: Set<Head>] = [:]
    for sale in SampleBooks.first.sales {
      heads[sale.invoice, default: []].insert(Head(customer: sale.customer, day: sale.day))
    }
    #expect(heads.values.allSatisfy { $0.count == 1 })
  }
}
