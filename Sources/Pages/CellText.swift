import Units

/// Cells as people read them.
extension Voice {
  /// A cell under a column's header, without the unit that the header carries.
  public func text(of cell: ReportCell, under column: ReportColumn) -> String {
    switch (cell, column.kind) {
    case (.cents(let money), .euros): amount(money)
    case (.cents(let money), .cents): amount(money, cents: true)
    case (.share(let share), .percent(let digits)): number(share * 100, digits: digits)
    case (.number(let value), .number(let digits)), (.share(let value), .number(let digits)):
      number(value, digits: digits)
    case (.minutes(let minutes), .hours): number(Double(minutes) / 60, digits: 1)
    default: text(of: cell)
    }
  }

  /// A cell that stands alone, with its unit.
  public func text(of cell: ReportCell, digits: Int = 1) -> String {
    switch cell {
    case .unknown: Mark.unknown
    case .text(let text): text
    case .phrase(let phrase): phrase.text(in: self)
    case .tag(let tag): tag.label.text(in: self)
    case .integer(let number): integer(number)
    case .cents(let money): euros(money)
    case .share(let share): percent(share, digits: digits)
    case .number(let value): number(value, digits: max(digits, 2))
    case .minutes(let minutes): hours(minutes: minutes)
    case .month(let month): shortMonth(month)
    case .day(let day): self.day(day)
    case .flag(let flag): (flag ? Phrase(fr: "oui", en: "yes") : Phrase(fr: "non", en: "no")).text(in: self)
    case .trend(let amounts): Sparkline.text(amounts)
    case .list(let cells): cells.map { text(of: $0, digits: digits) }.joined(separator: ", ")
    case .object(let members):
      members.map { $0.key + " " + text(of: $0.cell, digits: digits) }.joined(separator: ", ")
    }
  }
}
