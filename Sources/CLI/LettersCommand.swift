import ArgumentParser
import Decisions
import Desk
import Foundation
import Ledger
import Pages
import Portfolio
import Units

struct LettersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letters", abstract: "Relations to be ended: their notice, their letters, their dates.",
    subcommands: [
      List.self, Show.self, Open.self, Set.self, Write.self, Decide.self, Send.self, Acknowledge.self, End.self,
      Withdraw.self, Undo.self,
    ], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every case with its dates, the newest first.")
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption
    @Option(help: "table or json.") var format = ListFormat.table

    mutating func run() throws {
      let language = language.language
      let desk = try CeasingDesk(Workspace(opening: workspace.folder))
      ListDocument.ceasing(try desk.entries()).show(as: format, in: desk.voice(language), full: true)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The notice that ending a relation needs, with its reasons.")
    @Argument(help: "The customer's identifier.") var customer: String
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption
    @Option(help: "table or json.") var format = ListFormat.table

    mutating func run() throws {
      let language = language.language
      let desk = try CeasingDesk(Workspace(opening: workspace.folder))
      let (file, known, _) = try desk.file(customer)
      ListDocument.ceasing(file, case: known).show(as: format, in: desk.voice(language), full: true)
    }
  }

  struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Open the case of a customer; nothing is decided yet.")
    @OptionGroup var step: StepOptions

    mutating func run() throws {
      let (language, day, made) = (step.language.language, try step.day(), step.author.now)
      let desk = try CustomerDesk(Workspace(opening: step.workspace.folder))
      try desk.workspace.openCeasing(try desk.known(step.customer), on: day, by: made)
      printOut(
        language(
          fr: "Dossier ouvert pour « \(step.customer) ».\n", en: "Case opened for “\(step.customer)”.\n"))
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write what you know of the relation or want in the letter: FACT=VALUE, empty for none.",
      discussion: "Facts: " + CeasingFact.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    @Argument(help: "The customer's identifier.") var customer: String
    @Argument(help: "FACT=VALUE.") var values: [String]
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var author: AuthorOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let changes = try values.map { text -> (fact: CeasingFact, value: String?) in
        guard let mark = text.firstIndex(of: "="), let fact = CeasingFact(rawValue: String(text[..<mark])) else {
          throw CeasingUsage.noFact(text)
        }
        return (fact, try fact.value(of: String(text[text.index(after: mark)...]), today: .today))
      }
      let desk = try CustomerDesk(Workspace(opening: workspace.folder))
      let written = try desk.workspace.describeCeasing(try desk.known(customer), changes, by: author.now)
      printOut(
        written.isEmpty
          ? language(fr: "Le dossier disait déjà cela.\n", en: "The case said so already.\n")
          : language(
            fr: "Dossier changé : \(written.map { $0.word(in: .fr) }.joined(separator: " ; ")).\n",
            en: "Case changed: \(written.map { $0.word(in: .en) }.joined(separator: "; ")).\n"))
    }
  }

  struct Write: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the letter as text; what is not known stands in brackets.")
    @Argument(help: "The customer's identifier.") var customer: String
    @Option(help: "fr or en: the letter's language.") var letter: Language?
    @Option(name: .shortAndLong, help: "The file to write to.") var output: String?
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let desk = try CeasingDesk(Workspace(opening: workspace.folder))
      let (file, known, place) = try desk.file(customer)
      let written = letter ?? language
      let text = try Letter.written(
        desk.analysis, of: place, file: file, known: known, template: desk.workspace.letterTemplate(in: written),
        today: .today, in: written
      ).get()
      if let sent = known?.sentLetter(in: written) {
        remark(Phrase.asSent(on: sent.day).text(in: desk.voice(language)))
      } else if let asked = text.asked {
        remark(asked)
      }
      remark(Phrase.haveCounselCheck.text(in: desk.voice(language)))
      guard let output else { return printOut(text.text) }
      do { try Data(text.text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic) } catch {
        throw DeskError.cannotWrite(output, reason: (error as NSError).localizedDescription)
      }
    }
  }

  struct Decide: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Note that the end is decided.")
    @OptionGroup var step: StepOptions
    mutating func run() throws { try step.advance(to: .decided) }
  }

  struct Send: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Note that the letter was sent; this program sends nothing.")
    @OptionGroup var step: StepOptions
    @Flag(help: "No last offer was noted before: note that it was sent all the same.") var withoutOffer = false
    @Flag(help: "The last day that was written comes before the end of the notice proposed: note it all the same.")
    var shortNotice = false

    mutating func run() throws {
      let (withoutOffer, shortNotice) = (withoutOffer, shortNotice)
      try step.advance(to: .sent) { asked in
        switch asked {
        case .withoutOffer: withoutOffer
        case .shortNotice: shortNotice
        case .agreedEarlier: false
        }
      }
    }
  }

  struct Acknowledge: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Note that the letter was received: the notice runs.")
    @OptionGroup var step: StepOptions
    mutating func run() throws { try step.advance(to: .acknowledged) }
  }

  struct End: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Note that the relation is over.")
    @OptionGroup var step: StepOptions
    @Flag(help: "The customer agreed to end before the last day of the notice.") var agreedEarlier = false

    mutating func run() throws {
      let agreedEarlier = agreedEarlier
      try step.advance(to: .ended) { _ in agreedEarlier }
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Note that the relation goes on after all.")
    @OptionGroup var step: StepOptions
    mutating func run() throws { try step.advance(to: .withdrawn) }
  }

  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take the last step of a case back.")
    @Argument(help: "The customer's identifier.") var customer: String
    @OptionGroup var workspace: WorkspaceOption
    @OptionGroup var author: AuthorOption
    @OptionGroup var language: LanguageOption

    mutating func run() throws {
      let language = language.language
      let desk = try CustomerDesk(Workspace(opening: workspace.folder))
      let state = try desk.workspace.undoCeasing(try desk.known(customer), by: author.now)
      printOut(
        language(
          fr: "L’étape « \(state.word(in: .fr)) » est annulée.\n",
          en: "The step “\(state.word(in: .en))” is taken back.\n"))
    }
  }
}

/// A step of a case: whose, when, and a word about it.
struct StepOptions: ParsableArguments {
  @Argument(help: "The customer's identifier.") var customer: String
  @Option(help: "The day, YYYY-MM-DD; today by default.") var on: String?
  @Option(help: "A word about it.") var note = ""
  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var author: AuthorOption
  @OptionGroup var language: LanguageOption

  func day() throws(ReportFault) -> Day { try Day(option: on) }

  /// Takes the step, and says so.
  /// - Parameter isConfirmed: whether what may stand against the step was confirmed.
  func advance(
    to state: CeasingCase.State, isConfirmed: (CeasingConfirmation) -> Bool = { _ in false }
  ) throws {
    let (language, day) = (language.language, try day())
    let desk = try CeasingDesk(Workspace(opening: workspace.folder))
    // The letter of an earlier day names the end as of that day.
    let (file, known, place) = try desk.file(customer, on: state == .sent ? min(day, .today) : .today)
    do {
      let kept = try file.note(
        for: state, on: day, today: .today, of: known, words: String(note.prefix(200)), in: language,
        isConfirmed: isConfirmed)
      let letters = try Letter.kept(
        at: state, on: day, desk.analysis, of: place, file: file, known: known,
        template: desk.workspace.letterTemplate)
      try desk.workspace.advanceCeasing(
        ID(customer), to: state, on: day, note: kept, letters: letters, by: author.now)
    } catch CeasingFault.unconfirmed(let asked) {
      throw UnconfirmedStep(asked: asked)
    }
    let voice = Voice(language)
    printOut(
      language(
        fr: "« \(customer) » : \(state.word(in: .fr)), le \(voice.day(day)).\n",
        en: "“\(customer)”: \(state.word(in: .en)) on \(voice.day(day)).\n"))
  }
}

extension Day {
  /// The day that an option names, else today.
  init(option text: String?) throws(ReportFault) {
    guard let text else {
      self = .today
      return
    }
    guard let day = Day(iso: text) else { throw .notADay(text) }
    self = day
  }
}

/// A step that has to be confirmed, in the words of the command line.
struct UnconfirmedStep: Explained {
  let asked: CeasingConfirmation

  func sentence(in language: Language) -> String { asked.askedOfCommand(in: language) }
}

/// What was typed that names no fact.
enum CeasingUsage: UsageFault {
  case noFact(String)

  func sentence(in language: Language) -> String {
    switch self {
    case .noFact(let text):
      let names = CeasingFact.allCases.map(\.rawValue).joined(separator: ", ")
      return language(
        fr: "« \(text) » ne dit pas FAIT=VALEUR ; il y a \(names).",
        en: "“\(text)” does not say FACT=VALUE; there are \(names).")
    }
  }
}

/// Relations to be ended as commands read them.
struct CeasingDesk {
  let workspace: Workspace
  let analysis: CompanyAnalysis
  private let read: Analysis

  init(_ workspace: Workspace) throws {
    self.workspace = workspace
    let policy = try PolicyFile.policy(of: workspace)
    read = try Analysis(of: workspace, settings: try Installation.settings(), policy: policy)
    analysis = CompanyAnalysis(
      books: read.books, policy: policy, facts: try read.facts(), relations: try read.relations())
    try read.readPrices(of: analysis)
  }

  func voice(_ language: Language) -> Voice { Voice(language, currency: analysis.policy.company.currency) }

  /// The file of a relation, its case, and its place.
  /// - Parameter day: where the notice of a letter that was not sent yet begins.
  func file(_ text: String, on day: Day = .today) throws -> (CeasingFile, CeasingCase?, Int) {
    let id = ID<Customer>(text)
    guard let place = analysis.books.customers.index(of: id) else { throw DeskError.noSuchCustomer(text) }
    let file = analysis.ceasingFile(
      of: place, read.judgements, commitments: try read.commitments(to: id), today: day)
    return (file, read.judgements.ceasing(of: id), place)
  }

  /// Every case, the newest first.
  func entries() throws -> [CasesPage.Entry] {
    let customers = analysis.books.customers
    var commitments: [ID<Customer>: Commitments] = [:]
    for one in read.judgements.ceasing where one.isOpen {
      guard let place = customers.index(of: one.customer) else { continue }
      commitments[customers.ids[place]] = try read.commitments(to: one.customer)
    }
    return analysis.ceasingEntries(read.judgements, commitments: commitments, today: .today)
  }
}
