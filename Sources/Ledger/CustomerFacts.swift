import Units

/// Where a value of the customer file comes from.
public enum FactOrigin: Hashable, Sendable {
  /// A file, by the sequence of its import.
  case imported(Int)
  /// The name that sale lines carry.
  case lines
  /// A person.
  case written(Authorship)
}

/// The import that values came with.
public struct ImportStamp: Hashable, Sendable {
  /// Its identifier.
  public let id: String
  /// The file's name.
  public let file: String
  /// The system the rows came from.
  public let source: String
  /// When it was imported, in seconds since 1970.
  public let time: Int

  /// Describes an import.
  public init(id: String, file: String, source: String, time: Int) {
    self.id = id
    self.file = file
    self.source = source
    self.time = time
  }
}

/// The value of one field of one customer that won over others, and where it comes from.
public struct CustomerFact: Hashable, Sendable {
  /// The value as the ledger writes it: days as `YYYY-MM-DD`, money in cents, `true` or `false`.
  public let value: String
  /// Where it comes from.
  public let origin: FactOrigin

  /// Describes a value.
  public init(_ value: String, _ origin: FactOrigin) {
    self.value = value
    self.origin = origin
  }
}

/// Everything that files and people say of customers, field by field, each value with its origin; columns share the order
/// of the customer file.
public struct CustomerFacts: Sendable {
  /// The customers, ascending.
  public let customers: CustomerFile
  /// The imports, by sequence.
  public let imports: [Int: ImportStamp]
  private var columns: [Field: Column]

  private struct Column: Sendable {
    var values: [String?]
    /// The sequence of the import; 0 where sale lines or a person say it.
    var imports: [Int32]

    mutating func put(_ value: String, _ sequence: Int32, at place: Int) {
      values[place] = value
      imports[place] = sequence
    }
  }

  private let edits: [ID<Customer>: [Field: FieldEdit]]

  /// Makes a file of which nothing is known but names.
  public init(
    customers: CustomerFile, edits: [ID<Customer>: [Field: FieldEdit]] = [:], imports: [Int: ImportStamp] = [:]
  ) {
    self.customers = customers
    self.imports = imports
    self.edits = edits
    columns = [:]
  }

  /// Takes what files say in a field.
  public mutating func take(_ value: String, of field: Field, for place: Int, from sequence: Int) {
    columns[
      field,
      default: Column(
        values: .init(repeating: nil, count: customers.count), imports: .init(repeating: 0, count: customers.count))
    ].put(value, Int32(clamping: sequence), at: place)
  }

  /// The value of a field, a person's word before that of files; nothing where nobody says any.
  public subscript(field: Field, place: Int) -> CustomerFact? {
    if let edit = edits[customers.ids[place]]?[field], let value = edit.value {
      return value.isEmpty ? nil : CustomerFact(value, .written(edit.made))
    }
    if let column = columns[field], let value = column.values[place] {
      return CustomerFact(value, .imported(Int(column.imports[place])))
    }
    guard field == .name, customers.names[place] != customers.ids[place].text else { return nil }
    return CustomerFact(customers.names[place], .lines)
  }

  /// When a value was said, in seconds since 1970; nothing for names that sale lines carry.
  public func time(of origin: FactOrigin) -> Int? {
    switch origin {
    case .imported(let sequence): imports[sequence]?.time
    case .lines: nil
    case .written(let made): made.time
    }
  }
}
