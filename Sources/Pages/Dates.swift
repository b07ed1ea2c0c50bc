import Ledger
import Units

/// Months and days as people read them.
extension Voice {
  /// `octobre 2026`, `October 2026`.
  public func month(_ month: Month) -> String { monthName(month.monthOfYear) + Mark.noBreak + String(month.year) }

  /// `oct. 2026`, `Oct 2026`.
  public func shortMonth(_ month: Month) -> String {
    shortMonthName(month.monthOfYear) + Mark.noBreak + String(month.year)
  }

  /// `3 octobre 2026`, with `1er` for the first; `3 October 2026`.
  public func day(_ day: Day) -> String { day.written(in: language) }

  /// `3 oct. 2026`, `3 Oct 2026`.
  public func shortDay(_ day: Day) -> String {
    let first = language == .fr && day.civil.day == 1 ? "1er" : String(day.civil.day)
    return first + Mark.noBreak + shortMonth(day.month)
  }

  /// `novembre 2025 – octobre 2026`; one month alone is written once.
  public func span(_ span: MonthSpan) -> String {
    span.count == 1 ? month(span.first) : month(span.first) + " – " + month(span.last)
  }

  /// The month after « de »: `d’octobre 2026`, `de mars 2026`; `of October 2026`.
  public func ofMonth(_ month: Month) -> String {
    guard language == .fr else { return "of" + Mark.noBreak + self.month(month) }
    let elided = [4, 8, 10].contains(month.monthOfYear)
    return (elided ? "d" + Mark.apostrophe : "de" + Mark.noBreak) + self.month(month)
  }

  /// The name of a month 1…12.
  public func monthName(_ month: Int) -> String { Month.name(month, in: language) }

  /// The short name of a month 1…12.
  public func shortMonthName(_ month: Int) -> String {
    switch language {
    case .fr:
      [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.",
      ][month - 1]
    case .en: String(monthName(month).prefix(3))
    }
  }
}
