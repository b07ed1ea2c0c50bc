import Decisions
import Ledger

extension ReportSchema {
  /// The reasons of a verdict.
  static let reasonShape = ValueShape.list(
    of: .record([
      FieldShape("code", .words(VerdictReason.Code.self), "What is compared."),
      FieldShape("figure", .number, "The figure in its unit: cents, a rate, months, or a flag as 1 or 0.").orNull,
      FieldShape("threshold", .number, "What it is held against, in the same unit."),
      FieldShape("unit", .word(["cents", "rate", "months", "flag"]), "The unit of both."),
      FieldShape("comparison", .word(["below", "above", "atLeast", "equal"]), "How the figure must stand to hold."),
      FieldShape("holds", .flag, "Whether it holds."), FieldShape("sentence", .text, "In words."),
    ]))
  /// The steps of a ladder.
  static let ladderShape = ValueShape.list(
    of: .record([
      FieldShape("step", .word(LadderStep.codes), "The step."), FieldShape("sentence", .text, "In words."),
      FieldShape("figure", .number, "A saving, a minimum or revenue in cents; of a price rise, the rate.").orNull,
      FieldShape("gainCents", .cents, "What it brings; null where nobody can tell.").orNull,
      FieldShape("cashCents", .cents, "Of serving leaner: the part that is money not spent.").orNull,
      FieldShape("minutes", .count, "Of serving leaner: the time given back, which stays paid.").orNull,
    ]))

  static let verdicts = ReportSchema(
    "Cease, maintain or develop: every customer's verdict, the figures that make it, and the steps to its floor.",
    totals: [
      FieldShape("judged", .count, "Customers with a verdict."), FieldShape("cease", .count, "Relations to cease."),
      FieldShape("ceaseCents", .cents, "What ceasing them brings in the first year, net of the costs that stay."),
      FieldShape("maintain", .count, "Relations to maintain."), FieldShape("develop", .count, "Those to develop."),
      FieldShape("developCents", .cents, "Margin that developing them may bring; null where nobody is judged.").orNull,
      FieldShape("underFloor", .count, "Customers below their margin floor."),
      FieldShape("gapCents", .cents, "What they lack to it."),
      FieldShape(
        "gapHoursCents", .cents, "Of it, what comes as hours given back, which stay paid until they are used."),
      FieldShape("fragile", .count, "Verdicts that change when services cost a fifth more or less."),
      FieldShape("unknown", .count, "Customers without a verdict."),
      FieldShape("toxicCategories", .list(of: .text), "Categories that lose money as a whole."),
      FieldShape("hiddenGems", .list(of: .text), "Customers worth more attention than they get."),
    ],
    rows: [
      .customer, .name, FieldShape("verdict", .words(Verdict.self), "What to do; null where nobody can tell.").orNull,
      FieldShape("action", .words(PriorityAction.self), "The sort of action that comes first."),
      FieldShape("means", .words(PriorityAction.Means.self), "What is done."),
      FieldShape("firm", .flag, "Whether the verdict stays when services cost a fifth more or less; null without one.")
        .orNull,
      FieldShape("reasons", reasonShape, "The figures against their thresholds that make the verdict."),
      FieldShape("sentence", .text, "The verdict in words."), .revenue, .operatingMargin, .rate,
      FieldShape("atStakeCents", .cents, "The euros at stake."),
      FieldShape("effectOfCeasingCents", .cents, "What ending the relation brings in a year, below zero for a loss.")
        .orNull,
      FieldShape("strandedCents", .cents, "The cost that would stay."),
      FieldShape("ladder", ladderShape, "The steps to its floor; empty where nothing lacks."),
      FieldShape("overridden", .flag, "Whether a person decided otherwise."),
      FieldShape("strategicUntil", .day, "Until when it is kept for reasons of the company's own.").orNull,
      FieldShape("sponsor", .text, "Who answers for that; null where it is not so kept.").orNull, .category,
      FieldShape("toxicCategory", .flag, "Whether its category loses money as a whole."),
      FieldShape(
        "reassignTo", .text, "The salesperson of its region who would take it over in hours to spare; null for nobody."
      ).orNull,
    ])
}
