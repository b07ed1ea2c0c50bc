import CSodium

/// The fingerprint of a file's bytes, BLAKE2b-256: the same again is the same import.
final class ContentDigest {
  private let state: UnsafeMutableRawPointer

  init() {
    // Only a machine without a random source fails here, and a fingerprint needs none.
    precondition(sodium_init() >= 0, "the library of fingerprints starts")
    state = .allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)
    crypto_generichash_init(OpaquePointer(state), nil, 0, 32)
  }

  deinit { state.deallocate() }

  func feed(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
    crypto_generichash_update(OpaquePointer(state), base, UInt64(bytes.count))
  }

  /// The fingerprint as 64 hexadecimal digits; nothing may be fed after.
  func finish() -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    crypto_generichash_final(OpaquePointer(state), &bytes, bytes.count)
    return bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}
