import Ledger
import SourceFiles
import Units

/// What a person writes into a field of the customer file, read as if a file had brought it.
public enum FieldText {
  /// The fields a person may write: all that a customer file carries, but for the identifier.
  public static let fields = SourceKind.customers.fields.filter { $0 != .customer }

  /// One `FIELD=VALUE`; an empty value says that there is none.
  /// - Throws: `FieldFault`.
  public static func change(
    of customer: ID<Customer>, _ text: String, policy: Policy
  ) throws(FieldFault) -> FieldChange {
    guard let mark = text.firstIndex(of: "=") else { throw .noValue(text) }
    let field = try field(String(text[..<mark]))
    return FieldChange(customer, field, try value(of: field, String(text[text.index(after: mark)...]), policy: policy))
  }

  /// A field by its name.
  /// - Throws: `FieldFault.unknown`.
  public static func field(_ name: String) throws(FieldFault) -> Field {
    guard let field = Field(rawValue: name), fields.contains(field) else { throw .unknown(name) }
    return field
  }

  /// The value as the ledger writes it.
  /// - Throws: `FieldFault.wrong`.
  public static func value(of field: Field, _ text: String, policy: Policy) throws(FieldFault) -> String {
    guard !text.allSatisfy(\.isWhitespace) else { return "" }
    let reading = TableReading(
      kind: .customers, decimalMark: text.contains(",") && !text.contains(".") ? .comma : .point,
      dateOrder: .dayFirst, headers: [Field.customer.rawValue, field.rawValue],
      columns: [MappedColumn(.customer, 0), MappedColumn(field, 1)])
    var rows: [UInt8] = []
    var fault: RowFault.Reason?
    let cleaner = RowCleaner(
      reading: reading, file: "", currency: policy.company.currency, rates: policy.company.rates,
      rows: { rows += $0 }, faults: { fault = $0.reason })
    let found: String?
    do {
      let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
      try cleaner.push(line: 1, raw: "x,\(quoted)")
      _ = try cleaner.finish()
      found = try RowTexts(width: SourceKind.customers.fields.count, bytes: rows).first(1).first?[
        SourceKind.customers.fields.firstIndex(of: field) ?? 0]
    } catch { throw .unreadable(field) }
    if let fault { throw .wrong(field, fault) }
    guard let found else { throw .unreadable(field) }
    return found
  }
}

/// Why nothing was written into the customer file.
public enum FieldFault: Explained, Hashable {
  case noValue(String)
  case unknown(String)
  case wrong(Field, RowFault.Reason)
  case unreadable(Field)

  /// What happened and what to do.
  public func sentence(in language: Language) -> String {
    switch self {
    case .noValue(let text):
      language(fr: "« \(text) » ne dit pas CHAMP=VALEUR.", en: "“\(text)” does not say FIELD=VALUE.")
    case .unknown(let name):
      language(
        fr: "Une fiche n’a pas de champ « \(name) » ; il y a \(Self.names).",
        en: "A record has no field “\(name)”; there are \(Self.names).")
    case .wrong(let field, let reason):
      language(
        fr: "\(field.rawValue) n’est pas changé : \(reason.sentence(in: .fr))",
        en: "\(field.rawValue) is not changed: \(reason.sentence(in: .en))")
    case .unreadable(let field):
      language(
        fr: "La valeur donnée pour \(field.rawValue) ne se lit pas.",
        en: "The value given for \(field.rawValue) cannot be read.")
    }
  }

  private static var names: String { FieldText.fields.map(\.rawValue).joined(separator: ", ") }
}
