/// Where a driver's library is and how to start it.
public struct DriverLocation: Sendable, Hashable {
  /// Path of the shared library.
  public let library: String
  /// Name of the function that fills in the driver: `AdbcDriverInit` unless the library says otherwise.
  public let entry: String
  /// Libraries to load first, in this order, their symbols visible to the driver.
  public let preload: [String]

  /// Describes a driver; nothing is opened yet.
  public init(library: String, entry: String = "AdbcDriverInit", preload: [String] = []) {
    self.library = library
    self.entry = entry
    self.preload = preload
  }
}
