import Ledger
import Units

extension EInvoice {
  /// The same invoice in the company's currency; its lines sum to the converted net total, to the cent.
  ///
  /// The net total is converted and rounded half away from zero; each line is converted down to the whole cent below,
  /// and the cents left over go to the largest remainders, earlier lines first. Other totals are converted each by
  /// itself. O(n log n).
  /// - Parameters:
  ///   - company: the ISO 4217 code of the company's currency.
  ///   - rates: what a unit of other currencies is worth in it, by ISO code.
  /// - Throws: `noRate` for a currency without a rate, `numberOutOfRange` where the converted amounts pass all bounds.
  public func converted(to company: String, rates: [String: Rate]) throws(EInvoiceProblem) -> EInvoice {
    guard currency != company else { return self }
    let rate = rates[currency] ?? rates.first { CurrencyMark(iso: $0.key)?.text == currency }?.value
    guard let rate else {
      throw EInvoiceProblem(term: EInvoiceTerm.currency.rawValue, reason: .noRate(currency: currency))
    }
    let (millionths, million) = (Int128(rate.millionths), Int128(1_000_000))
    let amounts = [
      totals.lines, totals.allowances, totals.charges, totals.net, totals.tax, totals.gross, totals.prepaid,
      totals.payable,
    ]
    for amount in amounts.compactMap(\.self) + lines.flatMap({ [$0.net, $0.amount] }) {
      guard (Int128(amount.value) * millionths).magnitude < 10_000_000_000_000 * million.magnitude else {
        throw EInvoiceProblem(
          term: EInvoiceTerm.net.rawValue, reason: .numberOutOfRange("\(amount.value) × \(rate.millionths)"))
      }
    }
    let total = totals.net.at(rate)
    var floors: [Int64] = []
    var remainders: [(remainder: Int128, place: Int)] = []
    for (place, line) in lines.enumerated() {
      let product = Int128(line.amount.value) * millionths
      let remainder = (product % million + million) % million
      floors.append(Int64((product - remainder) / million))
      remainders.append((remainder, place))
    }
    let left = Int(total.value - floors.reduce(0, +))
    remainders.sort { $0.remainder == $1.remainder ? $0.place < $1.place : $0.remainder > $1.remainder }
    for (_, place) in remainders.prefix(left) { floors[place] += 1 }
    return EInvoice(
      syntax: syntax, number: number, day: day, typeCode: typeCode, kind: kind, currency: company,
      preceding: preceding, seller: seller, buyer: buyer,
      lines: zip(lines, floors).map { line, cents in
        line.with(net: line.net.at(rate), amount: Cents(cents), netPrice: line.netPrice.flatMap { converted($0, rate) })
      },
      totals: totals.map { $0.at(rate) })
  }

  /// A price at a rate; nothing when that passes all bounds.
  private func converted(_ price: Int64, _ rate: Rate) -> Int64? {
    let product = divided(Int128(price) * Int128(rate.millionths), by: 1_000_000)
    return Int64(exactly: product).flatMap { withinMoney($0, isCents: false) ? $0 : nil }
  }
}
