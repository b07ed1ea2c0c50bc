import Ledger

/// The root elements of invoices.
enum EInvoiceRoot: CaseIterable {
  case ublInvoice, ublCreditNote, cii, zugferd1

  /// The root of that name and namespace, or nothing when it begins something else than an invoice.
  init?(name: String, namespace: String) {
    switch (name, namespace) {
    case ("Invoice", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"): self = .ublInvoice
    case ("CreditNote", "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"): self = .ublCreditNote
    case ("CrossIndustryInvoice", _) where namespace.hasPrefix("urn:un:unece:uncefact:"): self = .cii
    case ("CrossIndustryDocument", _) where namespace.hasPrefix("urn:ferd:"): self = .zugferd1
    default: return nil
    }
  }

  /// The format.
  var syntax: EInvoiceSyntax {
    switch self {
    case .ublInvoice, .ublCreditNote: .ubl
    case .cii: .cii
    case .zugferd1: .zugferd1
    }
  }

  /// The type that a document without a type code has.
  var impliedTypeCode: String { self == .ublCreditNote ? "381" : "380" }

  /// What is looked at in it.
  var node: EInvoiceNode {
    switch self {
    case .ublInvoice: UBLNodes.invoice
    case .ublCreditNote: UBLNodes.creditNote
    case .cii: CIINodes.invoice
    case .zugferd1: CIINodes.zugferd1
    }
  }
}

/// Reads one XML document as an invoice, in memory that grows with its lines only.
/// - Throws: `EInvoiceProblem`, one for the document: the first that is found.
public func eInvoice(
  from source: any ByteSource, limits: EInvoiceLimits = EInvoiceLimits()
) throws(EInvoiceProblem) -> EInvoice {
  let parser = EInvoiceParser(limits: limits)
  try readXML(source, limits: limits, handler: parser)
  guard let draft = parser.draft else { throw EInvoiceProblem(line: 1, reason: .brokenXML) }
  return try draft.invoice()
}

/// Follows a document down the elements that are looked at.
private final class EInvoiceParser: XMLHandler {
  private let limits: EInvoiceLimits
  private var path: [EInvoiceNode] = []
  /// How many elements are open below one that is passed over.
  private var passedOver = 0
  private var value: [UInt8] = []
  private var attribute: String?
  /// What was read.
  private(set) var draft: EInvoiceDraft?

  init(limits: EInvoiceLimits) { self.limits = limits }

  func open(_ element: XMLElement) throws(EInvoiceProblem) {
    guard passedOver == 0 else {
      passedOver += 1
      return
    }
    guard let last = path.last else {
      let name = element.name
      guard let root = EInvoiceRoot(name: name, namespace: element.namespace) else {
        throw EInvoiceProblem(line: element.line, reason: .notAnInvoice(root: EInvoiceValues.shown(name)))
      }
      draft = EInvoiceDraft(root: root)
      path.append(root.node)
      return
    }
    guard let node = last.child(element.name) else {
      passedOver = 1
      return
    }
    path.append(node)
    switch node.meaning {
    case .term(let term):
      value.removeAll(keepingCapacity: true)
      attribute = term.attribute.flatMap { element.attribute($0) }
    case .group(let group): draft?.begin(group)
    case nil: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) throws(EInvoiceProblem) {
    guard passedOver == 0, case .term(let term)? = path.last?.meaning else { return }
    guard value.count + bytes.count <= limits.valueBytes else {
      throw EInvoiceProblem(line: line, term: term.rawValue, reason: .valueTooLong(limit: limits.valueBytes))
    }
    value.append(contentsOf: bytes)
  }

  func close(line: Int) throws(EInvoiceProblem) {
    guard passedOver == 0 else {
      passedOver -= 1
      return
    }
    switch path.popLast()?.meaning {
    case .term(let term):
      guard let text = collapsed(value) else { return }
      draft?.take(term, EInvoiceValue(text: text, attribute: attribute, line: line))
    case .group(let group): try draft?.end(group)
    case nil: break
    }
  }
}
