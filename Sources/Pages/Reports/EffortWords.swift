import Decisions
import Ledger
import Portfolio
import Units

extension CallPlan {
  /// The rows with who serves them, those that gain most first, those of unknown margin last.
  var rowsByGain: [(row: Row, seller: CallSeller)] {
    rows.sorted { left, right in
      guard let first = left.gain, let second = right.gain, first != second else {
        return (left.gain == nil) == (right.gain == nil) ? left.customer < right.customer : right.gain == nil
      }
      return first > second
    }.map { ($0, loads[$0.account.seller].seller) }
  }

  /// The moves of a visit and more between two customers that bring something.
  var wholeMoves: some Collection<CallMove> {
    moves.lazy.filter { $0.donor != nil && $0.receiver != nil && self.visits($0.minutes) > 0 && $0.gain > .zero }
  }

  /// The first fifty of them.
  var toldMoves: [CallMove] { Array(wholeMoves.prefix(50)) }

  /// Minutes that change hands.
  var moved: Int { rows.reduce(0) { $0 + max(0, $1.change) } }

  /// A year, or so many months.
  var period: Phrase {
    terms.months == 12
      ? Phrase(fr: " par an", en: " a year")
      : Phrase(fr: " en \(terms.months) mois", en: " in \(terms.months, "month", "months")")
  }

  /// Six visits from X to Y: + 4,300 € a year.
  func sentence(_ move: CallMove, books: Books) -> Phrase {
    let visits = visits(move.minutes)
    func name(_ customer: Int?) -> String { customer.map { books.customers.names[$0] } ?? "" }
    return Phrase(
      fr: """
        \(visits, "visite", "visites") de \(name: name(move.donor)) à \(name: name(move.receiver)) : \
        \(euros: move.gain, .signed)
        """,
      en: """
        \(visits, "visit", "visits") from \(name: name(move.donor)) to \(name: name(move.receiver)): \
        \(euros: move.gain, .signed)
        """) + period
  }

  /// A move for programs.
  func members(_ move: CallMove, books: Books) -> [ReportCell.Member] {
    func id(_ customer: Int?) -> ReportCell { customer.map { books.idCell($0) } ?? .unknown }
    func name(_ customer: Int?) -> ReportCell { customer.map { books.nameCell($0) } ?? .unknown }
    return [
      .init("salesperson", .text(loads[move.seller].seller.id.text)), .init("from", id(move.donor)),
      .init("fromName", name(move.donor)), .init("to", id(move.receiver)), .init("toName", name(move.receiver)),
      .init("hours", .minutes(move.minutes)), .init("visits", .integer(visits(move.minutes))),
      .init("gainCents", .cents(move.gain)),
    ]
  }

  /// A higher level for programs.
  func members(_ upgrade: ServiceUpgrade, books: Books) -> [ReportCell.Member] {
    [
      .init("customer", books.idCell(upgrade.customer)), .init("name", books.nameCell(upgrade.customer)),
      .init("salesperson", .text(loads[upgrade.seller].seller.id.text)), .init("serviceLevel", .tag(upgrade.level.tag)),
      .init("hours", .minutes(upgrade.minutes)), .init("moreHours", .minutes(upgrade.more)),
      .init("gainCents", .cents(upgrade.gain)),
    ]
  }

  /// A change of salesperson for programs.
  func members(_ change: CallReassignment, books: Books) -> [ReportCell.Member] {
    [
      .init("customer", books.idCell(change.customer)), .init("name", books.nameCell(change.customer)),
      .init("from", .text(loads[change.from].seller.id.text)), .init("to", .text(loads[change.to].seller.id.text)),
      .init("hours", .minutes(change.minutes)), .init("gainCents", .cents(change.gain)),
    ]
  }
}

extension Knowable<CallPlan, CallPlan.Refusal> {
  /// What the plan finds, in one sentence.
  var title: Phrase {
    switch self {
    case .unknown(let reason): reason.title
    case .known(let plan) where plan.moved == 0:
      Phrase(fr: "Les heures sont déjà là où elles rapportent le plus", en: "Hours are where they bring most already")
    case .known(let plan) where plan.gain < .zero:
      Phrase(
        fr: "Tenir ce que les niveaux promettent et permettent coûterait \(euros: -plan.gain, .compact) de marge",
        en: "Keeping to what levels promise and allow would cost \(euros: -plan.gain, .compact) of margin")
        + plan.period
    case .known(let plan):
      Phrase(
        fr: "\(minutes: plan.moved) à donner à d'autres clients : \(euros: plan.gain, .compact) de marge en plus",
        en: "\(minutes: plan.moved) to give to other customers: \(euros: plan.gain, .compact) more margin")
        + plan.period
    }
  }
}

extension CallPlan.Refusal {
  /// The same as a title.
  var title: Phrase {
    switch self {
    case .noSalesTime:
      Phrase(fr: "On ne sait pas à qui vont les visites", en: "Nobody knows whom the visits go to")
    case .noSalesperson:
      Phrase(fr: "On ne sait pas quel commercial suit quel client", en: "Nobody knows which salesperson serves whom")
    case .noMargin:
      Phrase(fr: "On ne sait pas ce que rapportent les visites", en: "Nobody knows what the visits bring")
    }
  }

  /// What is missing, and how to bring it.
  var sentence: Phrase {
    switch self {
    case .noSalesTime:
      Phrase(
        fr:
          "Aucune visite ni appel d'un commercial à ses clients : importez-les (--as services), avec qui les a faits.",
        en:
          "No visit or call of a salesperson to own customers: import them (--as services), with who made them.")
    case .noSalesperson:
      Phrase(
        fr: "Aucun client actif n'a de commercial : ajoutez une colonne « Commercial » au fichier client.",
        en: "No active customer has a salesperson: add a column “Salesperson” to the customer file.")
    case .noMargin:
      Phrase(
        fr: "Aucune marge n'est connue : ajoutez le coût des lignes ou des articles.",
        en: "No margin is known: add the cost of lines or of products.")
    }
  }
}

extension CallAccount.Standing {
  /// The standing as a cell.
  var tag: ReportCell.Tag {
    switch self {
    case .belowLevel:
      ReportCell.Tag(rawValue, Phrase(fr: "▼ sous sa promesse", en: "▼ below its promise"), tone: .bad)
    case .atLevel:
      ReportCell.Tag(
        rawValue, Phrase(fr: "● entre promesse et plafond", en: "● between promise and ceiling"), tone: .good)
    case .aboveLevel:
      ReportCell.Tag(rawValue, Phrase(fr: "▲ au-dessus du plafond de son niveau", en: "▲ above its level's ceiling"))
    }
  }
}

extension CallAccount.Basis {
  /// The basis as a cell.
  var tag: ReportCell.Tag {
    switch self {
    case .curve: ReportCell.Tag(rawValue, Phrase(fr: "ce que rapportent les heures", en: "what hours bring"))
    case .nothingToEarn:
      ReportCell.Tag(rawValue, Phrase(fr: "sa promesse : rien à gagner", en: "its promise: nothing to earn"))
    case .marginUnknown:
      ReportCell.Tag(
        rawValue, Phrase(fr: "aujourd'hui : marge inconnue", en: "today: margin unknown"), tone: .faint)
    }
  }
}
