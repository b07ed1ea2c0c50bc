import CSodium

/// Proof that a form was made by this process for this browser: a keyed digest of the browser's session.
///
/// Source: OWASP, "Cross-Site Request Forgery Prevention", signed double-submit cookie.
public struct FormSeal: Sendable {
  private let key: [UInt8]

  /// Makes a seal with a key of its own, forgotten when the process ends.
  public init() { key = FormSeal.random(Int(crypto_generichash_KEYBYTES)) }

  /// A session's name that nobody can guess.
  public static func newSession() -> String { hexadecimal(random(16)) }

  /// The proof for a session.
  public func token(for session: String) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_generichash_BYTES))
    let text = Array(session.utf8)
    let result = crypto_generichash(&digest, digest.count, text, UInt64(text.count), key, key.count)
    precondition(result == 0, "a keyed digest of a text is always there")
    return hexadecimal(digest)
  }

  /// Whether a proof is that of a session; takes as long whatever is wrong with it.
  public func accepts(_ token: String, for session: String) -> Bool {
    let (given, wanted) = (Array(token.utf8), Array(self.token(for: session).utf8))
    return given.count == wanted.count && sodium_memcmp(given, wanted, wanted.count) == 0
  }

  private static func random(_ count: Int) -> [UInt8] {
    precondition(sodium_init() >= 0, "libsodium starts")
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }
}
