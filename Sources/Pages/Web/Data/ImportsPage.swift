import Ledger
import Units

/// An import and when it was made.
public struct ImportEntry: Equatable, Sendable {
  /// What it brought.
  public let summary: ImportSummary
  /// When.
  public let made: Moment

  /// Makes an entry.
  public init(_ summary: ImportSummary, made: Moment) {
    self.summary = summary
    self.made = made
  }
}

/// The imports, the newest first, each leading to how it was read and what it set aside.
public struct ImportsPage: Equatable, Sendable {
  /// What the ledger is made of, in a sentence.
  public let title: [Inline]
  /// What can be done, in a line.
  public let how: [Inline]
  /// The imports; nothing before the first.
  public let table: TableModel?
  /// What stands in place of the table.
  public let empty: EmptyState?

  /// Makes the page.
  /// - Parameter entries: oldest first, as they were made.
  public init(_ entries: [ImportEntry], page number: Int, context: PageContext) {
    let voice = context.voice
    let bring: Inline = .link(
      context.link(.newImport), [.text(context.say(Phrase(fr: "Importer un fichier", en: "Import a file")))])
    guard !entries.isEmpty else {
      title = voice.inline(Phrase(fr: "Aucun import encore", en: "No import yet"))
      how = []
      table = nil
      empty = EmptyState(
        [
          voice.inline(Phrase(fr: "Rien n'a été importé.", en: "Nothing was imported.")),
          voice.inline(
            Phrase(
              fr: """
                Chaque fichier importé est gardé ici avec ses lignes lues, ses lignes mises de côté et la façon dont il \
                a été lu ; un import peut toujours être oublié.
                """,
              en: """
                Every imported file is kept here with the rows that were read, those that were set aside and how it \
                was read; an import can always be forgotten.
                """)),
        ], action: [bring])
      return
    }
    let kept = entries.reduce(0) { $0 + $1.summary.rows.kept }
    let rejected = entries.reduce(0) { $0 + $1.summary.rows.rejected }
    title = voice.inline(
      Phrase(
        fr: """
          \(entries.count, "import", "imports") : \(kept, "ligne gardée", "lignes gardées"), \
          \(rejected, "mise de côté", "mises de côté")
          """,
        en: "\(entries.count, "import", "imports"): \(kept, "row", "rows") kept, \(rejected) set aside"))
    how =
      voice.inline(
        Phrase(
          fr: """
            Le même fichier importé deux fois ne change rien ; une facture importée de nouveau remplace l'ancienne.
            """,
          en: "The same file imported twice changes nothing; an invoice imported again takes the old one's place."))
      + [.text(" "), bring]
    table = ImportsPage.table(entries.reversed(), page: number, context: context)
    empty = nil
  }

  private static func table(_ entries: [ImportEntry], page number: Int, context: PageContext) -> TableModel {
    func column(_ title: Phrase, isNumeric: Bool = false, isName: Bool = false, width: Int = 8) -> TableModel.Column {
      TableModel.Column(context.say(title), isNumeric: isNumeric, isName: isName, width: width)
    }
    let paged = Paged(entries.count, page: number)
    return TableModel(
      id: "imports", caption: context.say(Phrase(fr: "Les imports, le dernier d'abord", en: "Imports, newest first")),
      columns: [
        column(Phrase(fr: "Fichier", en: "File"), isName: true, width: 24),
        column(Phrase(fr: "Contenu", en: "Content"), width: 12),
        column(Phrase(fr: "Importé le", en: "Imported on"), width: 18),
        column(Phrase(fr: "Lignes", en: "Rows"), isNumeric: true),
        column(Phrase(fr: "Gardées", en: "Kept"), isNumeric: true),
        column(Phrase(fr: "Mises de côté", en: "Set aside"), isNumeric: true),
        TableModel.Column(
          context.say(Phrase(fr: "CA", en: "Revenue")) + "," + Mark.noBreak + context.voice.symbol, isNumeric: true,
          width: 12),
        column(Phrase(fr: "Période", en: "Period"), width: 20),
        column(Phrase(fr: "Remplace", en: "Replaces"), width: 12),
      ],
      rows: entries[paged.places].map { row($0, context: context) },
      paging: paged.count == 1
        ? nil
        : ReportTableModel.paging(
          paged.number, of: paged.count, rows: entries.count, start: paged.places.lowerBound,
          shown: paged.places.count, page: context.link(.imports), context: context))
  }

  private static func row(_ entry: ImportEntry, context: PageContext) -> [[Inline]] {
    let (voice, summary) = (context.voice, entry.summary)
    let detail = Address.importDetail(summary.id)
    let rejected: Inline = .text(voice.integer(summary.rows.rejected))
    return [
      [.link(context.link(detail), [.name(cut(summary.file, 80))])], voice.inline(summary.kind.label),
      [.text(voice.shortMoment(entry.made))], [.text(voice.integer(summary.rows.all))],
      [.text(voice.integer(summary.rows.kept))],
      summary.rows.rejected > 0 ? [.link(context.link(detail, fragment: "rejects"), [rejected])] : [rejected],
      summary.money.map { [.text(voice.amount($0.revenue, cents: true))] } ?? [],
      summary.dates.map { [.text(voice.shortDay($0.lowerBound) + " – " + voice.shortDay($0.upperBound))] } ?? [],
      summary.replaces.enumerated().flatMap { place, earlier in
        (place == 0 ? [] : [Inline.text(", ")])
          + [
            .link(
              context.link(.importDetail(earlier.id)),
              voice.inline(
                Phrase(
                  fr: "\(earlier.invoices, "facture", "factures") de l'import \(name: earlier.id)",
                  en: "\(earlier.invoices, "invoice", "invoices") of import \(name: earlier.id)")))
          ]
      },
    ]
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.h1) { title.markup }, how.isEmpty ? .nothing : .element(.p, "sub") { how.markup },
      table?.markup ?? .nothing, empty?.markup ?? .nothing,
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .imports, title: title.plain, content: content)
  }
}

/// Which page of a list, out of how many.
struct Paged {
  let number: Int
  let count: Int
  let places: Range<Int>

  init(_ rows: Int, page: Int, size: Int = TableRequest.pageSize) {
    count = max(1, (rows + size - 1) / size)
    number = min(max(1, page), count)
    let start = (number - 1) * size
    places = start..<min(start + size, rows)
  }
}

/// A text of the data short enough for a page.
func cut(_ text: String, _ length: Int) -> String {
  text.count > length ? text.prefix(length - 1) + "…" : text
}
