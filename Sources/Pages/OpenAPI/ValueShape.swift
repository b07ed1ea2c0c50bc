/// What a value of an answer is, as programs are told before they ask.
public indirect enum ValueShape: Hashable, Sendable {
  /// Text of the data or a sentence.
  case text
  /// One word of a closed list.
  case word([String])
  /// A whole number, never below zero.
  case count
  /// A whole number, below zero too.
  case whole
  /// Money in whole cents.
  case cents
  /// A share or rate, 1 is the whole.
  case share
  case number
  /// Time, with fractions of an hour.
  case hours
  case month
  case day
  case flag
  /// The first and the last of some months.
  case window
  case list(of: ValueShape)
  case record([FieldShape])
  /// Records of several forms, told apart by the word under the key `code`.
  case either([Form])

  /// One of the forms a record can take.
  public struct Form: Hashable, Sendable {
    /// The word under `code`.
    public let code: String
    /// The figures that come with it.
    public let fields: [FieldShape]

    /// Makes a form.
    public init(_ code: String, _ fields: [FieldShape]) {
      self.code = code
      self.fields = fields
    }
  }

  /// The words of a closed list that Swift knows.
  static func words<Word: CaseIterable & RawRepresentable<String>>(_ list: Word.Type) -> ValueShape {
    .word(list.allCases.map(\.rawValue))
  }
}

/// A member of a record: its name, what it is, and what it means.
public struct FieldShape: Hashable, Sendable {
  /// The name in JSON.
  public let key: String
  /// What it holds.
  public let shape: ValueShape
  /// Whether it can be null, because it is not known or does not apply.
  public let isNullable: Bool
  /// Whether it is only there where policy asks for it, or a source tells it.
  public let mayBeAbsent: Bool
  /// What it means.
  public let meaning: String

  /// Makes a field that is always known.
  public init(_ key: String, _ shape: ValueShape, _ meaning: String) {
    self.init(key: key, shape: shape, isNullable: false, mayBeAbsent: false, meaning: meaning)
  }

  private init(key: String, shape: ValueShape, isNullable: Bool, mayBeAbsent: Bool, meaning: String) {
    self.key = key
    self.shape = shape
    self.isNullable = isNullable
    self.mayBeAbsent = mayBeAbsent
    self.meaning = meaning
  }

  /// The same field, which can be null.
  public var orNull: FieldShape {
    FieldShape(key: key, shape: shape, isNullable: true, mayBeAbsent: mayBeAbsent, meaning: meaning)
  }

  /// The same field, which answers do not have at all unless policy asks for it or a source tells it.
  public var orAbsent: FieldShape {
    FieldShape(key: key, shape: shape, isNullable: isNullable, mayBeAbsent: true, meaning: meaning)
  }
}
