import Units

/// A text cut into words of small letters and digits: accents, case and wide forms fall, other scripts are kept as they are.
///
/// - `L'Atelier`, `d’Aix` and `Children's` lose the elided letter; `O'Brien` stays one word.
/// - `S.A.R.L.`, `I B M`: single letters in a row make one word.
/// - `&` and `+` become the word `et`.
func foldedText(_ text: String) -> [String] {
  var words: [Piece] = []
  var bytes: [UInt8] = []
  var after: Unicode.Scalar = " "
  func end(with separator: Unicode.Scalar) {
    if !bytes.isEmpty { words.append(Piece(String(decoding: bytes, as: UTF8.self), after: after)) }
    bytes.removeAll(keepingCapacity: true)
    after = separator
  }
  for scalar in text.unicodeScalars where !appendFolded(scalar, to: &bytes) && !isCombiningMark(scalar) {
    if scalar.value > 0x24F, scalar.properties.isAlphabetic {
      bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    } else if scalar == "&" || scalar == "+" {
      end(with: " ")
      words.append(Piece("et", after: " "))
    } else {
      end(with: scalar)
    }
  }
  end(with: " ")
  return joinedInitials(withoutElisions(words))
}

private struct Piece {
  let text: String
  /// The character before it that ended the last word.
  let after: Unicode.Scalar

  init(_ text: String, after: Unicode.Scalar) {
    self.text = text
    self.after = after
  }

  var followsApostrophe: Bool { after == "'" || after == "\u{2019}" || after == "\u{60}" || after == "\u{B4}" }
  var isLetter: Bool { text.utf8.count == 1 && !(text.utf8.first.map { $0 < 0x3A } ?? true) }
}

private func withoutElisions(_ pieces: [Piece]) -> [Piece] {
  var kept: [Piece] = []
  for (place, piece) in pieces.enumerated() {
    if piece.followsApostrophe, let last = kept.last {
      if piece.text == "s" { continue }
      if last.text == "o" {
        kept[kept.count - 1] = Piece("o" + piece.text, after: last.after)
        continue
      }
    }
    let isElided =
      piece.isLetter && piece.text != "o" && place + 1 < pieces.count && pieces[place + 1].followsApostrophe
    if !isElided { kept.append(piece) }
  }
  return kept
}

private func joinedInitials(_ pieces: [Piece]) -> [String] {
  var words: [String] = []
  var initials = ""
  for piece in pieces {
    if piece.isLetter {
      initials += piece.text
    } else {
      if !initials.isEmpty { words.append(initials) }
      initials = ""
      words.append(piece.text)
    }
  }
  if !initials.isEmpty { words.append(initials) }
  return words
}

/// The letters and digits of a text in one piece, for identifiers.
func compactText(_ text: String) -> String {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars where !appendFolded(scalar, to: &bytes) {
    if scalar.value > 0x24F, scalar.properties.isAlphabetic {
      bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The ASCII digits of a text, in order.
func asciiDigits(of text: String) -> String {
  String(decoding: text.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
}

extension String {
  /// Whether it is made of digits alone.
  var isNumber: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
