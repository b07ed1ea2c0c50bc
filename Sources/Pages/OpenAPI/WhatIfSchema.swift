import Decisions

/// What a scenario that was tried answers.
enum WhatIfSchema {
  private static let figures: [FieldShape] = [
    FieldShape("revenueCents", .cents, "Net invoicing."),
    FieldShape("grossMarginCents", .cents, "Revenue less direct cost."),
    FieldShape("serviceCostCents", .cents, "What services cost."),
    FieldShape("paymentCostCents", .cents, "What waiting for money and losing it cost."),
    FieldShape("strandedCents", .cents, "Service cost of nobody any more that stays to be paid."),
    FieldShape("operatingMarginCents", .cents, "Gross margin less all these."),
  ]
  private static let step = FieldShape("step", .words(WhatIfStep.Kind.self), "The sort of step.")
  private static let customer = FieldShape("customer", .text, "The customer.")
  private static let name = FieldShape("name", .text, "Its name.")

  static let fields: [FieldShape] = [
    FieldShape("report", .word(["whatif"]), "The list's name."),
    FieldShape("title", .text, "What it says, in one sentence."),
    FieldShape(
      "totals",
      .record([
        FieldShape("lines", .list(of: .text), "What was tried."),
        FieldShape("base", .record(figures), "The company as it is, customers whose margin is known."),
        FieldShape("scenario", .record(figures), "The company with these steps."),
        FieldShape("change", .record(figures), "The difference."),
        FieldShape("revenueCents", .cents, "The difference in revenue."),
        FieldShape("operatingMarginCents", .cents, "The difference in operating margin."),
        FieldShape("strandedCents", .cents, "What stays to be paid."),
        FieldShape("freedHours", .number, "Hours freed; negative where more are asked for."),
        FieldShape("developableCents", .cents, "Gross margin that these hours could develop; in no other figure."),
        FieldShape("byStep", .list(of: .record([step] + figures)), "The bridge, step by step, to the cent."),
        FieldShape(
          "freed",
          .list(
            of: .record([
              FieldShape("pool", .text, "The role; null for people without one.").orNull,
              FieldShape("hours", .number, "Hours freed of it."),
              FieldShape("idleHours", .number, "Hours it could give and does not today, without any step."),
            ])), "Hours by role."),
        FieldShape(
          "developments",
          .list(
            of: .record([
              customer, name, FieldShape("hours", .number, "Hours it would take of those freed."),
              FieldShape("marginCents", .cents, "Gross margin they could bring."),
            ])), "Whom the freed hours could develop, the best hour first."),
        FieldShape(
          "voids",
          .list(
            of: .record([
              customer, FieldShape("step", .text, "The step."),
              FieldShape("reason", .words(VoidStep.Reason.self), "Why it changes nothing."),
            ])), "Steps without effect."),
        FieldShape(
          "comparison",
          .record([
            FieldShape("lines", .list(of: .text), "The other scenario."),
            FieldShape("other", .record(figures), "The company with the other scenario."),
            FieldShape("change", .record(figures), "What this one has more."),
            FieldShape("byStep", .list(of: .record([step] + figures)), "The bridge from the other to this one."),
            FieldShape("freedHours", .number, "Hours that this one frees more."),
            FieldShape("developableCents", .cents, "Margin these could develop more."),
          ]), "Against the other scenario; null where none was asked for."
        ).orNull,
      ]), "The figures."),
    FieldShape(
      "rows",
      .list(
        of: .record([
          customer, name, FieldShape("step", .text, "The step."),
          FieldShape("revenueCents", .cents, "The change of revenue."),
          FieldShape("grossMarginCents", .cents, "Of the gross margin."),
          FieldShape("costToServeCents", .cents, "Of the cost to serve."),
          FieldShape("strandedCents", .cents, "What stays to be paid of it."),
          FieldShape("operatingMarginCents", .cents, "Of the operating margin."),
          FieldShape("freedHours", .number, "Hours freed."),
          FieldShape("breakEvenLoss", .share, "Of a price rise: the part of the volume that may go.").orNull,
        ])), "What each step on each customer changes."),
  ]
}
