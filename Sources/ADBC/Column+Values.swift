extension Column {
  /// The values of an `int8` column.
  public var int8s: FixedValues<Int8> { get throws(ADBCError) { try fixed(.int8, "8-bit integers") } }
  /// The values of a `uint8` column.
  public var uint8s: FixedValues<UInt8> { get throws(ADBCError) { try fixed(.uint8, "unsigned 8-bit integers") } }
  /// The values of an `int16` column.
  public var int16s: FixedValues<Int16> { get throws(ADBCError) { try fixed(.int16, "16-bit integers") } }
  /// The values of a `uint16` column.
  public var uint16s: FixedValues<UInt16> { get throws(ADBCError) { try fixed(.uint16, "unsigned 16-bit integers") } }
  /// The values of an `int32` column.
  public var int32s: FixedValues<Int32> { get throws(ADBCError) { try fixed(.int32, "32-bit integers") } }
  /// The values of a `uint32` column.
  public var uint32s: FixedValues<UInt32> { get throws(ADBCError) { try fixed(.uint32, "unsigned 32-bit integers") } }
  /// The values of an `int64` column.
  public var int64s: FixedValues<Int64> { get throws(ADBCError) { try fixed(.int64, "64-bit integers") } }
  /// The values of a `uint64` column.
  public var uint64s: FixedValues<UInt64> { get throws(ADBCError) { try fixed(.uint64, "unsigned 64-bit integers") } }
  /// The values of a `float32` column.
  public var float32s: FixedValues<Float> { get throws(ADBCError) { try fixed(.float32, "32-bit fractions") } }
  /// The values of a `float64` column.
  public var float64s: FixedValues<Double> { get throws(ADBCError) { try fixed(.float64, "64-bit fractions") } }

  /// The values of a `date32` column: days since 1970-01-01.
  public var dates: FixedValues<Int32> { get throws(ADBCError) { try fixed(.date32, "dates") } }

  /// The values of a `timestamp` column, since 1970-01-01 00:00 in the unit that `type` tells.
  public var timestamps: FixedValues<Int64> {
    get throws(ADBCError) {
      guard case .timestamp = type else { throw mismatch("timestamps") }
      return FixedValues(self)
    }
  }

  /// The values of a `time` column of micro- or nanoseconds, since midnight.
  public var times: FixedValues<Int64> {
    get throws(ADBCError) {
      guard type == .time(.microsecond) || type == .time(.nanosecond) else { throw mismatch("64-bit times") }
      return FixedValues(self)
    }
  }

  /// The values of a `decimal128` column, to be divided by ten to the power of the scale that `type` tells.
  public var decimals: FixedValues<Int128> {
    get throws(ADBCError) {
      guard case .decimal128 = type else { throw mismatch("decimals") }
      return FixedValues(self)
    }
  }

  /// The values of a `bool` column.
  public var bools: BitValues {
    get throws(ADBCError) {
      guard type == .bool else { throw mismatch("truths") }
      return BitValues(self)
    }
  }

  /// The values of a `utf8` or `largeUtf8` column.
  public var texts: BytesValues {
    get throws(ADBCError) {
      guard type == .utf8 || type == .largeUtf8 else { throw mismatch("text") }
      return BytesValues(self, isLarge: type == .largeUtf8)
    }
  }

  /// The values of a `binary` or `largeBinary` column.
  public var binaries: BytesValues {
    get throws(ADBCError) {
      guard type == .binary || type == .largeBinary else { throw mismatch("bytes") }
      return BytesValues(self, isLarge: type == .largeBinary)
    }
  }

  /// The values of a `list` column.
  public var lists: ListValues {
    get throws(ADBCError) {
      guard case .list(let items) = type else { throw mismatch("lists") }
      return try ListValues(self, items: items)
    }
  }

  private func fixed<Element>(_ wanted: ColumnType, _ name: String) throws(ADBCError) -> FixedValues<Element> {
    guard type == wanted else { throw mismatch(name) }
    return FixedValues(self)
  }
}
