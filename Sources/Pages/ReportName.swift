/// The reports there are; the raw value is the name in commands and JSON.
public enum ReportName: String, CaseIterable, Sendable {
  case ranking, bands, time, profitability, categories, floors, stakes, adequacy, tomorrow, cleanup, reconciliation
  case suggestions, month, file, stages, transitions, losses, forecast, nextorders, verdicts, effort, prices
  case pricepolicy, pvm
  case targets, lookalikes, whitespace, replication

  /// The name people read.
  public var label: Phrase {
    switch self {
    case .ranking: Phrase(fr: "Classement", en: "Ranking")
    case .bands: Phrase(fr: "Tranches", en: "Bands")
    case .time: Phrase(fr: "Le temps, c'est de l'argent", en: "Time is money")
    case .profitability: Phrase(fr: "Rentabilité", en: "Profitability")
    case .categories: Phrase(fr: "Catégories", en: "Categories")
    case .floors: Phrase(fr: "Planchers", en: "Floors")
    case .stakes: Phrase(fr: "Enjeux", en: "Stakes")
    case .adequacy: Phrase(fr: "Adéquation", en: "Adequacy")
    case .tomorrow: Phrase(fr: "Clients de demain", en: "Tomorrow's customers")
    case .cleanup: Phrase(fr: "Tri du fichier", en: "Clean-up")
    case .reconciliation: Phrase(fr: "Rapprochement", en: "Reconciliation")
    case .suggestions: Phrase(fr: "Catégories proposées", en: "Suggested categories")
    case .file: Phrase(fr: "Fichier client", en: "Customer file")
    case .stages: Phrase(fr: "Étapes de vie", en: "Life cycle")
    case .transitions: Phrase(fr: "D'une étape à l'autre", en: "From stage to stage")
    case .effort: Phrase(fr: "Plan de visites", en: "Call plan")
    case .losses: Phrase(fr: "Pertes et reconquête", en: "Losses and win-back")
    case .forecast: Phrase(fr: "Prévisions", en: "Forecast")
    case .nextorders: Phrase(fr: "Prochaines commandes", en: "Next orders")
    case .verdicts: Phrase(fr: "Verdicts", en: "Verdicts")
    case .prices: Phrase(fr: "Prix", en: "Prices")
    case .pricepolicy: Phrase(fr: "Politique tarifaire", en: "Price policy")
    case .pvm: Phrase(fr: "Prix, volume, mix", en: "Price, volume, mix")
    case .targets: Phrase(fr: "Clients cibles", en: "Target customers")
    case .lookalikes: Phrase(fr: "Qui ressemble aux meilleurs", en: "Look-alikes")
    case .whitespace: Phrase(fr: "Gammes manquantes", en: "White space")
    case .replication: Phrase(fr: "Plan de réplication", en: "Replication plan")
    case .month: Phrase(fr: "Ce qui a changé", en: "What changed")
    }
  }

  /// Whether it is made from the lines of all products, which are read for who asks: `PortfolioAnalysis.readPrices`.
  public var readsProducts: Bool { [.prices, .pricepolicy, .pvm, .verdicts].contains(self) }
}
