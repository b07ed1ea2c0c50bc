/// An e-mail address and what it says of the company.
struct EmailAddress: Hashable, Sendable {
  /// The whole address, in small letters.
  let text: String
  /// The company's domain, or nothing for a mail provider's: such a domain identifies nobody.
  let domain: String?

  /// Reads an address; the first of several; nothing when it is none.
  init?(_ text: String) {
    let trimmed = text.lowercased().split { $0 == ";" || $0 == "," || $0.isWhitespace || $0 == "<" || $0 == ">" }
      .first { $0.contains("@") }
    guard let trimmed else { return nil }
    let parts = trimmed.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."),
      !parts[1].hasSuffix(".")
    else { return nil }
    self.text = String(trimmed)
    let host = String(parts[1])
    domain = Self.isProvider(host) ? nil : host
  }

  /// Whether a domain is one of a mail provider: any of its countries' ends counts.
  private static func isProvider(_ host: String) -> Bool {
    if providers.contains(host) { return true }
    guard let name = host.split(separator: ".").first else { return false }
    return worldwide.contains(String(name))
  }

  private static let worldwide: Set<String> = [
    "gmail", "googlemail", "hotmail", "outlook", "live", "msn", "yahoo", "ymail", "icloud", "aol", "gmx", "protonmail",
    "proton", "yandex", "zoho", "rocketmail",
  ]
  private static let providers: Set<String> = [
    "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "bbox.fr", "neuf.fr", "club-internet.fr",
    "numericable.fr",
    "aliceadsl.fr", "cegetel.net", "noos.fr", "9online.fr", "voila.fr", "me.com", "mac.com", "mail.com", "web.de",
    "t-online.de", "freenet.de", "arcor.de", "libero.it", "virgilio.it", "alice.it", "tin.it", "tiscali.it",
    "telefonica.net",
    "terra.es", "skynet.be", "telenet.be", "scarlet.be", "proximus.be", "ziggo.nl", "kpnmail.nl", "planet.nl",
    "home.nl",
    "hetnet.nl", "bluewin.ch", "btinternet.com", "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "cox.net",
    "bellsouth.net", "pt.lu", "mail.ru", "inbox.ru", "wp.pl", "o2.pl", "seznam.cz",
  ]
}
