import Units

/// What a person confirms so that a step may be taken although something stands against it; the diary keeps the words.
///
/// Method: docs/methods/notice.md.
public enum CeasingConfirmation: Hashable, Sendable {
  /// The letter goes out and no last offer is noted.
  case withoutOffer
  /// The letter goes out with a last day that comes before the end of the notice that is proposed.
  case shortNotice(lastDay: Day, proposed: Day)
  /// The relation ends before the notice has run out on this day: the customer agreed.
  case agreedEarlier(lastDay: Day)

  /// Its name in forms.
  public var code: String {
    switch self {
    case .withoutOffer: "withoutOffer"
    case .shortNotice: "shortNotice"
    case .agreedEarlier: "agreedEarlier"
    }
  }

  /// The option of the command line.
  public var option: String {
    switch self {
    case .withoutOffer: "--without-offer"
    case .shortNotice: "--short-notice"
    case .agreedEarlier: "--agreed-earlier"
    }
  }

  /// What is confirmed, as it stands beside its tick and in the diary.
  public func word(in language: Language) -> String {
    switch self {
    case .withoutOffer: language(fr: "Sans dernière offre", en: "Without a last offer")
    case .shortNotice(let day, let proposed):
      language(
        fr: "Fin le \(day.written(in: .fr)), avant le \(proposed.written(in: .fr)) du préavis proposé",
        en: "The end on \(day.written(in: .en)), before \(proposed.written(in: .en)) of the notice proposed")
    case .agreedEarlier:
      language(fr: "Le client a accepté une fin plus tôt", en: "The customer agreed to end earlier")
    }
  }

  /// What stands against the step, and how it is confirmed in the browser.
  func asked(in language: Language) -> String {
    let tick = language(
      fr: "cochez « \(word(in: .fr)) »", en: "tick “\(word(in: .en))”")
    return sentence(confirming: tick, in: language)
  }

  /// What stands against the step, and how it is confirmed on the command line.
  public func askedOfCommand(in language: Language) -> String {
    sentence(confirming: language(fr: "ajoutez \(option)", en: "add \(option)"), in: language)
  }

  private func sentence(confirming how: String, in language: Language) -> String {
    switch self {
    case .withoutOffer:
      language(
        fr: "Aucune dernière offre n’est notée : \(how) pour noter l’envoi tout de même.",
        en: "No last offer is noted: \(how) to note that it was sent all the same.")
    case .shortNotice(let day, let proposed):
      language(
        fr: """
          Le dernier jour écrit, le \(day.written(in: .fr)), vient avant le \(proposed.written(in: .fr)), fin du préavis \
          proposé : \(how) pour noter l’envoi tout de même.
          """,
        en: """
          The last day that was written, \(day.written(in: .en)), comes before \(proposed.written(in: .en)), the end of the \
          notice proposed: \(how) to note that it was sent all the same.
          """)
    case .agreedEarlier(let day):
      language(
        fr:
          "Le préavis court jusqu’au \(day.written(in: .fr)) : \(how) si le client a accepté de finir avant ce jour.",
        en: "The notice runs until \(day.written(in: .en)): \(how) if the customer agreed to end before that day.")
    }
  }
}
