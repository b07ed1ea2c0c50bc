import Units

/// Work that a person waits for: how far it is; the page asks for itself again until it is over.
public struct WorkPage: Equatable, Sendable {
  /// What is going on.
  public let title: [Inline]
  /// How far it is.
  public let progress: ProgressModel
  private let address: Address

  /// Makes the page of an import.
  public init(importing progress: ProgressModel, context: PageContext) {
    title = context.voice.inline(Phrase(fr: "Import en cours", en: "Importing"))
    self.progress = progress
    address = .newImport
  }

  /// Makes the page of books that are read for the first time.
  public init(analysing progress: ProgressModel, context: PageContext) {
    title = context.voice.inline(
      Phrase(fr: "Vos chiffres arrivent dans un instant", en: "Your figures will be there in a moment"))
    self.progress = progress
    address = .dashboard
  }

  /// The page's content.
  public func content(_ context: PageContext) -> [Markup] {
    [
      .element(.h1) { title.markup }, .element(.div, "banner") { progress.markup },
      .element(.p, "sub") {
        context.say(
          Phrase(
            fr: "Cette page passe à la suite toute seule.",
            en: "This page goes on by itself."))
      },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    // The page's own progress is enough.
    let context = context.without(banners: { if case .progress = $0 { true } else { false } })
    var frame = PageFrame(context: context, address: address, title: title.plain, content: content(context))
    frame.reloads = true
    return frame
  }
}

extension PageContext {
  /// The same without some of the words above the page.
  func without(banners isUnwanted: (Banner) -> Bool) -> PageContext {
    PageContext(
      voice: voice, company: company, window: window, months: months, choice: choice,
      usualLength: usualLength, assets: assets,
      banners: banners.filter { !isUnwanted($0) }, token: token)
  }
}

/// The word above the page an import ends at.
public enum ImportDone {
  /// What an import brought: kept, set aside, revenue.
  public static func words(_ results: [ImportTrial.Result], in voice: Voice) -> [Inline] {
    let fresh = results.filter { !$0.isDuplicate }.map(\.summary)
    guard !fresh.isEmpty else {
      return voice.inline(
        Phrase(
          fr:
            "\(agreeing: results.count, "Ce fichier était déjà importé", "Ces fichiers étaient déjà importés") : rien n'a changé.",
          en: "\(agreeing: results.count, "This file was", "These files were") imported before: nothing changed."))
    }
    let kept = fresh.reduce(0) { $0 + $1.rows.kept }
    let rejected = fresh.reduce(0) { $0 + $1.rows.rejected }
    let revenue = fresh.compactMap(\.money).reduce(Cents.zero) { $0 + $1.revenue }
    let name =
      fresh.count == 1
      ? Phrase(name: cut(fresh[0].file, 120)) + Phrase(fr: " est importé : ", en: " is imported: ")
      : Phrase(
        fr: "\(fresh.count, "fichier importé", "fichiers importés") : ",
        en: "\(fresh.count, "file", "files") imported: ")
    let counts = Phrase(
      fr: "\(kept, "ligne gardée", "lignes gardées"), \(rejected, "mise de côté", "mises de côté")",
      en: "\(kept, "row", "rows") kept, \(rejected) set aside")
    let money =
      fresh.contains { $0.money != nil }
      ? Phrase(
        fr: ", chiffre d'affaires \(euros: revenue, .cents)", en: ", revenue \(euros: revenue, .cents)")
      : Phrase(fr: "", en: "")
    // What was set aside is one click away: in the import itself, or in the list of several.
    let place: Link =
      fresh.count == 1 ? Link(.importDetail(fresh[0].id), fragment: rejected > 0 ? "rejects" : nil) : Link(.imports)
    return voice.inline(name + counts + money + Phrase(fr: ". ", en: ". "))
      + [
        .link(
          place,
          voice.inline(
            rejected > 0
              ? Phrase(fr: "Voir ce qui a été mis de côté", en: "See what was set aside")
              : Phrase(fr: "Voir comment", en: "See how")))
      ]
  }
}
