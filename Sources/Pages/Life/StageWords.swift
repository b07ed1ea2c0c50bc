import Decisions
import Ledger
import Portfolio
import Units

extension Stage {
  /// The order in which a life goes through them, as people read it.
  static let reading: [Stage] = [.new, .wonBack, .developing, .mature, .declining, .episodic, .lost]

  /// One customer's stage, in a word.
  var label: Phrase {
    switch self {
    case .new: Phrase(fr: "nouveau", en: "new")
    case .wonBack: Phrase(fr: "regagné", en: "won back")
    case .developing: Phrase(fr: "en développement", en: "developing")
    case .mature: Phrase(fr: "en maturité", en: "mature")
    case .declining: Phrase(fr: "en déclin", en: "declining")
    case .episodic: Phrase(fr: "épisodique", en: "episodic")
    case .lost: Phrase(fr: "perdu", en: "lost")
    }
  }

  /// All customers of the stage.
  var plural: Phrase {
    switch self {
    case .new: Phrase(fr: "nouveaux", en: "new")
    case .wonBack: Phrase(fr: "regagnés", en: "won back")
    case .developing: Phrase(fr: "en développement", en: "developing")
    case .mature: Phrase(fr: "en maturité", en: "mature")
    case .declining: Phrase(fr: "en déclin", en: "declining")
    case .episodic: Phrase(fr: "épisodiques", en: "episodic")
    case .lost: Phrase(fr: "perdus", en: "lost")
    }
  }

  /// The stage as a cell; won back is new for programs, and said beside.
  var tag: ReportCell.Tag { ReportCell.Tag(name, label, tone: tone) }

  private var tone: ReportCell.Tone {
    switch self {
    case .new, .wonBack, .developing: .good
    case .mature: .plain
    case .declining: .bad
    case .episodic, .lost: .faint
    }
  }
}

extension Attention {
  /// What to do, as one says it of a customer.
  var label: Phrase {
    switch self {
    case .care: Phrase(fr: "soigner : le moindre faux pas peut être fatal", en: "take care: a slip can be fatal")
    case .inform: Phrase(fr: "informer des nouveautés", en: "tell them what is new")
    case .serve: Phrase(fr: "servir avec soin, sans presser", en: "serve well, without pressing")
    case .retain: Phrase(fr: "retenir : chercher pourquoi, et agir", en: "retain: find out why, and act")
    case .answer: Phrase(fr: "répondre quand ils demandent", en: "answer when they ask")
    case .weighReturn: Phrase(fr: "peser une reconquête", en: "weigh winning them back")
    }
  }
}

extension StageReading {
  /// Why the customer is in its stage, with the figures that make it.
  var words: Phrase {
    switch reason {
    case .ceased: Phrase(fr: "relation terminée par décision", en: "relation ended by decision")
    case .silentTooLong:
      Phrase(
        fr: "aucune commande depuis \(silence.months) mois",
        en: "no order for \(silence.months, "month", "months")")
    case .firstOrder:
      Phrase(fr: "première commande en \(beginning.month)", en: "first order in \(beginning.month)")
    case .returned: Phrase(fr: "de retour en \(beginning.month)", en: "back in \(beginning.month)")
    case .fewOrders:
      Phrase(
        fr: "\(presence.orders, "commande", "commandes") en \(presence.months) mois",
        en: "\(presence.orders, "order", "orders") in \(presence.months, "month", "months")")
    case .fewActiveMonths:
      Phrase(
        fr: "commande dans \(presence.activeMonths) mois sur \(presence.months)",
        en: "orders in \(presence.activeMonths) of \(presence.months) months")
    case .fell, .grew, .steady: change ?? Phrase(fr: "comparé à un an plus tôt", en: "compared with a year earlier")
    case .fellSlowly:
      Phrase(fr: "baisse lente, deux ans de suite", en: "a slow fall, two years running")
        + (change.map { Phrase(fr: " : ", en: ": ") + $0 } ?? Phrase(fr: "", en: ""))
    case .silent:
      Phrase(
        fr: "silence de \(silence.days, "jour", "jours"), contre \(silence.longestGap ?? 0) au plus d'habitude",
        en: "silent for \(silence.days, "day", "days"), against \(silence.longestGap ?? 0) at most before")
    case .grewWithRange:
      (change ?? Phrase(fr: "en hausse", en: "up"))
        + Phrase(fr: ", et une gamme de plus", en: ", and buying from more ranges")
    case .withinNoise:
      Phrase(fr: "ni hausse ni baisse au-delà du hasard", en: "neither up nor down beyond chance")
    case .unproven:
      Phrase(fr: "pas assez de recul pour comparer", en: "too little history to compare")
    case .stillDeveloping, .stillMature, .stillDeclining:
      signMonth.map {
        Phrase(fr: "rien de net depuis \($0)", en: "nothing clear since \($0)")
      } ?? Phrase(fr: "rien de net depuis", en: "nothing clear since")
    }
  }

  private var change: Phrase? {
    comparison.flatMap { comparison in
      comparison.ratio.map { ratio in
        Phrase(
          fr: """
            \(percent: ratio.value - 1, signed: true) sur un an (\(euros: comparison.current, .compact) contre \
            \(euros: comparison.previous, .compact))
            """,
          en: """
            \(percent: ratio.value - 1, signed: true) in a year (\(euros: comparison.current, .compact) against \
            \(euros: comparison.previous, .compact))
            """)
      }
    }
  }

  /// The reason as a cell: a name for programs, the sentence for people.
  var tag: ReportCell.Tag { ReportCell.Tag(String(describing: reason), words) }
}

extension PortfolioHealth.State {
  /// The state in a word.
  var label: Phrase {
    switch self {
    case .healthy: Phrase(fr: "sain", en: "healthy")
    case .watch: Phrase(fr: "à surveiller", en: "to be watched")
    case .alarm: Phrase(fr: "en alarme", en: "in alarm")
    }
  }

  /// The state as a cell.
  var tag: ReportCell.Tag {
    ReportCell.Tag(rawValue, label, tone: self == .healthy ? .good : self == .alarm ? .bad : .plain)
  }
}

extension PortfolioHealth {
  /// How the portfolio is, and why, in one sentence without its full stop.
  var sentence: Phrase {
    let head = Phrase(fr: "Portefeuille ", en: "The portfolio is ") + state.label
    guard let reason = reasons.first else { return head }
    return head + Phrase(fr: " : ", en: ": ") + words(of: reason)
  }

  /// One reason with its figures.
  func words(of reason: Reason) -> Phrase {
    switch reason {
    case .decliningIsBiggest:
      Phrase(
        fr: "les clients en déclin (\(percent: declining.value)) sont les plus nombreux",
        en: "declining customers (\(percent: declining.value)) are the most numerous")
    case .decliningRises:
      Phrase(
        fr: """
          la part des clients en déclin monte de \(percent: decliningBefore?.value ?? 0, digits: 1) à \
          \(percent: declining.value, digits: 1)
          """,
        en: """
          the share of declining customers rises from \(percent: decliningBefore?.value ?? 0, digits: 1) to \
          \(percent: declining.value, digits: 1)
          """)
    case .majority:
      Phrase(
        fr: """
          développement et maturité font \(percent: soundCustomers.value) des clients et \
          \(percent: soundRevenue?.value ?? 0) du chiffre d'affaires
          """,
        en: """
          developing and mature are \(percent: soundCustomers.value) of the customers and \
          \(percent: soundRevenue?.value ?? 0) of the revenue
          """)
    case .noMajority:
      Phrase(
        fr: """
          développement et maturité ne font que \(percent: soundCustomers.value) des clients et \
          \(percent: soundRevenue?.value ?? 0) du chiffre d'affaires
          """,
        en: """
          developing and mature are only \(percent: soundCustomers.value) of the customers and \
          \(percent: soundRevenue?.value ?? 0) of the revenue
          """)
    }
  }
}
