import Ledger
import SourceFiles
import Testing
import Units

/// The three formats.
private let formats: [(String, @Sendable (PaperInvoice) -> String)] = [
  ("UBL", { $0.ubl() }), ("CII", { $0.cii() }), ("ZUGFeRD 1", { $0.cii(isZUGFeRD1: true) }),
]

@Test(arguments: formats)
func `an invoice says the same in every format`(name: String, write: @Sendable (PaperInvoice) -> String) throws {
  let invoice = try parsed(write(PaperInvoice()))
  #expect(invoice.number == "F-1")
  #expect(invoice.day == Day(year: 2025, month: 3, day: 14))
  #expect(invoice.kind == .invoice)
  #expect(invoice.currency == "EUR")
  #expect(invoice.totals.net == Cents(1000))
  #expect(invoice.totals.tax == Cents(200), "the tax in another currency is not taken")
  #expect(invoice.totals.gross == Cents(1200))
  #expect(invoice.totals.payable == Cents(1200))
  let buyer = invoice.buyer
  #expect(buyer.name == "Dupont & Fils")
  #expect(buyer.identifiers == [EInvoiceIdentifier(scheme: nil, value: "C042")])
  #expect(buyer.legal == EInvoiceIdentifier(scheme: "0002", value: "787878784"))
  #expect(buyer.vat == "FR19787878784", "a number of another tax is not taken")
  #expect(buyer.email == "compta@dupont.example")
  #expect(buyer.phone == "+33 2 98 00 00 00")
  #expect(buyer.address.first == "1 rue du Port")
  #expect([buyer.postcode, buyer.city, buyer.country] == ["29200", "Brest", "FR"])
  #expect(invoice.seller.name == "Vendeur")
  #expect(invoice.seller.vat?.hasPrefix("FR1") == true)
  let line = try #require(invoice.lines.first)
  #expect(invoice.lines.count == 1)
  #expect(line.origin == .billed)
  #expect([line.number, line.name, line.sellersItem, line.buyersItem, line.unit] == ["1", "Vis", "A1", "B1", "C62"])
  #expect(line.standardItem == EInvoiceIdentifier(scheme: "0160", value: "3760000000017"))
  #expect(line.quantity == 1_000_000)
  #expect(line.unitPrice == 10_000_000)
  #expect(line.net == Cents(1000))
  #expect(line.amount == Cents(1000))
}

@Test func `UBL gives trading names, several address lines and an e-mail as endpoint`() throws {
  let buyer = try parsed(PaperInvoice().ubl()).buyer
  #expect(buyer.tradingName == "Chez Dupont")
  #expect(buyer.address == ["1 rue du Port", "Bâtiment B", "Quai 3"])
  #expect(buyer.endpoint == EInvoiceIdentifier(scheme: "EM", value: "compta@dupont.example"))
}

@Test func `the prefixes of names do not matter, nor does a default namespace`() throws {
  let plain = try parsed(PaperInvoice().ubl())
  #expect(try parsed(PaperInvoice().ubl(prefix: "x", aggregate: "y")) == plain)
  let cii = PaperInvoice().cii()
  #expect(try parsed(cii.replacing("ram:", with: "").replacing(":ram=", with: "=")) == parsed(cii))
}

@Test func `a byte order mark and UTF-16 are read`() throws {
  let xml = PaperInvoice().ubl()
  let plain = try parsed(xml)
  let units = xml.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"").utf16
  let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  for bytes in [[0xEF, 0xBB, 0xBF] + Array(xml.utf8), little, big] {
    #expect(try eInvoice(from: MemoryBytes(bytes)) == plain)
    #expect(eInvoiceContainer(of: bytes) == .document)
  }
}

@Test func `an encoding that the document declares is read`() throws {
  let xml = PaperInvoice(buyer: "Société").ubl().replacing("UTF-8", with: "ISO-8859-1").replacing("â", with: "a")
  let bytes = xml.unicodeScalars.map { UInt8($0.value) }
  #expect(try eInvoice(from: MemoryBytes(bytes)).buyer.name == "Société")
}

@Test func `a name that breaks over lines is one line`() throws {
  #expect(try parsed(PaperInvoice(buyer: "\n  Dupont\n\t et   Fils ").ubl()).buyer.name == "Dupont et Fils")
}

@Test func `CDATA and comments are read over`() throws {
  let xml = PaperInvoice(buyer: "Du<!-- x --><![CDATA[pont & ]]>Fils").ubl()
  #expect(try parsed(xml).buyer.name == "Dupont & Fils")
}

// MARK: - Kinds

@Test func `a credit note takes back what it writes without a sign`() throws {
  let paper = PaperInvoice(type: "381", preceding: ["F-1"], lines: [.init(quantity: "3", net: "30.00")], net: "30.00")
  for xml in [paper.ubl(root: "CreditNote"), paper.cii(), paper.ubl(), paper.cii(isZUGFeRD1: true)] {
    let credit = try parsed(xml)
    #expect(credit.kind == .creditNote)
    #expect(credit.totals.net == Cents(-3000))
    #expect(credit.totals.gross == Cents(-1200))
    let line = try #require(credit.lines.first)
    #expect(line.quantity == -3_000_000)
    #expect(line.amount == Cents(-3000))
    #expect(line.unitPrice == 10_000_000)
    #expect(credit.preceding == [EInvoiceReference(number: "F-1", day: nil)])
    #expect(credit.replaced.isEmpty)
  }
}

@Test func `a negative invoice stays negative, and a negative credit note charges`() throws {
  let paper = PaperInvoice(lines: [.init(quantity: "-1", net: "-10.00")], net: "-10.00")
  let negative = try parsed(paper.ubl())
  #expect(negative.kind == .invoice)
  #expect(negative.totals.net == Cents(-1000))
  #expect(negative.lines.first?.quantity == -1_000_000)
  var credit = paper
  credit.type = "381"
  #expect(try parsed(credit.ubl(root: "CreditNote")).totals.net == Cents(1000))
}

@Test func `a credit note without a type, or with an invoice's, is a credit note`() throws {
  let xml = PaperInvoice(type: "380").ubl(root: "CreditNote")
  #expect(try parsed(xml).kind == .creditNote)
  let untyped = xml.replacing("<cbc:CreditNoteTypeCode>380</cbc:CreditNoteTypeCode>", with: "")
  #expect(try parsed(untyped).kind == .creditNote)
  #expect(try parsed(untyped).typeCode == "381")
}

@Test func `a correction takes the place of what it names, unless it is a difference`() throws {
  let correction = try parsed(PaperInvoice(type: "384", preceding: ["F-0"]).cii())
  #expect(correction.kind == .corrected)
  #expect(correction.replaced.map(\.number) == ["F-0"])
  let difference = PaperInvoice(type: "384", preceding: ["F-0"], lines: [.init(net: "-10.00")], net: "-10.00")
  #expect(try parsed(difference.cii()).replaced.isEmpty)
}

@Test func `an advance is no revenue, unless the final invoice deducts it in its lines`() throws {
  let advance = try parsed(PaperInvoice(number: "A-1", type: "386").ubl())
  #expect(advance.isAdvance)
  let whole = PaperInvoice(preceding: ["A-1"], lines: [.init(net: "50.00")], net: "50.00", prepaid: "12.00")
  let final = try parsed(whole.ubl())
  #expect(!final.isAdvance)
  #expect(final.totals.net == Cents(5000))
  #expect(final.totals.prepaid == Cents(1200))
  #expect(!final.deductsInLines(advance))
  let lessened = PaperInvoice(
    preceding: ["A-1"], lines: [.init(net: "50.00"), .init(name: "Acompte", net: "-10.00")], net: "40.00")
  #expect(try parsed(lessened.ubl()).deductsInLines(advance))
  var stranger = lessened
  stranger.preceding = ["A-2"]
  #expect(try !parsed(stranger.ubl()).deductsInLines(advance))
}

@Test(arguments: [
  ("389", EInvoiceKind.selfBilled), ("393", .factored), ("383", .debitNote), ("326", .partial), ("751", .invoice),
  ("500", .prepayment), ("471", .corrected),
])
func `the type code says what an invoice is`(code: String, kind: EInvoiceKind) throws {
  #expect(try parsed(PaperInvoice(type: code).cii()).kind == kind)
}

@Test(arguments: [
  ("261", EInvoiceKind.selfBilledCreditNote), ("396", .factoredCreditNote), ("503", .prepaymentCreditNote),
])
func `every kind of credit note is negative`(code: String, kind: EInvoiceKind) throws {
  let credit = try parsed(PaperInvoice(type: code).cii())
  #expect(credit.kind == kind)
  #expect(credit.totals.net == Cents(-1000))
}

@Test(arguments: ["325", "71", "220", "x"])
func `a document that bills nothing is refused`(code: String) throws {
  let problem = try #require(refusal(of: PaperInvoice(type: code).cii()))
  #expect(problem.reason == .notAnInvoiceType(code))
  #expect(problem.term == "BT-3")
}

// MARK: - Values

@Test(arguments: [
  ("2025-03-14", 14), ("2025-03-14Z", 14), ("2025-03-14+01:00", 14), ("2025-03-14T23:59:00", 14), ("20250314", 14),
])
func `days are read with zones and times`(text: String, day: Int) throws {
  #expect(try parsed(PaperInvoice(date: text).ubl()).day == Day(year: 2025, month: 3, day: day))
}

@Test(arguments: [("102", "20250314"), ("203", "202503141230"), ("204", "20250314123059"), ("101", "250314")])
func `the formats of UN-CEFACT days are read`(format: String, text: String) throws {
  let xml = PaperInvoice().cii().replacing("format=\"102\">20250314", with: "format=\"\(format)\">\(text)")
  #expect(try parsed(xml).day == Day(year: 2025, month: 3, day: 14))
}

@Test(arguments: [
  ("2025-02-30", RowFault.Reason.notADay("2025-02-30")), ("14/03/2025", .notADay("14/03/2025")),
  ("1825-03-14", .dayOutOfRange("1825-03-14")), ("2025-03-14x", .notADay("2025-03-14x")),
])
func `a day that is none is a fault with its line`(text: String, reason: RowFault.Reason) throws {
  let problem = try #require(refusal(of: PaperInvoice(date: text).ubl()))
  #expect(problem.reason == reason)
}

@Test func `a fault names its term and its line`() throws {
  let xml = PaperInvoice(lines: [.init(net: "ten")]).ubl().replacing("<cbc:LineEx", with: "\n\n<cbc:LineEx")
  let problem = try #require(refusal(of: xml))
  #expect(problem == EInvoiceProblem(line: 7, term: "BT-131", reason: .notANumber("ten")))
  #expect(problem.fault(file: "a.xml").column == "BT-131")
}

@Test(arguments: [
  ("1,000", RowFault.Reason.notANumber("1,000")), ("10.50 EUR", .notANumber("10.50 EUR")), ("ten", .notANumber("ten")),
  ("5%", .notANumber("5%")), ("1000000000000.00", .numberOutOfRange("1000000000000.00")),
])
func `an amount that could be another is never guessed`(text: String, reason: RowFault.Reason) throws {
  let problem = try #require(refusal(of: PaperInvoice(net: text).ubl()))
  #expect(problem.reason == reason)
  #expect(problem.term == "BT-109")
}

@Test func `a price for several units is for one each`() throws {
  let xml = PaperInvoice(lines: [.init(quantity: "1000", price: "12.50", net: "12.50")], net: "12.50").ubl()
    .replacing("</cbc:PriceAmount>", with: "</cbc:PriceAmount><cbc:BaseQuantity>1000</cbc:BaseQuantity>")
  let line = try #require(try parsed(xml).lines.first)
  #expect(line.priceBase == 1_000_000_000)
  #expect(line.unitPrice == 12_500)
}

@Test(arguments: [
  ("ID", RowFault.Reason.missing(.invoice), "BT-1"), ("IssueDate", .missing(.date), "BT-2"),
  ("DocumentCurrencyCode", .missing(.currency), "BT-5"), ("TaxExclusiveAmount", .missing(.amount), "BT-109"),
])
func `what an invoice cannot do without is a fault`(name: String, reason: RowFault.Reason, term: String) throws {
  var xml = PaperInvoice().ubl()
  let start = try #require(xml.firstRange(of: "<cbc:\(name)"))
  let end = try #require(xml[start.lowerBound...].firstRange(of: "</cbc:\(name)>"))
  xml.removeSubrange(start.lowerBound..<end.upperBound)
  #expect(refusal(of: xml) == EInvoiceProblem(term: term, reason: reason))
}

@Test func `headings and remarks among the lines do not count`() throws {
  let paper = PaperInvoice(lines: [.init(), .init(name: "Titre", net: "10.00")])
  let xml = paper.cii().replacing(
    "<ram:LineID>2</ram:LineID>",
    with: "<ram:LineID>2</ram:LineID><ram:LineStatusReasonCode>GROUP</ram:LineStatusReasonCode>")
  #expect(try parsed(xml).lines.map(\.name) == ["Vis"])
}

// MARK: - Something else

@Test(arguments: [
  ("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>", "Order"),
  ("<html><body/></html>", "html"),
  ("<Invoice xmlns=\"urn:example:other\"><ID>1</ID></Invoice>", "Invoice"),
  (
    "<rsm:SCRDMCCBDACIOMessageStructure xmlns:rsm=\"urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100\"/>",
    "SCRDMCCBDACIOMessageStructure"
  ),
])
func `an order or any other XML is refused by its name`(xml: String, root: String) {
  #expect(refusal(of: xml) == EInvoiceProblem(line: 1, reason: .notAnInvoice(root: root)))
}

@Test func `an order is of the family that reading explains, a web page is not`() {
  let order = "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>"
  #expect(eInvoiceContainer(of: Array(order.utf8)) == .document)
  #expect(eInvoiceContainer(of: Array("<html/>".utf8)) == nil)
  #expect(eInvoiceContainer(of: Array("a;b;c".utf8)) == nil)
  #expect(eInvoiceContainer(of: []) == nil)
}

@Test func `every reason has a sentence in both languages`() {
  let reasons: [RowFault.Reason] = [
    .brokenXML, .documentType, .nestedTooDeep(limit: 1), .tooManyAttributes(limit: 1), .valueTooLong(limit: 1024),
    .documentTooBig(limit: 1 << 20), .notAnInvoice(root: "a"), .notAnInvoiceType("1"), .notAnEInvoice,
    .noEmbeddedInvoice, .unreadablePDF, .programMissing("qpdf"), .programTooSlow("qpdf", seconds: 20), .damagedArchive,
    .archiveInArchive, .encryptedEntry, .tooManyEntries(limit: 1), .archiveBomb, .unreadableFile,
  ]
  #expect(Set(reasons.map(\.code)).count == reasons.count)
  for reason in reasons { #expect(reason.sentence(in: .fr) != reason.sentence(in: .en)) }
  for kind in EInvoiceKind.allCases { #expect(!kind.name(in: .fr).isEmpty) }
}
