import Ledger
import Portfolio
import Units

extension CostKind {
  /// The kind as people call it.
  var label: Phrase {
    switch self {
    case .service(let kind): kind.label
    case .timeToPay: Phrase(fr: "Délai de paiement", en: "Time to pay")
    case .badDebt: Phrase(fr: "Créances irrécouvrables", en: "Bad debt")
    }
  }

  /// The same within a sentence.
  var words: Phrase {
    switch self {
    case .service(let kind): kind.words
    case .timeToPay: Phrase(fr: "délai de paiement", en: "time to pay")
    case .badDebt: Phrase(fr: "créances irrécouvrables", en: "bad debt")
    }
  }
}

extension PaymentCosts.Unknown {
  /// Why the cost is not known.
  var sentence: Phrase {
    switch self {
    case .noDays:
      Phrase(
        fr: "Aucun règlement lettré avec sa facture sur ces mois.",
        en: "No payment lettered with its invoice in these months.")
    case .noRate:
      Phrase(
        fr: "Vos règles ne disent pas ce que coûte l'argent (costs.financingRate).",
        en: "Your rules do not say what money costs (costs.financingRate).")
    case .noAccounts:
      Phrase(fr: "Aucune comptabilité ne couvre ces mois.", en: "No accounts cover these months.")
    }
  }
}

extension PaymentCosts.Cost {
  /// What waiting cost, or why that is not known.
  var timeToPayCell: ReportCell { .cents(timeToPay.value, else: timeToPay.reason?.sentence) }
  /// What was lost, or why that is not known.
  var badDebtCell: ReportCell { .cents(badDebt.value, else: badDebt.reason?.sentence) }
  /// How many days they took, or that nobody knows.
  var daysCell: ReportCell { .integer(daysToPay, else: PaymentCosts.Unknown.noDays.sentence) }
}

extension ReportColumn {
  static let daysToPay = ReportColumn(
    "daysToPay", Phrase(fr: "Jours pour payer", en: "Days to pay"), .integer, .optional(6))
  static let timeToPay = ReportColumn("timeToPayCents", CostKind.timeToPay.label, .euros, .optional(4))
  static let badDebt = ReportColumn("badDebtCents", CostKind.badDebt.label, .euros, .optional(4))
}

extension Margins {
  /// How each customer pays and what that costs, where some source tells.
  func paymentColumns(customer: @escaping @Sendable (Int) -> Int) -> MoreColumns {
    guard costs.payments.isTold else { return [] }
    return [
      (.daysToPay, { rows[customer($0)].payments.daysCell }),
      (.timeToPay, { rows[customer($0)].payments.timeToPayCell }),
      (.badDebt, { rows[customer($0)].payments.badDebtCell }),
    ]
  }
}

extension PaymentCosts {
  /// For programs.
  var members: [ReportCell.Member] {
    [
      .init("daysToPay", .integer(total.daysToPay)), .init("financingRate", .share(rate?.value)),
      .init("timeToPayCents", .cents(total.timeToPay.value)), .init("badDebtCents", .cents(total.badDebt.value)),
      .init("unattributedTimeToPayCents", .cents(unattributed.timeToPay.value)),
      .init("unattributedBadDebtCents", .cents(unattributed.badDebt.value)),
      .init("accountedMonths", .integer(accountedMonths)),
    ]
  }

  /// What a report of margins says of them: what limits the figures, where some source tells of payments at all.
  var notes: [Phrase] {
    sentences {
      if let days = total.daysToPay {
        if let rate {
          Phrase(
            fr: """
              Délai de paiement : \(days, "jour", "jours") en moyenne, à \(percent: rate.value, digits: 1) l'an ; seuls \
              comptent les règlements lettrés avec leur facture.
              """,
            en: """
              Time to pay: \(days, "day", "days") on average, at \(percent: rate.value, digits: 1) a year; only payments \
              lettered with their invoice count.
              """)
        } else {
          Phrase(
            fr: """
              Délai de paiement : \(days, "jour", "jours") en moyenne ; son coût n'est pas compté, car vos règles ne \
              disent pas ce que coûte l'argent (costs.financingRate).
              """,
            en: """
              Time to pay: \(days, "day", "days") on average; its cost is not counted, for your rules do not say what \
              money costs (costs.financingRate).
              """)
        }
      }
      if isTold, accountedMonths < span.count {
        Phrase(
          fr: """
            La comptabilité couvre \(accountedMonths) mois sur \(span.count) : les créances irrécouvrables des autres ne \
            sont pas connues.
            """,
          en: """
            The accounts cover \(accountedMonths) of \(span.count, "month", "months"): bad debt of the others is not known.
            """)
      }
      if let stray = unattributed.badDebt.value, stray != .zero {
        Phrase(
          fr: "Créances irrécouvrables sans client connu : \(euros: stray, .cents), à part.",
          en: "Bad debt of no known customer: \(euros: stray, .cents), apart.")
      }
    }
  }
}

extension CostToServe {
  /// What margins leave out where no service was logged.
  var withoutLog: Phrase? {
    knowledge != .noServiceLog ? nil : isTold ? .marginsLackServices : .marginsAreGross
  }
}

extension Phrase {
  /// Where no service was logged but payments tell something, margins are between gross and operating.
  static let marginsLackServices = Phrase(
    fr: """
      Aucun service noté : du coût de service, seuls le délai de paiement et les créances irrécouvrables sont connus ; les \
      marges opérationnelles ne le sont pas entièrement. Importez visites, appels et livraisons (--as services).
      """,
    en: """
      No service was logged: of the cost to serve only time to pay and bad debt are known; operating margins are not fully \
      known. Import visits, calls and deliveries (--as services).
      """)
}
