import Units

/// What the months of notice cost or still bring, at the margin of the last twelve months.
struct NoticeCost: Hashable, Sendable {
  /// How many months.
  let months: Int
  /// The margin of one month, rounded to the cent; nothing where the margin is not known.
  let monthly: Cents?
  /// That of all of them: months × the year's margin ÷ 12.
  let all: Cents?

  /// - Parameter margin: after the cost to serve, over twelve months.
  init(monthsOfNotice months: Int, margin: Cents?) {
    self.months = months
    monthly = margin?.times(1, over: 12)
    all = margin?.times(Int64(months), over: 12)
  }

  /// What follows the number of months, in words.
  var words: Phrase {
    guard let all, let monthly else { return Phrase(fr: "", en: "") }
    return all < .zero
      ? Phrase(
        fr: " : ils coûtent \(euros: -all, .compact) (\(euros: -monthly, .compact) perdus par mois × \(months))",
        en: ": they cost \(euros: -all, .compact) (\(euros: -monthly, .compact) lost a month × \(months))")
      : Phrase(
        fr: " : ils rapportent encore \(euros: all, .compact) (\(euros: monthly, .compact) par mois × \(months))",
        en: ": they still bring \(euros: all, .compact) (\(euros: monthly, .compact) a month × \(months))")
  }
}
