/// A column on its way into a database: parameters for many rows, or rows for a table.
///
/// The values are copied once, into memory that the driver then reads without copying.
public struct InputColumn: Sendable {
  /// The name: a table's column is found by it; parameters go by position.
  public let name: String
  /// Number of rows.
  public let count: Int
  let format: String
  let storage: InputStorage

  private init(_ name: String, _ format: String, count: Int, _ storage: InputStorage) {
    self.name = name
    self.format = format
    self.count = count
    self.storage = storage
  }

  /// 64-bit integers.
  public static func int64s(_ name: String, _ values: [Int64]) -> InputColumn { fixed(name, "l", values) }
  /// 64-bit integers, `nil` for NULL.
  public static func int64s(_ name: String, _ values: [Int64?]) -> InputColumn { fixed(name, "l", values, 0) }
  /// 32-bit integers.
  public static func int32s(_ name: String, _ values: [Int32]) -> InputColumn { fixed(name, "i", values) }
  /// 32-bit integers, `nil` for NULL.
  public static func int32s(_ name: String, _ values: [Int32?]) -> InputColumn { fixed(name, "i", values, 0) }
  /// 16-bit integers.
  public static func int16s(_ name: String, _ values: [Int16]) -> InputColumn { fixed(name, "s", values) }
  /// 16-bit integers, `nil` for NULL.
  public static func int16s(_ name: String, _ values: [Int16?]) -> InputColumn { fixed(name, "s", values, 0) }
  /// 64-bit fractions.
  public static func float64s(_ name: String, _ values: [Double]) -> InputColumn { fixed(name, "g", values) }
  /// 64-bit fractions, `nil` for NULL.
  public static func float64s(_ name: String, _ values: [Double?]) -> InputColumn { fixed(name, "g", values, 0) }
  /// Days since 1970-01-01.
  public static func dates(_ name: String, _ values: [Int32]) -> InputColumn { fixed(name, "tdD", values) }
  /// Days since 1970-01-01, `nil` for NULL.
  public static func dates(_ name: String, _ values: [Int32?]) -> InputColumn { fixed(name, "tdD", values, 0) }
  /// Microseconds since midnight, `nil` for NULL.
  public static func times(_ name: String, _ values: [Int64?]) -> InputColumn { fixed(name, "ttu", values, 0) }
  /// Dates and times without a place, in microseconds since 1970-01-01 00:00, `nil` for NULL.
  public static func timestamps(_ name: String, _ values: [Int64?]) -> InputColumn { fixed(name, "tsu:", values, 0) }
  /// Moments, in microseconds since 1970-01-01 00:00 UTC, `nil` for NULL.
  public static func instants(_ name: String, _ values: [Int64?]) -> InputColumn { fixed(name, "tsu:UTC", values, 0) }

  /// Decimal numbers, each divided by ten to the power of `scale`; `precision` is at most 38 digits.
  public static func decimals(_ name: String, _ values: [Int128?], precision: Int = 38, scale: Int) -> InputColumn {
    fixed(name, "d:\(precision),\(scale)", values, 0)
  }

  /// NULL, `count` times.
  public static func nulls(_ name: String, count: Int) -> InputColumn {
    InputColumn(name, "n", count: count, InputStorage(nulls: count, buffers: []))
  }

  /// Truths, `nil` for NULL.
  public static func bools(_ name: String, _ values: [Bool?]) -> InputColumn {
    let validity = InputStorage.Validity(values)
    return InputColumn(
      name, "b", count: values.count,
      InputStorage(
        nulls: validity.nulls, buffers: [validity.bits, InputStorage.bits(values.count) { values[$0] == true }]))
  }

  /// Texts.
  public static func texts(_ name: String, _ values: [String]) -> InputColumn {
    strings(name, "u", values.count, InputStorage.Validity()) { values[$0].utf8 }
  }

  /// Texts, `nil` for NULL.
  public static func texts(_ name: String, _ values: [String?]) -> InputColumn {
    strings(name, "u", values.count, InputStorage.Validity(values)) { values[$0]?.utf8 }
  }

  /// Byte strings, `nil` for NULL.
  public static func binaries(_ name: String, _ values: [[UInt8]?]) -> InputColumn {
    strings(name, "z", values.count, InputStorage.Validity(values)) { values[$0] }
  }

  private static func fixed<Element: BitwiseCopyable>(
    _ name: String, _ format: String, _ values: [Element]
  ) -> InputColumn {
    let data = InputStorage.allocate(values.count * MemoryLayout<Element>.stride)
    values.withUnsafeBytes { data.copyMemory(from: $0) }
    return InputColumn(name, format, count: values.count, InputStorage(nulls: 0, buffers: [nil, data.baseAddress]))
  }

  private static func fixed<Element: BitwiseCopyable>(
    _ name: String, _ format: String, _ values: [Element?], _ absent: Element
  ) -> InputColumn {
    let validity = InputStorage.Validity(values)
    let data = InputStorage.allocate(values.count * MemoryLayout<Element>.stride)
    for (row, value) in values.enumerated() {
      data.storeBytes(of: value ?? absent, toByteOffset: row * MemoryLayout<Element>.stride, as: Element.self)
    }
    return InputColumn(
      name, format, count: values.count,
      InputStorage(nulls: validity.nulls, buffers: [validity.bits, data.baseAddress]))
  }

  /// Lays byte strings end to end, with 32-bit offsets as long as they reach: not every driver takes the long ones.
  private static func strings<Bytes: Collection<UInt8>>(
    _ name: String, _ format: String, _ count: Int, _ validity: InputStorage.Validity, _ value: (Int) -> Bytes?
  ) -> InputColumn {
    var total = 0
    for row in 0..<count { total += value(row)?.count ?? 0 }
    let isLarge = total > Int(Int32.max)
    let width = isLarge ? 8 : 4
    let offsets = InputStorage.allocate((count + 1) * width)
    let bytes = InputStorage.allocate(total)
    var end = 0
    for row in 0...count {
      if isLarge {
        offsets.storeBytes(of: Int64(end), toByteOffset: row * width, as: Int64.self)
      } else {
        offsets.storeBytes(of: Int32(end), toByteOffset: row * width, as: Int32.self)
      }
      guard row < count, let value = value(row), !value.isEmpty else { continue }
      let place = UnsafeMutableRawBufferPointer(rebasing: bytes[end...])
      if value.withContiguousStorageIfAvailable({ place.copyMemory(from: UnsafeRawBufferPointer($0)) }) == nil {
        place.copyBytes(from: value)
      }
      end += value.count
    }
    return InputColumn(
      name, isLarge ? format.uppercased() : format, count: count,
      InputStorage(nulls: validity.nulls, buffers: [validity.bits, offsets.baseAddress, bytes.baseAddress]))
  }
}
