import Decisions
import Ledger
import Portfolio
import Units

extension DoorBar {
  /// What stands beside a name.
  var label: Phrase {
    switch self {
    case .refused: Phrase(fr: "refus à la porte", en: "refused at the door")
    case .losingCategory: Phrase(fr: "catégorie qui perd", en: "category that loses")
    case .conditions: Phrase(fr: "sous conditions", en: "on conditions")
    }
  }
}

extension DoorBar? {
  /// The bar as a cell; unknown for who is welcome.
  var cell: ReportCell {
    map { .tag(ReportCell.Tag($0.rawValue, $0.label, tone: $0.isClosed ? .bad : .plain)) } ?? .unknown
  }
}

extension ReportColumn {
  static let doorBar = ReportColumn("door", Phrase(fr: "À la porte", en: "At the door"), .text, .optional(2))
}

extension CompanyAnalysis {
  /// Who is scored: prospects to win, customers, and prospects that are none to win.
  var targetRows: [TargetScores.Row] {
    let rows = life.targets.rows
    let open = rows.filter { !life.isClosed($0.subject) }
    return open.filter(\.subject.isProspect) + open.filter { !$0.subject.isProspect }
      + rows.filter { life.isClosed($0.subject) }
  }

  /// How many prospects are none to win; nothing where all are welcome.
  var barredSentence: Phrase? {
    let (refused, losing) = (life.bars.count { $0 == .refused }, life.bars.count { $0 == .losingCategory })
    guard refused + losing > 0 else { return nil }
    let why = [
      refused == 0
        ? nil : Phrase(fr: "\(refused, "refusé", "refusés") à la porte", en: "\(refused) refused at the door"),
      losing == 0
        ? nil
        : Phrase(fr: "\(losing) d'une catégorie qui perd de l'argent", en: "\(losing) of a category that loses money"),
    ]
    let count = refused + losing
    return Phrase(
      fr: "\(count, "prospect n'est pas compté et vient", "prospects ne sont pas comptés et viennent") en dernier",
      en: "\(count, "prospect is not counted and comes", "prospects are not counted and come") last")
      + Phrase(fr: " : ", en: ": ") + Phrase.list(why.compactMap { $0 }) + .stop
  }
}
