import Ledger

/// What holds electronic invoices.
public enum EInvoiceContainer: String, CaseIterable, Sendable {
  /// An XML document: an invoice, or another of the same families, an order for instance, which reading refuses.
  case document
  /// A PDF that carries XML.
  case pdf
  /// A zip archive with at least one of the two.
  case archive
}

/// Whether a file holds electronic invoices, by its content and not by its name; nothing when it does not.
///
/// Of an archive the first thousand files are looked at; the path is no folder's. A PDF counts too where the program that looks into it is not
/// installed: reading it then says so.
/// - Throws: `SourceFileError.unreadable`.
public func eInvoiceContainer(
  at path: String, limits: EInvoiceLimits = EInvoiceLimits()
) throws(SourceFileError) -> EInvoiceContainer? {
  let file = try FileBytes(path: path)
  switch DocumentContent(head: try file.block(at: 0, count: 1 << 10)) {
  case .xml: return isOfInvoiceFamily(file, limits: limits) ? .document : nil
  case .pdf: return carriesXML(path, limits: limits) ? .pdf : nil
  case .zip:
    return holdsInvoices(limits: limits) { () throws(EInvoiceProblem) in try ZipArchive(path: path, limits: limits) }
      ? .archive : nil
  case .other: return nil
  }
}

/// Whether bytes hold electronic invoices; nothing when they do not.
public func eInvoiceContainer(
  of bytes: [UInt8], limits: EInvoiceLimits = EInvoiceLimits()
) -> EInvoiceContainer? {
  switch DocumentContent(head: Array(bytes.prefix(1 << 10))) {
  case .xml: return isOfInvoiceFamily(MemoryBytes(bytes), limits: limits) ? .document : nil
  case .pdf:
    guard let file = try? TemporaryFile(of: MemoryBytes(bytes), limit: limits.documentBytes) else { return nil }
    return carriesXML(file.path, limits: limits) ? .pdf : nil
  case .zip:
    return holdsInvoices(limits: limits) { () throws(EInvoiceProblem) in try ZipArchive(bytes: bytes, limits: limits) }
      ? .archive : nil
  case .other: return nil
  }
}

private func carriesXML(_ path: String, limits: EInvoiceLimits) -> Bool {
  do throws(EInvoiceProblem) {
    return try !PDFAttachments(path: path, limits: limits).candidates().isEmpty
  } catch {
    if case .programMissing = error.reason { return true }
    return false
  }
}

private func holdsInvoices(limits: EInvoiceLimits, open: () throws(EInvoiceProblem) -> ZipArchive) -> Bool {
  let archive: ZipArchive
  do throws(EInvoiceProblem) {
    archive = try open()
  } catch {
    // Too many files for us: reading says so.
    if case .tooManyEntries = error.reason { return true }
    return false
  }
  guard !archive.isOfficeFile else { return false }
  return archive.entries.prefix(1000).contains { entry in
    guard let bytes = try? archive.bytes(of: entry), let peeked = try? PeekedBytes(bytes) else { return false }
    switch DocumentContent(head: peeked.head) {
    case .xml: return isOfInvoiceFamily(peeked, limits: limits)
    case .pdf: return true
    case .zip, .other: return false
    }
  }
}

/// Whether the root element belongs to the families of documents that invoices are of.
private func isOfInvoiceFamily(_ source: any ByteSource, limits: EInvoiceLimits) -> Bool {
  let look = RootLook()
  do throws(EInvoiceProblem) { try readXML(source, limits: limits, handler: look) } catch {
    // The look ends at the first element, as an error that was made for it.
  }
  return look.isOfInvoiceFamily
}

/// Looks at the root element and stops.
private final class RootLook: XMLHandler {
  private(set) var isOfInvoiceFamily = false

  func open(_ element: XMLElement) throws(EInvoiceProblem) {
    let namespace = element.namespace
    isOfInvoiceFamily = ["urn:oasis:names:specification:ubl:", "urn:un:unece:uncefact:", "urn:ferd:"].contains {
      namespace.hasPrefix($0)
    }
    throw EInvoiceProblem(reason: .notAnInvoice(root: ""))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {}
  func close(line: Int) {}
}
