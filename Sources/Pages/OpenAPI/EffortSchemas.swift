import Ledger
import Portfolio

extension ReportSchema {
  static let bands = ReportSchema(
    "Bands of customers by revenue, with what each brings and the time it takes.",
    totals: [
      .customers("Customers in a band."), .revenue,
      FieldShape("budgetHours", .hours, "Time to share among bands.").orNull,
      FieldShape("budgetSource", .words(ServiceAllotment.Source.self), "Where that time comes from."),
      FieldShape("unplacedHours", .hours, "Time that finds no room under the most one customer may take."),
      FieldShape("hoursOutsideBands", .hours, "Time given to customers in no band."),
      FieldShape("unattributedHours", .hours, "Time given to nobody known."),
      FieldShape("raisedToDelegated", .count, "New customers served as delegated instead of automated."),
      FieldShape("emptyBands", .list(of: .count), "The numbers of bands without a customer."),
      FieldShape("negativeCustomers", .count, "Customers with revenue below zero, in no band."),
      FieldShape("negativeRevenueCents", .cents, "Their revenue."),
      FieldShape(
        "levels",
        .list(
          of: .record([
            FieldShape("level", .words(Policy.ServiceLevel.self), "The level of service."),
            .customers("Customers served at it."), FieldShape("kept", .count, "Those for whom promises were kept."),
            FieldShape("promisedVisits", .count, "Visits promised."),
            FieldShape("givenVisits", .count, "Visits given."),
            FieldShape("promisedCalls", .count, "Calls promised."), FieldShape("givenCalls", .count, "Calls given."),
          ])), "What each level of service promises, and what was given."),
    ],
    rows: [
      FieldShape("band", .count, "1 for the band of the biggest."), .customers("Customers in the band."),
      FieldShape("fromCents", .cents, "The least revenue in the band."),
      FieldShape("toCents", .cents, "The greatest revenue in the band."), .revenue,
      FieldShape("revenueShare", .share, "Its part of the revenue of all bands.").orNull,
      FieldShape("marginCents", .cents, "Operating margin of its customers whose margin is known.").orNull,
      FieldShape("effortShare", .share, "Its part of the time given.").orNull,
      FieldShape("allottedHoursPerCustomer", .number, "Hours to give to each customer.").orNull,
      FieldShape("actualHoursPerCustomer", .number, "Hours given to each customer.").orNull,
      FieldShape("serviceLevel", .words(Policy.ServiceLevel.self), "How its customers are to be served."),
    ])

  static let time = ReportSchema(
    "Service hours of each customer against what the hours bring.",
    totals: [
      FieldShape("hours", .hours, "Time given; null without a service log.").orNull,
      FieldShape("hoursOutsideTop20Share", .share, "Part of the time given outside the first 20 %.").orNull,
      FieldShape("revenueOutsideTop20Share", .share, "Part of the revenue from outside the first 20 %.").orNull,
      FieldShape("smallTakeMost", .flag, "Whether small customers take most of the time.").orNull,
      revenuePerHour, marginPerHour,
      FieldShape("knowledge", .words(CostToServe.Knowledge.self), "How far the cost to serve is known."),
      FieldShape(
        "judgements",
        .record(TimeIsMoney.Judgement.allCases.map { FieldShape($0.rawValue, .count, "Customers judged so.") }),
        "How many customers are judged how."),
      FieldShape(
        "bands",
        .list(of: .record([FieldShape("band", .count, "The band; null for customers in none.").orNull] + yield)),
        "The same by band."),
      FieldShape("categories", .list(of: .record([.category] + yield)), "The same by category."),
      FieldShape(
        "work",
        .record([
          FieldShape("finding", .words(WorkOverTime.Finding.self), "What more customers brought.").orNull,
          FieldShape("lastYear", .record(load), "The last twelve months."),
          FieldShape("yearBefore", .record(load), "The twelve months before."),
          FieldShape(
            "months", .list(of: .record([FieldShape("month", .month, "The month.")] + load)), "Month by month."),
        ]), "Whether more customers brought revenue, or only work."),
    ],
    rows: [
      .customer, .name, FieldShape("hours", .hours, "Time given; null without a service log.").orNull,
      revenuePerHour, marginPerHour, FieldShape("allottedHours", .hours, "Time its band allots it.").orNull,
      FieldShape("judgement", .words(TimeIsMoney.Judgement.self), "Whether its revenue justifies the time."), .revenue,
    ])

  private static let revenuePerHour = FieldShape("revenuePerHourCents", .cents, "Revenue an hour.").orNull
  private static let marginPerHour = FieldShape("marginPerHourCents", .cents, "Operating margin an hour.").orNull
  private static let yield: [FieldShape] = [
    .customers("Customers."), FieldShape("hours", .hours, "Time given."), .revenue,
    FieldShape("marginCents", .cents, "Operating margin of those whose margin is known.").orNull, revenuePerHour,
    marginPerHour, FieldShape("hoursShare", .share, "Part of all time given.").orNull,
    FieldShape("revenueShare", .share, "Part of all revenue.").orNull,
  ]
  private static let load: [FieldShape] = [
    .customers("Customers with an order."), .revenue, FieldShape("hours", .hours, "Time given."),
  ]
}
