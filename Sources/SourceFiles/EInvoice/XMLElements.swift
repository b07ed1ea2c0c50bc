import CLibXML2
import Ledger

/// Takes the elements of an XML document as they pass by.
protocol XMLHandler: AnyObject {
  /// An element begins.
  func open(_ element: XMLElement) throws(EInvoiceProblem)
  /// Bytes of UTF-8 between two tags; a long text comes in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) throws(EInvoiceProblem)
  /// The element that began last, of those that have not ended, ends.
  func close(line: Int) throws(EInvoiceProblem)
}

/// The beginning of an element; valid only while the handler looks at it.
struct XMLElement {
  fileprivate let localName: UnsafePointer<xmlChar>
  fileprivate let uri: UnsafePointer<xmlChar>?
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  fileprivate let attributeCount: Int
  /// 1 is the first line.
  let line: Int

  /// Its name without a prefix.
  var name: String { String(cString: localName) }

  /// Its namespace; empty for none.
  var namespace: String { uri.map { String(cString: $0) } ?? "" }

  /// The value of an attribute without a namespace, cut after 200 bytes.
  func attribute(_ name: String) -> String? {
    guard let attributes else { return nil }
    for place in 0..<attributeCount {
      // Local name, prefix, namespace, and the value's first byte and end.
      let parts = attributes + 5 * place
      guard let found = parts[0], parts[1] == nil, let start = parts[3], let end = parts[4],
        String(cString: found) == name
      else { continue }
      return String(decoding: UnsafeBufferPointer(start: start, count: min(end - start, 200)), as: UTF8.self)
    }
    return nil
  }
}

/// Reads an XML document from beginning to end, in constant memory, and trusts nothing in it.
///
/// A document type declaration is refused before its content is read: so there are no entities but the five that XML
/// itself knows, no files and no network. Depth, size, tags and attributes are bounded.
func readXML(
  _ source: any ByteSource, limits: EInvoiceLimits, handler: any XMLHandler
) throws(EInvoiceProblem) {
  let pass = XMLPass(limits: limits, handler: handler)
  do throws(EInvoiceProblem) {
    try pass.run(source)
  } catch {
    throw pass.problem ?? error
  }
  if let problem = pass.problem { throw problem }
}

/// One pass of the parser over one document.
private final class XMLPass {
  private let limits: EInvoiceLimits
  private let handler: any XMLHandler
  private var parser: xmlParserCtxtPtr?
  private var depth = 0
  /// The first thing that was wrong; the parser stops there.
  private(set) var problem: EInvoiceProblem?

  init(limits: EInvoiceLimits, handler: any XMLHandler) {
    self.limits = limits
    self.handler = handler
    _ = isLibraryReady
  }

  deinit { if let parser { xmlFreeParserCtxt(parser) } }

  func run(_ source: any ByteSource) throws(EInvoiceProblem) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 16 << 10, alignment: 16)
    defer { buffer.deallocate() }
    // The parser tells the encoding from the first four bytes, which it wants apart from the others.
    var taken = 0
    while taken < 4 {
      let count = try bytes(of: source, into: UnsafeMutableRawBufferPointer(rebasing: buffer[taken..<4]))
      if count == 0 { throw EInvoiceProblem(line: 1, reason: .brokenXML) }
      taken += count
    }
    let parser = try begin(buffer)
    while problem == nil {
      let count = try bytes(of: source, into: buffer)
      if count == 0 { break }
      taken += count
      guard taken <= limits.documentBytes else {
        throw EInvoiceProblem(line: line, reason: .documentTooBig(limit: limits.documentBytes))
      }
      let result = xmlParseChunk(parser, buffer.bindMemory(to: CChar.self).baseAddress, Int32(count), 0)
      // Bytes that are no text of the encoding do not always count as ill-formed.
      if result == Int32(XML_ERR_INVALID_ENCODING.rawValue), problem == nil {
        throw EInvoiceProblem(line: line, reason: .brokenXML)
      }
      if parser.pointee.wellFormed == 0 { break }
      if let input = parser.pointee.input, input.pointee.end - input.pointee.cur > limits.markupBytes {
        throw EInvoiceProblem(line: line, reason: .valueTooLong(limit: limits.markupBytes))
      }
    }
    if problem == nil, parser.pointee.wellFormed != 0 { xmlParseChunk(parser, nil, 0, 1) }
    if parser.pointee.wellFormed == 0 { throw EInvoiceProblem(line: line, reason: .brokenXML) }
  }

  private func begin(_ head: UnsafeMutableRawBufferPointer) throws(EInvoiceProblem) -> xmlParserCtxtPtr {
    clientele_xml_be_quiet()
    var events = saxEvents()
    let made = xmlCreatePushParserCtxt(
      &events, Unmanaged.passUnretained(self).toOpaque(), head.bindMemory(to: CChar.self).baseAddress, 4, nil)
    guard let made else { throw EInvoiceProblem(reason: .brokenXML) }
    parser = made
    // Our own bounds are tighter than those that this option lifts.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_NOERROR.rawValue
    xmlCtxtUseOptions(made, Int32(options | XML_PARSE_NOWARNING.rawValue))
    return made
  }

  private func bytes(
    of source: any ByteSource, into buffer: UnsafeMutableRawBufferPointer
  ) throws(EInvoiceProblem) -> Int {
    do throws(SourceFileError) {
      return try source.read(into: buffer)
    } catch {
      throw EInvoiceProblem(reason: .unreadableFile)
    }
  }

  private var line: Int {
    guard let input = parser?.pointee.input else { return 0 }
    return Int(input.pointee.line)
  }

  /// Remembers the first problem and stops the parser.
  private func stop(_ found: EInvoiceProblem) {
    if problem == nil { problem = found }
    if let parser { xmlStopParser(parser) }
  }

  private func attempt(_ work: () throws(EInvoiceProblem) -> Void) {
    // The parser may send what it holds already after it was stopped.
    guard problem == nil else { return }
    do throws(EInvoiceProblem) { try work() } catch { stop(error) }
  }

  func open(_ element: (Int) -> XMLElement) {
    attempt { () throws(EInvoiceProblem) in
      let element = element(line)
      depth += 1
      guard depth <= limits.depth else {
        throw EInvoiceProblem(line: line, reason: .nestedTooDeep(limit: limits.depth))
      }
      guard element.attributeCount <= limits.attributes else {
        throw EInvoiceProblem(line: line, reason: .tooManyAttributes(limit: limits.attributes))
      }
      try handler.open(element)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    attempt { () throws(EInvoiceProblem) in try handler.text(bytes, line: line) }
  }

  func close() {
    attempt { () throws(EInvoiceProblem) in
      depth -= 1
      try handler.close(line: line)
    }
  }

  func refuseDocumentType() { stop(EInvoiceProblem(line: line, reason: .documentType)) }
}

/// Set up once: the library must be told before several threads use it.
private let isLibraryReady: Bool = {
  xmlInitParser()
  return true
}()

private func pass(_ context: UnsafeMutableRawPointer?) -> XMLPass? {
  context.map { Unmanaged<XMLPass>.fromOpaque($0).takeUnretainedValue() }
}

/// What the parser calls; whatever is not here is passed over, and no tree is built.
private func saxEvents() -> xmlSAXHandler {
  var events = xmlSAXHandler()
  events.initialized = 0xDEED_BEAF
  events.startElementNs = { context, name, _, uri, _, _, attributeCount, _, attributes in
    guard let name else { return }
    pass(context)?.open { line in
      XMLElement(
        localName: name, uri: uri, attributes: attributes, attributeCount: Int(attributeCount), line: line)
    }
  }
  events.endElementNs = { context, _, _, _ in pass(context)?.close() }
  events.characters = { context, start, count in
    pass(context)?.text(UnsafeBufferPointer(start: start, count: Int(count)))
  }
  events.ignorableWhitespace = events.characters
  events.cdataBlock = events.characters
  events.internalSubset = { context, _, _, _ in pass(context)?.refuseDocumentType() }
  // Without this the library writes to the terminal; whether a document is well formed is asked at the end.
  events.serror = { _, _ in }
  return events
}
