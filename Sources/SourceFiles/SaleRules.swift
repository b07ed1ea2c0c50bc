import Ledger
import Units

/// The rules of sale lines: what the amount and the cost of a line are, and what a line cannot do without.
struct SaleRules {
  private let place: [Field: Int]
  private let invoice, date, customer, product, quantity, unitPrice, amount, cost, unitCost, discount, currency: Int?
  private let hasPrices: Bool
  private let hasDates: Bool

  /// Prepares the rules for a reading.
  init(reading: TableReading) {
    var place: [Field: Int] = [:]
    for (index, field) in reading.kind.fields.enumerated() { place[field] = index }
    self.place = place
    invoice = place[.invoice]
    date = place[.date]
    customer = place[.customer]
    product = place[.product]
    quantity = place[.quantity]
    unitPrice = place[.unitPrice]
    amount = place[.amount]
    cost = place[.cost]
    unitCost = place[.unitCost]
    discount = place[.discount]
    currency = place[.currency]
    hasPrices = reading.column(of: .amount) != nil || reading.column(of: .unitPrice) != nil
    hasDates = reading.column(of: .date) != nil
  }

  /// Completes a row whose fields are parsed: money in the company's currency, amount and cost computed.
  func complete(_ row: RowValues, marks: RowCurrency, parser: FieldParser) throws(RowProblem) {
    if row.isNull(date) {
      if hasDates { throw RowProblem(field: .date, reason: .missing(.date)) }
      if row.isNull(invoice) { throw RowProblem(field: .invoice, reason: .missing(.invoice)) }
    }
    try settleAmount(row)
    if row.isNull(cost), let each = row.number(unitCost) {
      // A rebate has no quantity: a unit cost of nothing is no cost, however many.
      if let count = each == 0 ? 0 : row.number(quantity) {
        row.set(cost, try product(count, each, 1_000_000, field: .unitCost))
      }
    }
    try convert(row, marks: marks, parser: parser)
  }

  private func settleAmount(_ row: RowValues) throws(RowProblem) {
    guard row.isNull(amount) else { return }
    guard hasPrices else {
      // The product file's price will tell; without a product or a quantity nothing ever could.
      guard !row.isNull(product), !row.isNull(quantity) else { throw RowProblem(field: nil, reason: .noAmount) }
      return
    }
    guard let price = row.number(unitPrice) else { throw RowProblem(field: .amount, reason: .noAmount) }
    guard let count = row.number(quantity) else { throw RowProblem(field: .quantity, reason: .missing(.quantity)) }
    row.set(amount, try product(count, price, 1_000_000 - (row.number(discount) ?? 0), field: .unitPrice))
  }

  /// Quantity × price × factor, each in millionths, rounded once, half away from zero, to the cent.
  private func product(_ count: Int64, _ price: Int64, _ factor: Int64, field: Field) throws(RowProblem) -> Int64 {
    if factor == 1_000_000 {
      let (product, overflow) = count.multipliedReportingOverflow(by: price)
      if !overflow {
        // 10⁻¹² units to cents.
        let (cents, rest) = product.quotientAndRemainder(dividingBy: 10_000_000_000)
        return rest.magnitude >= 5_000_000_000 ? cents + rest.signum() : cents
      }
    }
    let (full, overflow) = (Int128(count) * Int128(price)).multipliedReportingOverflow(by: Int128(factor))
    guard !overflow, let cents = Int64(exactly: divided(full, by: 10_000_000_000_000_000)),
      withinMoney(cents, isCents: true)
    else { throw RowProblem(field: field, reason: .numberOutOfRange("\(count) × \(price)")) }
    return cents
  }

  private func convert(_ row: RowValues, marks: RowCurrency, parser: FieldParser) throws(RowProblem) {
    var mark = marks.mark
    var field = marks.field
    if let text = row.text(currency) {
      guard let named = CurrencyMark(value: text) else {
        throw RowProblem(field: .currency, reason: .noRate(currency: text.shown))
      }
      if let sign = mark, let signField = field, !sign.canMean(named), !named.canMean(sign) {
        throw RowProblem(field: signField, reason: .notANumber(marks.text.shown))
      }
      mark = named
      field = .currency
    }
    guard let rate = try parser.rate(of: mark, field: field ?? .currency) else { return }
    for (field, isCents) in [(Field.amount, true), (.cost, true), (.unitPrice, false), (.unitCost, false)] {
      guard let money = row.number(place[field]) else { continue }
      row.set(place[field], try parser.converted(money, at: rate, isCents: isCents, field: field))
    }
  }
}

/// The currency mark that a row's cells carry.
struct RowCurrency {
  /// The mark, when a cell carries one.
  private(set) var mark: CurrencyMark?
  /// The field that carries it.
  private(set) var field: Field?
  /// That field's text.
  private(set) var text = FieldSlice.null

  /// Adds a cell's mark: a row speaks of one currency.
  mutating func add(_ other: CurrencyMark?, field: Field, text: FieldSlice) throws(RowProblem) {
    guard let other else { return }
    if let mark, !mark.canMean(other), !other.canMean(mark) {
      throw RowProblem(field: field, reason: .notANumber(text.shown))
    }
    (mark, self.field, self.text) = (other, field, text)
  }
}

extension RowValues {
  /// Sets the number at a place of a field the kind has.
  func set(_ place: Int?, _ number: Int64) {
    if let place { self[place] = .number(number) }
  }
}
