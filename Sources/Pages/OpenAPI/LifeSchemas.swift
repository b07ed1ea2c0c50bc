import Decisions
import Ledger

extension ReportSchema {
  /// A stage of a customer's life.
  static let stageWord = ValueShape.word(["new", "developing", "mature", "declining", "episodic", "lost"])
  /// Why a customer is in its stage.
  static let reasonWord = ValueShape.word(StageReason.allCases.map { String(describing: $0) })
  private static let wonBack = FieldShape(
    "wonBack", .flag, "Whether it is new because it came back after a loss, less than a year ago.")

  static let stages = ReportSchema(
    "Where each customer stands in its life at the end of the month, why, and how the portfolio is.",
    totals: [
      .customers("Customers that are neither lost nor without an order."),
      FieldShape("health", .words(PortfolioHealth.State.self), "How the portfolio is.").orNull,
      FieldShape("healthReason", .words(PortfolioHealth.Reason.self), "The gravest reason.").orNull,
      FieldShape("healthReasons", .list(of: .words(PortfolioHealth.Reason.self)), "All reasons, the gravest first."),
      FieldShape("soundCustomersShare", .share, "The developing and mature among them.").orNull,
      FieldShape("soundRevenueShare", .share, "Their part of twelve months' revenue.").orNull,
      FieldShape("decliningShare", .share, "The declining among them.").orNull,
      FieldShape("decliningShareBefore", .share, "The same so many months earlier as policy says.").orNull,
      FieldShape("changed", .count, "Customers that changed stage in the month."),
      FieldShape(
        "stages",
        .list(
          of: .record([
            FieldShape("stage", stageWord, "The stage."), wonBack,
            .customers("How many."), FieldShape("revenueCents", .cents, "Their revenue of twelve months."),
            FieldShape("grossMarginCents", .cents, "Their gross margin, where it is known.").orNull,
            FieldShape("unknownMargins", .count, "Those whose margin is not known."),
            FieldShape("customersShare", .share, "Their part of the active customers.").orNull,
            FieldShape("revenueShare", .share, "Their part of the active customers' revenue.").orNull,
            FieldShape("attention", .words(Attention.self), "What the stage calls for."),
          ])), "Stage by stage."),
      FieldShape(
        "changes",
        .list(
          of: .record([
            .customer, .name, FieldShape("from", stageWord, "The stage before; null for a first order.").orNull,
            FieldShape("to", stageWord, "The stage now."), wonBack, FieldShape("reason", reasonWord, "Why."),
            FieldShape("revenueBeforeCents", .cents, "Revenue of the twelve months before the change."),
          ])), "Who changed stage in the month, the most revenue first."),
    ],
    rows: [
      .customer, .name, FieldShape("stage", stageWord, "Its stage."),
      FieldShape("since", .month, "The first of the months in it without a break."),
      FieldShape("previous", stageWord, "The stage before; null for none.").orNull, wonBack,
      FieldShape("month", .month, "The month at whose end it stood there: each month where `months` was asked for."),
      FieldShape("reason", reasonWord, "Why."),
      FieldShape("attention", .words(Attention.self), "What it calls for."), .revenue,
      FieldShape("lastOrder", .day, "The day of its last order."),
      FieldShape("comparedMonths", .count, "How many months are compared with a year earlier; null for too few.")
        .orNull,
      FieldShape("comparedCents", .cents, "Orders' revenue of these months.").orNull,
      FieldShape("comparedBeforeCents", .cents, "The same a year earlier.").orNull,
      FieldShape("gateCents", .cents, "What chance alone may change.").orNull,
    ])

  static let transitions = ReportSchema(
    "From which stage to which customers went in twelve months, or in the last month where the data are shorter.",
    totals: [
      FieldShape("from", .month, "The month at whose end it begins."),
      FieldShape("to", .month, "The month at whose end it ends."),
      .customers("Customers that had ordered by the end."), FieldShape("moved", .count, "Those that changed stage."),
      FieldShape("declined", .count, "Those that began to decline."), FieldShape("lost", .count, "Those lost."),
      FieldShape(
        "months",
        .list(
          of: .record([
            FieldShape("from", stageWord, "The stage before.").orNull, FieldShape("to", stageWord, "The stage after."),
            .customers("How many."), FieldShape("revenueCents", .cents, "Their revenue of the twelve months before."),
            wonBack,
          ])), "The same for the last month alone."),
    ],
    rows: [
      FieldShape("from", stageWord, "The stage before; null for those without an order by then.").orNull,
      FieldShape("to", stageWord, "The stage after."), .customers("How many."),
      FieldShape("share", .share, "Their part of all that were in the first.").orNull,
      FieldShape("revenueCents", .cents, "Their revenue of the twelve months before."),
      FieldShape("revenueAfterCents", .cents, "The same twelve months later."), wonBack,
    ])
}
