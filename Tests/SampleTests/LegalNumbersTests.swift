import Testing

@testable import Sample

@Suite struct LegalNumbersTests {
  /// The official check: every second digit doubled from the right, the sum a multiple of ten.
  private func isLuhn(_ text: String) -> Bool {
    let digits = text.utf8.reversed().map { Int($0) - 48 }
    return digits.enumerated().reduce(0) { sum, entry in
      let doubled = entry.offset % 2 == 1 ? entry.element * 2 : entry.element
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    } % 10 == 0
  }

  @Test func `every SIREN passes its check and is one company's`() {
    let numbers = (0..<5000).map(LegalNumbers.siren)
    #expect(numbers.allSatisfy { $0.utf8.count == 9 && isLuhn($0) })
    #expect(Set(numbers).count == 5000)
  }

  @Test func `the VAT key is that of the example of the tax office`() {
    #expect(LegalNumbers.vat(siren: "404833048") == "FR83404833048")
  }

  @Test func `phone numbers are those kept free for fiction and mail goes nowhere`() {
    eachRow(of: SampleBooks.first.files[.customers]) { row in
      let (mail, phone, postcode) = (row.text(19), row.text(20), row.text(22))
      #expect(mail.isEmpty || mail.hasSuffix(".example"))
      #expect(phone.hasPrefix("01 99 00 ") || phone.hasPrefix("06 39 98 "))
      #expect(postcode.utf8.count == 5)
    }
  }
}
