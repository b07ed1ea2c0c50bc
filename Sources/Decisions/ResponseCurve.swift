import Ledger
import Units

/// What a customer's margin before sales time becomes with the minutes it is given: more of them bring ever less.
///
/// margin(h) = least + (most − least) · h ÷ (d + h), through today's margin at today's minutes. Amounts are expectations:
/// reckoned in floating point, told to the cent.
///
/// Source: Lodish, "CALLPLAN: an interactive salesman's call planning system", *Management Science* 18(4), 1971. Method:
/// docs/methods/call-planning.md.
public struct ResponseCurve: Hashable, Sendable {
  /// The margin without any minute.
  public let least: Cents
  /// What minutes without end would bring.
  public let most: Cents
  /// d: the minutes that bring half of the way from least to most; infinite where minutes change nothing.
  public let half: Double

  /// The curve through what is known of a customer.
  ///
  /// A customer that was given no minute earned its margin without any: nothing of it is at risk, and the stand-in tells how
  /// fast minutes would bring more.
  /// - Parameters:
  ///   - margin: today's, before sales time; above zero.
  ///   - minutes: those it was given.
  ///   - standIn: what stands in for minutes where none were given; above zero.
  ///   - potential: the margin on all that the customer could buy; nothing where that is not known.
  public init(margin: Cents, minutes: Int, standIn: Int, potential: Cents?, rule: Policy.Effort) {
    precondition(margin > .zero && standIn > 0, "a curve needs a margin to start from")
    let atRisk = margin.at(rule.marginAtRisk)
    let floor = margin.at(rule.leastLift)
    most = max(margin, floor, potential.map { min(margin.at(rule.mostLift), $0) } ?? floor)
    least = minutes > 0 ? margin - atRisk : margin
    let scale = Double(minutes > 0 ? minutes : standIn)
    half = atRisk > .zero ? scale * Double((most - margin).value) / Double(atRisk.value) : .infinity
  }

  /// The margin with so many minutes, to the cent.
  public func margin(at minutes: Int) -> Cents {
    guard minutes > 0, half < .infinity else { return least }
    return least + Cents(Int64((span * Double(minutes) / (half + Double(minutes))).rounded()))
  }

  /// What the next minutes bring after some, in cents; never more than the same number brought before.
  public func rise(after minutes: Int, by more: Int) -> Double {
    guard half < .infinity, more > 0 else { return 0 }
    guard half > 0 else { return minutes > 0 ? 0 : span }
    let from = half + Double(minutes)
    return span * half * Double(more) / (from * (from + Double(more)))
  }

  private var span: Double { Double((most - least).value) }
}
