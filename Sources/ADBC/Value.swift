/// One value of a row: what small results are read as and what parameters are given as.
///
/// Literals work: `["FR", 12, 0.5, true, nil]`.
public indirect enum Value: Sendable, Hashable {
  /// NULL.
  case null
  /// A truth.
  case bool(Bool)
  /// A whole number of up to 64 bits. An unsigned one that does not fit reads as `decimal`.
  case int(Int64)
  /// A binary fraction.
  case double(Double)
  /// Text.
  case text(String)
  /// Bytes.
  case bytes([UInt8])
  /// A day, in days since 1970-01-01.
  case date(Int32)
  /// A time of day, in microseconds since midnight; nanoseconds are cut.
  case time(Int64)
  /// A date and time without a place, in microseconds since 1970-01-01 00:00; nanoseconds are rounded down.
  case timestamp(Int64)
  /// A moment, in microseconds since 1970-01-01 00:00 UTC; nanoseconds are rounded down.
  case instant(Int64)
  /// A decimal number: the integer divided by ten to the power of `scale`.
  case decimal(Int128, scale: Int)
  /// A list. Lists are read, not bound.
  case list([Value])
}

extension Value: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
  /// NULL.
  public init(nilLiteral: ()) { self = .null }
  /// A truth.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .int(value) }
  /// A binary fraction.
  public init(floatLiteral value: Double) { self = .double(value) }
  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension Column {
  /// Reads row `row`, whatever its type: slow, for small results.
  /// - Throws: `.typeMismatch` if the type is not one that this module reads, `.invalidData` if a time does not fit.
  public func value(at row: Int) throws(ADBCError) -> Value {
    guard validity[row] else { return .null }
    switch type {
    case .null: return .null
    case .bool: return .bool(try bools[row])
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32: return try integer(at: row).map { .int($0) } ?? .null
    case .uint64:
      let number = try uint64s[row]
      return Int64(exactly: number).map { .int($0) } ?? .decimal(Int128(number), scale: 0)
    case .float32: return .double(Double(try float32s[row]))
    case .float64: return .double(try float64s[row])
    case .utf8, .largeUtf8: return try texts.string(at: row).map { .text($0) } ?? .null
    case .binary, .largeBinary: return try binaries.bytes(at: row).map { .bytes($0) } ?? .null
    case .date32: return .date(try dates[row])
    case .time(let unit): return .time(try microseconds(times(at: row), unit))
    case .timestamp(let unit, let zone):
      let time = try microseconds(timestamps[row], unit)
      return zone.isEmpty ? .timestamp(time) : .instant(time)
    case .decimal128(_, let scale): return .decimal(try decimals[row], scale: scale)
    case .list:
      guard let items = try lists.items(at: row) else { return .null }
      var values: [Value] = []
      for item in 0..<items.count { values.append(try items.value(at: item)) }
      return .list(values)
    case .unsupported: throw mismatch("a type that can be read")
    }
  }

  /// Reads a whole number of any width, or `nil` for NULL: for results whose integer width depends on the engine.
  /// - Throws: `.typeMismatch` if the column does not hold integers, or decimals of scale 0; `.invalidData` if the number has more than 64 bits.
  public func integer(at row: Int) throws(ADBCError) -> Int64? {
    guard validity[row] else { return nil }
    switch type {
    case .int8: return Int64(try int8s[row])
    case .int16: return Int64(try int16s[row])
    case .int32: return Int64(try int32s[row])
    case .int64: return try int64s[row]
    case .uint8: return Int64(try uint8s[row])
    case .uint16: return Int64(try uint16s[row])
    case .uint32: return Int64(try uint32s[row])
    case .uint64: return try narrow(Int128(try uint64s[row]))
    case .decimal128(_, scale: 0): return try narrow(try decimals[row])
    case .null: return nil
    default: throw mismatch("whole numbers")
    }
  }

  private func narrow(_ wide: Int128) throws(ADBCError) -> Int64 {
    guard let number = Int64(exactly: wide) else {
      throw ADBCError(.readColumn, .invalidData, "The number \(wide) in column \(name) is too large.")
    }
    return number
  }

  private func times(at row: Int) throws(ADBCError) -> Int64 {
    if type == .time(.microsecond) || type == .time(.nanosecond) { return try times[row] }
    return Int64(FixedValues<Int32>(self)[row])
  }

  private func microseconds(_ time: Int64, _ unit: ColumnType.TimeUnit) throws(ADBCError) -> Int64 {
    let factor: Int64
    switch unit {
    case .second: factor = 1_000_000
    case .millisecond: factor = 1000
    case .microsecond: return time
    case .nanosecond: return time / 1000 - (time % 1000 < 0 ? 1 : 0)
    }
    let (result, overflow) = time.multipliedReportingOverflow(by: factor)
    guard !overflow else {
      throw ADBCError(.readColumn, .invalidData, "The time \(time) in column \(name) is too far away.")
    }
    return result
  }
}
