import Decisions
import Ledger
import Portfolio
import Units

/// What fills in a letter's template: only what is known; what is not stands as a blank that is seen.
public struct LetterValues: Sendable {
  let all: [String: any Sendable]

  /// The names that a template may use.
  static let names = [
    "sender", "recipient", "place", "date", "reference", "since", "reason", "months", "isNoticed", "end", "signatory",
    "role",
  ]

  /// What each name stands for.
  static func meaning(of name: String) -> Phrase? {
    switch name {
    case "sender": Phrase(fr: "qui écrit, avec son adresse", en: "who writes, with the address")
    case "recipient": Phrase(fr: "le client, avec son adresse", en: "the customer, with its address")
    case "place": Phrase(fr: "d'où l'on écrit", en: "where it is written")
    case "date": Phrase(fr: "le jour de la lettre", en: "the day of the letter")
    case "reference": Phrase(fr: "votre référence, s'il y en a une", en: "your reference, if there is one")
    case "since": Phrase(fr: "depuis quand dure la relation", en: "since when the relation lasts")
    case "reason": Phrase(fr: "le motif, s'il y en a un", en: "the reason, if there is one")
    case "months": Phrase(fr: "la durée du préavis", en: "the length of the notice")
    case "isNoticed": Phrase(fr: "vrai quand un préavis est dû", en: "true where a notice is owed")
    case "end": Phrase(fr: "le dernier jour", en: "the last day")
    case "signatory": Phrase(fr: "qui signe", en: "who signs")
    case "role": Phrase(fr: "sa fonction", en: "their role")
    default: nil
    }
  }

  /// What stands before and after a blank: private characters that no data keeps.
  static let blankMarks: (open: Character, close: Character) = ("\u{E000}", "\u{E001}")

  /// Gathers what is known of a relation.
  /// - Parameters:
  ///   - address: the customer's, as its record tells; empty where it does not.
  ///   - company: whoever writes, as far as the rules tell; what the case says of it comes first.
  ///   - day: the letter's date.
  ///   - voice: the letter's language.
  public init(
    _ file: CeasingFile, facts: CeasingFacts, address: [String], company: Policy.Company, day: Day, in voice: Voice
  ) {
    func blank(_ words: Phrase) -> String {
      String(Self.blankMarks.open) + words.text(in: voice) + String(Self.blankMarks.close)
    }
    func known(_ fact: CeasingFact, of rule: String, else words: Phrase) -> String {
      (facts[fact] ?? (rule.isEmpty ? nil : rule)).map(Self.clean) ?? blank(words)
    }
    let relation = file.relation
    var values: [String: any Sendable] = [
      "recipient": facts[.recipient].map(Self.clean)
        ?? ([file.name] + address).map(Self.clean).joined(separator: "\n")
        + (address.isEmpty ? "\n" + blank(Phrase(fr: "adresse du destinataire", en: "the recipient's address")) : ""),
      "sender": facts[.sender].map(Self.clean) ?? Self.sender(company, blank),
      "place": known(.place, of: company.place, else: Phrase(fr: "lieu", en: "place")), "date": voice.day(day),
      "signatory": known(
        .signatory, of: company.signatory, else: Phrase(fr: "nom du signataire", en: "name of the signatory")),
      "role": known(
        .role, of: company.signatoryRole, else: Phrase(fr: "fonction du signataire", en: "role of the signatory")),
      "end": file.end.map { voice.day($0) } ?? blank(Phrase(fr: "date de fin", en: "last day")),
      "since": Self.since(relation, said: relation.saidLater == nil ? facts.day(.since) : nil, voice: voice, blank),
    ]
    if let reference = facts[.reference] { values["reference"] = Self.clean(reference) }
    if let reason = facts[.reason] {
      values["reason"] = Self.clean(reason)
    } else if relation.excuse != nil {
      values["reason"] = blank(
        Phrase(fr: "faits reprochés ou événement, avec leurs dates", en: "what happened, with its dates"))
    }
    values["isNoticed"] = file.notice.proposal != .none
    switch file.notice.proposal {
    case .months(let months) where file.end == file.notice.start.advanced(byMonths: months):
      values["months"] = Phrase(fr: "\(months, "mois", "mois")", en: "\(months, "month", "months")").text(in: voice)
    case .ask(let least) where file.end == nil:
      values["months"] = blank(
        Phrase(
          fr: "durée du préavis, au moins \(least, "mois", "mois")",
          en: "length of the notice, at least \(least, "month", "months")"))
    default: break
    }
    all = values
  }

  /// Name and address of whoever writes, line by line, with a blank for what the rules do not tell.
  private static func sender(_ company: Policy.Company, _ blank: (Phrase) -> String) -> String {
    let name = company.name.isEmpty ? [] : [clean(company.name)]
    let address = company.address.map(clean)
    let missing =
      address.isEmpty
      ? [
        blank(
          name.isEmpty
            ? Phrase(fr: "votre société et son adresse", en: "your company and its address")
            : Phrase(fr: "votre adresse", en: "your address"))
      ] : name.isEmpty ? [blank(Phrase(fr: "votre société", en: "your company"))] : []
    return (name.isEmpty ? missing + address : name + address + missing).joined(separator: "\n")
  }

  /// Since when: a day where one is known, a month where invoices tell it, a blank where it may be longer.
  private static func since(
    _ relation: EndingRelation, said: Day?, voice: Voice, _ blank: (Phrase) -> String
  ) -> String {
    if let said {
      return voice.language(fr: "le ", en: "") + voice.day(said)
    }
    guard let first = relation.since else {
      return blank(Phrase(fr: "début de la relation", en: "beginning of the relation"))
    }
    guard relation.isLeftCensored else { return voice.month(first.month) }
    return blank(
      Phrase(
        fr: "début de la relation, au plus tard \(first.month)",
        en: "beginning of the relation, \(first.month) at the latest")
    )
  }

  /// A text of the data without the marks of blanks.
  private static func clean(_ text: String) -> String {
    text.filter { $0 != blankMarks.open && $0 != blankMarks.close }
  }
}
