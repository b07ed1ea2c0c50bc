import Ledger
import Units

/// The lines of a document with its allowances and charges spread over them, so that they sum to the net total.
///
/// - Each line takes its part in proportion to its amount without sign, whole cents by the largest remainder.
/// - Where the lines sum to zero, allowances and charges are a line of their own.
/// - What then still lacks is a line of its own too.
/// - A document without lines is one line of its net total.
func spreadLines(
  _ lines: [EInvoiceLine], allowancesAndCharges: Cents, net: Cents
) throws(EInvoiceProblem) -> [EInvoiceLine] {
  guard !lines.isEmpty else { return [EInvoiceLine(origin: .total, net: net, amount: net)] }
  let full = lines.reduce(Int128(0)) { $0 + Int128($1.net.value) }
  guard let small = Int64(exactly: full), withinMoney(small, isCents: true),
    withinMoney(allowancesAndCharges.value, isCents: true)
  else { throw EInvoiceProblem(term: EInvoiceTerm.lineSum.rawValue, reason: .numberOutOfRange("Σ")) }
  let sum = Cents(small)
  var spread = lines
  if allowancesAndCharges != .zero {
    if sum == .zero {
      spread.append(
        EInvoiceLine(origin: .allowancesAndCharges, net: allowancesAndCharges, amount: allowancesAndCharges))
    } else {
      let parts = allowancesAndCharges.split(by: lines.map(\.net.magnitude.value))
      spread = zip(lines, parts).map { $0.with(net: $0.net, amount: $0.net + $1, netPrice: $0.netPrice) }
    }
  }
  let rest = net - sum - allowancesAndCharges
  if rest != .zero { spread.append(EInvoiceLine(origin: .rest, net: rest, amount: rest)) }
  guard spread.allSatisfy({ withinMoney($0.amount.value, isCents: true) }) else {
    throw EInvoiceProblem(term: EInvoiceTerm.lineSum.rawValue, reason: .numberOutOfRange("Σ"))
  }
  return spread
}

extension EInvoiceLine {
  /// The line of a credit note: amounts and quantity with the other sign, the price as it is.
  var turned: EInvoiceLine {
    EInvoiceLine(
      origin: origin, number: number, name: name, sellersItem: sellersItem, buyersItem: buyersItem,
      standardItem: standardItem, quantity: quantity.map { -$0 }, unit: unit, netPrice: netPrice, priceBase: priceBase,
      net: -net, amount: -amount)
  }
}
