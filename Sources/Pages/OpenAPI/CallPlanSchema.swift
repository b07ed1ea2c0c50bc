import Decisions
import Ledger

extension ReportSchema {
  static let effort = ReportSchema(
    "Where the salespeople's hours of visits and calls bring most, customer by customer.",
    totals: [
      FieldShape("gainCents", .cents, "Margin that the plan brings beyond today's; null without a plan.").orNull,
      FieldShape("gainByMovingCents", .cents, "The same in as many hours as today; null where promises take more.")
        .orNull,
      FieldShape("hours", .hours, "Visits and calls given by customers' own salespeople.").orNull,
      FieldShape("plannedHours", .hours, "Hours planned.").orNull,
      FieldShape("capacityHours", .hours, "Hours that can be planned.").orNull,
      FieldShape("customers", .count, "Customers planned.").orNull,
      FieldShape("belowLevel", .count, "Customers given less than their level promises.").orNull,
      FieldShape("atLevel", .count, "Customers given no less than their level promises, and no more than it allows.")
        .orNull,
      FieldShape("aboveLevel", .count, "Customers given more than their level allows.").orNull,
      FieldShape("visitHours", .hours, "How long a visit takes.").orNull,
      FieldShape(
        "salespeople",
        .list(
          of: .record([
            FieldShape("salesperson", .text, "The salesperson's identifier."),
            FieldShape("name", .text, "The name; the identifier where the team's file does not name it."),
            .customers("Customers planned."), FieldShape("hours", .hours, "Hours given."),
            FieldShape("plannedHours", .hours, "Hours planned."),
            FieldShape("capacityHours", .hours, "Hours that can be planned: today's where hours paid are unknown."),
            FieldShape("isCapacityKnown", .flag, "Whether the hours paid are known."),
            FieldShape("spareHours", .hours, "Hours that no customer can use."),
            FieldShape("isOverPromised", .flag, "Whether what is promised alone takes more than there is."),
            FieldShape("gainCents", .cents, "What the plan brings beyond today."),
            FieldShape("gainByMovingCents", .cents, "The same in as many hours as today.").orNull,
            FieldShape("nextHourCents", .cents, "What one hour more would bring.").orNull,
          ])), "Each salesperson's hours."),
      FieldShape("moveCount", .count, "Moves of hours, all of which sum to the gain.").orNull,
      FieldShape(
        "moves",
        .list(
          of: .record([
            FieldShape("salesperson", .text, "Who gives the visits."),
            FieldShape("from", .text, "The customer that gives them up.").orNull,
            FieldShape("fromName", .text, "Its name.").orNull,
            FieldShape("to", .text, "The customer that gets them.").orNull,
            FieldShape("toName", .text, "Its name.").orNull, FieldShape("hours", .hours, "How many hours."),
            FieldShape("visits", .count, "The same in visits."),
            FieldShape("gainCents", .cents, "What the move brings."),
          ])), "The fifty that bring most, of a visit and more between two customers."),
      FieldShape(
        "reassignments",
        .list(
          of: .record([
            .customer, .name, FieldShape("from", .text, "Who serves it."),
            FieldShape("to", .text, "Who has hours for it, in its region."),
            FieldShape("hours", .hours, "Hours it would get there."),
            FieldShape("gainCents", .cents, "What that brings beyond the plan."),
          ])), "Customers for another salesperson; not in the plan."),
      FieldShape(
        "upgrades",
        .list(
          of: .record([
            .customer, .name, FieldShape("salesperson", .text, "Who serves it."),
            FieldShape("serviceLevel", .words(Policy.ServiceLevel.self), "The level above its own."),
            FieldShape("hours", .hours, "Hours it would get there."),
            FieldShape("moreHours", .hours, "Of them, those beyond the plan."),
            FieldShape("gainCents", .cents, "What that brings, less what the hours would bring elsewhere."),
          ])), "Customers for the level above their own; not in the plan."),
      FieldShape("refused", .words(CallPlan.Refusal.self), "Why there is no plan.").orNull,
    ],
    rows: [
      FieldShape("salesperson", .text, "The salesperson's identifier."),
      FieldShape("salespersonName", .text, "The salesperson's name."), .customer, .name,
      FieldShape("hours", .hours, "Visits and calls given by its salesperson."),
      FieldShape("plannedHours", .hours, "Hours planned, in quarters."),
      FieldShape("visits", .count, "The same in visits, to the nearest.").orNull,
      FieldShape("gainCents", .cents, "Margin that the plan brings beyond today's; null where the margin is unknown.")
        .orNull,
      FieldShape("serviceLevel", .words(Policy.ServiceLevel.self), "How it is served.").orNull,
      FieldShape("standing", .words(CallAccount.Standing.self), "Today's hours against its level."),
      FieldShape("basis", .words(CallAccount.Basis.self), "What the planned hours rest on."),
    ])
}
