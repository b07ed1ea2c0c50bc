import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Erosion, volatility, dependence and where margins go.
  static func stakes(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (stakes, books) = (analysis.stakes, analysis.books)
    let falling = stakes.marginRates.falling
    return ReportDocument(
      name: .stakes, window: books.window, title: title(stakes, window: books.window),
      subtitle: .months(books.window)
        + Phrase(
          fr: "Chiffre d'affaires des clients d'une période à l'autre ; variation mensuelle ; poids des premiers.",
          en: "Customers' revenue from one period to the next; monthly variation; weight of the first."),
      totals: totals(stakes),
      grid: ReportGrid(
        columns: [
          .customer, .name,
          ReportColumn("lostMarginCents", Phrase(fr: "Marge perdue", en: "Margin lost"), .euros),
          ReportColumn("rates", Phrase(fr: "Taux de marge brute par an", en: "Gross margin rate a year"), .text),
        ],
        rows: ReportRows(count: falling.count) { place in
          [
            books.idCell(falling[place].customer), books.nameCell(falling[place].customer),
            .cents(falling[place].lost), .list(falling[place].rates.map { .share($0) }),
          ]
        }),
      reading: stakes.erosion.value.map { bridge($0, window: books.window) },
      notes: stakeNotes(stakes, books: books))
  }

  private static func title(_ stakes: Stakes, window: Window) -> Phrase {
    switch stakes.erosion {
    case .unknown(let reason): return reason.sentence
    case .known(let erosion):
      return window.current.count == 12
        ? Phrase(
          fr: """
            \(percent: erosion.grr.value) du chiffre d'affaires de l'an dernier est resté ; \
            \(percent: erosion.nrr.value) avec ce que ces clients achètent de plus
            """,
          en: """
            \(percent: erosion.grr.value) of last year's revenue stayed; \(percent: erosion.nrr.value) with what \
            those customers buy more
            """)
        : Phrase(
          fr: """
            \(percent: erosion.grr.value) du chiffre d'affaires de la période précédente est resté ; \
            \(percent: erosion.nrr.value) avec ce que ces clients achètent de plus
            """,
          en: """
            \(percent: erosion.grr.value) of the revenue of the period before stayed; \
            \(percent: erosion.nrr.value) with what those customers buy more
            """)
    }
  }

  private static func totals(_ stakes: Stakes) -> [ReportTotal] {
    let erosion = stakes.erosion.value
    let reason = stakes.erosion.reason?.sentence
    let bridge = erosion?.bridge
    let counts = erosion?.counts
    return [
      ReportTotal(
        "grr", .share(erosion?.grr, else: reason), Phrase(fr: "Chiffre d'affaires resté", en: "Revenue that stayed")),
      ReportTotal(
        "nrr", .share(erosion?.nrr, else: reason),
        Phrase(fr: "Avec l'expansion", en: "With expansion")),
      ReportTotal(
        "bridge",
        bridge.map { bridge in
          .object([
            .init("previousCents", .cents(bridge.previous)), .init("newCents", .cents(bridge.new)),
            .init("wonBackCents", .cents(bridge.wonBack)), .init("expansionCents", .cents(bridge.expansion)),
            .init("contractionCents", .cents(bridge.contraction)), .init("lostCents", .cents(bridge.lost)),
            .init("correctionsCents", .cents(bridge.corrections)), .init("currentCents", .cents(bridge.current)),
          ])
        } ?? .unknown(reason)),
      ReportTotal(
        "bridgeCustomers",
        counts.map { counts in
          .object([
            .init("previous", .integer(counts.previous)), .init("new", .integer(counts.new)),
            .init("wonBack", .integer(counts.wonBack)), .init("expansion", .integer(counts.expansion)),
            .init("contraction", .integer(counts.contraction)), .init("lost", .integer(counts.lost)),
          ])
        } ?? .unknown(reason)),
      ReportTotal(
        "volatility", .share(stakes.volatility.company.value),
        Phrase(fr: "Volatilité mensuelle", en: "Monthly volatility")),
      ReportTotal(
        "top1Share", .share(stakes.dependence.top1Share), Phrase(fr: "Poids du premier", en: "Weight of the first")),
      ReportTotal(
        "top5Share", .share(stakes.dependence.top5Share),
        Phrase(fr: "Poids des 5 premiers", en: "Weight of the first 5")),
      ReportTotal("top10Share", .share(stakes.dependence.top10Share)),
      ReportTotal(
        "losses",
        .list(
          stakes.dependence.together.map {
            .object([
              .init("customers", .integer($0.customers.count)), .init("revenueCents", .cents($0.revenue)),
              .init("share", .share($0.share)), .init("marginCents", .cents($0.margin)),
              .init("resultCents", .cents($0.result)),
            ])
          })),
      ReportTotal(
        "marginRateByYear",
        .list(
          stakes.marginRates.years.map {
            .object([
              .init("from", .month($0.span.first)), .init("to", .month($0.span.last)),
              .init("revenueCents", .cents($0.revenue)), .init("knownRevenueCents", .cents($0.knownRevenue)),
              .init("grossMarginCents", .cents($0.grossMargin)),
              .init("operatingMarginCents", .cents($0.operatingMargin)), .init("grossRate", .share($0.grossRate)),
              .init("operatingRate", .share($0.operatingRate)),
            ])
          })),
    ]
  }

  /// The bridge as a table: what happened, to how many customers, for how much.
  private static func bridge(_ erosion: Erosion, window: Window) -> ReportGrid {
    let rows = erosion.steps(window).map { step -> [ReportCell] in
      [.phrase(step.label), .integer(step.customers), .cents(step.amount)]
    }
    return ReportGrid(
      columns: [
        ReportColumn("step", Phrase(fr: "Ce qui s'est passé", en: "What happened"), .text),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
        ReportColumn("amount", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .euros),
      ], rows: ReportRows(rows))
  }

  private static func stakeNotes(_ stakes: Stakes, books: Books) -> [Phrase] {
    sentences {
      if let erosion = stakes.erosion.value, let previous = books.window.previous,
        erosion.previousMonthsKnown < previous.count
      {
        Phrase(
          fr: """
            Les données ne couvrent que \(erosion.previousMonthsKnown) des \(previous.count) mois d'avant : l'érosion \
            est sous-estimée et les nouveaux surestimés.
            """,
          en: """
            The data cover only \(erosion.previousMonthsKnown) of the \(previous.count) months before: erosion is \
            understated and new customers overstated.
            """)
      }
      if let worst = stakes.marginRates.falling.first, worst.lost >= Cents(100) {
        let count = stakes.marginRates.falling.count
        Phrase(
          fr: """
            \(count, "client dont le taux de marge baisse", "clients dont le taux de marge baisse") d'année en année, \
            d'abord \(name: books.customers.names[worst.customer]) : \(euros: -worst.lost, .compact).
            """,
          en: """
            \(count, "customer whose margin rate falls", "customers whose margin rates fall") year after year, first \
            of all \(name: books.customers.names[worst.customer]): \(euros: -worst.lost, .compact).
            """)
      }
      if stakes.volatility.company.reason == .tooShort {
        Phrase(
          fr: "Volatilité inconnue : les données commencent dans la période.",
          en: "Volatility is not known: the data begin within the period.")
      }
    }
  }
}

extension Erosion {
  /// One bar of the bridge.
  struct Step {
    let label: Phrase
    let customers: Int?
    let amount: Cents
    let isLevel: Bool
  }

  /// From the months before to the window, what does not occur left out.
  func steps(_ window: Window) -> [Step] {
    let isYear = window.current.count == 12
    let before =
      isYear ? Phrase(fr: "Année précédente", en: "Year before") : Phrase(fr: "Période d'avant", en: "Period before")
    let now = isYear ? Phrase(fr: "Douze mois", en: "Twelve months") : Phrase(fr: "Période", en: "Period")
    let corrections = Phrase(fr: "Avoirs isolés", en: "Stray credits")
    let moves = [
      Step(label: Phrase(fr: "Perdus", en: "Lost"), customers: counts.lost, amount: bridge.lost, isLevel: false),
      Step(
        label: Phrase(fr: "En baisse", en: "Buying less"), customers: counts.contraction, amount: bridge.contraction,
        isLevel: false),
      Step(
        label: Phrase(fr: "En hausse", en: "Buying more"), customers: counts.expansion, amount: bridge.expansion,
        isLevel: false),
      Step(label: Phrase(fr: "Nouveaux", en: "New"), customers: counts.new, amount: bridge.new, isLevel: false),
      Step(
        label: Phrase(fr: "Revenus", en: "Won back"), customers: counts.wonBack, amount: bridge.wonBack, isLevel: false),
      Step(label: corrections, customers: nil, amount: bridge.corrections, isLevel: false),
    ]
    let active = counts.expansion + counts.contraction + counts.new + counts.wonBack
    return [Step(label: before, customers: counts.previous, amount: bridge.previous, isLevel: true)]
      + moves.filter { $0.amount != .zero }
      + [Step(label: now, customers: active, amount: bridge.current, isLevel: true)]
  }
}

extension Erosion.Unknown {
  /// Why erosion is unknown.
  var sentence: Phrase {
    switch self {
    case .noPreviousMonths:
      Phrase(
        fr: "Pas d'érosion sur tout l'historique : il n'y a rien avant",
        en: "No erosion over all of history: there is nothing before it")
    case .previousBeforeData:
      Phrase(
        fr: "Pas encore d'érosion : les données ne remontent pas à la période d'avant",
        en: "No erosion yet: the data do not reach back to the period before")
    case .noPreviousRevenue:
      Phrase(
        fr: "Pas d'érosion : personne n'avait acheté la période d'avant",
        en: "No erosion: nobody bought in the period before")
    }
  }
}
