import Ledger
import Units

/// What is usual of each range among the customers compared: its part of their revenue, and what a customer that buys it
/// spends on it.
///
/// Without it a range that everybody buys most of would hide all that tells customers apart.
struct UsualRanges {
  private var parts: [Int: Double] = [:]
  private var amounts: [Int: Double] = [:]

  /// Nothing is usual: parts and amounts count as they are.
  static let none = UsualRanges()

  private init() {}

  /// - Parameter mixes: the revenue of each customer by range, all above zero; −1 stands for revenue without a range.
  init(_ mixes: [[(range: Int, amount: Cents)]]) {
    var spent: [Int: [Cents]] = [:]
    for mix in mixes { for cell in mix { spent[cell.range, default: []].append(cell.amount) } }
    let all = Double(spent.values.reduce(Cents.zero) { $0 + $1.sum }.value)
    for (range, amounts) in spent {
      let sorted = amounts.sorted()
      parts[range] = Double(amounts.sum.value) / all
      self.amounts[range] = Double((sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]).value) / 2
    }
  }

  /// The part of a range in all revenue.
  func part(of range: Int) -> Double { parts[range] ?? 1 }

  /// The natural logarithm of one and of how many times the usual amount an amount is.
  func level(of amount: Cents, in range: Int) -> Double {
    naturalLogarithm(1 + Double(amount.value) / (amounts[range] ?? Double(max(1, amount.value))))
  }
}
