import Decisions
import Ledger
import Portfolio
import Units

extension SheetDocument {
  /// The stages of a customer's life, and what the one of now calls for.
  static func lifeSection(_ life: CustomerLife?, people: [Person]) -> Section {
    let chapters = life.map { Array($0.chapters.reversed()) } ?? []
    return Section(
      .life, lifeFinding(life),
      ReportGrid(
        columns: [
          ReportColumn("stage", Phrase(fr: "Étape", en: "Stage"), .text),
          ReportColumn("wonBack", Phrase(fr: "Regagné", en: "Won back"), .flag, .hidden),
          ReportColumn("from", Phrase(fr: "De", en: "From"), .month),
          ReportColumn("to", Phrase(fr: "À", en: "To"), .month),
          ReportColumn("months", Phrase(fr: "Mois", en: "Months"), .integer),
        ],
        rows: ReportRows(
          chapters.map { chapter in
            [
              .tag(chapter.stage.tag), .flag(chapter.stage == .wonBack), .month(chapter.first), .month(chapter.last),
              .integer(chapter.first.distance(to: chapter.last) + 1),
            ]
          })), notes: life.map { notes($0, people) } ?? [])
  }

  private static func lifeFinding(_ life: CustomerLife?) -> Phrase {
    guard let life else { return Phrase(fr: "Jamais commandé : sans étape", en: "Never ordered: no stage") }
    return Phrase(fr: "Client ", en: "Customer: ") + life.stage.label
      + Phrase(fr: " depuis \(life.since) : ", en: " since \(life.since), ") + life.reading.words
  }

  private static func notes(_ life: CustomerLife, _ people: [Person]) -> [Phrase] {
    sentences {
      Phrase(fr: "L'étape demande : ", en: "The stage calls for: ") + life.stage.attention.label + .stop
      if let loss = life.loss {
        Phrase(fr: "Parcours : ", en: "Path: ") + loss.path.label
          + Phrase(fr: " ; cause présumée : ", en: "; presumed cause: ") + loss.cause.label
          + loss.evidence.reduce(Phrase(fr: "", en: "")) { $0 + Phrase(fr: " ; ", en: "; ") + $1.words(people) } + .stop
      }
      if let back = life.winBack, let chance = back.chance.value {
        Phrase(
          fr: "Chance d'un retour : \(percent: chance.value)",
          en: "Chance of a return: \(percent: chance.value)")
          + (back.worth.value.map {
            Phrase(fr: " ; à espérer : \(euros: $0, .compact)", en: "; to hope for: \(euros: $0, .compact)")
          } ?? Phrase(fr: "", en: "")) + .stop
      }
    }
  }

  /// The stage of now as facts.
  static func lifeFacts(_ life: CustomerLife?) -> [ReportTotal] {
    [
      ReportTotal("stage", life.map { .tag($0.stage.tag) } ?? .unknown, Phrase(fr: "Étape", en: "Stage")),
      ReportTotal("stageSince", life.map { .month($0.since) } ?? .unknown),
      ReportTotal("stageReason", life.map { .tag($0.reading.tag) } ?? .unknown),
      ReportTotal("attention", life.map { .text($0.stage.attention.rawValue) } ?? .unknown),
      ReportTotal("lossCause", life?.loss.map { .tag($0.cause.tag) } ?? .unknown),
      ReportTotal("winBackWorthCents", .cents(life?.winBack?.worth.value)),
    ]
  }
}
