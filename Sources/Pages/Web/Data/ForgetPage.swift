import Units

/// What forgetting an import would do, before it is done.
public struct ForgetPage: Equatable, Sendable {
  /// The question.
  public let title: [Inline]
  /// What goes, what comes back.
  public let effects: [[Inline]]
  /// The button; nothing when other imports stand in the way.
  public let form: FormModel?
  private let id: String

  /// Where the question is asked, and answered.
  public static func address(of id: String) -> Address { .action(Address.importDetail(id).path + "/forget") }

  /// Makes the page.
  /// - Parameters:
  ///   - replacing: later imports that restate some of this one.
  ///   - completing: imports of this one's mended rejects, which have to go first.
  public init(
    _ entry: ImportEntry, replacing: [ImportSummary], completing: [ImportSummary], context: PageContext
  ) {
    let (voice, summary) = (context.voice, entry.summary)
    id = summary.id
    title = voice.inline(
      Phrase(
        fr: "Oublier l'import \(name: summary.id), « \(name: cut(summary.file, 120)) » ?",
        en: "Forget import \(name: summary.id), “\(name: cut(summary.file, 120))”?"))
    guard completing.isEmpty else {
      effects = completing.map { other in
        [
          .link(
            context.link(.importDetail(other.id)),
            voice.inline(
              Phrase(
                fr: "L'import \(name: other.id) le complète : oubliez d'abord celui-là.",
                en: "Import \(name: other.id) completes it: forget that one first.")))
        ]
      }
      form = nil
      return
    }
    var effects = [
      Phrase(
        fr: "\(summary.rows.kept, "ligne gardée s'en va", "lignes gardées s'en vont").",
        en: "\(summary.rows.kept, "row that was kept goes", "rows that were kept go").")
    ]
    if let revenue = summary.revenue {
      effects.append(
        Phrase(fr: "Ce que ces lignes faisaient : ", en: "What these rows made: ") + revenue + Phrase(fr: ".", en: "."))
    }
    effects += summary.replaces.map { earlier in
      Phrase(
        fr: """
          \(earlier.invoices, "facture revient", "factures reviennent") de l'import \(name: earlier.id) \
          (\(earlier.lines, "ligne", "lignes")), comme avant cet import.
          """,
        en: """
          \(earlier.invoices, "invoice comes", "invoices come") back from import \(name: earlier.id) \
          (\(earlier.lines, "line", "lines")), as before this import.
          """)
    }
    effects += replacing.map { later in
      Phrase(
        fr: "L'import \(name: later.id), qui en remplaçait des factures, reste.",
        en: "Import \(name: later.id), which restated some of its invoices, stays.")
    }
    if summary.rows.rejected > 0 {
      effects.append(
        Phrase(
          fr: "Son fichier de rejets, \(summary.rows.rejected, "ligne", "lignes"), est effacé.",
          en: "Its rejects file, \(summary.rows.rejected, "row", "rows"), is deleted."))
    }
    effects.append(
      Phrase(
        fr: "Votre fichier d'origine n'est pas touché : vous pourrez l'importer de nouveau.",
        en: "Your own file is not touched: you can import it again."))
    self.effects = effects.map { voice.inline($0) }
    form = FormModel(
      action: Link(ForgetPage.address(of: summary.id)), method: .post, fields: [],
      buttons: [FormModel.Button(context.say(Phrase(fr: "Oublier cet import", en: "Forget this import")))],
      token: context.token)
  }

  /// The page's content.
  public func content(_ context: PageContext) -> [Markup] {
    [
      .element(.h1) { title.markup }, Panel.Part.notes(effects).markup, form?.markup ?? .nothing,
      .element(.p) {
        Markup.element(.a, [.href: context.link(.importDetail(id)).href]) {
          context.say(Phrase(fr: "Revenir sans rien changer", en: "Back, changing nothing"))
        }
      },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .importDetail(id), title: title.plain, content: content(context))
  }
}
