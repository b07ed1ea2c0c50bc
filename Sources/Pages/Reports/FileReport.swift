import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// How complete and fresh the customer file is.
  static func file(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (file, books) = (analysis.file, analysis.books)
    return ReportDocument(
      name: .file, window: books.window, title: file.finding,
      subtitle: Phrase.months(books.window)
        + Phrase(
          fr: """
            Complet : le poids des champs connus sur celui des champs qui comptent. D'abord les fiches où il manque le \
            plus, là où l'on achète le plus.
            """,
          en: """
            Complete: the weight of the fields known over that of the fields that count. First the records of which \
            most is missing where most is bought.
            """),
      totals: [
        ReportTotal("customers", .integer(file.rows.count), Phrase(fr: "Fiches", en: "Records")),
        ReportTotal("complete", .integer(file.complete), Phrase(fr: "Complètes", en: "Complete")),
        ReportTotal(
          "completeness", .share(file.completeness),
          Phrase(fr: "Complétude selon le CA", en: "Completeness by revenue")),
        ReportTotal("meanCompleteness", .share(file.meanCompleteness), Phrase(fr: "En moyenne", en: "On average")),
        ReportTotal("freshness", .share(file.freshness), Phrase(fr: "Fraîcheur", en: "Freshness")),
        ReportTotal("staleMonths", .integer(analysis.policy.file.staleMonths)),
        ReportTotal(
          "fields",
          .list(
            file.lacking.map { entry in
              .object([.init("field", .text(entry.field.rawValue)), .init("missing", .integer(entry.customers))])
            })),
      ],
      grid: ReportGrid(
        columns: [
          .customer, .name, .revenue(.optional(2)),
          ReportColumn("completeness", Phrase(fr: "Complète à", en: "Complete"), .percent(digits: 0)),
          ReportColumn("freshness", Phrase(fr: "Fraîche à", en: "Fresh"), .percent(digits: 0), .optional(1)),
          ReportColumn("missing", Phrase(fr: "Ce qui manque", en: "What is missing"), .text),
          ReportColumn("stale", Phrase(fr: "À revoir", en: "To look at again"), .text, .optional(3)),
        ],
        rows: ReportRows(count: file.rows.count) { place in
          let row = file.rows[place]
          return [
            books.idCell(row.customer), books.nameCell(row.customer), .cents(row.revenue), .share(row.completeness),
            .share(row.freshness), .list(row.missing.map { .tag($0.tag) }), .list(row.stale.map { .tag($0.tag) }),
          ]
        }))
  }
}

extension Field {
  /// The field of a customer as a cell.
  var tag: ReportCell.Tag { ReportCell.Tag(rawValue, label(in: .customers)) }
}

extension FileQuality {
  /// What the file's state comes to, in a sentence.
  var finding: Phrase {
    guard !rows.isEmpty, let share = completeness ?? meanCompleteness else {
      return Phrase(
        fr: "Rien ne dit encore si le fichier client est complet", en: "Nothing tells yet whether the file is complete")
    }
    let head = Phrase(
      fr: "Le fichier client est complet à \(percent: share)", en: "The customer file is \(percent: share) complete")
    guard let worst = lacking.max(by: { $0.customers < $1.customers }), worst.customers > 0 else { return head }
    return head
      + Phrase(fr: " ; ce qui manque le plus : ", en: "; what is missing most: ") + worst.field.tag.label
      + Phrase(
        fr: ", à \(worst.customers, "client", "clients") sur \(rows.count)",
        en: ", for \(worst.customers) of \(rows.count, "customer", "customers")")
  }
}
