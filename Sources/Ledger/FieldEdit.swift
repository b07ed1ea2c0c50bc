import Units

/// What a person wrote into a field of the customer file.
public struct FieldEdit: Hashable, Sendable {
  /// Its place among all edits, 1 the first.
  public let number: Int
  /// The customer, by the identifier it was known by.
  public let customer: ID<Customer>
  /// The field.
  public let field: Field
  /// The value as the ledger writes it; empty when the person says there is none, nothing when what was written before is
  /// taken back.
  public let value: String?
  /// Who wrote it, and when.
  public let made: Authorship

  /// Describes an edit.
  public init(number: Int, customer: ID<Customer>, field: Field, value: String?, made: Authorship) {
    self.number = number
    self.customer = customer
    self.field = field
    self.value = value
    self.made = made
  }
}

/// What a field of a customer is to become.
public struct FieldChange: Hashable, Sendable {
  /// The customer.
  public let customer: ID<Customer>
  /// The field.
  public let field: Field
  /// The value as the ledger writes it; empty for none, nothing to take back what a person wrote before.
  public let value: String?

  /// Asks for a value.
  public init(_ customer: ID<Customer>, _ field: Field, _ value: String?) {
    self.customer = customer
    self.field = field
    self.value = value
  }
}

/// How a person had a table read that files of a source with the same headers bring again.
public struct RememberedMapping: Hashable, Sendable {
  /// The system the rows come from.
  public let source: String
  /// What tells the headers from others.
  public let signature: String
  /// What the person forced, as the desk writes it.
  public let options: String
  /// The file it was made for, to be shown.
  public let file: String
  /// Who corrected it, and when.
  public let made: Authorship

  /// Describes a mapping.
  public init(source: String, signature: String, options: String, file: String, made: Authorship) {
    self.source = source
    self.signature = signature
    self.options = options
    self.file = file
    self.made = made
  }
}
