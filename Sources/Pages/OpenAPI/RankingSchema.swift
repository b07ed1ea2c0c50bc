import Ledger
import Portfolio

extension ReportSchema {
  static let ranking = ReportSchema(
    "The customers from the biggest to the smallest, what each weighs, and where the fixed costs are covered.",
    totals: [
      FieldShape("criterion", .words(Policy.Criterion.self), "What customers are ranked by."),
      .customers("Listed customers with an invoice line in the window."),
      FieldShape("positiveCustomers", .count, "Those whose value is above zero."),
      .revenue,
      FieldShape("unattributedCents", .cents, "Revenue of lines without a customer, in nobody's row."),
      FieldShape("top20Share", .share, "Share of the first 20 % of customers, or of the part that policy names.")
        .orNull,
      FieldShape("lorenz20", .share, "The same, read off the Lorenz curve.").orNull,
      FieldShape("customersFor80", .count, "The fewest customers that make 80 %, or the part that policy names.")
        .orNull,
      FieldShape("gini", .number, "Gini index of the values above zero.").orNull,
      FieldShape("hhi", .number, "Herfindahl–Hirschman index of the values above zero.").orNull,
      FieldShape("top1Share", .share, "Share of the first customer.").orNull,
      FieldShape("top5Share", .share, "Share of the first 5.").orNull,
      FieldShape("top10Share", .share, "Share of the first 10.").orNull,
      FieldShape("breakEvenRank", .count, "The rank at which the cumulated margin covers the fixed costs.").orNull,
      FieldShape("fixedCostsCents", .cents, "Fixed costs of the window, as policy sets them.").orNull,
      FieldShape("afterBreakEvenCents", .cents, "What the customers after that rank add.").orNull,
      FieldShape("resultCents", .cents, "Known margins − fixed costs.").orNull,
      FieldShape("singleLosses", .count, "Customers whose loss alone would bring the result below zero.").orNull,
      FieldShape("oneOffs", .count, "Customers of a single order long ago."),
      FieldShape("unknownMarginCustomers", .count, "Customers left out because their margin is not known."),
      FieldShape("unknownMarginRevenueCents", .cents, "Their revenue."),
    ],
    rows: [
      FieldShape("rank", .count, "1 for the biggest."), .customer, .name, .category,
      FieldShape("stage", stageWord, "The stage of its life cycle; null before its first order.").orNull,
      FieldShape("valueCents", .cents, "The amount it is ranked by."),
      FieldShape("previousValueCents", .cents, "The same over the months before; null before the data begin.").orNull,
      FieldShape("previousRank", .count, "Its rank then.").orNull,
      .revenue,
      FieldShape("grossMarginCents", .cents, "Revenue − direct cost.").orNull,
      .operatingMargin,
      FieldShape("share", .share, "Its part of all values above zero.").orNull,
      FieldShape("cumulativeShare", .share, "The part of this customer and all bigger ones.").orNull,
      FieldShape("class", .word(["A", "B", "C", "D"]), "A, B or C by cumulative share; D without an order or a gain."),
      FieldShape("orders", .count, "Orders in the window."),
      FieldShape("averageOrderCents", .cents, "Revenue ÷ orders.").orNull,
      FieldShape("averagePriceCents", .cents, "Revenue ÷ quantity.").orNull,
      FieldShape("tenureMonths", .count, "Months since it became a customer.").orNull,
      FieldShape("tenureCensored", .flag, "Whether it may have been one before the data begin.").orNull,
      FieldShape("ranges", .count, "Product ranges it bought from; null when the sales name none.").orNull,
      FieldShape("monthlyRevenueCents", .list(of: .cents), "Revenue of each month of the window, at most the last 24."),
      FieldShape("estimated", .flag, "Whether its margins are estimates.").orAbsent,
    ])
}
