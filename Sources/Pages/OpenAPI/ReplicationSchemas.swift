import Decisions
import Ledger

extension ReportSchema {
  private static let prospect = FieldShape(
    "prospect", .text, "The prospect's identifier; null where the row is a customer's."
  ).orNull
  private static let customerOrNot = FieldShape(
    "customer", .text, "The customer's identifier; null where the row is a prospect's."
  ).orNull
  private static let anyName = FieldShape("name", .text, "The name.")

  private static let door = FieldShape(
    "door", .words(DoorBar.self), "What bars the prospect at the door; null for who is welcome, and for customers."
  ).orNull

  /// What a value of a trait speaks.
  private static let evidence = [
    FieldShape("value", .text, "The value; of a potential the amounts it lies between."),
    FieldShape("best", .count, "Best customers with the value."),
    FieldShape("bestKnown", .count, "Best customers of whom the trait is known."),
    FieldShape("all", .count, "All customers compared with the value."),
    FieldShape("allKnown", .count, "All customers compared of whom the trait is known."),
    FieldShape("shareOfBest", .share, "Share of the best that have the value.").orNull,
    FieldShape("shareOfAll", .share, "Share of all that have it.").orNull,
    FieldShape("weight", .number, "By how much the logarithm of the odds of being one of the best changes."),
  ]
  private static let reasons = ValueShape.list(
    of: .record([FieldShape("code", .words(CustomerTrait.self), "The trait.")] + evidence))
  private static let shared = ValueShape.list(
    of: .record([FieldShape("trait", .words(CustomerTrait.self), "The trait.")] + evidence))

  static let lookAlikes = ReportSchema(
    "Prospects and customers that resemble the best customers, with the reasons.",
    totals: [
      FieldShape("best", .count, "The best customers; null where nobody can be compared.").orNull,
      FieldShape("compared", .count, "Active customers compared.").orNull,
      FieldShape("measure", .word(["operatingMargin", "revenue"]), "What they are the best by.").orNull,
      FieldShape("prospectsAlike", .count, "Prospects that resemble them.").orNull,
      FieldShape("customersAlike", .count, "Other active customers that do.").orNull,
      FieldShape("shared", shared, "For each trait the value most of the best have."),
      FieldShape(
        "categories",
        .list(
          of: .record([
            FieldShape("category", .text, "The category."), FieldShape("best", .count, "Its best customers."),
            FieldShape("compared", .count, "Its active customers."),
            FieldShape("shared", shared, "What its best have in common."),
          ])), "What the best of each category have in common; small categories are left out."),
    ],
    rows: [
      prospect, customerOrNot, anyName, .category,
      FieldShape("score", .share, "How much it resembles: 0.5 as much as the others."),
      FieldShape("completeness", .share, "Traits known ÷ traits that could tell.").orNull,
      door, FieldShape("why", .list(of: .words(CustomerTrait.self)), "The two strongest of them, by their traits."),
      FieldShape("reasons", reasons, "What speaks for or against, the strongest first."),
      FieldShape("missing", .list(of: .words(CustomerTrait.self)), "Traits that are not known."),
    ])

  static let targets = ReportSchema(
    "How near prospects and active customers are to what the company seeks, criterion by criterion.",
    totals: [
      FieldShape("prospects", .count, "Prospects."), FieldShape("customers", .count, "Active customers."),
      FieldShape("completeness", .share, "Mean completeness.").orNull,
      FieldShape(
        "weights",
        .record(
          TargetCriterion.allCases.map { FieldShape($0.rawValue, .number, "How much the criterion weighs.") }),
        "The weights; only their proportions count."),
    ],
    rows: [
      prospect, customerOrNot, anyName, .category, FieldShape("score", .share, "The weighted mean of the criteria."),
      FieldShape("completeness", .share, "Weight of the criteria that are known ÷ weight of all."),
      door, FieldShape("why", .list(of: .words(TargetCriterion.self)), "The criteria that weigh."),
      FieldShape(
        "reasons",
        .list(
          of: .record([
            FieldShape("code", .words(TargetCriterion.self), "The criterion."),
            FieldShape("value", .text, "The file's word.").orNull,
            FieldShape("part", .share, "What it counts, neutral where it is not known."),
            FieldShape("ground", .word(TargetJudgement.Ground.codes), "Why it counts as it does."),
            FieldShape("objective", .flag, "Whether anybody would judge the same."),
          ])), "Every criterion that weighs."),
    ])

  private static let rangeCell = [
    FieldShape("range", .text, "The range."), FieldShape("buyers", .count, "Active customers that buy it."),
    FieldShape("boughtCents", .cents, "What active customers spent on it, less credit notes."),
    FieldShape("openings", .count, "Customers that miss it."),
    FieldShape("expectedCents", .cents, "What is expected of these, an estimate."),
  ]

  static let whitespace = ReportSchema(
    "Ranges that customers do not buy though their like do, with an estimate of what they would bring.",
    totals: [
      FieldShape("openings", .count, "Ranges missed, a customer and a range each."),
      FieldShape("customers", .count, "Customers that miss one at least."),
      FieldShape("expectedCents", .cents, "What is expected in all, an estimate."),
      FieldShape("revenueCents", .cents, "Revenue of all active customers."),
      FieldShape("withoutRangeCents", .cents, "The part of it that names no range."),
      FieldShape("ranges", .list(of: .record(rangeCell)), "Each range over all categories."),
      FieldShape(
        "categories",
        .list(
          of: .record([
            .category, FieldShape("members", .count, "Its active customers."), .revenue,
            FieldShape("withoutRangeCents", .cents, "The part that names no range."),
            FieldShape("expectedCents", .cents, "What is expected, an estimate."),
            FieldShape("ranges", .list(of: .record(rangeCell)), "Each range in the category."),
          ])), "The grid: categories by ranges."),
    ],
    rows: [
      .customer, .name, .category, FieldShape("range", .text, "The range it does not buy."),
      FieldShape("buyerShare", .share, "Share of its category that buys it."),
      FieldShape("buyers", .count, "Those who do."), FieldShape("members", .count, "All active ones."),
      FieldShape("expectedCents", .cents, "An estimate of a year's purchases: the median of its like."),
      FieldShape("highCents", .cents, "The same at the policy's percentile."),
    ])

  static let replication = ReportSchema(
    "Whom to win and to develop in the most attractive categories, what is invested there, and what comes of it.",
    totals: [
      FieldShape("categories", .count, "Categories in the plan."), FieldShape("toWin", .count, "Prospects to win."),
      FieldShape("toDevelop", .count, "Customers to develop."),
      FieldShape("expectedRevenueCents", .cents, "A year's revenue expected of them, an estimate."),
      FieldShape("expectedMarginCents", .cents, "The margin that leaves at each category's rate.").orNull,
      FieldShape("prospectsWithoutCategory", .count, "Prospects in no category."),
      FieldShape("invested", .count, "Categories that somebody invests in."),
    ],
    rows: [
      FieldShape("category", .text, "The category."),
      FieldShape("place", .count, "Its place by attractiveness; null for one outside the plan.").orNull, .rate,
      FieldShape("best", .count, "Its best customers.").orNull,
      FieldShape("prospectsAlike", .count, "Prospects that resemble the best.").orNull,
      FieldShape("toWin", .count, "How many of them to win.").orNull,
      FieldShape("customersAlike", .count, "Customers that resemble the best and miss something.").orNull,
      FieldShape("toDevelop", .count, "How many of them to develop.").orNull,
      FieldShape("expectedRevenueCents", .cents, "A year's revenue expected, an estimate.").orNull,
      FieldShape("expectedMarginCents", .cents, "The margin it leaves.").orNull,
      FieldShape("proposedRate", .share, "The margin rate of its best customers, proposed as a target.").orNull,
      FieldShape("skill", .text, "The skill or the offer invested in.").orNull,
      FieldShape("budgetCents", .cents, "What it may cost.").orNull,
      FieldShape("owner", .text, "Who answers for it.").orNull,
      FieldShape("targetRate", .share, "The margin rate aimed at.").orNull,
      FieldShape("started", .month, "The first month in which it works.").orNull,
      FieldShape("state", .words(ExpertiseState.self), "How far it is.").orNull,
      FieldShape("revenueSinceCents", .cents, "Revenue since, of customers whose margin is known.").orNull,
      FieldShape("marginSinceCents", .cents, "Their margin since.").orNull,
      FieldShape("expectedSinceCents", .cents, "The margin at the rate aimed at.").orNull,
      FieldShape("rateBefore", .share, "The rate over as many months before.").orNull,
      FieldShape("rateSince", .share, "The rate since.").orNull,
      FieldShape("gainCents", .cents, "Margin since less what the rate of before would have left.").orNull,
      FieldShape(
        "targets",
        .list(
          of: .record([
            prospect, customerOrNot, anyName, FieldShape("score", .share, "How much it resembles the best."),
            FieldShape("expectedCents", .cents, "A year's revenue expected, an estimate."),
            FieldShape("reasons", reasons, "Why."),
          ])), "Whom to win or to develop."),
    ])
}
