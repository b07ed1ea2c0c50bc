extension Month {
  /// The name of a month 1…12.
  public static func name(_ month: Int, in language: Language) -> String {
    switch language {
    case .fr:
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
      ][month - 1]
    case .en:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ][month - 1]
    }
  }
}

extension Day {
  /// `3 octobre 2026`, with `1er` for the first; `3 October 2026`.
  public func written(in language: Language) -> String {
    let (year, month, number) = civil
    let first = language == .fr && number == 1 ? "1er" : String(number)
    return first + Mark.noBreak + Month.name(month, in: language) + Mark.noBreak + String(year)
  }
}
