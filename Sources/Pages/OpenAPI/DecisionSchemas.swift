import Decisions
import Ledger
import Units

/// What the lists of people's decisions hold.
enum DecisionSchemas {
  private static func list(_ name: String, totals: [FieldShape], rows: [FieldShape]) -> [FieldShape] {
    [
      FieldShape("report", .word([name]), "The list's name."),
      FieldShape("title", .text, "What it says, in one sentence."),
      FieldShape("totals", .record(totals), "Its own figures."),
      FieldShape("rows", .list(of: .record(rows)), "The rows."),
    ]
  }

  static let offers = list(
    "offers",
    totals: [
      FieldShape("offers", .count, "Offers that stand."), FieldShape("accepted", .count, "Of which accepted."),
      FieldShape("partly", .count, "Accepted in part."), FieldShape("refused", .count, "Refused."),
      FieldShape("unanswered", .count, "Without an answer yet."),
    ],
    rows: [
      FieldShape("offer", .count, "Its number."), FieldShape("customer", .text, "The customer."),
      FieldShape("name", .text, "The customer's name."), FieldShape("day", .day, "The day it was put to the customer."),
      FieldShape("kind", .words(PriceOffer.Kind.self), "A rise, or a last offer: a rise, or the end."),
      FieldShape("asked", .share, "The rise asked, as a part of the prices."),
      FieldShape("outcome", .word(PriceOffer.Outcome.codes), "What the customer said."),
      FieldShape("granted", .share, "The rise that holds; null where none does.").orNull,
      FieldShape("withdrawn", .flag, "Whether a person took it out of the log."),
      FieldShape("note", .text, "A word about it."), FieldShape("by", .text, "Who wrote it last."),
    ])

  static let ceasing = list(
    "ceasing",
    totals: [
      FieldShape("open", .count, "Cases that go on."), FieldShape("cases", .count, "Cases of all time."),
    ],
    rows: [
      FieldShape("case", .count, "Its number."), FieldShape("customer", .text, "The customer."),
      FieldShape("name", .text, "The customer's name."),
      FieldShape("state", .words(CeasingCase.State.self), "How far it is."),
      FieldShape("since", .day, "The day of that state."), FieldShape("decided", .day, "When it was decided.").orNull,
      FieldShape("sent", .day, "When the letter was sent.").orNull,
      FieldShape("acknowledged", .day, "When it was received.").orNull,
      FieldShape("end", .day, "The last day of the relation, as proposed until it is over.").orNull,
    ])

  static let letters = list(
    "letters",
    totals: [
      FieldShape("letters", .count, "How many there are."), FieldShape("sent", .count, "Of which sent."),
    ],
    rows: [
      FieldShape("case", .count, "The case's number, as in `listCeasing`."),
      FieldShape("customer", .text, "Whom it is to."), FieldShape("name", .text, "The customer's name."),
      FieldShape("kind", .words(LetterKind.self), "What it is for."),
      FieldShape("state", .words(CeasingCase.State.self), "How far the case is."),
      FieldShape("date", .day, "The day it bears: that of its sending, today until then."),
      FieldShape("sent", .flag, "Whether it was sent."),
      FieldShape("asSent", .flag, "Whether its text was kept when it was sent."),
      FieldShape(
        "documents",
        .list(
          of: .record([
            FieldShape("language", .words(Language.self), "The language it is in."),
            FieldShape("address", .text, "Where the page to print is, from the root of the server."),
            FieldShape("text", .text, "The letter as it was sent, blanks in brackets; null where none was kept.")
              .orNull,
          ])), "The letter in each language."),
    ])

  static let door = list(
    "door",
    totals: [
      FieldShape("rules", .count, "Rules that hold."), FieldShape("refused", .count, "Of which refusals."),
      FieldShape(
        "losingCategories",
        .list(
          of: .record([
            FieldShape("category", .text, "The category."),
            FieldShape("customers", .count, "Its customers with revenue."),
            FieldShape("revenueCents", .cents, "Their revenue."), FieldShape("marginCents", .cents, "Their margin."),
            FieldShape("leastMarginRate", .share, "The least margin rate at which it is sold to all the same.").orNull,
            FieldShape("leastOrderCents", .cents, "The least order that pays its handling at that rate.").orNull,
            FieldShape("ruled", .flag, "Whether a person ruled of it: then the rule holds, not these figures."),
          ])), "Categories that lose money: their prospects are sold to on these terms until a person rules."),
    ],
    rows: [
      FieldShape("rule", .count, "Its number."),
      FieldShape("subject", .word(["company", "category"]), "Whether it names a company or a category."),
      FieldShape("name", .text, "The name."),
      FieldShape("ruling", .words(DoorRule.Ruling.self), "Refused, or admitted on conditions."),
      FieldShape("ground", .word(DoorGround.codes), "The economic ground."),
      FieldShape("note", .text, "A word about it."), FieldShape("by", .text, "Who ruled it."),
    ])

  static let categories = list(
    "categories",
    totals: [
      FieldShape("categories", .count, "How many there are."),
      FieldShape("withoutCategory", .count, "Customers that are in none."),
    ],
    rows: [
      FieldShape("category", .text, "The category."), FieldShape("customers", .count, "Customers that are in it."),
      FieldShape("active", .count, "Of which with a sale in the window."),
      FieldShape("revenueCents", .cents, "Their revenue in the window."),
      FieldShape("rate", .share, "Operating margin ÷ revenue.").orNull,
      FieldShape("attraction", .count, "Its place among all by attraction, 1 the first.").orNull,
      FieldShape("need", .text, "What people wrote of what its customers need.").orNull,
    ])

  static let prospects = list(
    "prospects", totals: [],
    rows: [
      FieldShape("prospect", .text, "The prospect."), FieldShape("name", .text, "Its name."),
      FieldShape("category", .text, "Its category.").orNull,
      FieldShape("sector", .text, "Its line of business.").orNull,
      FieldShape("region", .text, "Where it is.").orNull,
      FieldShape("size", .text, "How big it is, in the file's words.").orNull,
      FieldShape("potentialCents", .cents, "What it could buy in a year.").orNull,
      FieldShape("salesperson", .text, "Who looks after it.").orNull,
      FieldShape("source", .text, "Where it was found.").orNull,
      FieldShape("score", .share, "How well it is what is sought.").orNull,
      FieldShape("completeness", .share, "The part of the criteria that is known.").orNull,
      FieldShape("resemblance", .share, "How much it resembles the best customers.").orNull,
      FieldShape("door", .words(DoorBar.self), "What bars it at the door; null for who is welcome.").orNull,
    ])
}
