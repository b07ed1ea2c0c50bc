import Units

extension DoorGround {
  /// What a ground is called, and the figures that people type for it; the code stands behind, for the command line.
  private static func words(_ code: String, in language: Language) -> (name: String, figures: String)? {
    switch code {
    case "toxicCategory":
      (
        language(fr: "catégorie toxique", en: "toxic category"),
        language(fr: "le nom de la catégorie", en: "the category's name")
      )
    case "marginUnderFloor":
      (
        language(fr: "marge sous le plancher", en: "margin under the floor"),
        language(fr: "la marge, puis le plancher, plus haut, en %", en: "the margin, then the floor, higher, in %")
      )
    case "ordersTooSmall":
      (
        language(fr: "commandes trop petites", en: "orders too small"),
        language(fr: "la commande, puis le minimum, plus haut", en: "the order, then the least one, higher")
      )
    case "unpaid":
      (language(fr: "impayés", en: "unpaid invoices"), language(fr: "ce qui est dû", en: "what is owed"))
    case "noCapacity":
      (language(fr: "plus de capacité", en: "no capacity left"), language(fr: "aucun", en: "none"))
    case "abnormalRequest":
      (language(fr: "demande sans mesure", en: "request out of proportion"), language(fr: "aucun", en: "none"))
    default: nil
    }
  }

  /// A ground as people call it; what was typed where it is none.
  public static func word(_ code: String, in language: Language) -> String { words(code, in: language)?.name ?? code }

  /// Each ground with the figures that people type for it.
  static func usage(in language: Language) -> String {
    codes.compactMap { code in
      words(code, in: language).map { words in
        language(fr: "\(words.name) (\(code)) : \(words.figures)", en: "\(words.name) (\(code)): \(words.figures)")
      }
    }.joined(separator: language(fr: " ; ", en: "; "))
  }

  /// Reads a ground as a person chooses it, with its figures: amounts in whole units, rates in percent.
  /// - Parameters:
  ///   - figure: the margin rate, the usual order, what is unpaid, or the name of the toxic category.
  ///   - least: the floor, or the least order.
  ///   - subject: a toxic category is the subject itself where no name is typed.
  /// - Throws: `CeasingFault.noGround` for a ground that is none, or figures that are none.
  public init(
    typed code: String, figure: String, least: String, subject: DoorRule.Subject
  ) throws(CeasingFault) {
    let found: DoorGround?
    switch code {
    case "toxicCategory":
      if case .category(let name) = subject, figure.isEmpty {
        found = .toxicCategory(name)
      } else {
        found = figure.isEmpty ? nil : .toxicCategory(figure)
      }
    case "marginUnderFloor":
      if let rate = Rate(typedPercent: figure), let floor = Rate(typedPercent: least), rate < floor {
        found = .marginUnderFloor(rate: rate, floor: floor)
      } else {
        found = nil
      }
    case "ordersTooSmall":
      if let order = Cents(typed: figure), let least = Cents(typed: least), order < least {
        found = .ordersTooSmall(order: order, least: least)
      } else {
        found = nil
      }
    case "unpaid": found = Cents(typed: figure).flatMap { $0 > .zero ? .unpaid($0) : nil }
    case "noCapacity": found = .noCapacity
    case "abnormalRequest": found = .abnormalRequest
    default: found = nil
    }
    guard let found else { throw .noGround(code) }
    self = found
  }
}

extension Cents {
  /// Reads an amount as a person types it, `1 200`, `1200,50` or `1200.5 €`; nothing for what is none.
  public init?(typed text: some StringProtocol) {
    let plain = String(text.filter { !$0.isWhitespace && $0 != "€" })
    let parts = plain.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "," || $0 == "." }.map {
      String($0)
    }
    let isNumber = parts.allSatisfy { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isNumber, parts[0].utf8.count <= 12, let whole = Int64(parts[0]),
      parts.count == 1 || (1...2).contains(parts[1].utf8.count)
    else { return nil }
    let decimals = parts.count == 2 ? parts[1] + (parts[1].utf8.count == 1 ? "0" : "") : "0"
    self.init(whole * 100 + (Int64(decimals) ?? 0))
  }
}
