import Ledger
import Portfolio
import Units

extension CustomerSheet {
  /// What the customer file says, each value with where it comes from.
  var recordSection: SheetDocument.Section {
    SheetDocument.Section(
      .record, recordFinding,
      ReportGrid(
        columns: [
          ReportColumn("field", Phrase(fr: "Champ", en: "Field"), .text),
          ReportColumn("value", Phrase(fr: "Valeur", en: "Value"), .text),
          ReportColumn("origin", Phrase(fr: "Origine", en: "Origin"), .text),
          ReportColumn("by", Phrase(fr: "Fichier ou personne", en: "File or person"), .text, .optional(2)),
          ReportColumn("day", Phrase(fr: "Date", en: "Date"), .day, .optional(1)),
        ],
        rows: ReportRows(
          record.map { line in
            [
              .tag(line.field.tag), line.cell, .tag(line.originTag), .text(line.by),
              line.time.map { .day(Day(secondsSince1970: $0)) } ?? .unknown,
            ]
          })))
  }

  /// How complete the record is, and what it lacks.
  var recordFinding: Phrase {
    guard let share = quality.completeness?.value else {
      return Phrase(fr: "Ce que dit la fiche", en: "What the record says")
    }
    let head = Phrase(fr: "Fiche complète à \(percent: share)", en: "The record is \(percent: share) complete")
    guard !quality.missing.isEmpty else { return head }
    return head + Phrase(fr: " ; manquent : ", en: "; missing: ")
      + .list(quality.missing.map(\.tag.label))
  }
}

extension CustomerSheet.RecordLine {
  /// The value as a cell.
  var cell: ReportCell { .tag(field.cell(of: fact.value)) }

  /// Where it comes from, in a word.
  var originTag: ReportCell.Tag {
    switch fact.origin {
    case .imported: ReportCell.Tag("import", Phrase(fr: "import", en: "import"))
    case .lines: ReportCell.Tag("lines", Phrase(fr: "lignes de facture", en: "invoice lines"))
    case .written: ReportCell.Tag("person", Phrase(fr: "saisie", en: "entered"))
    }
  }

  /// The file or the person.
  var by: String? {
    switch fact.origin {
    case .imported: stamp?.file
    case .lines: nil
    case .written(let made): made.author
    }
  }
}

extension Field {
  /// A value of the field as the ledger writes it for programs, as a sentence would for people.
  func cell(of value: String) -> ReportCell.Tag {
    let words: Phrase? =
      switch SourceKind.customers.storage(of: self) {
      case .cents: Int64(value).map { Phrase(fr: "\(euros: Cents($0))", en: "\(euros: Cents($0))") }
      case .day: Day(iso: value).map { Phrase(fr: "\($0)", en: "\($0)") }
      case .flag: value == "true" ? Phrase(fr: "oui", en: "yes") : Phrase(fr: "non", en: "no")
      default: nil
      }
    return ReportCell.Tag(value, words ?? Phrase(name: value))
  }
}
