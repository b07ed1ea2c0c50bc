import Ledger

/// The files that a PDF carries, as the program qpdf gives them.
///
/// A PDF is untrusted: what reads it is a program of its own, which may break without breaking us.
struct PDFAttachments {
  /// A file that a PDF carries.
  struct Attachment: Hashable {
    /// Its file name.
    let name: String
    /// The number of the object that holds it: keys are found only in PDFs that keep them in order.
    let object: String
  }

  /// The file names that Factur-X, XRechnung and ZUGFeRD prescribe, the first that is there counts.
  static let knownNames = ["factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml"]

  private let path: String
  private let limits: EInvoiceLimits
  private let program: String

  /// Looks at a PDF.
  init(path: String, limits: EInvoiceLimits, program: String = "qpdf") {
    // Paths that begin with `@` or `-` mean something else to the program.
    self.path = path.hasPrefix("/") ? path : "./" + path
    self.limits = limits
    self.program = program
  }

  /// The XML files that may be the invoice: the one of a known name first, then others; at most eight.
  func candidates() throws(EInvoiceProblem) -> [Attachment] {
    let listing = try output(["--list-attachments", "--verbose", path], limit: 1 << 20)
    let files = attachments(inListing: String(decoding: listing, as: UTF8.self))
    let known = Self.knownNames.compactMap { name in files.first { $0.name.lowercased() == name } }
    let others = files.filter { $0.name.lowercased().hasSuffix(".xml") && !known.contains($0) }
    return Array((known + others).prefix(8))
  }

  /// The content of a file.
  func bytes(of attachment: Attachment) throws(EInvoiceProblem) -> [UInt8] {
    try output(["--show-object=\(attachment.object)", "--filtered-stream-data", path], limit: limits.documentBytes)
  }

  private func output(_ arguments: [String], limit: Int) throws(EInvoiceProblem) -> [UInt8] {
    let run = BoundedProgram(name: program, seconds: limits.programSeconds, outputLimit: limit)
    switch run.run(arguments) {
    // 3 is for warnings: the file is odd, and was read.
    case .ended(let status, let output) where status == 0 || status == 3: return output
    case .ended: throw EInvoiceProblem(reason: .unreadablePDF)
    case .missing: throw EInvoiceProblem(reason: .programMissing(program))
    case .tooSlow: throw EInvoiceProblem(reason: .programTooSlow(program, seconds: limits.programSeconds))
    case .tooMuchOutput: throw EInvoiceProblem(reason: .documentTooBig(limit: limits.documentBytes))
    }
  }
}

/// Reads what `qpdf --list-attachments --verbose` prints: `key -> 4,0`, and indented below it what is known of the file.
func attachments(inListing text: String) -> [PDFAttachments.Attachment] {
  var found: [PDFAttachments.Attachment] = []
  let label = "  preferred name: "
  for line in text.split(separator: "\n") {
    if line.hasPrefix(label), let last = found.last {
      found[found.count - 1] = PDFAttachments.Attachment(
        name: String(line.dropFirst(label.count)), object: last.object)
    } else if !line.hasPrefix(" "), let arrow = line.ranges(of: " -> ").last,
      line[arrow.upperBound...].allSatisfy({ $0.isWholeNumber || $0 == "," })
    {
      found.append(
        PDFAttachments.Attachment(
          name: String(line[..<arrow.lowerBound]), object: String(line[arrow.upperBound...])))
    }
  }
  return found
}
