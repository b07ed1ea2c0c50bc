import Ledger
import Portfolio

extension ReportSchema {
  static let stakes = ReportSchema(
    "Erosion, volatility, dependence on few customers, and where margin rates go.",
    totals: [
      FieldShape("grr", .share, "Part of the revenue of the months before that stayed.").orNull,
      FieldShape("nrr", .share, "The same with what those customers buy more.").orNull,
      FieldShape(
        "bridge",
        .record([
          FieldShape("previousCents", .cents, "Revenue of the months before."),
          FieldShape("newCents", .cents, "Of new customers."), FieldShape("wonBackCents", .cents, "Of those won back."),
          FieldShape("expansionCents", .cents, "Of those who buy more."),
          FieldShape("contractionCents", .cents, "Of those who buy less."),
          FieldShape("lostCents", .cents, "Of those lost."), FieldShape("correctionsCents", .cents, "Stray credits."),
          FieldShape("currentCents", .cents, "Revenue of the window."),
        ]), "From the months before to the window, to the cent."
      ).orNull,
      FieldShape(
        "bridgeCustomers",
        .record([
          FieldShape("previous", .count, "Customers of the months before."), FieldShape("new", .count, "New ones."),
          FieldShape("wonBack", .count, "Those won back."), FieldShape("expansion", .count, "Those who buy more."),
          FieldShape("contraction", .count, "Those who buy less."), FieldShape("lost", .count, "Those lost."),
        ]), "The same in customers."
      ).orNull,
      FieldShape("volatility", .share, "How much revenue varies from month to month.").orNull,
      FieldShape("top1Share", .share, "Share of the first customer in the revenue.").orNull,
      FieldShape("top5Share", .share, "Share of the first 5.").orNull,
      FieldShape("top10Share", .share, "Share of the first 10.").orNull,
      FieldShape(
        "losses",
        .list(
          of: .record([
            .customers("How many of the first are lost together."), .revenue,
            FieldShape("share", .share, "Their share."), FieldShape("marginCents", .cents, "Their margin.").orNull,
            FieldShape("resultCents", .cents, "The company's result without them.").orNull,
          ])), "What the loss of the first customers would do."),
      FieldShape(
        "marginRateByYear",
        .list(
          of: .record([
            FieldShape("from", .month, "The first month."), FieldShape("to", .month, "The last month."), .revenue,
            FieldShape("knownRevenueCents", .cents, "Revenue whose direct cost is known."),
            FieldShape("grossMarginCents", .cents, "Gross margin.").orNull, .operatingMargin,
            FieldShape("grossRate", .share, "Gross margin ÷ known revenue.").orNull,
            FieldShape("operatingRate", .share, "Operating margin ÷ known revenue.").orNull,
          ])), "Margin rates, twelve months at a time."),
    ],
    rows: [
      .customer, .name, FieldShape("lostMarginCents", .cents, "The gross margin that its falling rate took away."),
      FieldShape("rates", .list(of: .share), "Its gross margin rate, year after year."),
    ])

  static let month = ReportSchema(
    "Why the last month differs from the same month a year earlier.",
    totals: [
      FieldShape("beforeCents", .cents, "Revenue of the same month a year earlier.").orNull,
      FieldShape("absentCents", .cents, "Change by customers that bought then and nothing now.").orNull,
      FieldShape("lessCents", .cents, "By those who buy less.").orNull,
      FieldShape("moreCents", .cents, "By those who buy more.").orNull,
      FieldShape("backCents", .cents, "By those who bought nothing then, but before.").orNull,
      FieldShape("newCents", .cents, "By those who never bought before.").orNull,
      FieldShape("unattributedCents", .cents, "By sales without a customer.").orNull,
      FieldShape("nowCents", .cents, "Revenue of the month.").orNull,
    ],
    rows: [
      .customer, .name, FieldShape("part", .words(MonthChange.Part.self), "What happens."),
      FieldShape("beforeCents", .cents, "Its revenue of the same month a year earlier."),
      FieldShape("nowCents", .cents, "Its revenue of the month."),
      FieldShape("changeCents", .cents, "The difference."),
    ])

  static let adequacy = ReportSchema(
    "Whether customers and their orders are up to the revenue expected.",
    totals: [
      FieldShape("expectedCents", .cents, "Revenue expected, as policy sets it.").orNull,
      FieldShape("actualCents", .cents, "Revenue obtained."), .customers("Active customers."),
      FieldShape("ordersPerCustomer", .number, "Orders per active customer.").orNull,
      FieldShape("averageOrderCents", .cents, "Revenue ÷ orders.").orNull,
      FieldShape(
        "missing",
        .record([
          .customers("Customers that would close the gap.").orNull,
          FieldShape("orders", .count, "Or orders.").orNull,
          FieldShape("averageOrderCents", .cents, "Or so much more on each order.").orNull,
        ]), "What would close the gap, each by itself."),
      FieldShape("monthsBelow", .count, "Months in a row below what is expected.").orNull,
      FieldShape("level", .words(Adequacy.Level.self), "How grave it is.").orNull,
    ])

  static let tomorrow = ReportSchema(
    "Small customers that may become big, and why.",
    totals: [
      .customers("Customers found."), FieldShape("looked", .count, "Small customers looked at."),
      FieldShape("tooYoung", .count, "Those too young to compare with a year earlier."),
      FieldShape("withoutPotential", .count, "Those whose potential is not known, or was judged too long ago."),
    ],
    rows: [
      .customer, .name, FieldShape("band", .count, "Its band."), .revenue,
      FieldShape("reasons", .list(of: .either(reasonsOfTomorrow)), "Why it may become big."),
    ])

  static let reasonsOfTomorrow = [
    ValueShape.Form(
      "growth",
      [
        FieldShape("currentCents", .cents, "Revenue now."), FieldShape("previousCents", .cents, "Revenue before."),
        FieldShape("months", .count, "Over how many months."),
        FieldShape("gateCents", .cents, "The change that chance alone could bring."),
      ]),
    ValueShape.Form(
      "widerRange",
      [
        FieldShape("current", .count, "Product ranges now."), FieldShape("previous", .count, "Product ranges before."),
      ]),
    ValueShape.Form(
      "headroom",
      [
        FieldShape("potentialCents", .cents, "What it could buy in a year."),
        FieldShape("judged", .day, "When that was judged."), .revenue,
      ]),
    ValueShape.Form(
      "earlyRhythm",
      [
        FieldShape("orders", .count, "Its orders since the first."),
        FieldShape("firstBandOrders", .count, "Those of today's biggest at that age."),
        FieldShape("months", .count, "Over how many months."),
        FieldShape("peers", .count, "How many biggest there are."),
      ]),
  ]

  static let cleanUp = ReportSchema(
    "Records proposed for archiving: a single old order, nothing for long, or empty.",
    totals: [
      FieldShape("before", .count, "Records there are."), FieldShape("after", .count, "Records left."),
      FieldShape("oneOff", .count, "Of a single old order."), FieldShape("dead", .count, "Without an order for long."),
      FieldShape("empty", .count, "Without any line."), FieldShape("revenueCents", .cents, "Revenue ever of those."),
    ],
    rows: [
      .customer, .name, FieldShape("reason", .words(CleanUp.Reason.self), "Why."),
      FieldShape("lastOrder", .day, "The day of its last order.").orNull,
      FieldShape("revenueCents", .cents, "Its revenue ever."),
      FieldShape("served", .flag, "Whether it was served in the window all the same."),
    ])

  static let suggestions = ReportSchema(
    "Categories that what customers buy and when suggests.",
    totals: [
      FieldShape("suggestions", .count, "Categories found; null where there are none to be told apart.").orNull,
      FieldShape("sampled", .count, "Customers looked at."),
      FieldShape(
        "trials",
        .list(
          of: .record([
            FieldShape("categories", .count, "Into how many."),
            FieldShape("silhouette", .number, "How clear-cut they are, −1…1.").orNull,
          ])), "What was tried."),
    ],
    rows: [
      FieldShape("suggestion", .count, "Its number, for `categories accept`."),
      FieldShape(
        "ranges",
        .list(
          of: .record([
            FieldShape("code", .text, "The range, or `none`."),
            FieldShape("range", .text, "The range; null for lines without one.").orNull,
            FieldShape("share", .share, "Its part of the group's revenue."),
            FieldShape("companyShare", .share, "Its part of the company's revenue."),
          ])), "What they buy most."),
      FieldShape("tempo", .words(SuggestedCategory.Tempo.self), "How often they order."),
      FieldShape("evenness", .words(SuggestedCategory.Evenness.self), "How regularly."),
      FieldShape("size", .words(SuggestedCategory.Size.self), "How big they are."),
      .customers("How many they are."), .revenue,
      FieldShape("medianRevenueCents", .cents, "Median revenue of one."),
      FieldShape("medianOrdersPerYear", .number, "Median orders a year of one."),
      FieldShape("mix", .words(SuggestedCategory.Mix.self), "What told them apart."),
      FieldShape("silhouette", .number, "How clear-cut the group is, −1…1."),
      FieldShape("typical", .text, "The name of the most typical."),
      FieldShape("presentCategory", .text, "The category most of them have today.").orNull,
      FieldShape("accepted", .text, "The category that a person made of it; null while nobody did.").orNull,
    ])

  static let reconciliation = ReportSchema(
    "Whether every cent of the books is somewhere: customers + lines without a customer = all revenue.",
    totals: part + [
      FieldShape("waitingLines", .count, "Lines that wait for a price or an invoice header, in no figure."),
      FieldShape("laterLines", .count, "Lines after the last month looked at."),
      FieldShape("laterCents", .cents, "Their revenue."),
      FieldShape("differenceCents", .cents, "Imports − books; null where imports are not known.").orNull,
      FieldShape("accrualsCents", .cents, "Revenue of period-end accruals, which is nobody's."),
      FieldShape(
        "strays",
        .list(
          of: .record([
            FieldShape("nature", .words(LineNature.self), "Why; null where the source says nothing.").orNull, .revenue,
            FieldShape("lines", .count, "How many."),
          ])), "Lines without a customer by reason; empty where no accounts say it."),
      FieldShape("books", .record(comparison), "Accounts against invoices; null where only one is there.").orNull,
      FieldShape(
        "history",
        .record(
          [
            FieldShape("from", .month, "The first month.").orNull, FieldShape("to", .month, "The last month.").orNull,
          ] + part), "The same over all months."),
      FieldShape(
        "imports",
        .list(
          of: .record([
            FieldShape("id", .text, "The import."), FieldShape("file", .text, "Its file."), .revenue,
            FieldShape("unattributedCents", .cents, "Of which without a customer."),
            FieldShape("lines", .count, "Its lines."),
          ])), "What each sales import brought."),
    ])

  private static let comparison: [FieldShape] = [
    FieldShape("matched", .count, "Documents that both tell."), FieldShape("matchedCents", .cents, "By the books."),
    FieldShape("byNumber", .count, "Those told by their number; the others by day, customer and amount."),
    FieldShape("differing", .count, "Matched documents whose totals differ."),
    FieldShape("differingCents", .cents, "Books − invoices."),
    FieldShape("onlyBooks", .count, "Documents in the books alone."),
    FieldShape("onlyBooksCents", .cents, "Their sum."),
    FieldShape("onlyInvoices", .count, "Invoices of covered days outside the books: they do not count."),
    FieldShape("onlyInvoicesCents", .cents, "Their sum."),
  ]

  private static let part: [FieldShape] = [
    FieldShape("customersCents", .cents, "Revenue of customers."),
    FieldShape("unattributedCents", .cents, "Revenue of lines without a customer."),
    FieldShape("allCents", .cents, "All revenue."), FieldShape("lines", .count, "Lines."),
    FieldShape("unattributedLines", .count, "Lines without a customer."),
  ]
}
