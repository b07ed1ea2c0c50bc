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

  /// What it is called, and how it is made up; nothing where the margin is not known.
  var words: (label: Phrase, value: Phrase)? {
    guard let all, let monthly else { return nil }
    return all < .zero
      ? (
        Phrase(fr: "ce que le préavis coûte", en: "what the notice costs"),
        Phrase(
          fr: "\(euros: -all) : \(euros: -monthly) perdus par mois × \(months)",
          en: "\(euros: -all): \(euros: -monthly) lost a month × \(months)")
      )
      : (
        Phrase(fr: "ce qu'il rapporte encore", en: "what it still brings"),
        Phrase(
          fr: "\(euros: all) : \(euros: monthly) par mois × \(months)",
          en: "\(euros: all): \(euros: monthly) a month × \(months)")
      )
  }

  /// The same as a fact of a page.
  func facts(in voice: Voice) -> [Panel.Fact] {
    words.map { [Panel.Fact($0.label.text(in: voice), voice.inline($0.value))] } ?? []
  }
}
