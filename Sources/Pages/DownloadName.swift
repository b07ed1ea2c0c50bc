import Units

/// What a browser calls a file it is given: company, report and month.
public struct DownloadName: Hashable, Sendable {
  /// The name in full.
  public let full: String
  /// The name in plain letters, for what reads no other.
  public let plain: String

  /// Names a report's file.
  /// - Parameter ending: the part after the dot.
  public init(company: String, document: ReportDocument, ending: String, in voice: Voice) {
    let words = [company, document.name.label.text(in: voice), document.asOf.iso].map(DownloadName.cleaned)
    full = words.filter { !$0.isEmpty }.joined(separator: " - ") + "." + ending
    let plainly = [folded(company), document.name.rawValue, document.asOf.iso].map { word in
      word.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }
    plain = plainly.filter { !$0.isEmpty }.joined(separator: "-") + "." + ending
  }

  /// The header that hands the file over.
  ///
  /// Source: RFC 6266, section 4.3; RFC 8187, section 3.2.
  public var disposition: String {
    "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percentEncoded(full)
  }

  /// At most 60 characters that every file system takes and no reader turns around.
  private static func cleaned(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
      default: !"/\\:*?\"<>|".unicodeScalars.contains(scalar)
      }
    }
    let words = String(String.UnicodeScalarView(kept)).split(separator: " ").joined(separator: " ")
    return String(words.prefix(60).drop { $0 == "." })
  }
}
