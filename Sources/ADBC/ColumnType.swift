/// The type of a column, as Arrow describes it.
public indirect enum ColumnType: Sendable, Hashable {
  /// Every value is NULL.
  case null
  /// One bit a value.
  case bool
  /// Whole numbers by their width in bits.
  case int8, uint8, int16, uint16, int32, uint32, int64, uint64
  /// Binary fractions by their width in bits.
  case float32, float64
  /// Text, with 32- or 64-bit offsets.
  case utf8, largeUtf8
  /// Bytes, with 32- or 64-bit offsets.
  case binary, largeBinary
  /// Days since 1970-01-01.
  case date32
  /// Time of day since midnight.
  case time(TimeUnit)
  /// Time since 1970-01-01 00:00: in UTC if `zone` names a time zone, of an unknown place if it is empty.
  case timestamp(TimeUnit, zone: String)
  /// Decimal number: an integer divided by ten to the power of `scale`.
  case decimal128(precision: Int, scale: Int)
  /// List of values of one type.
  case list(ColumnType)
  /// A type that this module does not read; cast it in the query.
  case unsupported(format: String)

  /// The unit of a time.
  public enum TimeUnit: Sendable, Hashable {
    /// Seconds, and their thousandths, millionths and milliardths.
    case second, millisecond, microsecond, nanosecond
  }

  /// Reads a format string of the Arrow C data interface; `list` is the type of its items, if it has any.
  init(format: String, items: ColumnType?) {
    let simple: [String: ColumnType] = [
      "n": .null, "b": .bool, "c": .int8, "C": .uint8, "s": .int16, "S": .uint16, "i": .int32, "I": .uint32,
      "l": .int64, "L": .uint64, "f": .float32, "g": .float64, "u": .utf8, "U": .largeUtf8, "z": .binary,
      "Z": .largeBinary, "tdD": .date32, "tts": .time(.second), "ttm": .time(.millisecond),
      "ttu": .time(.microsecond), "ttn": .time(.nanosecond),
    ]
    if let known = simple[format] {
      self = known
    } else if format == "+l", let items {
      self = .list(items)
    } else {
      self = ColumnType.timestamp(format) ?? ColumnType.decimal(format) ?? .unsupported(format: format)
    }
  }

  private static func timestamp(_ format: String) -> ColumnType? {
    let units: [(String, TimeUnit)] = [
      ("tss:", .second), ("tsm:", .millisecond), ("tsu:", .microsecond), ("tsn:", .nanosecond),
    ]
    guard let (prefix, unit) = units.first(where: { format.hasPrefix($0.0) }) else { return nil }
    return .timestamp(unit, zone: String(format.dropFirst(prefix.count)))
  }

  private static func decimal(_ format: String) -> ColumnType? {
    guard format.hasPrefix("d:") else { return nil }
    let parts = format.dropFirst(2).split(separator: ",").map { Int($0) }
    // A third number is the width; without it the width is 128.
    guard parts.count == 2 || (parts.count == 3 && parts[2] == 128), let precision = parts[0], let scale = parts[1]
    else { return nil }
    return .decimal128(precision: precision, scale: scale)
  }

  /// True for columns without a validity buffer, which are wholly NULL.
  var isNull: Bool { self == .null }

  /// The buffers that an array of this type must have.
  var buffers: Int {
    switch self {
    case .null: 0
    case .utf8, .largeUtf8, .binary, .largeBinary: 3
    case .unsupported: 0
    default: 2
    }
  }
}
