import Ledger
import Units

extension DuckDBEngine {
  /// Stores a clean file of sales as Parquet at the engine's full speed, or tells that the file is not clean.
  ///
  /// The streaming cleaner says what a row means; this is only a faster way to the same rows. Anything the engine does not
  /// take as it is (a ragged line, a number with a currency sign, an empty date) makes it give up, and the cleaner runs.
  /// - Parameters:
  ///   - file: clean UTF-8 in which no value has white space at its ends nor is a word for nothing.
  ///   - datePattern: the one `strptime` pattern of the file's dates; nothing when no date is mapped.
  /// - Returns: what was stored, or nothing when the file is not clean; then no file is left behind that counts.
  public func store(
    sales file: String, reading: TableReading, datePattern: String?, to parquet: String
  ) throws(EngineError) -> StoredSummary? {
    guard let load = DirectLoad(file: file, reading: reading, datePattern: datePattern) else { return nil }
    // A disk that is full or a folder that is closed stops the cleaner as well, which then says so.
    guard succeeds("copy (\(load.query)) to \(literal(parquet)) (format parquet)") else { return nil }
    let mapped = Set(reading.columns.map(\.field))
    let stored = try summary(of: parquet, kind: .sales, mapping: mapped)
    guard load.isClean(stored),
      try isWithinBounds(parquet, stored, hasCost: !mapped.isDisjoint(with: [.cost, .unitCost]))
    else {
      return nil
    }
    return stored
  }

  private func isWithinBounds(
    _ parquet: String, _ stored: StoredSummary, hasCost: Bool
  ) throws(EngineError) -> Bool {
    let columns = ["max(abs(\"amount\"))"] + (hasCost ? ["max(abs(\"cost\"))"] : [])
    guard
      let bounds = try rows(
        .reading, "select \(columns.joined(separator: ", ")) from read_parquet(\(literal(parquet)))"
      ).first
    else { return true }
    let years = (stored.from?.civil.year ?? 1900) >= 1900 && (stored.to?.civil.year ?? 2100) <= 2100
    return years && bounds.allSatisfy { ($0.whole ?? 0) < 10_000_000_000_000 }
  }
}

/// The query that reads a clean file of sales with the types its columns are mapped to.
struct DirectLoad {
  let query: String
  private let fields: Set<Field>

  /// Makes the query, or nothing when the reading asks for more than the engine reads by itself.
  init?(file: String, reading: TableReading, datePattern: String?) {
    guard reading.kind == .sales, reading.format == .csv, reading.encoding == .utf8, let header = reading.headerLine,
      reading.column(of: .currency) == nil
    else { return nil }
    var types = [String](repeating: "varchar", count: reading.headers.count)
    var storages: [Int: FieldStorage] = [:]
    var names: [Field: String] = [:]
    for column in reading.columns {
      guard let place = column.single, let storage = SourceKind.sales.storage(of: column.field) else { return nil }
      if let other = storages[place], other != storage { return nil }
      storages[place] = storage
      names[column.field] = "c\(place)"
      switch storage {
      case .text: break
      case .cents, .millionths: types[place] = "decimal(18,6)"
      case .day:
        guard let datePattern else { return nil }
        types[place] = datePattern.contains("%H") ? "timestamp" : "date"
      case .whole, .flag: return nil
      }
    }
    fields = Set(names.keys)
    let columns = types.enumerated().map { "'c\($0)': '\($1)'" }.joined(separator: ", ")
    var options = [
      "auto_detect = false", "header = false", "skip = \(header)", "delim = \(literal(reading.delimiter.rawValue))",
      "nullstr = ''", "max_line_size = 2097152", "strict_mode = true", "columns = {\(columns)}",
      reading.quote == .double ? "quote = '\"', escape = '\"'" : "quote = '', escape = ''",
    ]
    if reading.decimalMark == .comma { options.append("decimal_separator = ','") }
    if reading.isGzip { options.append("compression = 'gzip'") }
    if let datePattern, datePattern != "%Y-%m-%d" {
      let option = datePattern.contains("%H") ? "timestampformat" : "dateformat"
      options.append("\(option) = \(literal(datePattern))")
    }
    let values = SourceKind.sales.stored(mapping: fields).map { field in
      "\(Self.value(of: field, in: names, percent: reading.discountIsPercent)) as \(quoted(field.rawValue))"
    }
    query = """
      select \(values.joined(separator: ", "))
      from read_csv(\(literal(file)), \(options.joined(separator: ", ")))
      """
  }

  /// Whether every row has what the cleaner would ask of it.
  func isClean(_ stored: StoredSummary) -> Bool {
    let hasAmounts = stored.withoutAmount == 0 || fields.isDisjoint(with: [.amount, .unitPrice])
    let hasDates = stored.withoutDate == 0 || !fields.contains(.date)
    return hasAmounts && hasDates && stored.rows > 0
  }

  /// The expression that gives a stored field, from the columns that the file maps.
  private static func value(of field: Field, in names: [Field: String], percent: Bool) -> String {
    func millionths(_ field: Field) -> String? { names[field].map { "cast(\($0) * 1000000 as bigint)" } }
    let nothing = "cast(null as \(SourceKind.sales.type(of: field)))"
    switch field {
    case .amount:
      if let own = names[.amount] { return cents(own) }
      guard let quantity = millionths(.quantity), let price = millionths(.unitPrice) else { return nothing }
      guard let discount = discount(names, percent) else { return product(quantity, price) }
      return """
        case when \(discount) is null then \(product(quantity, price)) else
        \(LedgerRelations.rounded("cast(\(quantity) as hugeint) * \(price) * (1000000 - \(discount))", by: "10000000000000000")) end
        """
    case .cost:
      if let own = names[.cost] { return cents(own) }
      guard let cost = millionths(.unitCost) else { return nothing }
      let each = millionths(.quantity).map { product($0, cost) } ?? nothing
      return "case when \(cost) = 0 then 0 else \(each) end"
    case .discount: return discount(names, percent) ?? nothing
    default:
      guard let name = names[field], let storage = SourceKind.sales.storage(of: field) else { return nothing }
      switch storage {
      // The caller made sure that no value has white space at its ends.
      case .text: return name
      case .day: return "cast(\(name) as date)"
      case .millionths: return "cast(\(name) * 1000000 as bigint)"
      case .cents: return cents(name)
      case .whole, .flag: return name
      }
    }
  }

  /// Numbers are kept to six decimals first, as the cleaner does, then to the cent.
  private static func cents(_ name: String) -> String { "cast(round(\(name), 2) * 100 as bigint)" }

  private static func discount(_ names: [Field: String], _ percent: Bool) -> String? {
    names[.discount].map { percent ? "cast(\($0) * 10000 as bigint)" : "cast(\($0) * 1000000 as bigint)" }
  }

  private static func product(_ first: String, _ second: String) -> String {
    LedgerRelations.rounded("cast(\(first) as hugeint) * \(second)", by: "10000000000")
  }
}
