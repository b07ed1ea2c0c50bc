import Ledger
import Portfolio
import Units

/// A sheet's figures and facts, each with its name in JSON.
extension CustomerSheet {
  /// What it brings, over W.
  var figures: [ReportTotal] {
    [
      ReportTotal("revenueCents", .cents(margin.revenue), Phrase(fr: "Chiffre d'affaires", en: "Revenue")),
      ReportTotal("previousRevenueCents", .cents(previous?.revenue)),
      ReportTotal("growth", .share(growth), Phrase(fr: "Évolution", en: "Change")),
      ReportTotal("share", .share(standing.share), Phrase(fr: "Part", en: "Share")),
      ReportTotal("directCostCents", .cents(margin.directCost)),
      ReportTotal("costToServeCents", .cents(isCostTold ? margin.costToServe : nil)),
      ReportTotal("grossMarginCents", .cents(margin.grossMargin, else: .marginUnknown)),
      ReportTotal(
        "operatingMarginCents", .cents(margin.operatingMargin, else: .marginUnknown),
        Phrase(fr: "Marge opérationnelle", en: "Operating margin")),
      ReportTotal("rate", .share(margin.rate, else: .marginUnknown), Phrase(fr: "Taux de marge", en: "Margin rate")),
      ReportTotal("costedShare", .share(margin.costedShare)),
      ReportTotal("estimated", .flag(margin.isEstimated)),
      ReportTotal("orders", .integer(margin.orders), Phrase(fr: "Commandes", en: "Orders")),
      ReportTotal("averageOrderCents", .cents(averageOrder), Phrase(fr: "Panier moyen", en: "Average order")),
      ReportTotal("previousAverageOrderCents", .cents(previousAverageOrder)),
      ReportTotal(
        "monthlyRevenueCents", .trend(months.suffix(24).map(\.revenue)),
        Phrase(fr: "Mois par mois", en: "Month by month")),
      ReportTotal(
        "averagePriceCents", .cents(averagePrice),
        Phrase(fr: "Prix moyen, toutes unités", en: "Average price, all units")),
      ReportTotal(
        "lastOrder", orders.first.map { .day($0.day) } ?? .unknown, Phrase(fr: "Dernière commande", en: "Last order")),
      ReportTotal("daysSinceLastOrder", .integer(daysSinceLastOrder)),
      ReportTotal("usualGapDays", .integer(usualGap)),
      ReportTotal(
        "daysToPay", .integer(daysToPay.value, else: daysToPay.reason?.sentence),
        Phrase(fr: "Délai de paiement, jours", en: "Days to pay")),
      ReportTotal("timeToPayCents", margin.payments.timeToPayCell),
      ReportTotal("badDebtCents", margin.payments.badDebtCell),
    ]
  }

  /// Who it is and where it stands.
  var facts: [ReportTotal] {
    [
      ReportTotal("category", .text(category), Phrase(fr: "Catégorie", en: "Category")),
      ReportTotal(
        "otherNames", .list(otherNames.map { .text($0) }), Phrase(fr: "Autres noms", en: "Other names")),
      ReportTotal(
        "merged", .list(merged.map { .text($0.text) }), Phrase(fr: "Codes fusionnés", en: "Merged codes")),
      ReportTotal("group", .text(details.group), Phrase(fr: "Groupe", en: "Group")),
      ReportTotal("sector", .text(details.sector), Phrase(fr: "Secteur", en: "Sector")),
      ReportTotal("region", .text(details.region), Phrase(fr: "Région", en: "Region")),
      ReportTotal("size", .text(details.size), Phrase(fr: "Taille", en: "Size")),
      ReportTotal("salesperson", .text(details.salesperson?.text)),
      ReportTotal("salespersonName", .text(salesperson), Phrase(fr: "Commercial", en: "Salesperson")),
      ReportTotal(
        "since", tenure.map { .month($0.since) } ?? .unknown, Phrase(fr: "Client depuis", en: "Customer since")),
      ReportTotal(
        "tenureMonths", .integer(tenure?.months),
        tenure?.censored == true
          ? Phrase(fr: "Mois, au moins", en: "Months, at least") : Phrase(fr: "Ancienneté, mois", en: "Months")),
      ReportTotal("tenureCensored", tenure.map { .flag($0.censored) } ?? .unknown),
      ReportTotal("potentialCents", .cents(potential?.amount), Phrase(fr: "Potentiel annuel", en: "Yearly potential")),
      ReportTotal("potentialDate", potential?.judged.map { .day($0) } ?? .unknown),
      ReportTotal(
        "headroomCents", .cents(potential?.headroom.value, else: potential?.headroom.reason?.sentence),
        Phrase(fr: "Reste à gagner", en: "Headroom")),
      ReportTotal("risk", .text(details.risk), Phrase(fr: "Risque", en: "Risk")),
      ReportTotal("strategic", .flag(details.strategic), Phrase(fr: "Stratégique", en: "Strategic")),
      ReportTotal("criterion", .tag(.init(standing.criterion.rawValue, standing.criterion.label))),
      ReportTotal("rank", .integer(standing.rank), Phrase(fr: "Rang", en: "Rank")),
      ReportTotal("ranked", .integer(standing.ranked)),
      ReportTotal("previousRank", .integer(standing.previousRank), Phrase(fr: "Rang avant", en: "Rank before")),
      ReportTotal("class", standing.abc.map { .tag($0.tag) } ?? .unknown, Phrase(fr: "Classe", en: "Class")),
      ReportTotal("band", .integer(standing.band), Phrase(fr: "Tranche", en: "Band")),
      ReportTotal(
        "serviceLevel", standing.level.map { .tag($0.tag) } ?? .unknown, Phrase(fr: "Relation", en: "Relation")),
      ReportTotal("hours", knowledge == .noServiceLog ? .unknown(.noServiceLog) : .minutes(margin.minutes)),
      ReportTotal("allottedHours", standing.allotted.map { .minutes($0) } ?? .unknown),
    ]
  }
}

extension CustomerSheet.PaymentUnknown {
  /// Why days to pay are not known.
  var sentence: Phrase {
    switch self {
    case .noPayments:
      Phrase(
        fr: "Aucune source ne dit quand les factures sont payées.", en: "No source says when invoices are paid.")
    }
  }
}

extension CustomerSheet.Potential.Doubt {
  /// Why a potential does not hold.
  var sentence: Phrase {
    switch self {
    case .undated: Phrase(fr: "Potentiel sans date.", en: "The potential is not dated.")
    case .expired: Phrase(fr: "Potentiel jugé il y a trop longtemps.", en: "The potential was judged too long ago.")
    case .later: Phrase(fr: "Potentiel jugé après ce mois.", en: "The potential was judged after this month.")
    }
  }
}
