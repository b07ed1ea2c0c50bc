import Ledger

extension ReportSchema {
  private static let fields = ValueShape.word(SourceKind.customers.fields.map(\.rawValue))

  static let file = ReportSchema(
    "How complete and fresh the customer file is: records of which most is missing where most is bought first.",
    totals: [
      FieldShape("customers", .count, "Records."), FieldShape("complete", .count, "Records that lack nothing."),
      FieldShape("completeness", .share, "Completeness of all records, each by what it buys.").orNull,
      FieldShape("meanCompleteness", .share, "The plain mean of all records.").orNull,
      FieldShape("freshness", .share, "The part of what is known that was said lately enough.").orNull,
      FieldShape("staleMonths", .count, "Months after which a value has to be looked at again."),
      FieldShape(
        "fields",
        .list(
          of: .record([
            FieldShape("field", fields, "The field."),
            FieldShape("missing", .count, "Records that lack it."),
          ])), "What is missing, field by field."),
    ],
    rows: [
      .customer, .name, .revenue,
      FieldShape("completeness", .share, "The part of what counts that is known.").orNull,
      FieldShape("freshness", .share, "The part of that said lately enough.").orNull,
      FieldShape("missing", .list(of: fields), "What is not known, in the order it is asked for."),
      FieldShape("stale", .list(of: fields), "What was said too long ago."),
    ])
}
