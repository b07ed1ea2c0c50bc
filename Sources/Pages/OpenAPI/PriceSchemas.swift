import Decisions
import Ledger
import Portfolio

extension ReportSchema {
  static let prices = ReportSchema(
    "What customers pay against each other for the same goods, and whose price should be looked at again.",
    totals: [
      FieldShape("customers", .count, "Customers that bought; null where no line tells product and quantity.").orNull,
      FieldShape("indexed", .count, "Those that have an index.").orNull,
      FieldShape("coverage", .share, "What can be compared ÷ all their revenue.").orNull,
      FieldShape("belowPeers", .count, "Customers that pay clearly less than those of like volume.").orNull,
      FieldShape("belowPeersCents", .cents, "What they would pay more at the median index of like volume.").orNull,
      FieldShape("revalue", .count, "Customers whose price is the cause of what lacks, and is to be looked at again."),
      FieldShape("revalueCents", .cents, "What would mend all of it."),
      FieldShape("askedCents", .cents, "What may be asked of them in a year."),
      FieldShape("underFloorOtherwise", .count, "Customers under their floor for other reasons than their prices."),
      FieldShape("priceBand", .list(of: .record(band)), "Revenue by price index, in steps of five points."),
      FieldShape("products", .count, "Products, each in one unit of measure, that enough customers buy.").orNull,
      FieldShape("moneyLeftCents", .cents, "What buyers below the median price of like volume leave, in all products.")
        .orNull,
      FieldShape("disparity", .list(of: .record(product)), "The hundred products that leave most, most first."),
      FieldShape("disparityByCategory", .list(of: .record(disparity)), "The categories of customers, most first."),
    ],
    rows: [
      .customer, .name, FieldShape("index", .share, "What it paid ÷ the same at the others' mean prices.").orNull,
      FieldShape("coverage", .share, "What can be compared ÷ all it bought.").orNull, .revenue,
      FieldShape("room", .share, "1 ÷ index − 1, not below zero: how far its prices may rise to the others'.").orNull,
      FieldShape("averagePriceCents", .cents, "What a unit cost it; null where it buys in several units of measure.")
        .orNull,
      FieldShape("unit", .text, "That unit; null where no source tells it.").orNull,
      FieldShape("rank", .count, "Its place among customers of like volume, 1 pays least.").orNull,
      FieldShape("likeVolume", .count, "How many these are.").orNull,
      FieldShape("medianIndex", .share, "The median index of the others of them.").orNull,
      FieldShape("gapCents", .cents, "What it would pay more at that median.").orNull,
      FieldShape("reasons", .list(of: .either(reasons)), "Why its price should be looked at again."),
      FieldShape("raiseCents", .cents, "The yearly amount that would mend it.").orNull,
      FieldShape(
        "raise", .share, "The rise of its prices that alone would bring it; null where no price alone does it."
      )
      .orNull,
      FieldShape("askedRaise", .share, "The rise that may be asked in a year.").orNull,
      FieldShape("askedCents", .cents, "What that comes to in a year of its revenue.").orNull,
      FieldShape("leftCents", .cents, "What then lacks still to its floor, by other means than prices.").orNull,
      FieldShape("verdict", .words(Verdict.self), "What to do with the relation; null where nobody can tell.").orNull,
      FieldShape(
        "lastRise", .either(rises), "The newest price rise or last offer in the log; null where there is none."
      )
      .orNull,
      FieldShape("grossRate", .share, "Its gross margin rate over the last twelve months.").orNull,
      FieldShape("grossRateYearBefore", .share, "The same over the twelve months before.").orNull,
      FieldShape("grossRateTwoYearsBefore", .share, "And over those before them.").orNull,
    ])

  private static let rises = PriceOffer.Outcome.codes.map { outcome in
    ValueShape.Form(
      outcome,
      [
        FieldShape("asked", .share, "The rise that was asked."),
        FieldShape("granted", .share, "The rise that holds; null while it is asked or where it was refused.").orNull,
        FieldShape("day", .day, "The day it was put to the customer."),
        FieldShape("isLastOffer", .flag, "Whether it was a last offer: higher prices, or the end."),
      ])
  }

  private static let band: [FieldShape] = [
    FieldShape("fromIndex", .share, "The lower end; null for all below the first.").orNull,
    FieldShape("toIndex", .share, "The upper end, not included; null for all above the last.").orNull,
    .customers("Customers whose index lies between."),
    FieldShape("revenueCents", .cents, "What they paid for what can be compared."),
  ]

  private static let product: [FieldShape] = [
    FieldShape("product", .text, "The product's code."), FieldShape("name", .text, "Its name."),
    FieldShape("unit", .text, "The unit of measure; null where no source tells it.").orNull,
    FieldShape("buyers", .count, "Customers that bought it."), .revenue,
    FieldShape("variation", .share, "Standard deviation of the customers' prices ÷ their mean."),
    FieldShape("lowPriceCents", .number, "The tenth part of the customers pays this or less, in cents a unit."),
    FieldShape("medianPriceCents", .number, "The median price, in cents a unit."),
    FieldShape("highPriceCents", .number, "The tenth part pays this or more, in cents a unit."),
    FieldShape("moneyLeftCents", .cents, "What those below the median of like volume would pay more at it."),
    FieldShape("buyersBelow", .count, "How many these are."),
  ]

  private static let disparity: [FieldShape] = [
    .category, .customers("Its customers that have an index."),
    FieldShape("variation", .share, "Standard deviation of their indexes ÷ their mean."),
    FieldShape("lowIndex", .share, "The tenth part of them has this or less."),
    FieldShape("medianIndex", .share, "The median index."),
    FieldShape("highIndex", .share, "The tenth part has this or more."),
    FieldShape("moneyLeftCents", .cents, "What they would pay more at the median of like volume."),
  ]

  private static let gap = FieldShape("gapCents", .cents, "The yearly amount that would mend it.")
  private static let reasons = [
    ValueShape.Form(
      "belowPeers",
      [
        FieldShape("index", .share, "Its index."),
        FieldShape("medianIndex", .share, "The median index of the others of like volume."), gap,
      ]),
    ValueShape.Form(
      "marginFalling", [FieldShape("rates", .list(of: .share), "Its gross margin rates, oldest first."), gap]),
    ValueShape.Form(
      "underFloor",
      [
        FieldShape("rate", .share, "Its operating margin rate."), FieldShape("floorRate", .share, "Its floor."), gap,
      ]),
  ]

  static let pvm = ReportSchema(
    "Why revenue and margin changed from the period before: prices, costs, volumes, mix, returns, ranges, customers.",
    totals: parts(BridgePart.all).map(\.orNull) + [
      FieldShape(
        "margin",
        .record(
          BridgePart.ofMargin.map { FieldShape($0.plainKey, .cents, meaning($0)) } + [uncosted]),
        "The same for the margin of what is costed in both periods; costs move beside prices."
      ).orNull
    ],
    rows: [.customer, .name] + parts(BridgePart.all) + parts(BridgePart.ofMargin) + [uncosted])

  private static let uncosted = FieldShape(
    "uncostedCents", .cents, "Revenue of both periods that the margin leaves out, its cost not being known.")

  private static func parts(_ parts: [BridgePart]) -> [FieldShape] {
    parts.map { FieldShape($0.key, .cents, ($0.key == $0.plainKey ? "" : "Of the margin: ") + meaning($0)) }
  }

  private static func meaning(_ part: BridgePart) -> String {
    switch part.plainKey {
    case "previousCents": "The period before."
    case "priceCents": "Other prices for the same goods."
    case "costCents": "Other direct costs of the same goods."
    case "volumeCents": "More or less of the same goods, within one unit of measure."
    case "mixCents": "Dearer or cheaper ones among them."
    case "returnsCents": "Returns, credits and amounts without a quantity."
    case "rangesCents": "Products taken up and left by customers of both periods."
    case "newCents": "Customers that had never bought."
    case "wonBackCents": "Customers back after a period without revenue."
    case "lostCents": "Customers that buy nothing any more."
    case "rangesGainedCents": "Products taken up, a part of rangesCents."
    case "rangesLostCents": "Products left, a part of rangesCents."
    default: "The period: the sum of all parts."
    }
  }
}
