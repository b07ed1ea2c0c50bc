/// A text's words in small ASCII letters and digits: accents fall, `camelCase` is cut, everything else separates.
///
/// `N°`, `nº` and `#` become the word `no`, so that "N° facture" and "InvoiceNo" speak of the same.
func foldedWords(_ text: String) -> [String] {
  var words: [String] = []
  var word = ""
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
    let letters = folded(scalar)
    guard !letters.isEmpty else {
      if !isCombining(scalar) { end() }
      continue
    }
    if scalar.properties.isUppercase {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      let startsWord = previous.properties.isLowercase || isDigit(previous)
      let endsCapitals = previous.properties.isUppercase && next.properties.isLowercase
      if startsWord || endsCapitals { end() }
    }
    word += letters
  }
  end()
  return words
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

private func isCombining(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

/// Small ASCII letters or digits for a character, none when it separates words.
private func folded(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "a"..."z", "0"..."9": return String(scalar)
  case "A"..."Z": return scalar.properties.lowercaseMapping
  default: break
  }
  switch scalar.properties.lowercaseMapping.unicodeScalars.first {
  case "à", "á", "â", "ã", "ä", "å": return "a"
  case "ç": return "c"
  case "è", "é", "ê", "ë": return "e"
  case "ì", "í", "î", "ï": return "i"
  case "ñ": return "n"
  case "ò", "ó", "ô", "õ", "ö", "ø": return "o"
  case "ù", "ú", "û", "ü": return "u"
  case "ý", "ÿ": return "y"
  case "œ": return "oe"
  case "æ": return "ae"
  case "ß": return "ss"
  default: return ""
  }
}
