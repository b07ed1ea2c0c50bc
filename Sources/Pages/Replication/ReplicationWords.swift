import Decisions
import Ledger
import Portfolio
import Units

extension CustomerTrait {
  /// What people call it.
  var label: Phrase {
    switch self {
    case .category: Phrase(fr: "catégorie", en: "category")
    case .sector: Phrase(fr: "secteur", en: "sector")
    case .region: Phrase(fr: "région", en: "region")
    case .size: Phrase(fr: "taille", en: "size")
    case .potential: Phrase(fr: "potentiel", en: "potential")
    case .interest: Phrase(fr: "intérêt", en: "interest")
    case .culture: Phrase(fr: "culture", en: "culture")
    case .mainRange: Phrase(fr: "gamme principale", en: "main range")
    case .rhythm: Phrase(fr: "rythme", en: "rhythm")
    }
  }
}

extension TraitValue {
  /// The value in words.
  var words: Phrase {
    switch self {
    case .text(let text): Phrase(fr: "« \(name: text) »", en: "“\(name: text)”")
    case .potential(_, let from?, let below?):
      Phrase(
        fr: "de \(euros: from, .compact) à \(euros: below, .compact)",
        en: "from \(euros: from, .compact) to \(euros: below, .compact)")
    case .potential(_, nil, let below?):
      Phrase(fr: "moins de \(euros: below, .compact)", en: "under \(euros: below, .compact)")
    case .potential(_, let from?, nil):
      Phrase(fr: "\(euros: from, .compact) et plus", en: "\(euros: from, .compact) and more")
    case .potential(let quarter, nil, nil): Phrase(fr: "\(rank: quarter) quart", en: "\(rank: quarter) quarter")
    case .tempo(let tempo): tempo.label
    }
  }

  /// The value for programs.
  var cell: ReportCell {
    switch self {
    case .text(let text): .text(text)
    case .tempo(let tempo): .text(tempo.rawValue)
    case .potential: .phrase(words)
    }
  }
}

extension TraitEvidence {
  /// The evidence as a cell: how many of the best have it, how many of all.
  var tag: ReportCell.Tag {
    let (best, all) = (shareOfBest?.value ?? 0, shareOfAll?.value ?? 0)
    return ReportCell.Tag(
      trait.rawValue,
      trait.label + Phrase(fr: " ", en: " ") + value.words
        + Phrase(
          fr: " : \(percent: best) des meilleurs, \(percent: all) de tous",
          en: ": \(percent: best) of the best, \(percent: all) of all"),
      tone: tone, figures: members)
  }

  /// The evidence at a glance: whether it speaks for, against, or no further than chance.
  var sign: ReportCell.Tag {
    let mark =
      !isBeyondChance
      ? Phrase(fr: "≈ ", en: "≈ ") : weight < 0 ? Phrase(fr: "− ", en: "− ") : Phrase(fr: "+ ", en: "+ ")
    return ReportCell.Tag(trait.rawValue, mark + short, tone: tone)
  }

  /// Whether it is good or bad news; neither within chance.
  private var tone: ReportCell.Tone { speaksFor ? .good : isBeyondChance && weight < -0.1 ? .bad : .faint }

  /// Whether the best have it clearly more often than all.
  var speaksFor: Bool { isBeyondChance && weight > 0.1 }

  /// The trait and its value.
  var short: Phrase { trait.label + Phrase(fr: " ", en: " ") + value.words }

  /// The figures for programs.
  var members: [ReportCell.Member] {
    [
      .init("value", value.cell), .init("best", .integer(best)), .init("bestKnown", .integer(bestKnown)),
      .init("all", .integer(all)), .init("allKnown", .integer(allKnown)), .init("shareOfBest", .share(shareOfBest)),
      .init("shareOfAll", .share(shareOfAll)), .init("weight", .number(weight)),
    ]
  }
}

extension LookAlikes.Refusal {
  /// Why nobody can be compared.
  var sentence: Phrase {
    switch self {
    case .tooFewCustomers(let found, let needed):
      Phrase(
        fr: """
          Trop peu de clients actifs pour dire à quoi ressemblent les meilleurs : il y en a \(found), il en faut \(needed)
          """,
        en: "Too few active customers to tell what the best are like: there are \(found), it takes \(needed)")
    case .nothingTells:
      Phrase(
        fr: "Rien de ce que l'on sait des clients ne distingue les meilleurs",
        en: "Nothing that is known of customers tells the best ones")
    }
  }
}

extension LookAlikes.Subject {
  /// The cells that say who: a prospect's identifier or a customer's, and the name.
  func cells(in books: Books) -> [ReportCell] {
    switch self {
    case .prospect(let place): [.text(books.prospects[place].id.text), .unknown, .text(books.prospects[place].name)]
    case .customer(let place): [.unknown, books.idCell(place), books.nameCell(place)]
    }
  }

  /// Whether it is no customer yet.
  var isProspect: Bool { if case .prospect = self { true } else { false } }
}

extension ReportColumn {
  static let prospect = ReportColumn("prospect", Phrase(fr: "Prospect", en: "Prospect"), .text, .optional(19))
}

extension TargetCriterion {
  /// What people call it.
  var label: Phrase {
    switch self {
    case .size: Phrase(fr: "taille", en: "size")
    case .activity: Phrase(fr: "activité", en: "activity")
    case .region: Phrase(fr: "région", en: "region")
    case .interest: Phrase(fr: "intérêt", en: "interest")
    case .culture: Phrase(fr: "culture", en: "culture")
    }
  }
}

extension TargetJudgement {
  /// The judgement as a cell.
  var tag: ReportCell.Tag {
    let said = value.map { Phrase(fr: " « \(name: $0) »", en: " “\(name: $0)”") } ?? Phrase(fr: "", en: "")
    return ReportCell.Tag(
      criterion.rawValue,
      criterion.label + said + Phrase(fr: " : \(percent: part.value)", en: ": \(percent: part.value)") + ground.words,
      tone: ground.isUnknown ? .faint : part.millionths >= 666_667 ? .good : part.millionths < 333_333 ? .bad : .plain,
      figures: [
        .init("value", .text(value)), .init("part", .share(part.value)), .init("ground", .text(ground.code)),
        .init("objective", .flag(criterion.isObjective)),
      ])
  }
}

extension TargetJudgement {
  /// The judgement at a glance; what is not known says so.
  var short: ReportCell.Tag {
    ReportCell.Tag(
      criterion.rawValue,
      criterion.label
        + (ground.isUnknown
          ? Phrase(fr: " : ?", en: ": ?")
          : Phrase(fr: " \(percent: part.value)", en: " \(percent: part.value)")),
      tone: tag.tone)
  }
}

extension TargetJudgement.Ground {
  /// The name in JSON.
  var code: String {
    switch self {
    case .wanted: "wanted"
    case .notWanted: "notWanted"
    case .likeBest: "likeBest"
    case .served: "served"
    case .notServed: "notServed"
    case .stated: "stated"
    case .missing: "missing"
    case .unreadable: "unreadable"
    case .unseen: "unseen"
    case .nothingToCompare: "nothingToCompare"
    }
  }

  static let codes = [
    "wanted", "notWanted", "likeBest", "served", "notServed", "stated", "missing", "unreadable", "unseen",
    "nothingToCompare",
  ]

  fileprivate var words: Phrase {
    switch self {
    case .wanted: Phrase(fr: ", visé", en: ", wanted")
    case .notWanted: Phrase(fr: ", non visé", en: ", not wanted")
    case .likeBest(let best, let all):
      Phrase(fr: ", \(best) des \(all) sont parmi les meilleurs", en: ", \(best) of \(all) are among the best")
    case .served: Phrase(fr: ", servie", en: ", served")
    case .notServed: Phrase(fr: ", servie par personne", en: ", served by nobody")
    case .stated: Phrase(fr: "", en: "")
    case .missing: Phrase(fr: ", inconnu", en: ", unknown")
    case .unreadable: Phrase(fr: ", mot illisible", en: ", a word nobody can read")
    case .unseen: Phrase(fr: ", aucun client n'en est", en: ", no customer has it")
    case .nothingToCompare: Phrase(fr: ", rien à quoi comparer", en: ", nothing to compare with")
    }
  }
}

extension ExpertiseState {
  /// How far it is, as a word.
  var tag: ReportCell.Tag {
    switch self {
    case .planned: ReportCell.Tag(rawValue, Phrase(fr: "prévu", en: "planned"), tone: .faint)
    case .underway: ReportCell.Tag(rawValue, Phrase(fr: "en cours", en: "under way"))
    case .done: ReportCell.Tag(rawValue, Phrase(fr: "terminé", en: "done"), tone: .good)
    case .dropped: ReportCell.Tag(rawValue, Phrase(fr: "abandonné", en: "dropped"), tone: .faint)
    }
  }
}

extension CategoryField {
  /// What people call the field.
  public var label: Phrase {
    switch self {
    case .need: Phrase(fr: "Ce dont ils ont besoin", en: "What they need")
    case .thinking: Phrase(fr: "Comment ils pensent", en: "How they think")
    case .deciding: Phrase(fr: "Comment ils décident", en: "How they decide")
    case .skill: Phrase(fr: "Compétence ou offre", en: "Skill or offer")
    case .budget: Phrase(fr: "Budget, en €", en: "Budget, in €")
    case .owner: Phrase(fr: "Responsable", en: "Owner")
    case .targetRate: Phrase(fr: "Taux de marge visé", en: "Margin rate aimed at")
    case .started: Phrase(fr: "Depuis le mois", en: "Since the month")
    case .state: Phrase(fr: "Avancement", en: "How far it is")
    }
  }
}
