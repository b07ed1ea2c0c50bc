import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Who makes money and who loses it.
  static func profitability(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (report, books) = (analysis.profitability, analysis.books)
    let order = report.order
    let costs = report.margins.costs
    return ReportDocument(
      name: .profitability, window: books.window, title: title(report),
      subtitle: .months(books.window)
        + Phrase(
          fr: "Marge opérationnelle = chiffre d'affaires − coût direct − coût de service, du meilleur client au pire.",
          en: "Operating margin = revenue − direct cost − cost to serve, from the best customer to the worst."),
      totals: totals(report, people: books.people),
      grid: ReportGrid(
        columns: [
          .customer, .name, .revenue(),
          ReportColumn("directCostCents", Phrase(fr: "Coût direct", en: "Direct cost"), .euros, .optional(3)),
          ReportColumn("costToServeCents", Phrase(fr: "Coût de service", en: "Cost to serve"), .euros, .optional(2)),
          .operatingMargin(), .rate(.optional(1)),
          ReportColumn(
            "costedShare", Phrase(fr: "Coût connu", en: "Cost known"), .percent(digits: 0), .optional(4)),
        ],
        rows: ReportRows(count: order.count) { place in
          let row = report.margins.rows[order[place]]
          return [
            books.idCell(order[place]), books.nameCell(order[place]), .cents(row.revenue),
            row.costedLines == 0 && row.lines > 0 ? .unknown(.marginUnknown) : .cents(row.directCost),
            costs.isTold(of: order[place]) ? .cents(row.costToServe) : .unknown(.noServiceLog),
            .cents(row.operatingMargin, else: .marginUnknown),
            .share(row.rate, else: .marginUnknown), .share(row.costedShare),
          ]
        }
      ).adding(
        report.margins.supposedCostColumns { order[$0] } + report.margins.estimateColumns { order[$0] }
          + report.margins.paymentColumns { order[$0] }),
      notes: profitabilityNotes(report))
  }

  private static func title(_ report: Profitability) -> Phrase {
    if report.whale.customers.isEmpty {
      return Phrase(fr: "La marge d'aucun client n'est connue", en: "No customer's margin is known")
    }
    let toxic = report.toxic
    if toxic.customers == 0 {
      return Phrase(
        fr: "Aucun client ne coûte plus qu'il ne rapporte : \(euros: report.operatingMargin, .compact) de marge",
        en: "No customer costs more than it brings: \(euros: report.operatingMargin, .compact) of margin")
    }
    return Phrase(
      fr: """
        \(toxic.customers, "client coûte plus qu'il ne rapporte", "clients coûtent plus qu'ils ne rapportent") : \
        \(euros: toxic.margin, .compact)
        """,
      en: """
        \(toxic.customers, "customer costs more than it brings", "customers cost more than they bring"): \
        \(euros: toxic.margin, .compact)
        """)
  }

  private static func totals(_ report: Profitability, people: [Person]) -> [ReportTotal] {
    let costs = report.margins.costs
    // Nothing is judged where nobody's margin is known: zero would be a guess.
    func judged(_ money: (Profitability) -> Cents) -> Cents? { report.whale.customers.isEmpty ? nil : money(report) }
    return [
      ReportTotal("customers", .integer(report.order.count)),
      ReportTotal("revenueCents", .cents(report.revenue), Phrase(fr: "Chiffre d'affaires", en: "Revenue")),
      ReportTotal(
        "directCostCents", .cents(report.directCost), Phrase(fr: "Coût direct connu", en: "Known direct cost")),
    ] + supposed(report) + [
      ReportTotal(
        "costToServeCents", costs.isTold ? .cents(report.costToServe) : .unknown(.noServiceLog),
        Phrase(fr: "Coût de service", en: "Cost to serve")),
      ReportTotal(
        "unattributedCostToServeCents", .cents(nobodys(report)),
        nobodys(report).flatMap {
          $0 == .zero
            ? nil
            : Phrase(fr: "Services et pertes sans client, à part", en: "Services and losses without a customer, apart")
        }),
      ReportTotal(
        "unjudgedMarginCents", .cents(outside(report)),
        outside(report).flatMap {
          $0 == .zero
            ? nil : Phrase(fr: "Reste des clients sans marge connue", en: "Rest of customers whose margin is unknown")
        }),
      ReportTotal(
        "operatingMarginCents", .cents(judged(\.operatingMargin), else: .marginUnknown),
        Phrase(fr: "Marge opérationnelle", en: "Operating margin")),
      ReportTotal("rate", rate(report)),
      ReportTotal(
        "peakCents", .cents(judged { $0.whale.peak }), Phrase(fr: "Sommet de la courbe", en: "Peak of the curve")),
      ReportTotal("peakCustomers", .integer(report.whale.peakCustomers)),
      ReportTotal(
        "destroyedCents", .cents(judged { $0.whale.destroyed }), Phrase(fr: "Marge détruite", en: "Margin destroyed")),
      ReportTotal("toxicCustomers", .integer(report.toxic.customers)),
      ReportTotal(
        "toxicRevenueCents", .cents(judged { $0.toxic.revenue }),
        Phrase(fr: "Chiffre d'affaires toxique", en: "Toxic revenue")),
      ReportTotal("toxicShare", .share(report.toxic.share)),
      ReportTotal(
        "toxicByCategory",
        .list(
          report.toxicByCategory.map {
            .object([
              .init("category", .text($0.category)), .init("customers", .integer($0.customers)),
              .init("revenueCents", .cents($0.revenue)), .init("marginCents", .cents($0.margin)),
              .init("share", .share($0.share)),
            ])
          })),
      ReportTotal("unknownCustomers", .integer(report.unjudged.customers)),
      ReportTotal("unknownRevenueCents", .cents(report.unjudged.revenue)),
      ReportTotal("unattributedCents", .cents(report.margins.unattributed.revenue)),
      ReportTotal("costKnowledge", .text(costs.knowledge.rawValue)),
      ReportTotal("loggedShare", .share(costs.logged)),
      ReportTotal("estimatedCostShare", .share(costs.estimatedShare)),
      ReportTotal("uncostedEvents", .integer(costs.uncostedEvents)),
      ReportTotal("costsByKind", .list(costs.lines.map(line))),
      ReportTotal("payments", .object(costs.payments.members)),
      ReportTotal("pools", .list(costs.pools.map(pool))),
      ReportTotal(
        "people",
        .list(
          costs.people.map {
            .object([
              .init("salesperson", .text(people[$0.person].id.text)), .init("hours", .minutes($0.logged)),
              .init("capacityHours", $0.capacity.map { .minutes($0) } ?? .unknown), .init("share", .share($0.share)),
            ])
          })),
      ReportTotal("smallOrders", .object(smallOrders(report.smallOrders))),
      ReportTotal(
        "fullCost",
        .object([
          .init("overheadsCents", .cents(report.fullCost.value?.overheads)),
          .init("key", .text(report.fullCost.value?.key.rawValue)),
        ])),
    ]
  }

  /// The cost of services and losses without a customer: in the pools or the accounts, in nobody's margin.
  private static func nobodys(_ report: Profitability) -> Cents? {
    report.margins.costs.isTold ? report.margins.unattributed.costToServe : nil
  }

  /// What lines without a cost are taken to cost, where purchases stand in.
  private static func supposed(_ report: Profitability) -> [ReportTotal] {
    guard report.margins.purchaseRate.value != nil else { return [] }
    return [
      ReportTotal(
        "supposedDirectCostCents", .cents(report.supposedCost),
        Phrase(fr: "Coût direct supposé", en: "Supposed direct cost"))
    ]
  }

  /// What revenue, direct cost and cost to serve leave of the customers outside the margin: with it the column adds up.
  private static func outside(_ report: Profitability) -> Cents? {
    guard !report.whale.customers.isEmpty else { return nil }
    return report.revenue - report.directCost - report.supposedCost - report.costToServe - report.operatingMargin
  }

  private static func rate(_ report: Profitability) -> ReportCell {
    let known = report.whale.customers.map { report.margins.rows[$0].revenue }.sum
    return known > .zero ? .share(Share(report.operatingMargin, of: known)) : .unknown
  }

  private static func line(_ line: CostLine) -> ReportCell {
    .object([
      .init("kind", .text(line.kind.code)), .init("customersCents", .cents(line.customers)),
      .init("unattributedCents", .cents(line.unattributed)), .init("totalCents", .cents(line.total)),
    ])
  }

  private static func pool(_ pool: CostPool) -> ReportCell {
    .object([
      .init("name", .text(pool.role)), .init("costCents", .cents(pool.cost)),
      .init("allocatedCents", .cents(pool.allocated)), .init("unusedCents", .cents(pool.unused)),
      .init("ratePerHourCents", .cents(pool.ratePerHour)), .init("hours", .minutes(pool.minutes)),
      .init("capacityHours", pool.capacity.map { .minutes($0) } ?? .unknown),
    ])
  }

  private static func smallOrders(_ small: SmallOrders) -> [ReportCell.Member] {
    [
      .init("orders", .integer(small.handling == nil ? nil : small.smallOrders)),
      .init("lossCents", .cents(small.handling == nil ? nil : small.loss)),
      .init("handlingCents", .cents(small.handling)), .init("handlingSource", .text(small.source?.rawValue)),
      .init("customers", .integer(small.handling == nil ? nil : small.rows.count)),
      .init("knownOrders", .integer(small.orders)), .init("unknownOrders", .integer(small.unknownOrders)),
      .init("minimumOrderCents", .cents(small.company.order.value)),
    ]
  }

  private static func profitabilityNotes(_ report: Profitability) -> [Phrase] {
    let (costs, unjudged) = (report.margins.costs, report.unjudged)
    return sentences {
      if unjudged.customers > 0 {
        Phrase(
          fr: """
            \(unjudged.customers, "client", "clients") (\(euros: unjudged.revenue, .compact)) hors de la courbe, \
            faute de coût direct connu en entier. Importez les coûts des lignes ou des produits.
            """,
          en: """
            \(unjudged.customers, "customer", "customers") (\(euros: unjudged.revenue, .compact)) not on the curve: \
            their direct cost is not fully known. Import the costs of lines or of products.
            """)
      }
      switch costs.knowledge {
      case .noServiceLog:
        if costs.isTold {
          Phrase.marginsLackServices
        } else {
          Phrase(
            fr: "Sans relevé de services, le coût de service manque : la marge montrée est la marge brute.",
            en: "Without a service log the cost to serve is missing: the margin shown is the gross margin.")
        }
      case .standIn: costs.knowledge.label
      case .partly:
        Phrase(
          fr: "Coût de service connu en partie seulement : personne n'est à cesser sur ce chiffre.",
          en: "Cost to serve is not fully known: nobody is to be ceased on this figure.")
      case .fully: [Phrase]()
      }
      costs.payments.notes
      if report.smallOrders.smallOrders > 0 { report.smallOrders.sentence }
      for pool in costs.pools where pool.isOverCapacity {
        Phrase(fr: "Plus d'heures relevées que la capacité : ", en: "More hours logged than the capacity: ")
          + (pool.role.map { Phrase(name: $0) } ?? Phrase(fr: "sans rôle", en: "no role")) + Phrase(fr: ".", en: ".")
      }
    }
  }
}

extension SmallOrders {
  /// What small orders cost and what would end it, as a sentence.
  var sentence: Phrase { finding + Phrase(fr: ".", en: ".") }

  /// What small orders cost and what would end it.
  var finding: Phrase {
    let finding = Phrase(
      fr: """
        \(smallOrders, "commande ne paie pas son", "commandes ne paient pas leur") traitement \
        (\(euros: handling ?? .zero, .cents) l'une) : \(euros: -loss, .compact)
        """,
      en: """
        \(smallOrders, "order does not pay its", "orders do not pay their") handling \
        (\(euros: handling ?? .zero, .cents) each): \(euros: -loss, .compact)
        """)
    guard let least = company.order.value else { return finding }
    return finding
      + Phrase(
        fr: " ; une commande minimum de \(euros: least) y mettrait fin",
        en: "; a minimum order of \(euros: least) would end it")
  }
}
