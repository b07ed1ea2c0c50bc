import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// What the customer file lacks, field by field.
  var file: [Panel] { [lackingFields].compactMap { $0 } }

  private var lackingFields: Panel? {
    let file = analysis.file
    let lacking = file.lacking.filter { $0.customers > 0 }.sorted { $0.customers > $1.customers }
    guard let most = lacking.first else { return nil }
    let finding =
      Phrase(
        fr: "\(lacking.count, "champ manque", "champs manquent") à des fiches, le plus souvent : ",
        en: "\(lacking.count, "field is", "fields are") missing in some records, most often: ") + most.field.tag.label
    let plot = Plot(
      id: "fields-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("field", Phrase(fr: "Champ", en: "Field"), .text),
        ReportColumn("missing", Phrase(fr: "Fiches où il manque", en: "Records that lack it"), .integer),
      ],
      lines: [Plot.Line(column: 1, form: .bar, showsFigures: true)],
      rows: lacking.map { entry in
        Plot.Row(cells: [.tag(entry.field.tag), .integer(entry.customers)], tone: .soft)
      })
    return panel(
      "fields", finding,
      how: Phrase(
        fr: "Ne comptent que les champs auxquels vos règles donnent un poids.",
        en: "Only fields to which your rules give a weight count."), [plot.part(self)])
  }
}
