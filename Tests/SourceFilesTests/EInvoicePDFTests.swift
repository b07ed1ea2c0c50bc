import Ledger
import Testing
import Units

@testable import SourceFiles

/// A PDF of one empty page that carries files.
func paperPDF(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  var objects: [[UInt8]] = []
  let names = files.enumerated().map { "(\($1.name)) \(5 + 2 * $0) 0 R" }.joined(separator: " ")
  objects.append(Array("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 4 0 R >> >>".utf8))
  objects.append(Array("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".utf8))
  objects.append(Array("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>".utf8))
  objects.append(Array("<< /Names [\(names)] >>".utf8))
  for (place, file) in files.enumerated() {
    let stream = "\(6 + 2 * place) 0 R"
    objects.append(
      Array("<< /Type /Filespec /F (\(file.name)) /UF (\(file.name)) /EF << /F \(stream) >> >>".utf8))
    objects.append(
      Array("<< /Type /EmbeddedFile /Length \(file.bytes.count) >>\nstream\n".utf8) + file.bytes
        + Array("\nendstream".utf8))
  }
  var pdf = Array("%PDF-1.7\n".utf8)
  var places: [Int] = []
  for (number, object) in objects.enumerated() {
    places.append(pdf.count)
    pdf += Array("\(number + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
  }
  let start = pdf.count
  pdf += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
  for place in places { pdf += Array("\(padded(place, 10)) 00000 n \n".utf8) }
  pdf += Array("trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
  return pdf
}

private let cii = Array(PaperInvoice(number: "F-7").cii().utf8)
private let note = Array("<note/>".utf8)
private let hasProgram =
  BoundedProgram(name: "qpdf", seconds: 9, outputLimit: 9999).run(["--version"]) != .missing

@Suite(.enabled(if: hasProgram))
struct EInvoicePDFTests {
  @Test(arguments: ["factur-x.xml", "zugferd-invoice.xml", "ZUGFeRD-invoice.xml", "xrechnung.xml", "facture.xml"])
  func `the invoice in a PDF is read`(name: String) throws {
    let pdf = paperPDF([("bon.pdf", [1, 2, 3]), (name, cii)])
    #expect(try readThrough(pdf, name: "f.pdf") == ["f.pdf F-7"])
    #expect(eInvoiceContainer(of: pdf) == .pdf)
    var embedded: String?
    try readEInvoices(in: pdf, name: "f.pdf", each: { embedded = $0.embedded }, fault: { _ in })
    #expect(embedded == name)
  }

  @Test func `the prescribed name comes first, other XML beside it is passed over`() throws {
    let other = Array(PaperInvoice(number: "F-8").cii().utf8)
    #expect(try readThrough(paperPDF([("a.xml", other), ("factur-x.xml", cii)]), name: "f") == ["f F-7"])
    #expect(try readThrough(paperPDF([("a.xml", note), ("b.xml", cii)]), name: "f") == ["f F-7"])
  }

  @Test func `a PDF without an invoice is said to be so`() throws {
    #expect(try readThrough(paperPDF([]), name: "f.pdf") == ["f.pdf noEmbeddedInvoice"])
    #expect(try readThrough(paperPDF([("bon.pdf", [1])]), name: "f.pdf") == ["f.pdf noEmbeddedInvoice"])
    #expect(try readThrough(paperPDF([("order-x.xml", note)]), name: "f.pdf") == ["f.pdf/order-x.xml notAnInvoice"])
    #expect(eInvoiceContainer(of: paperPDF([])) == nil)
  }

  @Test func `a fault in the embedded XML names it`() throws {
    let pdf = paperPDF([("factur-x.xml", Array(cii.dropLast(5)))])
    #expect(try readThrough(pdf, name: "f.pdf") == ["f.pdf/factur-x.xml brokenXML"])
  }

  @Test func `a damaged PDF is said to be so`() throws {
    #expect(try readThrough(Array("%PDF-1.7 nothing".utf8), name: "f.pdf") == ["f.pdf unreadablePDF"])
  }

  @Test func `a PDF in an archive is read`() throws {
    let zip = PaperZip(entries: [.init(name: "f.pdf", bytes: paperPDF([("factur-x.xml", cii)]), isDeflated: true)])
    #expect(try readThrough(zip.bytes, name: "z") == ["z/f.pdf F-7"])
    #expect(eInvoiceContainer(of: zip.bytes) == .archive)
  }

  @Test func `what a PDF carries is bounded`() throws {
    var limits = EInvoiceLimits()
    limits.documentBytes = 4096
    let long = Array(PaperInvoice(lines: .init(repeating: .init(), count: 50)).cii().utf8)
    let file = try TemporaryFile(of: MemoryBytes(paperPDF([("factur-x.xml", long)])), limit: 1 << 20)
    let pdf = PDFAttachments(path: file.path, limits: limits)
    #expect(throws: EInvoiceProblem(reason: .documentTooBig(limit: 4096))) {
      try pdf.bytes(of: try #require(try pdf.candidates().first))
    }
  }

  @Test func `noise in a PDF never crashes`() throws {
    var random = SplitMix64(seed: 6)
    let pdf = paperPDF([("factur-x.xml", cii)])
    for _ in 0..<20 {
      var bytes = pdf
      for _ in 0..<20 {
        bytes[Int.random(in: 9..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      #expect(try readThrough(bytes, name: "f.pdf").count == 1)
    }
  }
}

@Test func `a program that is not installed is asked for by name`() {
  let pdf = PDFAttachments(path: "f.pdf", limits: EInvoiceLimits(), program: "no-such-program")
  let problem = EInvoiceProblem(reason: .programMissing("no-such-program"))
  #expect(throws: problem) { try pdf.candidates() }
  #expect(problem.reason.sentence(in: .en).contains("apt-get install no-such-program"))
}

@Test func `a program that takes too long is stopped`() {
  let start = ContinuousClock.now
  #expect(BoundedProgram(name: "sleep", seconds: 1, outputLimit: 1).run(["60"]) == .tooSlow)
  #expect(ContinuousClock.now - start < .seconds(20))
}

@Test func `a program that writes too much is stopped, and its status is told`() {
  #expect(BoundedProgram(name: "yes", seconds: 20, outputLimit: 1 << 16).run([]) == .tooMuchOutput)
  #expect(
    BoundedProgram(name: "sh", seconds: 20, outputLimit: 99).run(["-c", "printf '%s' \"$1\"; exit 3", "sh", "$(a) b'"])
      == .ended(status: 3, output: Array("$(a) b'".utf8)))
}

@Test func `the listing of attachments is read by name and by object`() {
  let listing = """
    clef 1 -> x -> 6,0
      preferred name: factur-x.xml
      all names:
        /F -> 7,0
    b.xml -> 4,0
    f -> g.pdf has no embedded files
    """
  #expect(
    attachments(inListing: listing) == [
      PDFAttachments.Attachment(name: "factur-x.xml", object: "6,0"),
      PDFAttachments.Attachment(name: "b.xml", object: "4,0"),
    ])
}
