import Decisions
import Forecast
import Ledger

extension ReportSchema {
  private static func parameters(_ meaning: String) -> [FieldShape] {
    ReportDocument.parameterNames.map { FieldShape($0, .number, meaning).orNull }
  }

  static let forecast = ReportSchema(
    "What to expect of each customer and of the company, and how near such predictions were on the past.",
    totals: [
      FieldShape("until", .day, "The last day known; `until` asks for an earlier one.").orNull,
      FieldShape("horizonMonths", .count, "Months predicted; twelve are 52 weeks.").orNull,
      FieldShape("heldOutUntil", .day, "The last day held against the predictions; null where none is held out.")
        .orNull,
      .customers("Customers that ever bought by then."),
      FieldShape("expectedOrders", .count, "Their orders over the months predicted, to the nearest whole.").orNull,
      FieldShape("expectedRevenueCents", .cents, "What these come to.").orNull,
      FieldShape("expectedMarginCents", .cents, "The part of those whose margin rate is known.").orNull,
      FieldShape("unknownMargins", .count, "Customers whose margin rate is not known.").orNull,
      FieldShape("model", .words(PurchaseModelKind.self), "The purchase model; null where it was refused.").orNull,
      FieldShape("ordersBy", .word(OrdersMethod.codes), "How customers' orders are told; null for by their rhythm.")
        .orNull,
      FieldShape(
        "parameters", .record(parameters("As the model names it, weeks and units of the currency.")), "What was fitted."
      ),
      FieldShape("standardErrors", .record(parameters("Of that parameter; null at a boundary.")), "How sure that is."),
      FieldShape("logLikelihood", .number, "Of the purchases, time in weeks.").orNull,
      FieldShape("valueLogLikelihood", .number, "Of the values of repeat purchases.").orNull,
      FieldShape("dropoutGain", .number, "Twice what dropping out adds to the log-likelihood.").orNull,
      FieldShape("boundary", .flag, "Whether dropping out is not proven.").orNull,
      FieldShape("refused", .word(FitRefusal.codes), "Why no model was fitted; null where one was.").orNull,
      FieldShape("revenueCents", .cents, "The company's revenue over the months predicted.").orNull,
      FieldShape(
        "months",
        .list(
          of: .record([
            FieldShape("month", .month, "The month."), FieldShape("revenueCents", .cents, "What to expect."),
            FieldShape("lowCents", .cents, "The interval's lower end; null where the data are too short.").orNull,
            FieldShape("highCents", .cents, "Its upper end.").orNull,
            FieldShape("actualCents", .cents, "What came, in a month held out.").orNull,
          ])), "The company, month by month."),
      FieldShape(
        "backtest",
        .record([
          FieldShape("modelWape", .number, "The model's mean error: Σ |forecast − came| ÷ Σ |came|.").orNull,
          FieldShape("naiveWape", .number, "The best rival's.").orNull,
          FieldShape("modelBias", .number, "Σ (forecast − came) ÷ Σ |came|.").orNull,
          FieldShape("naive", .words(NaiveForecast.self), "The rival.").orNull,
          FieldShape("used", .word(["model", "naive"]), "What the months are told by; null where nothing can.").orNull,
          FieldShape(
            "origins",
            .list(
              of: .record([
                FieldShape("month", .month, "The last month known then."),
                FieldShape("heldOutMonths", .count, "Months after it that are held out."),
                FieldShape("modelWape", .number, "The model's error.").orNull,
                FieldShape("modelBias", .number, "Its bias.").orNull,
                FieldShape("naiveWape", .number, "The rival's error.").orNull,
              ])), "The forecast made again on the past, the company's months."),
          FieldShape(
            "customers",
            .list(
              of: .record([
                FieldShape("month", .month, "The last month known then."),
                FieldShape("heldOutMonths", .count, "Months after it that are held out."),
                FieldShape("method", .word(OrdersMethod.codes + [OrdersMethod.naiveCode]), "The way tried."),
                FieldShape(
                  "model", .words(PurchaseModelKind.self), "The model it asks; null for last year's as they were."
                )
                .orNull,
                FieldShape("wape", .number, "Σ |predicted − came| ÷ Σ came over customers; null where nothing came.")
                  .orNull,
              ])), "The same customer by customer, for each way tried."),
        ]), "How near such forecasts were."),
    ],
    rows: [
      .customer, .name, FieldShape("frequency", .count, "x: days with a purchase after the first.").orNull,
      FieldShape("recency", .number, "t_x: weeks from the first purchase to the last.").orNull,
      FieldShape("age", .number, "T: weeks from the first purchase to the last day known.").orNull,
      FieldShape(
        "probabilityAlive", .share, "Chance that it has not dropped out, by the model; null where it has no opinion."
      ).orNull,
      FieldShape(
        "probabilityActive", .share,
        "Chance of an order in the months predicted; of the lost, as the company's own losses came back."
      ).orNull,
      FieldShape("expectedOrders", .number, "Orders over the months predicted.").orNull,
      FieldShape("heldOutOrders", .count, "Orders that came in the time held out; null where none is.").orNull,
      FieldShape("expectedHeldOutOrders", .number, "Orders that were expected in it.").orNull,
      FieldShape("orderValueCents", .cents, "What an order is worth.").orNull,
      FieldShape("expectedRevenueCents", .cents, "Orders × their worth.").orNull,
      FieldShape("expectedMarginCents", .cents, "At its operating margin rate.").orNull,
      FieldShape("residualValueCents", .cents, "Its margin to come, discounted.").orNull,
      FieldShape("nextOrder", .day, "The day its next order is expected.").orNull,
    ])

  static let nextOrders = ReportSchema(
    "When each customer's next order is expected, by its own rhythm or its category's.",
    totals: [
      .customers("Customers of whom an order is expected."),
      FieldShape("ordersIn30Days", .count, "Orders expected within thirty days."),
      FieldShape("valueIn30DaysCents", .cents, "What they are worth."),
      FieldShape("ordersIn91Days", .count, "Orders expected within thirteen weeks; each customer's next alone."),
      FieldShape("valueIn91DaysCents", .cents, "What they are worth."),
      FieldShape("late", .count, "Customers whose silence is longer than usual."),
      FieldShape("lateValueCents", .cents, "What an order of each is worth."),
    ],
    rows: [
      .customer, .name, FieldShape("expected", .day, "The day it is expected; in the past for the overdue."),
      FieldShape("earliest", .day, "The day before which one in ten comes, by default."),
      FieldShape("latest", .day, "The day after which one in ten comes; null for the overdue.").orNull,
      FieldShape(
        "state", .word(["expected", "late", "overdue"]), "Late: silent for longer than usual; overdue: than ever."),
      FieldShape("valueCents", .cents, "What it is worth."), FieldShape("lastOrder", .day, "The last order."),
      FieldShape("gapDays", .count, "Days between two orders, in the middle."),
      FieldShape("shortGapDays", .count, "One gap in ten is shorter."),
      FieldShape("longGapDays", .count, "One gap in ten is longer."),
      FieldShape("basis", .word(NextOrder.Basis.codes), "What the rhythm is told from."),
      FieldShape("probabilityActive", .share, "Chance of an order in the months predicted.").orNull,
      FieldShape("salesperson", .text, "Who looks after it.").orNull,
    ])
}
