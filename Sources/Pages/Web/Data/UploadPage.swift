import Ledger
import Units

/// What a trial of the import said, nothing kept.
public enum ImportTrial: Equatable, Sendable {
  /// There is nothing to try while a file cannot be read.
  case none
  /// It has not ended yet.
  case running(words: String, done: Double?)
  /// What each file would bring, and the reasons why rows would be set aside.
  case done([Result])
  /// Why the import would fail.
  case failed(String)

  /// What one file would bring.
  public struct Result: Equatable, Sendable {
    let summary: ImportSummary
    let isDuplicate: Bool
    let tallies: [FaultTally]
    /// Makes a result.
    public init(_ summary: ImportSummary, isDuplicate: Bool, tallies: [FaultTally]) {
      self.summary = summary
      self.isDuplicate = isDuplicate
      self.tallies = tallies
    }
  }
}

/// Files that were brought: how each will be read, what would be set aside, and the button that imports them.
public struct UploadPage: Equatable, Sendable {
  /// What is to be looked at.
  public let title: [Inline]
  /// What the trial says.
  public let trial: Panel
  /// Whether the files can be imported as they are read now.
  public let isReady: Bool
  let sections: [BroughtFileSection]
  private let general: [FormModel.Field]
  private let id: String
  /// The page itself with all that was chosen, asked again while the trial goes on.
  private let poll: Link?

  /// Makes the page.
  /// - Parameters:
  ///   - items: what was chosen, as the address carries it.
  public init(
    id: String, files: [BroughtFile], items: [Link.Item], trial: ImportTrial, context: PageContext
  ) {
    let voice = context.voice
    self.id = id
    title = voice.inline(
      files.count == 1
        ? Phrase(
          fr: "Vérifiez comment « \(name: cut(files[0].name, 120)) » sera lu",
          en: "Check how “\(name: cut(files[0].name, 120))” will be read")
        : Phrase(
          fr: "Vérifiez comment \(files.count, "fichier sera lu", "fichiers seront lus")",
          en: "Check how \(files.count, "file", "files") will be read"))
    sections = files.enumerated().map { place, file in
      BroughtFileSection(file, place: place, isAlone: files.count == 1, context: context)
    }
    isReady = files.allSatisfy(\.isReady) && !files.allSatisfy(\.choice.isLeftOut)
    self.trial = UploadPage.panel(trial, isReady: isReady, context: context)
    if case .running = trial { poll = Link(.upload(id), items) } else { poll = nil }
    func value(_ name: String) -> String { items.first { $0.name == name }?.value ?? "" }
    general = [
      FormModel.Field(
        "source", context.say(Phrase(fr: "Système d'origine", en: "Source system")),
        .text(value: value("source"), placeholder: "main"),
        help: voice.inline(
          Phrase(
            fr: "Les factures de deux systèmes ne se remplacent jamais.",
            en: "Invoices of two systems never take each other's place."))),
      FormModel.Field(
        "append",
        context.say(
          Phrase(
            fr: "Ajouter les lignes sans numéro de facture même à des dates déjà importées",
            en: "Add lines without invoice numbers even on dates that were imported before")),
        .flag(value("append") == "true")),
    ]
  }

  private static func panel(_ trial: ImportTrial, isReady: Bool, context: PageContext) -> Panel {
    let voice = context.voice
    let plain = voice.inline(Phrase(fr: "Ce que l'import donnera", en: "What the import will give"))
    switch trial {
    case .none:
      return Panel(
        id: "trial", title: plain,
        parts: [
          .text(
            voice.inline(
              Phrase(
                fr:
                  "Un fichier ne peut pas être lu : changez sa lecture ci-dessus ou laissez-le de côté, puis « Regarder de nouveau ».",
                en: "A file cannot be read: change its reading above or leave it out, then “Look again”.")))
        ])
    case .running(let words, let done):
      return Panel(id: "trial", title: plain, parts: [.progress(ProgressModel(words: words, done: done))])
    case .failed(let sentence):
      return Panel(
        id: "trial",
        title: voice.inline(
          Phrase(fr: "L'import échouerait, rien ne serait changé", en: "The import would fail and change nothing")),
        parts: [.text([.toned(.bad, [.text(sentence)])])])
    case .done(let results):
      let kept = results.reduce(0) { $0 + ($1.isDuplicate ? 0 : $1.summary.rows.kept) }
      let rejected = results.reduce(0) { $0 + ($1.isDuplicate ? 0 : $1.summary.rows.rejected) }
      return Panel(
        id: "trial",
        title: voice.inline(
          results.allSatisfy(\.isDuplicate)
            ? Phrase(
              fr: "Tout est déjà importé, rien ne changera", en: "All of it was imported before, nothing will change")
            : rejected == 0
              ? Phrase(
                fr: "\(kept, "ligne sera gardée", "lignes seront gardées"), aucune mise de côté",
                en: "\(kept, "row", "rows") will be kept, none set aside")
              : Phrase(
                fr:
                  "\(kept, "ligne sera gardée", "lignes seront gardées"), \(rejected, "mise de côté", "mises de côté")",
                en: "\(kept, "row", "rows") will be kept, \(rejected) set aside")),
        how: voice.inline(
          Phrase(
            fr: "Le fichier entier a été lu à l'essai ; rien n'est encore gardé.",
            en: "The whole file was read as a trial; nothing is kept yet.")),
        parts: results.flatMap { parts($0, voice) })
    }
  }

  private static func parts(_ result: ImportTrial.Result, _ voice: Voice) -> [Panel.Part] {
    let summary = result.summary
    let name = Phrase(name: cut(summary.file, 120)) + Phrase(fr: " : ", en: ": ")
    guard !result.isDuplicate else {
      return [
        .text(
          voice.inline(
            name
              + Phrase(
                fr: "déjà importé (import \(name: summary.id)), rien ne changera.",
                en: "imported before (import \(name: summary.id)), nothing will change.")))
      ]
    }
    let line =
      name + summary.kept + (summary.revenue.map { Phrase(fr: " ; ", en: "; ") + $0 } ?? Phrase(fr: "", en: ""))
    return [
      .text(voice.inline(line + Phrase(fr: ".", en: "."))),
      .notes(
        summary.remarks.map { voice.inline($0) }
          + (summary.rows.rejected > 0 ? [voice.inline(summary.setAside + Phrase(fr: " :", en: ":"))] : [])
          + result.tallies.prefix(6).map { voice.inline($0.phrase) }),
    ]
  }

  /// The page's content.
  public func content(_ context: PageContext) -> [Markup] {
    let again = FormModel.Button(
      context.say(Phrase(fr: "Regarder de nouveau", en: "Look again")), name: "do", value: "look", isQuiet: isReady)
    let bring = FormModel.Button(context.say(Phrase(fr: "Importer", en: "Import")), name: "do", value: "import")
    return [
      .element(.h1) { title.markup },
      .element(.p, "sub") {
        context.say(
          Phrase(
            fr: "Rien n'est encore gardé. Changez ce qui ne va pas, regardez de nouveau, puis importez.",
            en: "Nothing is kept yet. Change what is wrong, look again, then import."))
      },
      .element(.form, [.class: "form mapping", .method: "post", .action: Address.upload(id).path]) {
        Markup.element(.input, [.type: "hidden", .name: "token", .value: context.token])
        sections.map(\.markup)
        Markup.element(.div, "fields") { general.map(\.markup) }
        trialMarkup
        Markup.element(.p, "buttons") { (isReady ? [bring, again] : [again]).map(\.markup) }
      },
      .element(.p) {
        Markup.element(.a, [.href: context.link(.newImport).href]) {
          context.say(Phrase(fr: "Apporter d'autres fichiers à la place", en: "Bring other files instead"))
        }
      },
    ]
  }

  private var trialMarkup: Markup {
    guard let poll else { return .element(.div, [.id: "trial-now"]) { trial.markup } }
    return .element(
      .div,
      [
        .id: "trial-now", .hxGet: poll.href, .hxTrigger: "every 1s", .hxSelect: "#trial-now", .hxTarget: "#trial-now",
        .hxSwap: "outerHTML",
      ]
    ) { trial.markup }
  }

  /// The whole page; it asks for itself again while the trial goes on.
  public func frame(_ context: PageContext) -> PageFrame {
    var frame = PageFrame(context: context, address: .upload(id), title: title.plain, content: content(context))
    frame.reloads = poll != nil
    return frame
  }
}
