import Ledger

/// What the sampled dates of a file say about the order of their parts.
struct DateGuess {
  /// The order.
  let order: DateOrder
  /// Whether no mapped date decides.
  let isGuess: Bool
  /// What the person should know.
  let note: TableNote?
  /// The one pattern of all mapped dates, or nothing.
  let pattern: String?

  private struct Evidence {
    var (dayFirst, monthFirst, open, yearFirst) = (0, 0, 0, 0)
    var hasHalfDays = false
    var example: String?

    mutating func add(_ form: DateForm, _ text: String) {
      if form.isYearFirst { yearFirst += 1 }
      guard let parts = form.parts else { return }
      hasHalfDays = hasHalfDays || form.hasHalfDays
      if parts.first > 12 {
        dayFirst += 1
      } else if parts.second > 12 {
        monthFirst += 1
      } else {
        open += 1
        if example == nil, parts.first != parts.second { example = text }
      }
      if example == nil { example = text }
    }
  }

  /// Guesses from the texts of mapped date columns and of all other columns.
  init(mapped: [[String]], others: [[String]], forced: DateOrder?) {
    var evidence = Evidence()
    var patterns: Set<String?> = []
    for text in mapped.joined() where !text.isEmpty {
      guard let form = DateForm(text) else {
        patterns.insert(nil)
        continue
      }
      evidence.add(form, text)
      patterns.insert(form.pattern)
    }
    var aside = Evidence()
    for column in others {
      let filled = column.filter { !$0.isEmpty }
      let forms = filled.compactMap { text in DateForm(text).map { ($0, text) } }
      guard !forms.isEmpty, forms.count * 10 >= filled.count * 8 else { continue }
      for (form, text) in forms { aside.add(form, text) }
    }
    let example = evidence.example ?? "–"
    let found: (order: DateOrder, isGuess: Bool, note: TableNote?)
    if let forced {
      found = (forced, false, nil)
    } else if evidence.dayFirst > 0 || evidence.monthFirst > 0 {
      let order: DateOrder = evidence.dayFirst >= evidence.monthFirst ? .dayFirst : .monthFirst
      let isMixed = evidence.dayFirst > 0 && evidence.monthFirst > 0
      found = (order, false, isMixed ? .dateOrderMixed(order, example: example) : nil)
    } else if evidence.open == 0, evidence.yearFirst > 0 {
      found = (.yearFirst, false, nil)
    } else {
      let isMonthFirst =
        aside.monthFirst > aside.dayFirst || (aside.dayFirst == 0 && (evidence.hasHalfDays || aside.hasHalfDays))
      let order: DateOrder = isMonthFirst ? .monthFirst : .dayFirst
      let isSilent = !isMonthFirst && aside.dayFirst == 0 && evidence.open > 0
      found = (order, true, isSilent ? .dateOrderGuessed(order, example: example) : nil)
    }
    (order, isGuess, note) = found
    let (first, second) = found.order == .monthFirst ? ("%m", "%d") : ("%d", "%m")
    pattern =
      patterns.count == 1
      ? patterns.first.flatMap { $0 }.map { $0.replacing("#1", with: first).replacing("#2", with: second) } : nil
  }
}
