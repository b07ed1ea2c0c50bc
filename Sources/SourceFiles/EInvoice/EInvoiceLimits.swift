/// What an electronic invoice may ask of the machine; anything beyond is a fault of its own.
public struct EInvoiceLimits: Hashable, Sendable {
  /// The bytes of one document, unpacked.
  public var documentBytes = 64 << 20
  /// How deep elements may stand in each other; real invoices stay under 20.
  public var depth = 100
  /// The attributes of one element.
  public var attributes = 100
  /// The bytes of one tag or comment.
  public var markupBytes = 256 << 10
  /// The bytes of one value that is read.
  public var valueBytes = 64 << 10
  /// The files of one archive.
  public var archiveEntries = 100_000
  /// The bytes that one archive may unpack to, whatever its size.
  public var archiveBytes = 64 << 20
  /// How many times its own size an archive may unpack to beyond `archiveBytes`; invoices stay under 50.
  public var archiveRatio = 200
  /// How long a program may work on one PDF.
  public var programSeconds = 20

  /// The limits that are used unless a test wants others.
  public init() {}
}
