import Ledger
import Units

/// The text that letters are made of, to be edited, with what it gives.
public struct LetterTemplatePage: Equatable, Sendable {
  /// What it is.
  public let title: [Inline]
  /// The names and marks that it may use.
  public let how: [Inline]
  /// Why the text cannot be used.
  public let fault: [Inline]
  /// The text.
  public let form: FormModel
  /// What it gives, each value standing for itself; nothing for a text that cannot be used.
  public let preview: Letter?
  private let links: [Inline]
  private let chosen: Language

  /// Makes the page.
  /// - Parameters:
  ///   - text: the template as it is, or as it was just typed.
  ///   - isShipped: whether nobody wrote one.
  ///   - file: where it is kept.
  public init(_ text: String, in language: Language, isShipped: Bool, file: String, context: PageContext) {
    let voice = context.voice
    chosen = language
    title = voice.inline(
      language == .fr
        ? Phrase(fr: "Le modèle de la lettre française", en: "The template of the French letter")
        : Phrase(fr: "Le modèle de la lettre anglaise", en: "The template of the English letter"))
    how =
      voice.inline(
        Phrase(
          fr: """
            Du texte seul : une ligne vide sépare deux paragraphes, « >> » en range un à droite, « ## » en fait un titre. \
            Entre accolades :
            """,
          en: """
            Text alone: a blank line parts two paragraphs, “>>” puts one on the right, “##” makes it a heading. In braces:
            """)) + [.text(" ")]
      + LetterValues.names.map { name -> [Inline] in
        let meaning = LetterValues.meaning(of: name).map { [.text(" (")] + voice.inline($0) + [.text(")")] } ?? []
        return [.code(name)] + meaning
      }.joined(separator: [.text(", ")])
      + voice.inline(Phrase(fr: ". Le fichier : \(name: file).", en: ". The file: \(name: file)."))
    links =
      Language.allCases.flatMap { other -> [Inline] in
        let words = other == .fr ? "Français" : "English"
        let shown: Inline =
          other == language
          ? .strong([.text(words)])
          : .link(context.link(.letterTemplate, [Link.Item("letter", other.rawValue)]), [.text(words)])
        return [shown, .text(" · ")]
      } + [
        .text(
          isShipped
            ? context.say(Phrase(fr: "modèle d'origine", en: "the product's own"))
            : context.say(Phrase(fr: "modèle modifié", en: "edited")))
      ]
    form = FormModel(
      action: Link(.action(Address.letterTemplate.path)), method: .post,
      fields: [
        FormModel.Field("letter", "", .hidden(language.rawValue)),
        FormModel.Field("text", context.say(Phrase(fr: "Texte", en: "Text")), .lines(value: text)),
      ],
      buttons: [
        FormModel.Button(context.say(Phrase(fr: "Aperçu", en: "Preview")), name: "do", value: "preview"),
        FormModel.Button(
          context.say(Phrase(fr: "Garder ce modèle", en: "Keep this template")), name: "do", value: "keep"),
        FormModel.Button(
          context.say(Phrase(fr: "Revenir au modèle d'origine", en: "Back to the product's own")), name: "do",
          value: "reset", isQuiet: true),
      ], token: context.token)
    do throws(LetterTemplateFault) {
      preview = Letter(try LetterTemplate(text), .named, in: language)
      fault = []
    } catch {
      preview = nil
      fault = [.text(error.sentence(in: voice.language))]
    }
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.h1) { title.markup }, .element(.p, "how") { how.markup }, .element(.p) { links.markup },
      fault.isEmpty ? .nothing : .element(.p, [.class: "warning", .role: "alert"]) { fault.markup },
      .element(.div, "template") { form.markup }, preview?.markup(namesBlanks: true) ?? .nothing,
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(
      context: context, address: .letterTemplate, title: title.plain, content: content,
      items: [Link.Item("letter", chosen.rawValue)])
  }
}

extension LetterValues {
  /// Each value as its own name, a blank: for a preview.
  static let named = LetterValues(
    all: names.reduce(into: [:]) { all, name in
      all[name] = "\(blankMarks.open)\(name)\(blankMarks.close)"
    })

  private init(all: [String: any Sendable]) { self.all = all }
}
