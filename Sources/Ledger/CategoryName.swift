import Units

/// How names of categories are held against each other: case, accents and spaces make no other category.
public enum CategoryName {
  /// Whether two names are one to people; marks such as `+` tell names apart.
  public static func isSame(_ first: String, _ second: String) -> Bool { folded(first) == folded(second) }

  /// The name among those there are that a person means: as it is written, else but for case, accents and spaces.
  ///
  /// Linear in the names.
  public static func meant(by typed: String, among names: [String]) -> String? {
    if names.contains(typed) { return typed }
    let wanted = folded(typed)
    return names.first { folded($0) == wanted }
  }

  private static func folded(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in name.unicodeScalars where !scalar.properties.isWhitespace && !isCombiningMark(scalar) {
      if !appendFolded(scalar, to: &bytes) { bytes += Array(scalar.properties.lowercaseMapping.utf8) }
    }
    return bytes
  }
}
