/// The buffers of an input column, freed when neither we nor a driver reads them any more.
final class InputStorage: @unchecked Sendable {
  let nulls: Int
  let buffers: [UnsafeMutableRawPointer?]

  init(nulls: Int, buffers: [UnsafeMutableRawPointer?]) {
    self.nulls = nulls
    self.buffers = buffers
  }

  deinit { for buffer in buffers { buffer?.deallocate() } }

  /// Memory as Arrow likes it; never empty, because some drivers take a null buffer for an error.
  static func allocate(_ size: Int) -> UnsafeMutableRawBufferPointer {
    .allocate(byteCount: max(size, 64), alignment: 64)
  }

  /// One bit a row, the lowest first.
  static func bits(_ count: Int, _ isSet: (Int) -> Bool) -> UnsafeMutableRawPointer? {
    let bytes = allocate((count + 7) / 8)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
    for row in 0..<count where isSet(row) { bytes[row >> 3] |= 1 << UInt8(row & 7) }
    return bytes.baseAddress
  }

  /// The validity buffer of a column, absent if it has no NULL.
  struct Validity {
    let nulls: Int
    let bits: UnsafeMutableRawPointer?

    init() {
      nulls = 0
      bits = nil
    }

    init<Element>(_ values: [Element?]) {
      nulls = values.reduce(0) { $0 + ($1 == nil ? 1 : 0) }
      bits = nulls == 0 ? nil : InputStorage.bits(values.count) { values[$0] != nil }
    }
  }
}
