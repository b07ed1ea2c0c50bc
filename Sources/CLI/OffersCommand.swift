import ArgumentParser
import Desk
import Ledger
import Pages
import Units

struct OffersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offers", abstract: "Price rises and last offers: asked, accepted, partly, refused.",
    subcommands: [List.self, Add.self, Answer.self, Withdraw.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every offer, the newest first; those withdrawn last.")
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption
    @Option(help: "table or json.") var format = ListFormat.table

    mutating func run() throws {
      let language = language.language
      let desk = try CustomerDesk(Workspace(opening: workspace.folder))
      let known = try desk.workspace.judgements()
      try desk.show(
        .offers(known.standingOffers + known.offers.filter(\.isWithdrawn), customers: desk.customers), as: format,
        in: language, full: true)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Log a price rise that was put to a customer.")
    @Argument(help: "The customer's identifier.") var customer: String
    @Argument(help: "The rise asked, in percent.") var percent: String
    @Flag(help: "It is a last offer: higher prices, or the relation ends.") var last = false
    @Option(help: "The day it was asked, YYYY-MM-DD; today by default.") var on: String?
    @OptionGroup var answer: OutcomeOptions
    @Option(help: "A word about it.") var note = ""
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var author: AuthorOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let terms = try PriceOffer.Terms(
        last ? .lastOffer : .rise, asked: Rate(typedPercent: percent) ?? Rate(millionths: 0), on: try Day(option: on),
        outcome: try answer.outcome(else: .asked), note: String(note.prefix(200)))
      let desk = try CustomerDesk(Workspace(opening: workspace.folder))
      let id = try desk.known(customer)
      let number = try desk.workspace.offer(terms, to: id, today: .today, by: author.now)
      if let known = try desk.workspace.judgements().ceasing(of: id), known.isNoticed {
        remark(Phrase.conditionsHold.text(in: Voice(language)))
      }
      printOut(language(fr: "Offre \(number) notée.\n", en: "Offer \(number) noted.\n"))
    }
  }

  struct Answer: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write what became of an offer; one that was withdrawn is put back.")
    @Argument(help: "The offer's number.") var offer: Int
    @OptionGroup var answer: OutcomeOptions
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var author: AuthorOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let outcome = try answer.outcome(else: nil)
      let isNew = try Workspace(opening: workspace.folder).answer(offer, outcome, by: author.now)
      printOut(
        isNew
          ? language(fr: "Réponse notée.\n", en: "Answer noted.\n")
          : language(
            fr: "C’était déjà noté ; rien n’a été changé.\n", en: "That was noted already; nothing was changed.\n"))
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take an offer out of the log; it no longer counts.")
    @Argument(help: "The offer's number.") var offer: Int
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var author: AuthorOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      _ = try Workspace(opening: workspace.folder).answer(offer, nil, isWithdrawn: true, by: author.now)
      printOut(language(fr: "Offre \(offer) retirée.\n", en: "Offer \(offer) withdrawn.\n"))
    }
  }
}

/// What a customer said to an offer.
struct OutcomeOptions: ParsableArguments {
  @Option(help: "asked, accepted, partly (with --part) or refused.") var outcome: String?
  @Option(help: "The rise that was accepted, in percent, where it is only a part.") var part: String?

  func outcome(else usual: PriceOffer.Outcome?) throws -> PriceOffer.Outcome {
    guard let outcome else {
      guard let usual else { throw OfferUsage.noOutcome("") }
      return usual
    }
    guard let found = PriceOffer.Outcome(code: outcome, part: part.flatMap { Rate(typedPercent: $0) }) else {
      throw OfferUsage.noOutcome(outcome)
    }
    return found
  }
}

/// What was typed that is no answer to an offer.
enum OfferUsage: UsageFault {
  case noOutcome(String)

  func sentence(in language: Language) -> String {
    switch self {
    case .noOutcome(let text):
      language(
        fr: "« \(text) » n’est pas une réponse : --outcome asked, accepted, refused, ou partly avec --part POURCENT.",
        en: "“\(text)” is not an answer: --outcome asked, accepted, refused, or partly with --part PERCENT.")
    }
  }
}
