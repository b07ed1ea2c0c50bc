import Units

/// A text's words in small ASCII letters and digits: accents fall, `camelCase` is cut, everything else separates.
///
/// `N°`, `nº` and `#` become the word `no`, so that "N° facture" and "InvoiceNo" speak of the same.
func foldedWords(_ text: String) -> [String] {
  var words: [String] = []
  var word = ""
  var letters: [UInt8] = []
  var previous: Unicode.Scalar = " "
  let scalars = Array(text.unicodeScalars)
  func end() {
    if !word.isEmpty { words.append(word) }
    word = ""
  }
  for (place, scalar) in scalars.enumerated() {
    defer { previous = scalar }
    if scalar == "°" || scalar == "º" {
      if word == "n" { word = "no" }
      end()
      continue
    }
    if scalar == "#" {
      end()
      words.append("no")
      continue
    }
    letters.removeAll(keepingCapacity: true)
    guard appendFolded(scalar, to: &letters) else {
      if !isCombiningMark(scalar) { end() }
      continue
    }
    if scalar.properties.isUppercase {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      let startsWord = previous.properties.isLowercase || isDigit(previous)
      let endsCapitals = previous.properties.isUppercase && next.properties.isLowercase
      if startsWord || endsCapitals { end() }
    }
    word += String(decoding: letters, as: UTF8.self)
  }
  end()
  return words
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
