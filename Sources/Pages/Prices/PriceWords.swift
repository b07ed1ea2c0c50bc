import Ledger
import Portfolio
import Units

extension ReportColumn {
  /// What a customer pays against the others.
  static let priceIndex = ReportColumn("index", Phrase(fr: "Indice de prix", en: "Price index"), .percent(digits: 1))
}

extension Phrase {
  /// Why there is no index at all.
  static let noProducts = Phrase(
    fr: "Aucune ligne ne dit le produit et la quantité.", en: "No line tells product and quantity.")
  static let noProductsTitle = Phrase(
    fr: "Pas de prix à comparer : aucune ligne ne dit le produit et la quantité",
    en: "No prices to compare: no line tells product and quantity")
  /// Why no rise is told.
  static let noPriceAlone = Phrase(
    fr: "Aucun prix seul n'y suffit : il faut aussi servir autrement.",
    en: "No price alone does it: it also has to be served otherwise.")
  /// The same beside its reasons.
  static let noPriceAloneInBrief = Phrase(fr: "aucun prix seul n'y suffit", en: "no price alone does it")
  /// Why there is no average price.
  static let severalUnits = Phrase(
    fr: "Plusieurs unités de mesure, ou aucune quantité.", en: "Several units of measure, or no quantity.")
}

extension Phrase {
  /// Why there is no figure of a year.
  static let beforeData = Phrase(fr: "Les données ne remontent pas là.", en: "The data do not reach back there.")
}

extension PriceBand.Step {
  /// From … to …, in percent of the others' prices.
  var label: Phrase {
    switch (from, to) {
    case (nil, let to?): Phrase(fr: "moins de \(to)", en: "under \(to)")
    case (let from?, nil): Phrase(fr: "\(from) et plus", en: "\(from) and more")
    default: Phrase(fr: "\(from ?? 0)–\(to ?? 0)", en: "\(from ?? 0)–\(to ?? 0)")
    }
  }

  /// The figures for programs.
  var members: [ReportCell.Member] {
    [
      .init("fromIndex", .share(from.map { Double($0) / 100 })), .init("toIndex", .share(to.map { Double($0) / 100 })),
      .init("customers", .integer(customers)), .init("revenueCents", .cents(revenue)),
    ]
  }
}

extension PriceIndex.Unknown {
  /// Why a customer has no index.
  var sentence: Phrase {
    switch self {
    case .nothingBought: Phrase(fr: "Rien acheté en quantité.", en: "Nothing bought in a quantity.")
    case .tooLittleCompared:
      Phrase(
        fr: "Trop peu d'autres clients achètent la même chose.", en: "Too few other customers buy the same.")
    }
  }
}

extension PriceVolumeMix.Unknown {
  /// Why there is no bridge.
  var sentence: Phrase {
    switch self {
    case .noPreviousMonths:
      Phrase(
        fr: "Pas de pont sur tout l'historique : il n'y a rien avant",
        en: "No bridge over all of history: there is nothing before it")
    case .previousBeforeData:
      Phrase(
        fr: "Pas encore de pont : les données ne remontent pas à la période d'avant",
        en: "No bridge yet: the data do not reach back to the period before")
    }
  }
}

extension Revaluation {
  /// Those under their floor whose price is not the cause, in a sentence; nothing where there are none.
  var otherwiseSentence: Phrase? {
    let count = otherwiseUnderFloor.count
    guard count > 0 else { return nil }
    return Phrase(
      fr: """
        \(count, "autre client est", "autres clients sont") sous \(agreeing: count, "son", "leur") plancher pour une autre raison \
        que \(agreeing: count, "son", "leur") prix : les verdicts disent laquelle.
        """,
      en: """
        \(count, "other customer is", "other customers are") under \(agreeing: count, "its", "their") floor for another reason \
        than \(agreeing: count, "its", "their") price: the verdicts tell which.
        """)
  }

  /// What the customers that pay less than their like would pay more.
  var belowPeers: [Cents] {
    rows.flatMap(\.reasons).compactMap { if case .belowPeers(_, _, let gap) = $0 { gap } else { nil } }
  }
}

extension Revaluation.Reason {
  /// The reason as a word, with its figures for programs.
  var tag: ReportCell.Tag {
    switch self {
    case .belowPeers(let index, let median, let gap):
      ReportCell.Tag(
        "belowPeers", Phrase(fr: "sous ses semblables", en: "below its like"),
        figures: [
          .init("index", .share(index)), .init("medianIndex", .share(median)), .init("gapCents", .cents(gap)),
        ])
    case .marginFalling(let rates, let gap):
      ReportCell.Tag(
        "marginFalling", Phrase(fr: "marge en baisse", en: "margin falling"),
        figures: [.init("rates", .list(rates.map { .share($0) })), .init("gapCents", .cents(gap))])
    case .underFloor(let rate, let floor, let gap):
      ReportCell.Tag(
        "underFloor", Phrase(fr: "sous le plancher", en: "under its floor"),
        figures: [
          .init("rate", .share(rate)), .init("floorRate", .share(floor.value)), .init("gapCents", .cents(gap)),
        ])
    }
  }

  /// The reason with its figures, for people.
  var sentence: Phrase {
    switch self {
    case .belowPeers(let index, let median?, _):
      Phrase(
        fr: "paie \(percent: index.value) des prix des autres, ses semblables \(percent: median.value)",
        en: "pays \(percent: index.value) of the others' prices, its like \(percent: median.value)")
    case .belowPeers(let index, nil, _):
      Phrase(
        fr: "paie \(percent: index.value) des prix des autres", en: "pays \(percent: index.value) of the others' prices"
      )
    case .marginFalling(let rates, _):
      Phrase(
        fr: """
          marge tombée de \(percent: rates.first?.value ?? 0, digits: 1) à \
          \(percent: rates.last?.value ?? 0, digits: 1)
          """,
        en: """
          margin fell from \(percent: rates.first?.value ?? 0, digits: 1) to \
          \(percent: rates.last?.value ?? 0, digits: 1)
          """)
    case .underFloor(let rate, let floor, _):
      Phrase(
        fr: "laisse \(percent: rate.value, digits: 1) pour un plancher de \(percent: floor.value, digits: 1)",
        en: "leaves \(percent: rate.value, digits: 1) for a floor of \(percent: floor.value, digits: 1)")
    }
  }
}

extension PriceDisparity.Product {
  /// The figures for programs.
  var members: [ReportCell.Member] {
    [
      .init("product", .text(product.code)), .init("name", .text(product.name)), .init("unit", .text(unit)),
      .init("buyers", .integer(spread.count)), .init("revenueCents", .cents(revenue)),
      .init("variation", .share(spread.variation)), .init("lowPriceCents", .number(spread.low)),
      .init("medianPriceCents", .number(spread.median)), .init("highPriceCents", .number(spread.high)),
      .init("moneyLeftCents", .cents(left)), .init("buyersBelow", .integer(below)),
    ]
  }
}

extension PriceDisparity.Category {
  /// The figures for programs.
  var members: [ReportCell.Member] {
    [
      .init("category", .text(category)), .init("customers", .integer(spread.count)),
      .init("variation", .share(spread.variation)), .init("lowIndex", .share(spread.low)),
      .init("medianIndex", .share(spread.median)), .init("highIndex", .share(spread.high)),
      .init("moneyLeftCents", .cents(left)),
    ]
  }
}
