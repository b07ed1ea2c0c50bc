import Ledger
import Portfolio

extension ReportSchema {
  static let pricePolicy = ReportSchema(
    "A price policy out of volume, service level and days to pay, and what it changes for each customer.",
    totals: [
      .customers("Customers with an invoice line."),
      FieldShape("compared", .count, "Those that the grid was fitted on; the others keep their prices."),
      FieldShape("payMore", .count, "Those whose prices rise in the first year.").orNull,
      FieldShape("payMoreCents", .cents, "By how much, in all.").orNull,
      FieldShape("payLess", .count, "Those whose prices fall in the first year.").orNull,
      FieldShape("payLessCents", .cents, "By how much, in all: below zero.").orNull,
      FieldShape("same", .count, "Those whose prices move by less than the step they are rounded to.").orNull,
      FieldShape("sameCents", .cents, "By how much, in all.").orNull,
      FieldShape("changeCents", .cents, "What the first year changes, within the caps, at today's volume.").orNull,
      FieldShape("laterCents", .cents, "What it leaves to the years after it.").orNull,
      FieldShape(
        "reachableLaterCents", .cents,
        "What these bring of it within the policy's years and caps; null where a price alone brings nobody to its place."
      ).orNull,
      .revenue,
      FieldShape("comparedRevenueCents", .cents, "The revenue of those that are compared."),
      FieldShape("notComparedCents", .cents, "The revenue of those that are not."),
      FieldShape("unattributedCents", .cents, "The revenue of no known customer, beside revenueCents."),
      FieldShape("paidCents", .cents, "What those compared paid for goods that have a reference price.").orNull,
      FieldShape("listCents", .cents, "The same at list prices.").orNull,
      FieldShape("volumeCents", .cents, "What discounts by volume take off.").orNull,
      FieldShape("serviceCents", .cents, "What levels of service add.").orNull,
      FieldShape("paymentCents", .cents, "What days to pay add or take off.").orNull,
      FieldShape("floorCents", .cents, "What customers' own floors ask beyond the grid.").orNull,
      FieldShape(
        "priceCents", .cents,
        "The sum of these five, what is null counting nothing: paidCents + changeCents + laterCents."
      ).orNull,
      FieldShape("marginCents", .cents, "Operating margin today of those compared.").orNull,
      FieldShape("newMarginCents", .cents, "After the first year.").orNull,
      FieldShape("lastMarginCents", .cents, "Once all is done.").orNull,
      FieldShape("listLevel", .share, "List prices ÷ reference prices.").orNull,
      FieldShape(
        "path",
        .list(
          of: .record([
            FieldShape("year", .count, "1 is the first."),
            FieldShape("changeCents", .cents, "What has changed by its end, in all."),
          ])), "The years on the way, rises and falls within their caps each year."),
      FieldShape(
        "notCompared",
        .list(
          of: .record([
            FieldShape("reason", .words(PricePolicy.Unknown.self), "Why not."), .customers("Customers."), .revenue,
          ])), "Who is not compared, by reason."),
      FieldShape("tiers", .list(of: .record(tier)), "The tiers, the biggest volume first."),
      FieldShape("serviceLevels", .list(of: .record(level)), "What each level costs a year, the cheapest first."),
      FieldShape("financingRate", .share, "The yearly rate of the payment step.").orNull,
      FieldShape("includedDays", .count, "Days to pay that prices include."),
      FieldShape(
        "paymentSteps",
        .list(
          of: .record([
            FieldShape("days", .count, "Days to pay."), FieldShape("step", .share, "What they add, or take off."),
          ])), "The payment step of some days."),
      FieldShape("products", .count, "Products, each in one unit of measure, on the list.").orNull,
      FieldShape("priceList", .list(of: .record(product)), "The thousand that sell most."),
    ],
    rows: [
      .customer, .name,
      FieldShape("side", .word(PricePolicy.Row.Side.codes), "Which way its prices go in the first year."),
      FieldShape("changeCents", .cents, "What changes in the first year, within the caps.").orNull,
      FieldShape("change", .share, "That ÷ paidCents.").orNull,
      FieldShape("laterCents", .cents, "What is left to the years after the first.").orNull,
      FieldShape("wanted", .share, "What changes in all ÷ paidCents.").orNull,
      FieldShape(
        "years", .count, "In which year it is at its price, to the step it is rounded to; null where it is not in time."
      ).orNull, .revenue, .operatingMargin,
      FieldShape("newMarginCents", .cents, "Its operating margin after the first year, at today's volume.").orNull,
      FieldShape("newRate", .share, "That ÷ its revenue then.").orNull,
      FieldShape(
        "breakEvenLoss", .share, "The part of the volume that may go before the first year's rise brings nothing."
      ).orNull, FieldShape("index", .share, "What it paid ÷ the same at the others' mean prices.").orNull,
      FieldShape("tier", .count, "Its tier of volume.").orNull,
      FieldShape("level", .words(Policy.ServiceLevel.self), "The level of service it is priced at.").orNull,
      FieldShape("usedLevel", .words(Policy.ServiceLevel.self), "The level that its visits and calls come nearest to.")
        .orNull, FieldShape("daysToPay", .whole, "Days from invoice to payment.").orNull,
      FieldShape("coverage", .share, "What has a reference price ÷ all it bought.").orNull,
      FieldShape("paidCents", .cents, "What it paid for goods that have a reference price.").orNull,
      FieldShape("listCents", .cents, "The same at list prices.").orNull,
      FieldShape("volumeCents", .cents, "What its tier takes off.").orNull,
      FieldShape("serviceCents", .cents, "What its level of service adds.").orNull,
      FieldShape("paymentCents", .cents, "What its days to pay add or take off.").orNull,
      FieldShape("floorCents", .cents, "What its own floor asks beyond the grid.").orNull,
      FieldShape(
        "priceCents", .cents, "The sum of these five, what is null counting nothing: what the policy comes to."
      ).orNull,
      FieldShape("underContract", .flag, "Whether a running contract holds its prices in the first year."),
      FieldShape("costEstimated", .flag, "Whether part of its direct cost is estimated."),
      FieldShape("reason", .words(PricePolicy.Unknown.self), "Why it is not compared.").orNull,
    ])

  private static let tier: [FieldShape] = [
    FieldShape("tier", .count, "Its number, 1 for the biggest customers."),
    FieldShape("fromCents", .cents, "The least revenue over twelve months."),
    .customers("Customers with revenue."), FieldShape("compared", .count, "Those that are compared."),
    FieldShape("medianRevenueCents", .cents, "Their median revenue over twelve months."),
    FieldShape("serviceLevel", .words(Policy.ServiceLevel.self), "How the tier is served."),
    FieldShape("discount", .share, "Less than the list price."),
    FieldShape("reason", .word(PriceGrid.DiscountReason.codes), "Where the discount comes from."),
    FieldShape("todayDiscount", .share, "What its median customer gets today, where that is told.").orNull,
    FieldShape(
      "leftCents", .cents, "What is left beyond cost to serve and floor; below zero where they are not covered."),
    FieldShape(
      "serviceSteps",
      .list(
        of: .record([
          FieldShape("level", .words(Policy.ServiceLevel.self), "The level of service."),
          FieldShape("offered", .flag, "Whether the tier is offered it."),
          FieldShape("step", .share, "What it adds to the price."),
          FieldShape("costCents", .cents, "What it costs more than the cheapest level, a year."),
        ])), "A step for each level of service."),
  ]

  private static let level: [FieldShape] = [
    FieldShape("level", .words(Policy.ServiceLevel.self), "The level of service."),
    FieldShape("visits", .count, "Visits that it promises a year."),
    FieldShape("calls", .count, "Calls that it promises a year."),
    FieldShape("costCents", .cents, "What these cost."),
  ]

  private static let product: [FieldShape] = [
    FieldShape("product", .text, "The product's code."), FieldShape("name", .text, "Its name."),
    FieldShape("unit", .text, "The unit of measure; null where no source tells it.").orNull,
    FieldShape("buyers", .count, "Customers that bought it."), .revenue,
    FieldShape("meanPriceCents", .number, "What a unit cost on average, in cents."),
    FieldShape("referencePriceCents", .number, "The reference price, one that some customer pays, in cents."),
    FieldShape("listPriceCents", .number, "The list price, in cents, to a ten-thousandth of a cent."),
  ]
}
