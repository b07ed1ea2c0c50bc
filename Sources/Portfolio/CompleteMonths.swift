import Ledger
import Units

/// Which months are over, and hence the month that analyses stand on.
///
/// A month is complete when a sale line of a later month exists, or its last line falls on or after its last working
/// day, or a person says so. A declared month counts when it follows the data without a gap: a slip of the pen such as
/// 2099-12 does not make every customer lost.
///
/// Source: docs/methods/complete-months.md.
public struct CompleteMonths: Hashable, Sendable {
  /// The months that have a sale line, from the first to the last; nothing when there is none.
  public let history: MonthSpan?
  /// The last complete month; nothing when there is no line, or when the only month with lines is not over.
  public let asOf: Month?
  /// Declared months that do not follow the data, ascending: they are not used.
  public let unusedDeclarations: [Month]

  /// Finds the complete months.
  /// - Parameters:
  ///   - lastSaleDays: the last day with a sale line of each month that has one, ascending.
  ///   - declared: the months that a person declares complete, in any order.
  public init(lastSaleDays: [Day], declared: [Month]) {
    guard let first = lastSaleDays.first, let last = lastSaleDays.last else {
      history = nil
      asOf = nil
      unusedDeclarations = Set(declared).sorted()
      return
    }
    precondition(zip(lastSaleDays, lastSaleDays.dropFirst()).allSatisfy { $0.month < $1.month }, "one day a month")
    history = MonthSpan(first.month, last.month)
    let said = Set(declared)
    var end = last.month
    while said.contains(end.advanced(by: 1)) { end = end.advanced(by: 1) }
    unusedDeclarations = said.filter { $0 > end }.sorted()
    let isOver = end > last.month || said.contains(end) || last >= end.lastWorkingDay
    asOf = isOver ? end : lastSaleDays.count > 1 ? end.advanced(by: -1) : nil
  }

  /// Whether a month is over.
  public func isComplete(_ month: Month) -> Bool { asOf.map { month <= $0 } ?? false }

  /// W and P for what a person asks.
  ///
  /// A month that is not over may be asked for by name; `isComplete` tells.
  /// - Parameters:
  ///   - month: the last month to look at; nothing for the last complete one, or for the month of the last line when
  ///     the window is over everything.
  ///   - length: the length of W.
  /// - Throws: `WindowFault` when the data have no such window.
  public func window(asOf month: Month?, length: WindowLength) throws(WindowFault) -> Window {
    guard let history else { throw .noSales }
    let last = max(history.last, asOf ?? history.last)
    if let month {
      guard month >= history.first else { throw .beforeData(asked: month, first: history.first) }
      guard month <= last else { throw .afterData(asked: month, last: last) }
    }
    switch length {
    case .all: return Window(all: MonthSpan(history.first, month ?? history.last))
    case .months(let months):
      guard (1...WindowLength.most).contains(months) else { throw .length(asked: months) }
      guard let end = month ?? asOf else { throw .noCompleteMonth(only: history.first) }
      return Window(asOf: end, months: months)
    }
  }
}

/// How long a window is.
public enum WindowLength: Hashable, Sendable {
  /// So many months.
  case months(Int)
  /// All of history, without a P to compare with.
  case all

  /// The longest window in months: a century.
  public static let most = 1200

  /// How many months; nothing for all.
  public var months: Int? { if case .months(let count) = self { count } else { nil } }
}

extension Policy {
  /// The length of W where nobody asks for another.
  public var usualLength: WindowLength { .months(calendar.windowMonths) }
}

/// Why there is no window.
public enum WindowFault: Explained, Hashable {
  /// The ledger has no sale line.
  case noSales
  /// The only month with sale lines is not over.
  case noCompleteMonth(only: Month)
  /// The month asked for lies before the first sale line.
  case beforeData(asked: Month, first: Month)
  /// The month asked for lies after the last sale line.
  case afterData(asked: Month, last: Month)
  /// A window has 1 to 1,200 months.
  case length(asked: Int)

  /// What to tell the person, in one sentence.
  public func sentence(in language: Language) -> String {
    switch self {
    case .noSales:
      language(
        fr: "Il n’y a pas encore de ligne de vente : importez d’abord des ventes.",
        en: "There is no sale line yet: import sales first.")
    case .noCompleteMonth(let only):
      language(
        fr: "Le seul mois qui a des ventes, \(only.iso), n’est pas terminé : nommez-le, ou déclarez-le terminé.",
        en: "The only month with sales, \(only.iso), is not over: ask for it by name, or declare it complete.")
    case .beforeData(let asked, let first):
      language(
        fr: "\(asked.iso) précède la première vente, de \(first.iso).",
        en: "\(asked.iso) lies before the first sale, of \(first.iso).")
    case .afterData(let asked, let last):
      language(
        fr: "\(asked.iso) suit la dernière vente, de \(last.iso).",
        en: "\(asked.iso) lies after the last sale, of \(last.iso).")
    case .length(let asked):
      language(
        fr: "Une fenêtre compte de 1 à \(WindowLength.most) mois, pas \(asked).",
        en: "A window has 1 to \(WindowLength.most) months, not \(asked).")
    }
  }
}
