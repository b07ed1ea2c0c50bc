import Ledger
import Units

/// A row an import set aside, as a page shows it.
public struct RejectedRow: Equatable, Sendable {
  /// The row's line in the source file.
  public let line: Int
  /// The column at fault; empty when the row as a whole is.
  public let column: String
  /// Why.
  public let fault: FaultLabel
  /// The row as it stands in the file.
  public let raw: String

  /// Makes a row.
  public init(line: Int, column: String, code: String, raw: String) {
    self.line = line
    self.column = column
    fault = FaultLabel(code: code)
    self.raw = raw
  }
}

/// The rows an import set aside: some of them, and how many for each reason.
public struct RejectedStretch: Equatable, Sendable {
  /// The reasons, the commonest first.
  public let tallies: [FaultTally]
  /// The rows of the page.
  public let rows: [RejectedRow]
  /// How many rows have the reason asked for.
  public let matching: Int

  /// Makes a stretch.
  public init(tallies: [FaultTally], rows: [RejectedRow], matching: Int) {
    self.tallies = tallies
    self.rows = rows
    self.matching = matching
  }
}

/// One import: how the file was read, what it brought, which rows it set aside and why.
public struct ImportDetailPage: Equatable, Sendable {
  /// What the import brought.
  public let title: [Inline]
  /// When, and what can be done.
  public let how: [Inline]
  /// How the file was read, what was said of it, what was set aside.
  public let panels: [Panel]
  private let id: String

  /// Makes the page.
  /// - Parameters:
  ///   - notes: what the reading tells, each a sentence.
  ///   - rejects: the rows set aside, or the sentence that says why they cannot be shown.
  ///   - code: the reason whose rows are asked for.
  public init(
    _ entry: ImportEntry, notes: [String], rejects: Result<RejectedStretch, RejectsGone>, code: String?, page: Int,
    context: PageContext
  ) {
    let (voice, summary) = (context.voice, entry.summary)
    id = summary.id
    title = voice.inline(
      Phrase(fr: "\(name: cut(summary.file, 120)) : ", en: "\(name: cut(summary.file, 120)): ") + summary.kept)
    how =
      voice.inline(
        Phrase(fr: "Import \(name: summary.id), ", en: "Import \(name: summary.id), ")
          + Phrase(name: voice.moment(entry.made)) + Phrase(fr: ". ", en: ". "))
      + [
        .link(
          Link(ForgetPage.address(of: summary.id)),
          [.text(context.say(Phrase(fr: "Oublier cet import", en: "Forget this import")))]), .text(" · "),
        .link(
          context.link(.imports), [.text(context.say(Phrase(fr: "Tous les imports", en: "All imports")))]),
      ]
    panels = [
      ImportDetailPage.rejects(summary, rejects, code: code, page: page, context: context),
      ImportDetailPage.reading(summary, notes: notes, context: context),
    ]
  }

  private static func reading(_ summary: ImportSummary, notes: [String], context: PageContext) -> Panel {
    let (voice, reading) = (context.voice, summary.reading)
    var facts = [
      fact(
        Phrase(fr: "Contenu", en: "Content"), reading.format.isTable ? summary.kind.label : reading.format.label,
        context),
      fact(Phrase(fr: "Format", en: "Format"), reading.format.label, context),
    ]
    if [.csv, .fec].contains(reading.format) {
      facts += [
        fact(Phrase(fr: "Séparateur", en: "Delimiter"), reading.delimiter.label, context),
        fact(Phrase(fr: "Encodage", en: "Encoding"), reading.encoding.label, context),
      ]
    }
    if let sheet = reading.sheet {
      facts.append(fact(Phrase(fr: "Feuille", en: "Sheet"), Phrase(name: sheet), context))
    }
    if reading.format != .eInvoice {
      facts += [
        fact(Phrase(fr: "Décimales", en: "Decimals"), reading.decimalMark.label, context),
        fact(Phrase(fr: "Dates", en: "Dates"), reading.dateOrder.label, context),
      ]
    }
    facts += [
      fact(Phrase(fr: "Système d'origine", en: "Source system"), Phrase(name: summary.source), context)
    ]
    if let parent = summary.completes {
      facts.append(
        Panel.Fact(
          context.say(Phrase(fr: "Complète", en: "Completes")),
          [
            .link(
              context.link(.importDetail(parent)),
              voice.inline(Phrase(fr: "l'import \(name: parent)", en: "import \(name: parent)")))
          ]))
    }
    let money = summary.revenue.map { [Panel.Part.text(voice.inline($0))] } ?? []
    let columns = TableModel(
      id: "columns", caption: context.say(Phrase(fr: "Colonnes lues", en: "Columns read")),
      columns: [
        TableModel.Column(context.say(Phrase(fr: "Champ", en: "Field")), isName: true, width: 20),
        TableModel.Column(context.say(Phrase(fr: "Colonne du fichier", en: "Column of the file")), width: 20),
      ],
      rows: reading.columns.map { column in
        [
          voice.inline(column.field.label(in: summary.kind)),
          [.name(cut(reading.header(of: column.field) ?? "", 120))],
        ]
      })
    return Panel(
      id: "reading", title: voice.inline(Phrase(fr: "Comment le fichier a été lu", en: "How the file was read")),
      parts: money + [
        .facts(facts), .table(columns),
        .notes(summary.remarks.map { voice.inline($0) } + notes.map { [.text($0)] }),
      ])
  }

  private static func fact(_ label: Phrase, _ value: Phrase, _ context: PageContext) -> Panel.Fact {
    Panel.Fact(context.say(label), context.voice.inline(value))
  }

  private static func rejects(
    _ summary: ImportSummary, _ rejects: Result<RejectedStretch, RejectsGone>, code: String?, page: Int,
    context: PageContext
  ) -> Panel {
    let voice = context.voice
    guard summary.rows.rejected > 0 else {
      return Panel(
        id: "rejects", title: voice.inline(Phrase(fr: "Aucune ligne mise de côté", en: "No row set aside")),
        parts: [
          .text(
            voice.inline(
              Phrase(
                fr: "Toutes les lignes du fichier ont été comprises et gardées.",
                en: "Every row of the file was understood and kept.")))
        ])
    }
    let title = voice.inline(
      Phrase(
        fr: "\(summary.rows.rejected, "ligne a été mise de côté", "lignes ont été mises de côté")",
        en: "\(summary.rows.rejected, "row was", "rows were") set aside"))
    let stretch: RejectedStretch
    switch rejects {
    case .failure(let gone): return Panel(id: "rejects", title: title, parts: [.text([.text(gone.sentence)])])
    case .success(let found): stretch = found
    }
    return Panel(
      id: "rejects", title: title,
      how: voice.inline(
        Phrase(
          fr: """
            Corrigez la dernière colonne du fichier des rejets et importez-le : il complète cet import, sans rien \
            compter deux fois. 
            """,
          en: """
            Mend the last column of the rejects file and import it: it completes this import and counts nothing twice. 
            """))
        + [
          .link(
            Link(.action(Address.importDetail(summary.id).path + "/rejects.csv")),
            [.text(context.say(Phrase(fr: "Télécharger le fichier des rejets", en: "Download the rejects file")))])
        ],
      parts: [
        .notes(stretch.tallies.prefix(8).map { voice.inline($0.phrase) }),
        .table(table(summary, stretch, code: code, page: page, context: context)),
      ])
  }

  private static func table(
    _ summary: ImportSummary, _ stretch: RejectedStretch, code: String?, page: Int, context: PageContext
  ) -> TableModel {
    let voice = context.voice
    let here = context.link(.importDetail(summary.id), [Link.Item("why", code ?? "")], fragment: "rejects")
    let paged = Paged(stretch.matching, page: page)
    return TableModel(
      id: "rejected", caption: context.say(Phrase(fr: "Lignes mises de côté", en: "Rows set aside")),
      columns: [
        TableModel.Column(
          context.say(Phrase(fr: "Ligne du fichier", en: "Line of the file")), isName: true),
        TableModel.Column(context.say(Phrase(fr: "Colonne", en: "Column")), width: 14),
        TableModel.Column(context.say(Phrase(fr: "Pourquoi", en: "Why")), width: 18),
        TableModel.Column(
          context.say(Phrase(fr: "La ligne, telle qu'elle est", en: "The row as it stands")), width: 40),
      ],
      rows: stretch.rows.map { row in
        [
          [.text(voice.integer(row.line))], [.name(cut(row.column, 120))], voice.inline(row.fault.phrase),
          [.name(cut(row.raw, 400))],
        ]
      }, facets: facets(stretch, code: code, here: here, context: context),
      paging: paged.count == 1
        ? nil
        : ReportTableModel.paging(
          paged.number, of: paged.count, rows: stretch.matching, start: paged.places.lowerBound,
          shown: paged.places.count, page: here, context: context),
      nothing: context.say(Phrase(fr: "Aucune ligne pour cette raison.", en: "No row for this reason.")))
  }

  /// Reasons to look at alone, where there are several.
  private static func facets(
    _ stretch: RejectedStretch, code: String?, here: Link, context: PageContext
  ) -> [TableModel.Facet] {
    var codes: [(fault: FaultLabel, count: Int)] = []
    for tally in stretch.tallies {
      if let place = codes.firstIndex(where: { $0.fault == tally.fault }) {
        codes[place].count += tally.count
      } else {
        codes.append((tally.fault, tally.count))
      }
    }
    guard codes.count > 1 else { return [] }
    return [
      TableModel.Facet(
        label: context.say(Phrase(fr: "Pourquoi", en: "Why")),
        options: [
          TableModel.Facet.Option(
            label: context.say(Phrase(fr: "toutes", en: "all")),
            link: here.with(Link.Item("why", ""), Link.Item("page", "")), isChosen: code == nil)
        ]
          + codes.map { fault, count in
            TableModel.Facet.Option(
              label: context.say(fault.phrase) + " (" + context.voice.integer(count) + ")",
              link: here.with(Link.Item("why", fault.code), Link.Item("page", "")), isChosen: code == fault.code)
          })
    ]
  }

  /// The page's content.
  public var content: [Markup] {
    [
      .element(.h1) { title.markup }, .element(.p, "sub") { how.markup },
      .element(.div, "panels") { panels.map(\.markup) },
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(context: context, address: .importDetail(id), title: title.plain, content: content)
  }
}

/// Why the rows that an import set aside cannot be shown.
public struct RejectsGone: Error, Equatable {
  let sentence: String
  /// Says why.
  public init(_ sentence: String) { self.sentence = sentence }
}
