import Decisions
import Desk
import HTTPTypes
import Hummingbird
import Ledger
import Pages
import Portfolio
import Units

/// What every page is made from: what is shown now, and for whom.
struct PageMaker: Sendable {
  let office: Office
  let assets: AssetStore
  let seal: FormSeal

  /// The context of a page over some analyses; nothing while there are none.
  func context(_ ask: Ask, portfolio: CompanyAnalysis?) -> PageContext {
    let state = office.now
    let policy = portfolio?.policy ?? state.shown?.snapshot.policy ?? Policy()
    let voice = Voice(ask.language, currency: policy.company.currency)
    let window = portfolio?.books.window
    let company = policy.company.name
    let month = window.map { voice.month($0.asOf) } ?? ""
    return PageContext(
      voice: voice, company: company, window: window, months: state.shown?.snapshot.months ?? [], choice: ask.choice,
      hasGroups: state.shown?.snapshot.hasGroups ?? false,
      usualLength: policy.usualLength,
      assets: assets.assets(
        top: [company, month].filter { !$0.isEmpty }.joined(separator: " · "), bottom: "Clientele",
        page: Phrase(fr: "page", en: "page").text(in: voice)),
      banners: Banners(state, ask, in: voice).all, token: seal.token(for: ask.session))
  }

  /// The context of a page over the books shown now, if any.
  func context(_ ask: Ask) -> PageContext { context(ask, portfolio: office.now.shown?.snapshot.portfolio) }

  /// The books now and the analyses asked for.
  /// - Throws: why there are none.
  func shown(_ ask: Ask) async throws -> (ShownBooks, CompanyAnalysis) {
    let state = office.now
    guard let shown = state.shown else { throw state.fault ?? ServerError.notReady }
    return (shown, try await shown.portfolio(ask.choice))
  }

  /// A page as an answer; a browser without a session gets one.
  func response(_ frame: PageFrame, _ ask: Ask, status: HTTPResponse.Status = .ok) -> Response {
    var response = Response.html(frame.bytes, status: status)
    if ask.isNewSession {
      response.setCookie(
        Cookie(name: "clientele", value: ask.session, path: "/", httpOnly: true, sameSite: .strict))
    }
    return response
  }

  /// A sentence as a page, for what cannot be answered.
  func fault(_ error: any Explained, _ ask: Ask, status: HTTPResponse.Status) -> Response {
    if case ServerError.notReady = error, office.isStarting { return starting(ask) }
    let page = FaultPage(sentence: error.sentence(in: ask.language), language: ask.language)
    return response(page.frame(context(ask)), ask, status: status)
  }
}

extension PageMaker {
  /// A page that waits for the first analysis.
  func starting(_ ask: Ask) -> Response {
    let context = context(ask, portfolio: nil)
    let progress = Office.Work.analysing.progress(in: context.voice)
    return response(WorkPage(analysing: progress, context: context).frame(context), ask)
  }
}

/// What stands above every page at some moment.
struct Banners {
  let all: [PageContext.Banner]

  init(_ state: Office.State, _ ask: Ask, in voice: Voice) {
    var all: [PageContext.Banner] = []
    if let work = state.work, !work.isTrial {
      all.append(.progress(work.progress(in: voice)))
    }
    if let fault = state.fault, state.shown != nil || !fault.isEmptiness {
      all.append(.warning([.text(fault.sentence(in: voice.language))]))
    }
    if let report = state.report, state.work == nil, ask["done"] == report.ticket.name {
      all.append(Banners.end(of: report, in: voice))
    }
    if let forgotten = ask.forgotten {
      all.append(
        .done(voice.inline(Phrase(fr: "L'import \(forgotten) est oublié.", en: "Import \(forgotten) is forgotten."))))
    }
    if let words = ask.decided { all.append(.done(voice.inline(words))) }
    self.all = all
  }

  /// What became of an import.
  private static func end(of report: Office.ImportReport, in voice: Voice) -> PageContext.Banner {
    switch report.result {
    case .success(let outcomes): return .done(ImportDone.words(outcomes.map(ImportTrial.Result.init), in: voice))
    case .failure(let error):
      return .warning([.text(explained(error).sentence(in: voice.language))])
    }
  }
}

extension Ask {
  /// The import that was forgotten just now.
  fileprivate var forgotten: Int? { self["forgotten"].flatMap { Int($0) } }

  /// What a person decided just now.
  fileprivate var decided: Phrase? {
    if let count = self["merged"].flatMap({ Int($0) }) {
      return count == 0
        ? Phrase(fr: "C'était déjà un seul client.", en: "It was one customer already.")
        : Phrase(
          fr: "\(count, "client fusionné", "clients fusionnés") ; aucun total n'a changé.",
          en: "\(count, "customer", "customers") merged; no total changed.")
    }
    if self["parted"] != nil {
      return Phrase(fr: "Ces deux clients ne seront plus proposés.", en: "These two will not be proposed any more.")
    }
    if let judged = self["judged"] {
      return judged == "1"
        ? Phrase(fr: "La décision est notée.", en: "The decision is noted.")
        : Phrase(fr: "C'était déjà décidé ainsi.", en: "That was decided so already.")
    }
    switch self["draft"] {
    case "kept":
      return Phrase(fr: "Le projet de plan est gardé.", en: "The draft of a plan is kept.")
    case "dropped":
      return Phrase(fr: "Le projet de plan est abandonné.", en: "The draft of a plan is given up.")
    default: break
    }
    if self["undone"] != nil { return Phrase(fr: "La décision est annulée.", en: "The decision is undone.") }
    if let step = self["stepped"] {
      return step == "undo"
        ? Phrase(fr: "La dernière étape est annulée.", en: "The last step is taken back.")
        : Phrase(fr: "L'étape est notée.", en: "The step is noted.")
    }
    if self["kept"] != nil { return Phrase(fr: "C'est gardé.", en: "It is kept.") }
    if self["offered"] != nil { return Phrase(fr: "C'est noté.", en: "It is noted.") }
    if let rule = self["ruled"] {
      return rule == "undo"
        ? Phrase(fr: "La règle est annulée.", en: "The rule is taken back.")
        : Phrase(fr: "La règle est ajoutée.", en: "The rule is added.")
    }
    if let rule = self["categoryRule"] {
      return rule == "removed"
        ? Phrase(fr: "La règle est retirée de vos règles.", en: "The rule is taken out of your rules.")
        : Phrase(
          fr: "La catégorie est écrite dans vos règles ; elle ne rencontre encore personne.",
          en: "The category is written in your rules; it meets nobody yet.")
    }
    if let template = self["template"] {
      return template == "reset"
        ? Phrase(fr: "Le modèle d'origine est de retour.", en: "The product's own template is back.")
        : Phrase(fr: "Le modèle est gardé.", en: "The template is kept.")
    }
    if let count = self["written"].flatMap({ Int($0) }) {
      return count == 0
        ? Phrase(fr: "La fiche disait déjà cela.", en: "The record said so already.")
        : Phrase(fr: "La fiche est changée.", en: "The record is changed.")
    }
    return nil
  }
}

extension Office.Work {
  /// What is being done, for people.
  func words(in voice: Voice) -> String {
    switch self {
    case .analysing: Phrase(fr: "Analyse en cours …", en: "Analysing …").text(in: voice)
    case .importing(_, .writing, _), .trying(_, .writing, _):
      Phrase(fr: "Écriture de l'entreprise d'exemple …", en: "Writing the sample company …").text(in: voice)
    case .importing(let file, .looking, _), .trying(let file, .looking, _):
      Phrase(fr: "Examen de « \(name: file) » …", en: "Looking at “\(name: file)” …").text(in: voice)
    case .importing(let file, .cleaning, _), .trying(let file, .cleaning, _):
      Phrase(fr: "Lecture de « \(name: file) » …", en: "Reading “\(name: file)” …").text(in: voice)
    case .importing(let file, .storing, _), .trying(let file, .storing, _):
      Phrase(fr: "Rangement de « \(name: file) » …", en: "Storing “\(name: file)” …").text(in: voice)
    }
  }

  /// How far it is, on a page that asks how it goes on.
  func progress(in voice: Voice) -> ProgressModel {
    ProgressModel(words: words(in: voice), done: done, poll: Link(.action("/progress")))
  }

  /// The part that is done.
  var done: Double? {
    switch self {
    case .analysing: nil
    case .importing(_, _, let done), .trying(_, _, let done): done
    }
  }

  /// Whether nothing will be kept of it.
  var isTrial: Bool { if case .trying = self { true } else { false } }
}

extension Explained {
  /// Whether there is just nothing yet.
  var isEmptiness: Bool {
    if case DeskError.nothingToAnalyse? = self as? DeskError { true } else { false }
  }
}

extension BookSnapshot {
  /// The months that can be the last looked at, the newest first.
  var months: [Month] {
    guard let history = portfolio.books.history else { return [] }
    return (0..<min(history.count, 60)).map { history.last.advanced(by: -$0) }
  }
}
