import Decisions
import Ledger

extension ReportSchema {
  static let losses = ReportSchema(
    "Why customers were lost or decline, whose doing it presumably was, and whom to win back.",
    totals: [
      FieldShape("lost", .count, "Lost customers."),
      FieldShape("lostRevenueCents", .cents, "What they bought in the year up to their last order."),
      FieldShape("declining", .count, "Declining customers."),
      FieldShape("decliningRevenueCents", .cents, "What they bought in the year up to their last order."),
      FieldShape("internal", .count, "Customers whose loss or decline is presumably the company's doing."),
      FieldShape("external", .count, "Those whose own situation explains it."),
      FieldShape("unknown", .count, "Those of whom nothing was found."),
      FieldShape("ceased", .count, "Relations that the company ended itself."),
      FieldShape("observedLosses", .count, "Losses that the chance of a return is counted on."),
      FieldShape("observedReturns", .count, "Those that came back."),
      FieldShape("keptRatio", .share, "What past returners bought in their first year back ÷ in the last before.")
        .orNull,
      FieldShape("effortCents", .cents, "What an effort to win back costs, as policy says.").orNull,
      FieldShape("enquiries", .count, "Enquiries; null where no file tells.").orNull,
      FieldShape("lostEnquiries", .count, "Those that came to nothing.").orNull,
      FieldShape("lateEnquiries", .count, "Those answered late or never.").orNull,
    ],
    rows: [
      .customer, .name, FieldShape("stage", stageWord, "lost or declining."),
      FieldShape("since", .month, "Since when it is in that stage."),
      FieldShape("lastOrder", .day, "The day of its last order."),
      FieldShape("path", .words(LossPath.self), "The way it took."),
      FieldShape("cause", .words(LossCause.self), "Where the cause presumably lies."),
      FieldShape("evidence", .list(of: .word(LossSignal.codes)), "What speaks for it, the strongest first."),
      FieldShape("salesperson", .text, "Who sold to it last.").orNull,
      FieldShape("priceChange", .share, "What it paid in its last months ÷ the same at the prices of before.").orNull,
      FieldShape("revenueCents", .cents, "What it bought in the year up to its last order."),
      FieldShape("winBackChance", .share, "Chance that it comes back within the policy's months.").orNull,
      FieldShape("winBackWorthCents", .cents, "Chance × what a return would be worth, less the effort.").orNull,
      FieldShape("winBackMarginCents", .cents, "Its gross margin of its last year.").orNull,
      FieldShape("upliftNeeded", .number, "By how much an effort has to raise the chance to pay for itself.").orNull,
    ])
}
