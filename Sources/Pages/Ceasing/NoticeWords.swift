import Decisions
import Ledger
import Portfolio
import Units

extension Phrase {
  /// What stands under every notice and every refusal, whoever shows it.
  public static let haveCounselCheck = Phrase(
    fr: "À faire vérifier par votre conseil avant tout envoi : ceci est une proposition, pas un avis juridique.",
    en: "Have counsel check before anything is sent: this is a proposal, not legal advice.")

  /// An article: what it is about, what it says, where it stands.
  static func article(_ source: LegalSource) -> Phrase {
    Phrase(
      fr: "\(words: source.title(in: .fr)) (\(words: source.citation(in: .fr))) : \(words: source.sentence(in: .fr))",
      en: "\(words: source.title(in: .en)) (\(words: source.citation(in: .en))): \(words: source.sentence(in: .en))")
  }
}

extension Notice {
  /// Everything that is to be read of a notice, in order: the proposal, its reasons, the law, and always counsel.
  public var sentences: [Phrase] {
    [proposed] + reasons.map(\.sentence) + sources.map { Phrase.article($0) } + [.haveCounselCheck]
  }

  /// The proposal itself.
  var proposed: Phrase {
    switch (proposal, end) {
    case (.months(let months), let end?):
      Phrase(
        fr: "\(months, "mois", "mois") de préavis à partir du \(start) : fin le \(end).",
        en: "\(months, "month", "months") of notice from \(start): the end is on \(end).")
    case (.ask(let least), _), (.months(let least), nil):
      Phrase(
        fr: """
          Depuis quand dure la relation ? Au moins \(least, "mois", "mois") de préavis à partir du \(start) : pas de fin \
          avant le \(earliestEnd).
          """,
        en: """
          Since when does the relation last? At least \(least, "month", "months") of notice from \(start): no end before \
          \(earliestEnd).
          """)
    case (.none, _) where earliestEnd > start:
      Phrase(
        fr: "Aucun préavis n'est dû, mais pas de fin avant le \(earliestEnd).",
        en: "No notice is owed, but there is no end before \(earliestEnd).")
    case (.none, _): Phrase(fr: "Aucun préavis n'est dû.", en: "No notice is owed.")
    }
  }
}

extension Notice.Reason {
  /// The reason as a sentence.
  var sentence: Phrase {
    switch self {
    case .length(let years):
      Phrase(
        fr: "La relation est dans sa \(words: Self.feminine(years)) année : un mois par année commencée.",
        en: "The relation is in its \(rank: years) year: a month for each year begun.")
    case .leftCensored(let years):
      Phrase(
        fr: """
          Les données commencent avec la relation : elle est au moins dans sa \(words: Self.feminine(years)) année, peut-être plus \
          ancienne.
          """,
        en: "The data begin with the relation: it is in its \(rank: years) year at least, and may be older.")
    case .invoicesGoBackFurther(let said, let since):
      Phrase(
        fr:
          "Vous écrivez depuis le \(said), mais les factures remontent à \(since.month) : le préavis compte depuis lors.",
        en: "You wrote since \(said), but invoices go back to \(since.month): the notice counts from then.")
    case .unknownLength:
      Phrase(fr: "Rien ne dit depuis quand dure la relation.", en: "Nothing tells since when the relation lasts.")
    case .raisedToLeast(let months):
      Phrase(
        fr: "Vos règles n'en demandent pas moins de \(months, "mois", "mois").",
        en: "Your rules ask for no fewer than \(months, "month", "months").")
    case .loweredToMost(let months):
      Phrase(
        fr: "Vos règles n'en demandent pas plus de \(months, "mois", "mois").",
        en: "Your rules ask for no more than \(months, "month", "months").")
    case .usageHolds(let months):
      Phrase(
        fr: "Le contrat ou l'usage prévoit \(months, "mois", "mois") : c'est plus, cela vaut.",
        en: "The contract or usage names \(months, "month", "months"): that is more, and holds.")
    case .usageIsShorter(let months):
      Phrase(
        fr: "Le contrat ou l'usage prévoit \(months, "mois", "mois") : les juges ne s'y tiennent pas.",
        en: "The contract or usage names \(months, "month", "months"): courts do not stop there.")
    case .alwaysSuffices:
      Phrase(fr: "Dix-huit mois suffisent toujours.", en: "Eighteen months always suffice.")
    case .contractRuns(let day):
      Phrase(
        fr: "Un contrat à durée fixée court jusqu'au \(day) : pas de fin avant.",
        en: "A contract of fixed term runs until \(day): there is no end before.")
    case .fixedTermEnds(let day):
      Phrase(
        fr:
          "Un contrat à durée fixée finit le \(day) : la relation est moins établie ; la proposition n'en tient pas compte.",
        en: "A fixed term ends on \(day): the relation is less of an established one; nothing is taken off for it.")
    case .repeatedTenders(let count):
      Phrase(
        fr: """
          \(count) appels d'offres gagnés de suite : la relation est moins établie ; la proposition n'en tient pas compte.
          """,
        en: """
          \(count) tenders won one after another: the relation is less of an established one; nothing is taken off for it.
          """)
    case .dependent(let share):
      Phrase(
        fr: "\(percent: share.value) de ses achats se font chez vous : votre conseil peut ajouter des mois.",
        en: "\(percent: share.value) of its purchases are made with you: counsel may add months.")
    case .notDependent(let share):
      Phrase(
        fr: "\(percent: share.value) de ses achats se font chez vous : peu de dépendance.",
        en: "\(percent: share.value) of its purchases are made with you: little dependence.")
    case .steepPriceRise(let rate):
      Phrase(
        fr: "Une hausse de \(percent: rate.value, digits: 1) s'annonce comme une fin : c'est une rupture partielle.",
        en: "A rise of \(percent: rate.value, digits: 1) is warned as an end is: it is a rupture in part.")
    case .usualPriceRise(let rate):
      Phrase(
        fr: "Une hausse de \(percent: rate.value, digits: 1) peut se demander à tous : ce n'est pas une rupture.",
        en: "A rise of \(percent: rate.value, digits: 1) may be asked of anybody: it is no rupture.")
    case .serviceCut(let from, let to):
      Phrase(fr: "Passer de la relation ", en: "To go from ") + from.label + Phrase(fr: " à ", en: " to ") + to.label
        + Phrase(
          fr: " s'annonce comme une fin : c'est une rupture partielle.",
          en: " service is warned as an end is: it is a rupture in part.")
    case .serviceKept:
      Phrase(fr: "Le service ne diminue pas : ce n'est pas une rupture.", en: "Service is no leaner: it is no rupture.")
    case .excused(.seriousNonPerformance):
      Phrase(
        fr: "Il n'a pas tenu ses engagements, gravement : réunissez les preuves.",
        en: "It seriously did not perform: gather the proof.")
    case .excused(.forceMajeure):
      Phrase(fr: "C'est un cas de force majeure : réunissez les preuves.", en: "It is force majeure: gather the proof.")
    case .consumer:
      Phrase(
        fr: "Un particulier n'est pas protégé par ce préavis : le contrat dit ce qui vaut.",
        en: "A consumer is not protected by this notice: the contract says what holds.")
    case .priorConditionsHold:
      Phrase(
        fr: "Prix, délais et volumes restent ceux d'avant jusqu'au dernier jour.",
        en: "Prices, terms and volumes stay as they were until the last day.")
    }
  }
}

extension Notice.Reason {
  /// The place of a year in French, which is feminine: `1re`, `2e`.
  private static func feminine(_ place: Int) -> String { place == 1 ? "1re" : "\(place)e" }
}

extension Notice.Weight {
  /// What a reason of this weight does.
  var label: Phrase {
    switch self {
    case .sets: Phrase(fr: "fixe la durée", en: "sets the length")
    case .lengthens: Phrase(fr: "peut allonger", en: "may lengthen")
    case .weakens: Phrase(fr: "affaiblit la relation établie", en: "weakens “established”")
    case .informs: Phrase(fr: "à savoir", en: "to be known")
    }
  }
}
