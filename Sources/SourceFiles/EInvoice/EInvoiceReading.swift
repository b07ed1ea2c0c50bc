import Ledger

/// An invoice and where it was found.
public struct EInvoiceDocument: Hashable, Sendable {
  /// The file's name; behind it, the path within a folder or an archive.
  public let file: String
  /// The file in the PDF that carries it, or nothing for XML.
  public let embedded: String?
  /// The invoice.
  public let invoice: EInvoice

  /// Makes a document.
  public init(file: String, embedded: String?, invoice: EInvoice) {
    self.file = file
    self.embedded = embedded
    self.invoice = invoice
  }
}

/// Reads the electronic invoices of a file, an archive or a folder of both, one at a time, by name.
///
/// What each file is, its first bytes tell, not its name. A file that is no invoice is one fault, and the rest goes on.
/// - Parameters:
///   - path: an XML file, a PDF, a zip archive, or a folder of them, with folders in it.
///   - each: takes each invoice; it may throw to stop.
///   - fault: takes each document that cannot be read; it may throw to stop.
/// - Throws: `SourceFileError.unreadable` when the path leads nowhere, and what the closures throw.
public func readEInvoices(
  at path: String, limits: EInvoiceLimits = EInvoiceLimits(), each: (EInvoiceDocument) throws -> Void,
  fault: (RowFault) throws -> Void
) throws {
  if case .folder? = PathKind(path: path) {
    let unreadable = EInvoiceProblem(reason: .unreadableFile)
    try forEachFile(below: path) { path, inner in
      let file: FileBytes
      do throws(SourceFileError) {
        file = try FileBytes(path: path)
      } catch {
        return try fault(unreadable.fault(file: inner))
      }
      try readFile(file, path: path, name: inner, limits: limits, each: each, fault: fault)
    } unreadable: { inner in
      try fault(unreadable.fault(file: inner))
    }
  } else {
    let file = try FileBytes(path: path)
    try readFile(file, path: path, name: file.name, limits: limits, each: each, fault: fault)
  }
}

/// Reads the electronic invoices of a file that is in memory.
/// - Parameter name: the file's name in faults.
/// - Throws: what the closures throw.
public func readEInvoices(
  in bytes: [UInt8], name: String, limits: EInvoiceLimits = EInvoiceLimits(), each: (EInvoiceDocument) throws -> Void,
  fault: (RowFault) throws -> Void
) throws {
  if DocumentContent(head: Array(bytes.prefix(1 << 10))) == .zip {
    try readArchive(name: name, limits: limits, each: each, fault: fault) { () throws(EInvoiceProblem) in
      try ZipArchive(bytes: bytes, limits: limits)
    }
  } else {
    try report(name: name, each: each, fault: fault) { () throws(EInvoiceProblem) in
      try document(in: MemoryBytes(bytes), path: nil, limits: limits)
    }
  }
}

private func readFile(
  _ file: FileBytes, path: String, name: String, limits: EInvoiceLimits, each: (EInvoiceDocument) throws -> Void,
  fault: (RowFault) throws -> Void
) throws {
  let head: [UInt8]
  do throws(SourceFileError) {
    head = try file.block(at: 0, count: 1 << 10)
  } catch {
    return try fault(EInvoiceProblem(reason: .unreadableFile).fault(file: name))
  }
  if DocumentContent(head: head) == .zip {
    try readArchive(name: name, limits: limits, each: each, fault: fault) { () throws(EInvoiceProblem) in
      try ZipArchive(path: path, limits: limits)
    }
  } else {
    try report(name: name, each: each, fault: fault) { () throws(EInvoiceProblem) in
      try document(in: file, path: path, limits: limits)
    }
  }
}

private func readArchive(
  name: String, limits: EInvoiceLimits, each: (EInvoiceDocument) throws -> Void, fault: (RowFault) throws -> Void,
  open: () throws(EInvoiceProblem) -> ZipArchive
) throws {
  let archive: ZipArchive
  do throws(EInvoiceProblem) {
    archive = try open()
  } catch {
    return try fault(error.fault(file: name))
  }
  // A workbook or a text of an office suite is a zip archive too, with XML in it that is no invoice.
  if archive.isOfficeFile { return try fault(EInvoiceProblem(reason: .notAnEInvoice).fault(file: name)) }
  for entry in archive.entries where !archive.isExhausted {
    try report(name: name + "/" + entry.name, each: each, fault: fault) { () throws(EInvoiceProblem) in
      try document(of: entry, in: archive, limits: limits)
    }
  }
}

private func report(
  name: String, each: (EInvoiceDocument) throws -> Void, fault: (RowFault) throws -> Void,
  read: () throws(EInvoiceProblem) -> (invoice: EInvoice, embedded: String?)
) throws {
  let found: (invoice: EInvoice, embedded: String?)
  do throws(EInvoiceProblem) {
    found = try read()
  } catch {
    return try fault(error.fault(file: name))
  }
  try each(EInvoiceDocument(file: name, embedded: found.embedded, invoice: found.invoice))
}

// MARK: - One document

private func document(
  of entry: ZipArchive.Entry, in archive: ZipArchive, limits: EInvoiceLimits
) throws(EInvoiceProblem) -> (invoice: EInvoice, embedded: String?) {
  let bytes = try archive.bytes(of: entry)
  do throws(EInvoiceProblem) {
    return try document(in: bytes, path: nil, limits: limits)
  } catch {
    // The archive's own words say more than that its bytes cannot be read.
    throw bytes.problem ?? error
  }
}

/// - Parameter path: where the source is on disk, or nothing when it is not.
private func document(
  in source: any ByteSource, path: String?, limits: EInvoiceLimits
) throws(EInvoiceProblem) -> (invoice: EInvoice, embedded: String?) {
  let bytes: PeekedBytes
  do throws(SourceFileError) {
    bytes = try PeekedBytes(source)
  } catch {
    throw EInvoiceProblem(reason: .unreadableFile)
  }
  switch DocumentContent(head: bytes.head) {
  case .xml: return (try eInvoice(from: bytes, limits: limits), nil)
  case .pdf:
    guard let path else {
      let file = try TemporaryFile(of: bytes, limit: limits.documentBytes)
      return try pdfInvoice(at: file.path, limits: limits)
    }
    return try pdfInvoice(at: path, limits: limits)
  case .zip: throw EInvoiceProblem(reason: .archiveInArchive)
  case .other: throw EInvoiceProblem(reason: .notAnEInvoice)
  }
}

private func pdfInvoice(
  at path: String, limits: EInvoiceLimits
) throws(EInvoiceProblem) -> (invoice: EInvoice, embedded: String?) {
  let pdf = PDFAttachments(path: path, limits: limits)
  var other: EInvoiceProblem?
  for attachment in try pdf.candidates() {
    let bytes = try pdf.bytes(of: attachment)
    do throws(EInvoiceProblem) {
      return (try eInvoice(from: MemoryBytes(bytes), limits: limits), attachment.name)
    } catch {
      // Some other XML may be carried along; the invoice may still come.
      guard case .notAnInvoice = error.reason else { throw error.inside(attachment.name) }
      other = other ?? error.inside(attachment.name)
    }
  }
  throw other ?? EInvoiceProblem(reason: .noEmbeddedInvoice)
}
