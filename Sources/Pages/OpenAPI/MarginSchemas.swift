import Ledger
import Portfolio

extension ReportSchema {
  static let profitability = ReportSchema(
    "Who makes money and who loses it: revenue, direct cost and cost to serve of each customer, from the best to the worst.",
    totals: [
      .customers("Customers with revenue, cost or service in the window."), .revenue,
      FieldShape("directCostCents", .cents, "Direct cost of the lines whose cost is known."),
      FieldShape(
        "supposedDirectCostCents", .cents, "What the other lines are taken to cost, where policy estimates it."
      ).orAbsent,
      FieldShape(
        "costToServeCents", .cents,
        "Cost of serving customers, as far as it is known; null where neither a service log nor payments tell any of it."
      ).orNull,
      FieldShape("unattributedCostToServeCents", .cents, "Cost of services and losses of nobody known.").orNull,
      FieldShape("unjudgedMarginCents", .cents, "What is left of the customers whose margin is not known.").orNull,
      .operatingMargin, .rate,
      FieldShape("peakCents", .cents, "The highest point of the whale curve.").orNull,
      FieldShape("peakCustomers", .count, "How many customers reach it."),
      FieldShape("destroyedCents", .cents, "What the customers after the peak take away.").orNull,
      FieldShape("toxicCustomers", .count, "Customers who cost more than they bring."),
      FieldShape("toxicRevenueCents", .cents, "Their revenue.").orNull,
      FieldShape("toxicShare", .share, "Its part of the revenue whose margin is known.").orNull,
      FieldShape("toxicByCategory", .list(of: .record(toxic)), "The same, category by category."),
      FieldShape("unknownCustomers", .count, "Customers whose margin is not known."),
      FieldShape("unknownRevenueCents", .cents, "Their revenue."),
      FieldShape("unattributedCents", .cents, "Revenue of lines without a customer."),
      FieldShape("costKnowledge", .words(CostToServe.Knowledge.self), "How far the cost to serve is known."),
      FieldShape("loggedShare", .share, "Part of the capacity that the service log covers.").orNull,
      FieldShape("estimatedCostShare", .share, "Part of the cost to serve that is an estimate.").orNull,
      FieldShape("uncostedEvents", .count, "Services without a cost."),
      FieldShape("costsByKind", .list(of: .record(costLine)), "The cost to serve by kind, to the cent."),
      FieldShape("payments", .record(payments), "How customers pay, and what that costs."),
      FieldShape("pools", .list(of: .record(pool)), "The cost of each role."),
      FieldShape("people", .list(of: .record(person)), "The hours of each person."),
      FieldShape("smallOrders", .record(smallOrders), "Orders whose margin does not pay for their handling."),
      FieldShape(
        "fullCost",
        .record([
          FieldShape("overheadsCents", .cents, "Overheads shared among customers.").orNull,
          FieldShape("key", .words(Policy.OverheadKey.self), "What they are shared by.").orNull,
        ]), "The overheads, where policy sets them."),
    ],
    rows: [
      .customer, .name, .revenue,
      FieldShape("directCostCents", .cents, "Direct cost of the lines whose cost is known.").orNull,
      FieldShape(
        "costToServeCents", .cents,
        "Cost of serving it, as far as it is known; null where neither a service log nor payments tell any of it."
      ).orNull,
      .operatingMargin, .rate,
      FieldShape("costedShare", .share, "Part of its revenue whose direct cost is known.").orNull,
      FieldShape(
        "supposedDirectCostCents", .cents, "What its other lines are taken to cost, where policy estimates it."
      ).orNull.orAbsent,
      FieldShape("estimated", .flag, "Whether its margin is an estimate.").orAbsent,
      FieldShape("daysToPay", .whole, "Days from invoice to payment.").orNull.orAbsent,
      FieldShape("timeToPayCents", .cents, "What waiting for its money cost.").orNull.orAbsent,
      FieldShape("badDebtCents", .cents, "What it never paid, less what came in again.").orNull.orAbsent,
    ])

  private static let costLine: [FieldShape] = [
    FieldShape("kind", .word(CostKind.allCases.map(\.code)), "A kind of service, time to pay, or bad debt."),
    FieldShape("customersCents", .cents, "What customers cost."),
    FieldShape("unattributedCents", .cents, "What is tied to no known customer."),
    FieldShape("totalCents", .cents, "Both."),
  ]
  private static let payments: [FieldShape] = [
    FieldShape("daysToPay", .whole, "Days from invoice to payment, by amount; null where no source tells.").orNull,
    FieldShape("financingRate", .share, "The yearly cost of money; null where no rule says it.").orNull,
    FieldShape("timeToPayCents", .cents, "What waiting for the money cost; null without days or rate.").orNull,
    FieldShape("badDebtCents", .cents, "What was never paid; null where no accounts cover the window.").orNull,
    FieldShape("unattributedTimeToPayCents", .cents, "The part of waiting tied to no known customer.").orNull,
    FieldShape("unattributedBadDebtCents", .cents, "The part of the losses tied to no known customer.").orNull,
    FieldShape("accountedMonths", .count, "Months of the window that accounts cover."),
  ]

  private static let toxic: [FieldShape] = [
    .category, .customers("Customers who cost more than they bring."), .revenue,
    FieldShape("marginCents", .cents, "Their operating margin."),
    FieldShape("share", .share, "Part of the category's revenue whose margin is known.").orNull,
  ]
  private static let pool: [FieldShape] = [
    FieldShape("name", .text, "The role; null for people without one.").orNull,
    FieldShape("costCents", .cents, "What its people cost.").orNull,
    FieldShape("allocatedCents", .cents, "What the logged services took of it."),
    FieldShape("unusedCents", .cents, "What they left.").orNull,
    FieldShape("ratePerHourCents", .cents, "The cost of an hour.").orNull,
    FieldShape("hours", .hours, "Hours logged."),
    FieldShape("capacityHours", .hours, "Hours there are.").orNull,
  ]
  private static let person: [FieldShape] = [
    FieldShape("salesperson", .text, "The person's identifier."), FieldShape("hours", .hours, "Hours logged."),
    FieldShape("capacityHours", .hours, "Hours there are.").orNull,
    FieldShape("share", .share, "Hours logged ÷ hours there are.").orNull,
  ]
  private static let smallOrders: [FieldShape] = [
    FieldShape("orders", .count, "How many; null when the cost of handling is not known.").orNull,
    FieldShape("lossCents", .cents, "What they lose together.").orNull,
    FieldShape("handlingCents", .cents, "The cost of handling one order.").orNull,
    FieldShape("handlingSource", .words(SmallOrders.HandlingSource.self), "Where that comes from.").orNull,
    .customers("Customers with such orders.").orNull,
    FieldShape("knownOrders", .count, "Orders whose margin is known."),
    FieldShape("unknownOrders", .count, "Orders whose margin is not known."),
    FieldShape("minimumOrderCents", .cents, "The minimum order that would end it.").orNull,
  ]

  static let categories = ReportSchema(
    "Mean revenue and mean operating margin of each category, month by month.",
    totals: [
      FieldShape("categories", .count, "Categories with a customer."),
      FieldShape(
        "list",
        .list(
          of: .record([
            .category, FieldShape("members", .count, "Customers in the category."),
            .customers("Those with an order in the window."), .revenue, .operatingMargin, .rate, meanRevenue,
            meanMargin,
            FieldShape("coverage", .share, "Part of the revenue whose margin is known.").orNull,
            FieldShape("hours", .hours, "Service hours."),
          ])), "Each category over the window."),
      FieldShape(
        "attractiveness",
        .list(
          of: .record([
            FieldShape("category", .text, "The category."), FieldShape("place", .count, "1 for the most attractive."),
            .rate, FieldShape("activeWithinReach", .count, "Active customers in the regions served.").orNull,
            FieldShape("prospectsWithinReach", .count, "Prospects in the regions served.").orNull,
            FieldShape("growth", .share, "Revenue ÷ revenue of the months before.").orNull,
            FieldShape("meanRank", .number, "Mean of its ranks by margin, reach and growth.").orNull,
          ])), "Where to invest first."),
    ],
    rows: [
      .category, FieldShape("month", .month, "The month."), .customers("Customers with an order in the month."),
      .revenue, .operatingMargin, .rate, meanRevenue, meanMargin,
    ])

  private static let meanRevenue = FieldShape("meanRevenueCents", .cents, "Revenue ÷ active customers.").orNull
  private static let meanMargin = FieldShape(
    "meanMarginCents", .cents, "Operating margin ÷ active customers whose margin is known."
  ).orNull

  static let floors = ReportSchema(
    "Customers under the floor of their category, by how much, and what would lift them.",
    totals: [
      FieldShape("tested", .count, "Customers tested."), FieldShape("under", .count, "Customers under a floor."),
      FieldShape("underMargin", .count, "Those under the margin floor."),
      FieldShape("underRevenue", .count, "Those under the revenue floor."),
      FieldShape("marginShortfallCents", .cents, "The margin that is missing in all."),
      FieldShape("tooYoung", .count, "Customers too young to be tested."),
      FieldShape("unknownMargins", .count, "Customers tested on revenue alone."),
    ],
    rows: [
      .customer, .name, .category, .rate,
      FieldShape("floorRate", .share, "The margin rate it should have.").orNull, .revenue,
      FieldShape("floorRevenueCents", .cents, "The revenue it should have.").orNull,
      FieldShape("shortfallCents", .cents, "What is missing: margin where it misses that, else revenue."),
      FieldShape("misses", .word(["margin", "revenue", "both"]), "Which floor it misses."),
      FieldShape("marginShortfallCents", .cents, "Margin missing, below zero where it is above the floor.").orNull,
      FieldShape("revenueShortfallCents", .cents, "Revenue missing, below zero where it is above the floor.").orNull,
      FieldShape("remedies", .list(of: .either(remedies)), "What would lift it, each by itself."),
    ])

  /// Remedies with a figure are records, the others a word.
  static let remedies = [
    ValueShape.Form("serveLeaner", [FieldShape("savingCents", .cents, "Cost to serve to be saved.")]),
    ValueShape.Form("reprice", [FieldShape("rate", .share, "By how much prices would rise.")]),
    ValueShape.Form("sellMore", [FieldShape("revenueCents", .cents, "Revenue to be added.")]),
    ValueShape.Form("automatedService", []), ValueShape.Form("minimumOrder", []),
  ]
}
