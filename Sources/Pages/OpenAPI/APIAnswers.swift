import Ledger

/// What the answers hold that are not reports.
extension APIOperation {
  /// What the JSON answer holds; nothing for the description of the API itself.
  var answer: ValueShape? {
    switch self {
    case .reports: .record([FieldShape("reports", .list(of: .record(Self.entry)), "In the order of their pages.")])
    case .customers:
      .record(
        Self.window + Self.page + [FieldShape("rows", .list(of: .record(ReportSchema.ranking.rows)), "The customers.")])
    case .customer: .record(SheetSchema.fields)
    case .customerLines: .record(Self.lines)
    case .categories: .record(DecisionSchemas.categories)
    case .prospects: .record(DecisionSchemas.prospects)
    case .whatIf: .record(WhatIfSchema.fields)
    case .offers: .record(DecisionSchemas.offers)
    case .ceasing: .record(DecisionSchemas.ceasing)
    case .letters: .record(DecisionSchemas.letters)
    case .door: .record(DecisionSchemas.door)
    case .imports: .list(of: .record(Self.imported))
    case .status: .record(Self.state)
    case .health: .record([FieldShape("status", .word(["ok"]), "The server answers.")])
    case .allReports, .report, .description: nil
    }
  }

  private static let entry = [
    FieldShape("report", .words(ReportName.self), "The name."), FieldShape("title", .text, "The name people read."),
    FieldShape("address", .text, "Where it is."),
  ]

  /// The months looked at.
  static let window = [
    FieldShape("asOf", .month, "The last month looked at."),
    FieldShape("window", .window, "The months looked at."),
  ]

  private static let page = [
    FieldShape("count", .count, "How many there are in all."),
    FieldShape("offset", .count, "How many were passed over."),
    FieldShape("limit", .count, "How many are given at most."),
  ]

  private static let lines: [FieldShape] =
    [FieldShape("customer", .text, "The customer; null for the lines without one.").orNull] + page + [
      FieldShape("revenueCents", .cents, "The revenue of all of them."),
      FieldShape("directCostCents", .cents, "The direct cost of those whose cost is known."),
      FieldShape("lines", .list(of: .record(line)), "The lines."),
    ]

  private static let line: [FieldShape] = [
    FieldShape("date", .day, "The invoice's date.").orNull,
    FieldShape("invoice", .text, "The invoice's number.").orNull,
    FieldShape("product", .text, "The product's code.").orNull,
    FieldShape("productName", .text, "What the line says the product is.").orNull,
    FieldShape("range", .text, "The product's range.").orNull, FieldShape("quantity", .number, "In units.").orNull,
    FieldShape("revenueCents", .cents, "Net of tax; null while the line waits for a price.").orNull,
    FieldShape("directCostCents", .cents, "Its direct cost, where known.").orNull,
    FieldShape("salesperson", .text, "Who sold it.").orNull, FieldShape("file", .text, "The file it came from.").orNull,
  ]

  private static let imported: [FieldShape] = [
    FieldShape("id", .text, "The import, for `clientele forget`."),
    FieldShape("source", .text, "The system it came from."),
    FieldShape("kind", .word(SourceKind.allCases.map(\.rawValue) + ["fec", "einvoice"]), "What the file is."),
    FieldShape("file", .text, "The file's name."),
    FieldShape("rows", .count, "Rows read."), FieldShape("accepted", .count, "Rows kept."),
    FieldShape("rejected", .count, "Rows set aside."),
    FieldShape("duplicates", .count, "Rows that were there already; 0 for an import of the past."),
    FieldShape("rejectsFile", .text, "Where the rows set aside are.").orNull,
    FieldShape("from", .day, "The first date.").orNull, FieldShape("to", .day, "The last date.").orNull,
    FieldShape("revenueCents", .cents, "What sale lines come to."),
    FieldShape("unattributedCents", .cents, "Of which without a customer."),
    FieldShape("unattributedLines", .count, "Sale lines without a customer."),
    FieldShape("waitingForPrice", .count, "Lines whose price comes from the product file."),
    FieldShape("waitingForInvoice", .count, "Lines whose date comes from the invoice headers."),
    FieldShape("encoding", .words(TextEncoding.self), "How the file spells text; null where it is no CSV.").orNull,
    FieldShape("delimiter", .words(Delimiter.self), "What stands between two fields; null where it is no CSV.").orNull,
    FieldShape(
      "supersedes",
      .list(
        of: .record([
          FieldShape("id", .text, "The earlier import."), FieldShape("invoices", .count, "Invoices it restates."),
          FieldShape("lines", .count, "Their lines."),
        ])), "Earlier imports of which it restates invoices."),
    FieldShape(
      "replaces",
      .list(
        of: .record([
          FieldShape("id", .text, "The earlier books."), FieldShape("from", .day, "The first day told anew."),
          FieldShape("to", .day, "The last."),
        ])), "Days of earlier books of accounts that these tell anew."),
    FieldShape("completes", .text, "The import whose rejected rows it mends.").orNull,
    FieldShape("notes", .list(of: .text), "What to know of the reading."),
  ]

  private static let state: [FieldShape] = [
    FieldShape("revision", .text, "What tells this state of the books from another; null before there is one.").orNull,
    FieldShape("asOf", .month, "The last complete month; null before there are books.").orNull,
    FieldShape("working", .flag, "Whether work goes on."),
    FieldShape(
      "work",
      .record([
        FieldShape("kind", .word(["analysing", "trying", "importing"]), "What is being done."),
        FieldShape("file", .text, "The file being imported.").orNull,
        FieldShape("done", .share, "The part that is done, where it can be told.").orNull,
      ]), "The work; null when none goes on."
    ).orNull,
    FieldShape("fault", .text, "Why the newest state cannot be shown.").orNull,
  ]
}
