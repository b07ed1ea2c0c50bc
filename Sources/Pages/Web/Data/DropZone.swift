import Ledger
import Units

/// Where files are dropped, and what they need to hold at least.
struct DropZone: Equatable {
  let form: FormModel
  /// What is needed, and what helps.
  let needs: [[Inline]]

  /// The endings of files that can be read.
  static let endings = [".csv", ".tsv", ".txt", ".xlsx", ".parquet", ".jsonl", ".gz"]

  init(_ context: PageContext) {
    let voice = context.voice
    form = FormModel(
      action: Link(.newImport), method: .upload,
      fields: [
        FormModel.Field(
          "files",
          context.say(
            Phrase(
              fr: "Déposez ici vos fichiers, ou choisissez-les", en: "Drop your files here, or choose them")),
          .files(accept: DropZone.endings.joined(separator: ","), isMultiple: true),
          help: voice.inline(
            Phrase(
              fr: "CSV, Excel, Parquet ou lignes JSON, compressés ou non ; plusieurs à la fois si vous voulez.",
              en: "CSV, Excel, Parquet or JSON lines, compressed or not; several at once if you like.")))
      ],
      buttons: [FormModel.Button(context.say(Phrase(fr: "Regarder ces fichiers", en: "Look at these files")))],
      token: context.token)
    needs = [
      Phrase(
        fr: """
          Au moins, dans le fichier des ventes : une date, un client et un montant hors taxes (ou une quantité et un \
          prix), une ligne par ligne de facture.
          """,
        en: """
          At least, in the sales file: a date, a customer and an amount without tax (or a quantity and a price), a row \
          for each invoice line.
          """),
      Phrase(
        fr: "Le numéro de facture et le produit aident ; le coût direct fait apparaître qui rapporte et qui coûte.",
        en: "Invoice number and product help; the direct cost shows who pays and who costs."),
      Phrase(
        fr:
          "Les noms de colonnes sont reconnus en français et en anglais, et vous verrez tout avant que rien ne soit gardé.",
        en: "Column names are recognised in French and English, and you see everything before anything is kept."),
    ].map { voice.inline($0) }
  }

  var markup: [Markup] { [form.markup, Panel.Part.notes(needs).markup] }
}

/// Where files are brought in.
public struct NewImportPage: Equatable, Sendable {
  private let zone: DropZone
  /// The readings that are remembered; nothing while there is none.
  public let remembered: Panel?

  /// Where a remembered reading is forgotten.
  public static let forgetting = Address.action("/import/readings/forget")

  /// Makes the page.
  /// - Parameter mappings: what is remembered, each with its words.
  public init(_ context: PageContext, mappings: [(RememberedMapping, String)]) {
    zone = DropZone(context)
    remembered = NewImportPage.panel(mappings, context)
  }

  private static func panel(_ mappings: [(RememberedMapping, String)], _ context: PageContext) -> Panel? {
    guard !mappings.isEmpty else { return nil }
    let list = ListDocument.mappings(mappings)
    return Panel(
      id: "readings", title: context.voice.inline(list.title), how: context.voice.inline(list.subtitle),
      parts: [
        .table(
          TableModel(list.grid, id: "readings-table", caption: list.title.text(in: context.voice), context: context) {
            _, _ in nil
          }),
        .form(
          FormModel(
            action: Link(forgetting), method: .post,
            fields: [
              FormModel.Field(
                "reading", context.say(Phrase(fr: "Lecture à oublier", en: "Reading to forget")),
                .choice(
                  value: "1",
                  options: mappings.enumerated().map { place, mapping in
                    FormModel.Field.Option(
                      String(place + 1), context.voice.integer(place + 1) + " · " + cut(mapping.0.file, 60))
                  }))
            ],
            buttons: [
              FormModel.Button(
                context.say(Phrase(fr: "Oublier cette lecture", en: "Forget this reading")), isQuiet: true)
            ], token: context.token)),
      ])
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    let title = context.say(Phrase(fr: "Importer des fichiers", en: "Import files"))
    return PageFrame(
      context: context, address: .newImport, title: title,
      content: [
        .element(.h1) { title },
        .element(.p, "sub") {
          context.say(
            Phrase(
              fr: """
                Ventes, clients, produits, équipe, services : chaque fichier est reconnu à ses colonnes. Rien n'en sort \
                de votre machine.
                """,
              en: """
                Sales, customers, products, people, services: each file is recognised by its columns. Nothing of it \
                leaves your machine.
                """))
        },
      ] + zone.markup + (remembered.map { [$0.markup] } ?? []))
  }
}
