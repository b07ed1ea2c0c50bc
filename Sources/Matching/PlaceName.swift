/// A city without what the post adds to it, and its postcode in one piece.
enum PlaceName {
  /// The words of a city: no CEDEX, no district (« Lyon 3e », « Paris 08 »), `st` in full.
  static func words(_ city: String) -> [String] {
    var words = foldedText(city)
    if let cedex = words.firstIndex(of: "cedex"), cedex > 0 { words.removeSubrange(cedex...) }
    let named = words.filter { word in !(word.first?.isWholeNumber ?? true) && word != "arrondissement" }
    return (named.isEmpty ? words : named).map { $0 == "st" || $0 == "ste" || $0 == "sainte" ? "saint" : $0 }
  }

  /// A postcode in small letters and digits, without a country's letters before it (`F-69003`); nothing under three.
  static func postcode(_ text: String) -> String? {
    var compact = compactText(text)
    if let dash = text.firstIndex(of: "-"), text[..<dash].allSatisfy(\.isLetter), text[..<dash].utf8.count <= 2 {
      compact = compactText(String(text[dash...]))
    }
    return compact.utf8.count >= 3 ? compact : nil
  }
}
