import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Whose doing losses were, whom to win back, what replaces them, and what died at first contact.
  var losses: [Panel] { [causes, winBack, renewal, enquiries].compactMap { $0 } }

  private var causes: Panel? {
    guard let losses = analysis.life.losses, !losses.rows.isEmpty else { return nil }
    var counts: [String: (label: Phrase, customers: Int, revenue: Cents)] = [:]
    for row in losses.rows {
      for signal in row.evidence {
        let known = counts[signal.code] ?? (signal.kind, 0, .zero)
        counts[signal.code] = (known.label, known.customers + 1, known.revenue + row.revenue)
      }
    }
    let unknown = losses.rows.filter { $0.evidence.isEmpty }
    let found = LossSignal.codes.compactMap { counts[$0] }.sorted { $0.customers > $1.customers }
    let explained = losses.rows.count - unknown.count
    let finding = Phrase(
      fr: "\(explained, "perte ou déclin a", "pertes ou déclins ont") au moins un indice, sur \(losses.rows.count)",
      en:
        "\(explained) of \(losses.rows.count, "loss or decline", "losses and declines") \(agreeing: explained, "has", "have") some evidence"
    )
    let plot = Plot(
      id: "causes-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("signal", Phrase(fr: "Indice", en: "Evidence"), .text),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
        ReportColumn("revenue", Phrase(fr: "CA de leur dernière année", en: "Their last year's revenue"), .euros),
      ],
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: found.map { Plot.Row(cells: [.phrase($0.label), .integer($0.customers), .cents($0.revenue)]) } + [
        Plot.Row(
          cells: [
            .phrase(Phrase(fr: "rien trouvé", en: "nothing found")), .integer(unknown.count),
            .cents(unknown.map(\.revenue).sum),
          ], tone: .soft)
      ])
    return panel(
      "causes", finding,
      how: Phrase(
        fr:
          "Ce qui a précédé la dernière commande, contre ce que vivaient les autres ; un client peut avoir plusieurs indices.",
        en: "What came before the last order, against what happened to the others; one customer may have several."),
      [plot.part(self)])
  }

  private var winBack: Panel? {
    guard let winBack = analysis.life.winBack, !winBack.rows.isEmpty else { return nil }
    let best = winBack.rows.filter { ($0.worth.value ?? .zero) > .zero }
    let finding =
      best.isEmpty
      ? Phrase(
        fr: "\(winBack.rows.count, "client perdu", "clients perdus") ; ce que vaudrait leur retour ne peut être dit",
        en: "\(winBack.rows.count, "lost customer", "lost customers"); what their return is worth cannot be told")
      : Phrase(
        fr: """
          Reconquérir \(name: books.customers.names[best[0].customer]) d'abord : \
          \(euros: best[0].worth.value ?? .zero, .compact) à espérer
          """,
        en: """
          Win back \(name: books.customers.names[best[0].customer]) first: \
          \(euros: best[0].worth.value ?? .zero, .compact) to hope for
          """)
    let table = table(
      "win-back-table", finding,
      [
        ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text),
        ReportColumn("lastOrder", Phrase(fr: "Dernière commande", en: "Last order"), .day),
        ReportColumn("chance", Phrase(fr: "Chance de retour", en: "Chance of return"), .percent(digits: 0)),
        ReportColumn("margin", Phrase(fr: "Marge de sa dernière année", en: "Margin of its last year"), .euros),
        ReportColumn("worth", Phrase(fr: "À espérer", en: "To hope for"), .euros),
      ],
      winBack.rows.prefix(15).map { row in
        Row(
          cells: [
            name(of: row.customer), .day(row.lastOrder),
            row.chance.value.map { .share($0.value) } ?? .unknown(WinBack.Unknown.fewLosses.label),
            .cents(row.margin, else: .marginUnknown), .cents(row.worth.value),
          ], link: link(to: row.customer))
      })
    return panel(
      "win-back", finding,
      how: Phrase(
        fr: """
          Chance d'un retour en deux ans, comptée sur nos \(winBack.curve.losses) pertes ; valeur de deux ans de marge, \
          actualisée.
          """,
        en: """
          Chance of a return within two years, counted on our \(winBack.curve.losses) losses; worth of two years' margin, \
          discounted.
          """),
      [.table(table)])
  }

  private var renewal: Panel? {
    guard case .known(let renewal) = analysis.life.renewal, renewal.expected > .zero else { return nil }
    let finding =
      renewal.newcomers.map { newcomers in
        Phrase(
          fr: """
            L'érosion prendra \(euros: renewal.expected, .compact) en \(renewal.months) mois : il faut \
            \(newcomers.needed, "nouveau client", "nouveaux clients") comme les derniers
            """,
          en: """
            Erosion will take \(euros: renewal.expected, .compact) in \(renewal.months, "month", "months"): \
            \(newcomers.needed, "new customer", "new customers") like the last are needed
            """)
      }
      ?? Phrase(
        fr: "L'érosion prendra \(euros: renewal.expected, .compact) en \(renewal.months) mois",
        en: "Erosion will take \(euros: renewal.expected, .compact) in \(renewal.months, "month", "months")")
    let table = table(
      "renewal-table", finding,
      [
        ReportColumn("band", Phrase(fr: "Tranche", en: "Band"), .text),
        ReportColumn("mean", Phrase(fr: "CA moyen d'un client", en: "Mean revenue of a customer"), .euros),
        ReportColumn("needed", Phrase(fr: "Il en faudrait", en: "Needed"), .integer),
        ReportColumn("newcomers", Phrase(fr: "Venus en 12 mois", en: "Came in 12 months"), .integer),
      ],
      renewal.rows.map { row in
        Row(cells: [.integer(row.band), .cents(row.meanRevenue), .integer(row.needed), .integer(row.newcomers)])
      })
    return panel(
      "renewal", finding,
      how: Phrase(
        fr: "\(percent: renewal.eroded.value) du chiffre d'affaires d'avant s'est perdu ; chaque ligne suffit seule.",
        en: "\(percent: renewal.eroded.value) of the revenue before went; each line is enough alone."),
      isHalf: true, [.table(table)])
  }

  private var enquiries: Panel? {
    guard let enquiries = analysis.life.enquiries, enquiries.all.enquiries > 0 else { return nil }
    let finding = Phrase(
      fr: """
        \(enquiries.all.lost, "demande perdue", "demandes perdues") sur \(enquiries.all.enquiries), \
        \(enquiries.all.late) \(agreeing: enquiries.all.late, "répondue", "répondues") tard ou jamais
        """,
      en: """
        \(enquiries.all.lost) of \(enquiries.all.enquiries, "enquiry", "enquiries") lost, \(enquiries.all.late) answered \
        late or never
        """)
    let table = table(
      "enquiries-table", finding,
      [
        ReportColumn("who", Phrase(fr: "Traité par", en: "Handled by"), .text),
        ReportColumn("enquiries", Phrase(fr: "Demandes", en: "Enquiries"), .integer),
        ReportColumn("won", Phrase(fr: "Gagnées", en: "Won"), .integer),
        ReportColumn("lost", Phrase(fr: "Perdues", en: "Lost"), .integer),
        ReportColumn("late", Phrase(fr: "Tard ou jamais", en: "Late or never"), .integer),
        ReportColumn("days", Phrase(fr: "Jours, au milieu", en: "Days, in the middle"), .integer),
      ],
      enquiries.handlers.map { handler in
        Row(cells: [
          handler.person.map { .text(books.people[$0].name) }
            ?? .phrase(Phrase(fr: "personne de connu", en: "nobody known")),
          .integer(handler.sums.enquiries), .integer(handler.sums.won), .integer(handler.sums.lost),
          .integer(handler.sums.late), .integer(handler.medianDays),
        ])
      })
    return panel(
      "enquiries", finding,
      how: Phrase(
        fr: "Demandes reçues avant tout achat, par qui les a traitées.",
        en: "Enquiries before any purchase, by who dealt with them."),
      isHalf: true, [.table(table)])
  }
}

extension LossSignal {
  /// The sort of signal, without its figures.
  var kind: Phrase {
    switch self {
    case .enquiryBadlyAnswered: Phrase(fr: "demande mal traitée", en: "enquiry badly answered")
    case .lateDeliveries: Phrase(fr: "livraisons en retard", en: "late deliveries")
    case .complaints: Phrase(fr: "réclamations", en: "complaints")
    case .priceRise: Phrase(fr: "hausse de prix", en: "price rise")
    case .salespersonChange: Phrase(fr: "changement de commercial", en: "change of salesperson")
    case .rangeWithdrawn: Phrase(fr: "produits retirés", en: "products withdrawn")
    case .serviceDrop: Phrase(fr: "moins de contacts", en: "fewer contacts")
    case .sectorFall: Phrase(fr: "recul du secteur", en: "fall of the sector")
    case .stated: Phrase(fr: "ce qu'il en a dit", en: "what it said")
    }
  }
}
