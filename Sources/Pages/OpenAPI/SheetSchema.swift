import Decisions
import Ledger
import Portfolio

/// What programs find on a customer's sheet: figures, facts, then a list for each part.
///
/// A test holds the sheets of several companies against this.
enum SheetSchema {
  static let fields: [FieldShape] =
    [
      .customer, .name, FieldShape("title", .text, "What the sheet finds, in one sentence."),
    ] + APIOperation.window + figures + facts + parts + [
      FieldShape("notes", .list(of: .text), "What limits the figures or explains them.")
    ]

  private static let figures: [FieldShape] = [
    .revenue,
    FieldShape("previousRevenueCents", .cents, "The same over the months before; null before the data begin.").orNull,
    FieldShape("growth", .share, "Its change.").orNull, FieldShape("share", .share, "Its part of all revenue.").orNull,
    FieldShape("directCostCents", .cents, "Direct cost of the lines whose cost is known."),
    FieldShape(
      "costToServeCents", .cents,
      "What serving it cost, as far as it is known; null where neither a service log nor payments tell any of it."
    ).orNull,
    FieldShape("grossMarginCents", .cents, "Revenue − direct cost.").orNull, .operatingMargin, .rate,
    FieldShape("costedShare", .share, "Part of the revenue whose cost is known.").orNull,
    FieldShape("estimated", .flag, "Whether part of the direct cost is supposed."),
    FieldShape("orders", .count, "Orders in the window."),
    FieldShape("averageOrderCents", .cents, "Revenue ÷ orders.").orNull,
    FieldShape("previousAverageOrderCents", .cents, "The same before.").orNull,
    FieldShape("monthlyRevenueCents", .list(of: .cents), "Revenue of each of the last 24 months at most."),
    FieldShape("averagePriceCents", .cents, "Revenue ÷ quantity.").orNull,
    FieldShape("lastOrder", .day, "The day of the last order.").orNull,
    FieldShape("daysSinceLastOrder", .count, "Days from there to the end of the window.").orNull,
    FieldShape("usualGapDays", .count, "Days that usually lie between two orders.").orNull,
    FieldShape("daysToPay", .whole, "Days from invoice to payment; null where no source tells.").orNull,
    FieldShape("timeToPayCents", .cents, "What waiting for its money cost in the window.").orNull,
    FieldShape("badDebtCents", .cents, "What it never paid in the window, less what came in again.").orNull,
  ]

  private static let facts: [FieldShape] = [
    FieldShape("verdict", .words(Verdict.self), "What to do with the relation; null where nobody can tell.").orNull,
    FieldShape("action", .words(PriorityAction.self), "The sort of action that comes first."),
    FieldShape("means", .words(PriorityAction.Means.self), "What is done."),
    FieldShape("firm", .flag, "Whether the verdict stays when services cost a fifth more or less; null without one.")
      .orNull,
    FieldShape("atStakeCents", .cents, "The euros at stake."),
    FieldShape("effectOfCeasingCents", .cents, "What ending the relation brings in a year.").orNull,
    FieldShape("strandedCents", .cents, "The cost that would stay."),
    FieldShape("strategicUntil", .day, "Until when it is kept for reasons of the company's own.").orNull,
    FieldShape("sponsor", .text, "Who answers for that; null where it is not so kept.").orNull,
    FieldShape("verdictReasons", ReportSchema.reasonShape, "The figures against their thresholds that make it."),
    FieldShape(
      "substitution", substitution, "Who stands in before its prices are raised firmly; null where nobody must."
    ).orNull,
    FieldShape("stage", ReportSchema.stageWord, "The stage of its life; null before its first order.").orNull,
    FieldShape("stageSince", .month, "Since when.").orNull,
    FieldShape("stageReason", ReportSchema.reasonWord, "Why.").orNull,
    FieldShape("attention", .words(Attention.self), "What the stage calls for.").orNull,
    FieldShape("lossCause", .words(LossCause.self), "Where the cause of its loss or decline presumably lies.").orNull,
    FieldShape("winBackWorthCents", .cents, "What its return is worth, weighed with its chance.").orNull,
    FieldShape("nextOrder", .day, "The day its next order is expected; null where none is.").orNull,
    FieldShape("nextOrderState", .word(["expected", "late", "overdue"]), "How that stands.").orNull,
    FieldShape("nextOrderValueCents", .cents, "What it is worth.").orNull,
    FieldShape("gapDays", .count, "Days that lie between two orders, in the middle.").orNull,
    FieldShape("probabilityAlive", .share, "Chance that it has not dropped out, by the model.").orNull,
    FieldShape("probabilityActive", .share, "Chance of an order in the months predicted.").orNull,
    FieldShape("expectedOrders", .number, "Orders expected over the months predicted.").orNull,
    FieldShape("expectedRevenueCents", .cents, "What they come to.").orNull,
    FieldShape("expectedMarginCents", .cents, "At its operating margin rate.").orNull,
    FieldShape("residualValueCents", .cents, "Its margin to come, discounted.").orNull,
    .category, FieldShape("otherNames", .list(of: .text), "Its other names, where customers were merged."),
    FieldShape("merged", .list(of: .text), "The customers that were merged into it."),
    FieldShape("group", .text, "The group of companies.").orNull,
    FieldShape("sector", .text, "Line of business.").orNull, FieldShape("region", .text, "Where it is.").orNull,
    FieldShape("size", .text, "How big it is, in the file's words.").orNull,
    FieldShape("salesperson", .text, "Who looks after it.").orNull,
    FieldShape("salespersonName", .text, "That person's name.").orNull,
    FieldShape("since", .month, "Customer since.").orNull,
    FieldShape("tenureMonths", .count, "Months since then.").orNull,
    FieldShape("tenureCensored", .flag, "Whether it may have been one before the data begin.").orNull,
    FieldShape("potentialCents", .cents, "What it could buy in a year.").orNull,
    FieldShape("potentialDate", .day, "When that was judged.").orNull,
    FieldShape("headroomCents", .cents, "What is left to win.").orNull,
    FieldShape("risk", .text, "The risk of losing it, in the file's words.").orNull,
    FieldShape("strategic", .flag, "Whether it is kept for reasons of the company's own."),
    FieldShape("criterion", .words(Policy.Criterion.self), "What customers are ranked by."),
    FieldShape("rank", .count, "Its rank.").orNull, FieldShape("ranked", .count, "How many are ranked."),
    FieldShape("previousRank", .count, "Its rank before.").orNull,
    FieldShape("class", .word(["A", "B", "C", "D"]), "Its class.").orNull,
    FieldShape("band", .count, "Its band.").orNull,
    FieldShape("serviceLevel", .words(Policy.ServiceLevel.self), "How it is served.").orNull,
    FieldShape("hours", .hours, "Time it took; null without a service log.").orNull,
    FieldShape("allottedHours", .hours, "Time it should take.").orNull,
  ]

  private static let substitution = ValueShape.record([
    FieldShape("atRiskCents", .cents, "What it brought, and might take away."),
    FieldShape("securedCents", .cents, "What was won of better customers and stands in for it."),
    FieldShape("unlocked", .flag, "Whether that is all of it."),
    FieldShape(
      "won",
      .list(
        of: .record([
          FieldShape("customer", .text, "The customer."), FieldShape("name", .text, "Its name."),
          FieldShape("revenueCents", .cents, "Its part of what was won."),
        ])), "From whom."),
    FieldShape(
      "candidates",
      .list(
        of: .record([
          FieldShape("prospect", .text, "The prospect; null for a customer.").orNull,
          FieldShape("customer", .text, "The customer; null for a prospect.").orNull,
          FieldShape("name", .text, "Its name."),
          FieldShape("expectedCents", .cents, "A year's revenue more, estimated."),
        ])), "Whom to win or develop for what is not secured."),
  ])

  private static let parts: [FieldShape] = [
    FieldShape(
      "findings",
      .list(
        of: .record([
          FieldShape("list", .word(lists), "The list that speaks of it."), FieldShape("sentence", .text, "In words."),
          FieldShape("reasons", .list(of: .either(reasons)), "As figures."),
        ])), "The lists it is on."),
    FieldShape("ladder", ReportSchema.ladderShape, "The steps to its floor; empty where nothing lacks."),
    FieldShape(
      "life",
      .list(
        of: .record([
          FieldShape("stage", ReportSchema.stageWord, "The stage."),
          FieldShape("wonBack", .flag, "Whether it was new because it came back after a loss."),
          FieldShape("from", .month, "The first month in it."), FieldShape("to", .month, "The last one."),
          FieldShape("months", .count, "How many."),
        ])), "Its stages, the latest first."),
    FieldShape(
      "outlook",
      .list(
        of: .record([
          FieldShape("monthOfYear", .count, "1 is January."), FieldShape("orders", .count, "Its orders in that month."),
          FieldShape("season", .number, "How much of its year falls into the month; 1 is the mean."),
          FieldShape("companySeason", .number, "The same of the company; null under two years of data.").orNull,
        ])), "Its season."),
    FieldShape(
      "years",
      .list(
        of: .record([
          FieldShape("from", .month, "First month."), FieldShape("to", .month, "Last month."),
          FieldShape("whole", .flag, "Whether the data cover all of it."), .revenue,
          FieldShape("share", .share, "Its part of all revenue.").orNull,
          FieldShape("rank", .count, "Its rank.").orNull,
          FieldShape("ranked", .count, "How many were ranked."),
          FieldShape("grossMarginCents", .cents, "Revenue − direct cost.").orNull, .operatingMargin, .rate,
          FieldShape("orders", .count, "Orders."),
        ])), "Its weight over the years."),
    FieldShape(
      "months",
      .list(
        of: .record([
          FieldShape("month", .month, "The month."), .revenue,
          FieldShape("grossMarginCents", .cents, "Revenue − direct cost.").orNull,
          FieldShape("costToServeCents", .cents, "What serving it cost.").orNull, .operatingMargin,
          FieldShape("orders", .count, "Orders."), FieldShape("hours", .hours, "Time.").orNull,
        ])), "Month by month."),
    FieldShape(
      "waterfall",
      .list(
        of: .record([
          FieldShape("step", .text, "The step, or the kind of cost."),
          FieldShape("amountCents", .cents, "What it adds, below zero for what it takes."),
          FieldShape("share", .share, "Of the revenue.").orNull,
        ])), "From revenue to operating margin; empty where the margin is not known."),
    FieldShape(
      "ranges",
      .list(
        of: .record([
          FieldShape("range", .text, "The product range; null for lines that name none.").orNull, .revenue,
          FieldShape("previousRevenueCents", .cents, "The same before.").orNull,
          FieldShape("change", .word(["gained", "lost", "kept"]), "What changed."),
        ])), "What it buys."),
    FieldShape(
      "lastOrders",
      .list(
        of: .record([
          FieldShape("day", .day, "The day."), .revenue,
          FieldShape("grossMarginCents", .cents, "Revenue − direct cost.").orNull,
          FieldShape("lines", .count, "Lines."), FieldShape("gapDays", .count, "Days since the one before.").orNull,
        ])), "Its last orders, newest first."),
    FieldShape(
      "services",
      .list(
        of: .record([
          FieldShape("kind", .words(ServiceKind.self), "The service."), FieldShape("events", .count, "How many."),
          FieldShape("promised", .count, "Of which promised; null where no source tells.").orNull,
          FieldShape("hours", .hours, "Time."),
          FieldShape("costCents", .cents, "Cost."), FieldShape("estimatedCents", .cents, "Of which estimated."),
          FieldShape("uncostedEvents", .count, "Those nothing allows to cost."),
        ])), "What was done for it."),
    FieldShape(
      "record",
      .list(
        of: .record([
          FieldShape("field", .word(SourceKind.customers.fields.map(\.rawValue)), "The field."),
          FieldShape("value", .text, "Its value: money in cents, days as YYYY-MM-DD, true or false as text."),
          FieldShape("origin", .word(["import", "lines", "person"]), "Where it comes from."),
          FieldShape("by", .text, "The file or the person; null for names that invoice lines carry.").orNull,
          FieldShape("day", .day, "When it was said; null where nobody knows.").orNull,
        ])), "What the customer file says, each value with where it comes from."),
  ]

  private static let lists = [
    "losesMoney", "underFloor", "atRisk", "cherish", "time", "marginFalls", "tomorrow", "oneOff",
  ]

  private static let stake = [FieldShape("stakeCents", .cents, "What a year of it is worth.")]
  private static let reasons: [ValueShape.Form] =
    [
      ValueShape.Form("losesMoney", [FieldShape("marginCents", .cents, "Its operating margin.")]),
      ValueShape.Form("underFloor", [FieldShape("shortfallCents", .cents, "What is missing.")]),
      ValueShape.Form("atRisk", stake), ValueShape.Form("cherish", stake),
      ValueShape.Form(
        "marginFalls",
        [
          FieldShape("lostCents", .cents, "Lost a year."),
          FieldShape("rates", .list(of: .share), "Margin rates, oldest first."),
        ]),
      ValueShape.Form("oneOff", [FieldShape("day", .day, "The day of its only order.")]),
    ] + TimeIsMoney.Judgement.allCases.map { ValueShape.Form($0.rawValue, []) } + ReportSchema.remedies
    + ReportSchema.reasonsOfTomorrow
}
