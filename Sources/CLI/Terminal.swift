import Foundation
import Pages

/// The terminal the program writes to.
enum Terminal {
  /// How tables are shown: coloured and as wide as the terminal; plain and whole elsewhere.
  static func style(full: Bool, toFile: Bool) -> TextTable.Style {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = !toFile && isatty(1) == 1
    let isColored = isTerminal && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
    return TextTable.Style(isColored: isColored, width: isTerminal ? width : 120, rows: full ? nil : 20)
  }

  private static var width: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return Int(size.ws_col)
  }
}
