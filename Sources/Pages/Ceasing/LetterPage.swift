import Decisions
import Ledger
import Units

/// A letter to be printed, signed and sent: on paper only the letter.
public struct LetterPage: Equatable, Sendable {
  /// The letter; nothing where the template cannot be filled in.
  public let letter: Letter?
  /// What to do, and what is missing.
  public let notes: [[Inline]]
  /// Why the template cannot be filled in.
  public let fault: [Inline]
  /// That the last day comes too soon; empty where it does not.
  public let warning: [Inline]
  private let isSent: Bool
  private let title: [Inline]
  private let links: [Inline]
  private let id: ID<Customer>
  private let chosen: Language

  /// Makes the page.
  /// - Parameters:
  ///   - file: the relation that the letter ends.
  ///   - known: its case; nothing where none was opened.
  ///   - company: what the rules tell of whoever writes.
  public init(
    _ letter: Result<Letter, LetterTemplateFault>, in language: Language, to file: CeasingFile,
    case known: CeasingCase?,
    company: Policy.Company, context: PageContext
  ) {
    let voice = context.voice
    let (id, name) = (file.id, file.name)
    let sent = known?.sentLetter(in: language)
    self.id = id
    isSent = sent != nil
    warning = file.shortWarning.map { voice.inline($0) } ?? []
    chosen = language
    title = voice.inline(Phrase(fr: "Lettre à « \(name: cut(name, 60)) »", en: "Letter to “\(name: cut(name, 60))”"))
    let others = Language.allCases.map { other -> [Inline] in
      let words = other == .fr ? "Français" : "English"
      return other == language
        ? [.strong([.text(words)])]
        : [.link(context.link(.letter(id), [Link.Item("letter", other.rawValue)]), [.text(words)])]
    }
    links =
      [
        .link(context.link(.ceasing(id)), [.text("← " + context.say(Phrase(fr: "Le dossier", en: "The case")))]),
        .text(" · "),
      ]
      + others[0] + [.text(" · ")] + others[1]
      + [
        .text(" · "),
        .link(
          context.link(.letterTemplate, [Link.Item("letter", language.rawValue)]),
          [.text(context.say(Phrase(fr: "Modifier le modèle", en: "Edit the template")))]),
      ]
    switch letter {
    case .success(let letter):
      self.letter = letter
      fault = []
      if let sent {
        notes = [Self.asSent(sent.day, voice), [.strong(voice.inline(.haveCounselCheck))]]
        return
      }
      let missing = letter.blanks
      notes =
        (missing.isEmpty
          ? []
          : [
            voice.inline(
              Phrase(
                fr: "\(missing.count, "blanc est", "blancs sont") à remplir, dans le dossier ou à la main.",
                en: "\(missing.count, "blank is", "blanks are") to be filled in, in the case or by hand."))
          ] + Self.once(company, in: voice)) + [
          voice.inline(
            Phrase(
              fr: """
                Imprimez cette page, ou enregistrez-la en PDF depuis la fenêtre d'impression : seule la lettre y sera. \
                Signez-la, envoyez-la en recommandé, puis notez l'envoi dans le dossier.
                """,
              en: """
                Print this page, or save it as PDF from the print window: only the letter will be there. Sign it, send it \
                registered, then note in the case that it was sent.
                """)), [.strong(voice.inline(.haveCounselCheck))],
        ]
    case .failure(let error):
      self.letter = nil
      fault = [.text(error.sentence(in: voice.language))]
      notes = []
    }
  }

  /// That the letter is the one that was sent.
  private static func asSent(_ day: Day, _ voice: Voice) -> [Inline] {
    [
      .strong(voice.inline(.asSent(on: day))), .text(" "),
    ]
      + voice.inline(
        Phrase(
          fr: "Ce qui change depuis n'y entre plus ; annuler l'étape « envoyé » dans le dossier la libère.",
          en: "What changes since does not enter it; taking the step “sent” back in the case frees it."))
  }

  /// Which rules say once for all letters what the company's own blanks ask, as far as they are not written.
  private static func once(_ company: Policy.Company, in voice: Voice) -> [[Inline]] {
    let all: [(words: Phrase, key: String, isMissing: Bool)] = [
      (Phrase(fr: "votre société", en: "your company"), "company.name", company.name.isEmpty),
      (Phrase(fr: "son adresse", en: "its address"), "company.address", company.address.isEmpty),
      (Phrase(fr: "le lieu", en: "the place"), "company.place", company.place.isEmpty),
      (Phrase(fr: "le signataire", en: "who signs"), "company.signatory", company.signatory.isEmpty),
      (Phrase(fr: "sa fonction", en: "their role"), "company.signatoryRole", company.signatoryRole.isEmpty),
    ]
    let keys = all.filter(\.isMissing)
    guard !keys.isEmpty else { return [] }
    let words = voice.inline(
      Phrase(
        fr: "Ce qui vaut pour toutes vos lettres s'écrit une fois, dans vos règles (policy.yaml) :",
        en: "What holds for all your letters is written once, in your rules (policy.yaml):"))
    let named = keys.map { voice.inline($0.words) + [.text(" ("), .code($0.key), .text(")")] }
    return [words + [.text(" ")] + named.joined(separator: [.text(", ")]) + [.text(".")]]
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.div, "beside") {
        Markup.element(.p, "back") { links.markup }
        Markup.element(.h1) { title.markup }
        if !fault.isEmpty { Markup.element(.p, [.class: "warning", .role: "alert"]) { fault.markup } }
        if !warning.isEmpty { Markup.element(.p, [.class: "warning"]) { warning.markup } }
        // In the letter's own words, whatever the language of the page.
        if !isSent, let asked = letter?.asked { Markup.element(.p, [.lang: chosen.rawValue]) { asked } }
        Panel.Part.notes(notes).markup
      }, letter?.markup ?? .nothing,
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(
      context: context, address: .letter(id), title: title.plain, content: content,
      items: [Link.Item("letter", chosen.rawValue)])
  }
}
