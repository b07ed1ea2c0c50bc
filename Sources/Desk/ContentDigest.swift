import CSodium

/// The fingerprint of bytes, BLAKE2b-256: the same again is the same import, or the same part of a page.
public final class ContentDigest {
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
    return hexadecimal(bytes)
  }

  /// The fingerprint of some bytes.
  public static func of(_ bytes: [UInt8]) -> String {
    let digest = ContentDigest()
    bytes.withUnsafeBytes { digest.feed($0) }
    return digest.finish()
  }
}

/// Bytes as hexadecimal digits, two a byte.
func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
