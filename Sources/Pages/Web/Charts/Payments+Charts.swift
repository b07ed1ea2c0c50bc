import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Who makes us wait for its money, who never paid, and what that costs.
  func payments(_ margins: Margins) -> Panel? {
    let payments = margins.costs.payments
    guard payments.isTold else { return nil }
    let told = margins.rows.indices.filter {
      margins.rows[$0].payments.daysToPay != nil || !margins.rows[$0].payments.parts.isEmpty
    }.sorted {
      let (first, second) = (margins.rows[$0].payments, margins.rows[$1].payments)
      if first.known != second.known { return first.known > second.known }
      if first.daysToPay != second.daysToPay { return first.daysToPay ?? .min > second.daysToPay ?? .min }
      return $0 < $1
    }
    let finding = payments.finding
    let most = 10
    var rows = told.prefix(most).map { customer in
      Row(
        cells: [name(of: customer)] + cells(margins.rows[customer].payments, isRated: payments.rate != nil),
        link: link(to: customer))
    }
    if !payments.unattributed.parts.isEmpty {
      rows.append(
        Row(
          cells: [.phrase(Phrase(fr: "Sans client connu", en: "No known customer"))]
            + cells(
              payments.unattributed, isRated: payments.rate != nil)))
    }
    let table = table(
      "payments-table", finding,
      payments.rate == nil
        ? [.name, .daysToPay, .badDebt]
        : [
          .name, .daysToPay, .timeToPay, .badDebt,
          ReportColumn("payments", Phrase(fr: "Ensemble", en: "Together"), .euros),
        ], rows)
    return panel(
      "payments", finding,
      how: Phrase(
        fr: """
          Délai de paiement : montants × jours de la facture au règlement × coût annuel de l'argent ÷ 365. Créances \
          irrécouvrables : pertes passées en comptabilité, moins ce qui est rentré depuis.
          """,
        en: """
          Time to pay: amounts × days from invoice to payment × yearly cost of money ÷ 365. Bad debt: losses booked in \
          the accounts, less what came in since.
          """) + cut(at: most, of: told.count), isHalf: true,
      [.figures(figures(payments)), rows.isEmpty ? nil : .table(table)])
  }

  private func cells(_ cost: PaymentCosts.Cost, isRated: Bool) -> [ReportCell] {
    isRated
      ? [cost.daysCell, cost.timeToPayCell, cost.badDebtCell, cost.isTold ? .cents(cost.known) : .unknown]
      : [cost.daysCell, cost.badDebtCell]
  }

  private func figures(_ payments: PaymentCosts) -> [Figure] {
    let total = payments.total
    return [
      Figure(
        label: context.say(ReportColumn.daysToPay.title), value: voice.inline(total.daysCell),
        context: payments.rate.map {
          [
            voice.inline(
              Phrase(
                fr: "l'argent coûte \(percent: $0.value, digits: 1) l'an",
                en: "money costs \(percent: $0.value, digits: 1) a year"))
          ]
        } ?? []),
      Figure(
        label: context.say(CostKind.timeToPay.label), value: voice.inline(total.timeToPayCell),
        context: total.timeToPay.reason.map { [voice.inline($0.sentence)] } ?? []),
      Figure(
        label: context.say(CostKind.badDebt.label), value: voice.inline(total.badDebtCell),
        context: total.badDebt.reason.map { [voice.inline($0.sentence)] } ?? []),
    ]
  }
}

extension PaymentCosts {
  /// What waiting costs and what will not come in, as far as it is known.
  var finding: Phrase {
    let lost = total.badDebt.value ?? .zero
    guard let days = total.daysToPay else {
      return Phrase(
        fr: "\(euros: lost, .compact) de créances ne rentreront pas", en: "\(euros: lost, .compact) will not come in")
    }
    var finding = Phrase(
      fr: "Les clients paient à \(days, "jour", "jours")", en: "Customers pay after \(days, "day", "days")")
    if let cost = total.timeToPay.value, cost > .zero {
      finding =
        finding
        + Phrase(
          fr: ", ce qui coûte \(euros: cost, .compact)", en: ", which costs \(euros: cost, .compact)")
    }
    guard lost > .zero else { return finding }
    return finding
      + Phrase(
        fr: " ; \(euros: lost, .compact) ne rentreront pas", en: "; \(euros: lost, .compact) will not come in")
  }
}
