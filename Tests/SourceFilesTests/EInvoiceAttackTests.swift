import Ledger
import SourceFiles
import Testing
import Units

/// The beginning and the end of an invoice, for something hostile to stand between.
private let (before, after) = (
  "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">", "</Invoice>"
)

@Test func `an entity bomb is refused before it is read`() {
  var declarations = "<!ENTITY e0 \"ha\">"
  for level in 1...30 {
    let inner = String(repeating: "&e\(level - 1);", count: 10)
    declarations += "<!ENTITY e\(level) \"\(inner)\">"
  }
  let xml = "<?xml version=\"1.0\"?>\n<!DOCTYPE Invoice [\(declarations)]>\(before)<ID>&e30;</ID>\(after)"
  #expect(refusal(of: xml) == EInvoiceProblem(line: 2, reason: .documentType))
}

@Test func `parameter entities are not expanded either`() {
  let xml = """
    <!DOCTYPE Invoice [<!ENTITY % a "<!ENTITY b 'x'>"> %a; %a; %a;]>\(before)\(after)
    """
  #expect(refusal(of: xml)?.reason == .documentType)
}

@Test(arguments: [
  "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
  "<!DOCTYPE Invoice SYSTEM \"http://127.0.0.1:1/x.dtd\">",
  "<!DOCTYPE Invoice PUBLIC \"-//X//Y\" \"http://127.0.0.1:1/x.dtd\" []>",
])
func `nothing outside the document is ever read`(declaration: String) {
  let xml = declaration + before + "<ID>&x;</ID>" + after
  #expect(refusal(of: xml)?.reason == .documentType)
}

@Test func `an entity that nobody declared is no XML`() {
  #expect(refusal(of: before + "<ID>&x;</ID>" + after)?.reason == .brokenXML)
}

@Test func `the five entities of XML and character references are text`() throws {
  let name = "&lt;b&gt; &amp; &quot;Fils&quot; &#233;&#xE9; &apos;"
  #expect(try parsed(PaperInvoice(buyer: name).ubl()).buyer.name == "<b> & \"Fils\" éé '")
}

@Test func `ten thousand elements in each other are refused`() {
  let xml = before + String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000) + after
  #expect(refusal(of: xml)?.reason == .nestedTooDeep(limit: 100))
}

@Test func `an element with a hundred thousand attributes is refused in a moment`() {
  func element(_ count: Int) -> String { "<a " + (0..<count).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>" }
  #expect(refusal(of: before + element(101) + after)?.reason == .tooManyAttributes(limit: 100))
  let start = ContinuousClock.now
  #expect(refusal(of: before + element(100_000) + after)?.reason == .valueTooLong(limit: 256 << 10))
  #expect(ContinuousClock.now - start < .seconds(20))
}

@Test func `a document, a value or a tag beyond bounds is refused`() {
  var limits = EInvoiceLimits()
  limits.documentBytes = 1 << 20
  let long = String(repeating: "x", count: 2 << 20)
  #expect(refusal(of: before + "<a>\(long)</a>" + after, limits: limits)?.reason == .documentTooBig(limit: 1 << 20))
  #expect(refusal(of: before + "<ID>\(long)</ID>" + after)?.reason == .valueTooLong(limit: 64 << 10))
  #expect(refusal(of: before + "<a b=\"\(long)\"/>" + after)?.reason == .valueTooLong(limit: 256 << 10))
  #expect(refusal(of: before + "<!--\(long)-->" + after)?.reason == .valueTooLong(limit: 256 << 10))
}

@Test func `a large attachment in the document is passed over`() throws {
  // BT-125: twelve megabytes of base64, more than the library takes at once by itself.
  let attachment =
    "<cac:AdditionalDocumentReference><cac:Attachment><cbc:EmbeddedDocumentBinaryObject>"
    + String(repeating: "QUJD", count: 3 << 20)
    + "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"
  let xml = PaperInvoice().ubl()
  let place = try #require(xml.firstRange(of: "<cac:AccountingSupplierParty>")).lowerBound
  #expect(try parsed(xml[..<place] + attachment + xml[place...]) == parsed(xml))
}

@Test func `an invoice within another does not count`() throws {
  let other = PaperInvoice(number: "F-2", net: "99.00").ubl().replacing(
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "")
  let xml = PaperInvoice().ubl().replacing("</Invoice>", with: "<Extension>\(other)</Extension></Invoice>")
  #expect(try parsed(xml) == parsed(PaperInvoice().ubl()))
}

@Test func `an invoice cut anywhere is broken, and said so`() {
  let xml = PaperInvoice().ubl()
  let bytes = Array(xml.utf8)
  let root = xml.utf8.distance(from: xml.startIndex, to: xml.firstRange(of: "<Invoice ")?.upperBound ?? xml.endIndex)
  for count in stride(from: 0, to: bytes.count, by: 7) {
    let reason = refusal(of: Array(bytes.prefix(count)))?.reason
    // Cut in the name of its root, it looks like something else.
    #expect(reason == .brokenXML || count < root && reason == .notAnInvoice(root: "In"))
  }
}

@Test func `noise never crashes, and never breaks the law of the lines`() throws {
  var random = SplitMix64(seed: 9)
  for round in 0..<3_000 {
    let paper = PaperInvoice(adjustments: [.init(isCharge: true, amount: "1.00")], net: "11.00")
    var bytes = Array((round % 2 == 0 ? paper.ubl() : paper.cii()).utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...9, using: &random)))
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 12)], at: place)
      }
    }
    try readEInvoices(
      in: bytes, name: "noise.xml",
      each: { document in
        #expect(document.invoice.lines.map(\.amount).sum == document.invoice.totals.net)
      },
      fault: { fault in
        #expect(fault.file == "noise.xml")
      })
  }
}

@Test func `bytes that are no text of the encoding are broken XML`() {
  let units = PaperInvoice().ubl().replacing("UTF-8", with: "UTF-16").utf16
  var bytes: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  bytes.insert(contentsOf: [0x00, 0xDC], at: 300)
  #expect(refusal(of: bytes)?.reason == .brokenXML)
  var text = Array(PaperInvoice().ubl().utf8)
  text.insert(0xFF, at: 300)
  #expect(refusal(of: text)?.reason == .brokenXML)
}

@Test func `values beyond all bounds are faults`() {
  let huge = String(repeating: "9", count: 11) + ".99"
  let many = PaperInvoice(lines: .init(repeating: .init(net: huge), count: 200), net: "0.00")
  #expect(refusal(of: many.ubl()) == EInvoiceProblem(term: "BT-106", reason: .numberOutOfRange("Σ")))
  let restless = PaperInvoice(lines: [.init(net: "-" + huge)], net: huge)
  #expect(refusal(of: restless.ubl())?.reason == .numberOutOfRange("Σ"))
  let adjusted = PaperInvoice(adjustments: .init(repeating: .init(isCharge: true, amount: huge), count: 200))
  #expect(refusal(of: adjusted.ubl())?.reason == .numberOutOfRange("Σ"))
}
