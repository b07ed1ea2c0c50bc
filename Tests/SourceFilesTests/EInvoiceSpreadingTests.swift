import Ledger
import SourceFiles
import Testing
import Units

@Test func `the worked example of the method page`() throws {
  // docs/methods/electronic-invoices.md: 120.00 and 60.00, and a return of 30.00; 5 % off, 9.50 for the carrier.
  let paper = PaperInvoice(
    lines: [
      .init(name: "Perceuse", quantity: "2", price: "60.00", net: "120.00"),
      .init(name: "Coffret", quantity: "1", price: "60.00", net: "60.00"),
      .init(name: "Retour", quantity: "-1", price: "30.00", net: "-30.00"),
    ],
    adjustments: [.init(isCharge: false, amount: "7.50"), .init(isCharge: true, amount: "9.50")], net: "152.01")
  for xml in [paper.ubl(), paper.cii()] {
    let invoice = try parsed(xml)
    #expect(invoice.lines.map(\.net) == [12_000, 6_000, -3_000, 1].map(Cents.init))
    #expect(invoice.lines.map(\.amount) == [12_114, 6_057, -2_971, 1].map(Cents.init))
    #expect(invoice.lines.map(\.origin) == [.billed, .billed, .billed, .rest])
    #expect(invoice.rest == Cents(1))
    let converted = try invoice.converted(to: "CHF", rates: ["EUR": Rate(millionths: 933_700)])
    #expect(converted.totals.net == Cents(14_193))
    #expect(converted.lines.map(\.amount) == [11_311, 5_655, -2_774, 1].map(Cents.init))
  }
}

@Test func `the totals of allowances and charges count before the single ones`() throws {
  // ZUGFeRD 1 wrote allowances with a minus sign, and their total without.
  let paper = PaperInvoice(
    adjustments: [.init(isCharge: false, amount: "-1.00")], allowances: "1.00", charges: "0.00", net: "9.00")
  let invoice = try parsed(paper.cii(isZUGFeRD1: true))
  #expect(invoice.lines.map(\.amount) == [Cents(900)])
}

@Test func `where the lines sum to zero an allowance is a line of its own`() throws {
  let paper = PaperInvoice(
    lines: [.init(net: "10.00"), .init(net: "-10.00")], adjustments: [.init(isCharge: true, amount: "5.00")],
    net: "5.00")
  let lines = try parsed(paper.ubl()).lines
  #expect(lines.map(\.amount) == [Cents(1000), Cents(-1000), Cents(500)])
  #expect(lines.last?.origin == .allowancesAndCharges)
}

@Test func `an invoice without lines is one line of its total`() throws {
  let paper = PaperInvoice(lines: [], adjustments: [.init(isCharge: false, amount: "3.00")], net: "97.00")
  for xml in [paper.ubl(), paper.cii()] {
    let invoice = try parsed(xml)
    #expect(invoice.lines.map(\.origin) == [.total])
    #expect(invoice.lines.map(\.amount) == [Cents(9700)])
    #expect(invoice.rest == .zero)
  }
}

@Test func `a line without an amount leaves it to the rest`() throws {
  let xml = PaperInvoice().cii().replacing("<ram:LineTotalAmount>10.00</ram:LineTotalAmount>", with: "")
  let lines = try parsed(xml).lines
  #expect(lines.map(\.origin) == [.billed, .rest])
  #expect(lines.map(\.amount) == [.zero, Cents(1000)])
}

/// A paper invoice with amounts drawn at random.
private func drawnInvoice(_ random: inout SplitMix64) -> PaperInvoice {
  func amount(_ range: ClosedRange<Int>, _ random: inout SplitMix64) -> String {
    let cents = Int.random(in: range, using: &random)
    let digits = padded(abs(cents), 3)
    return (cents < 0 ? "-" : "") + digits.dropLast(2) + "." + digits.suffix(2)
  }
  let lines = (0..<Int.random(in: 0...9, using: &random)).map { _ in
    PaperInvoice.Line(
      quantity: "\(Int.random(in: -9...9, using: &random))", net: amount(-50_000...90_000, &random))
  }
  let adjustments = (0..<Int.random(in: 0...3, using: &random)).map { _ in
    PaperInvoice.Adjustment(isCharge: Bool.random(using: &random), amount: amount(0...9_999, &random))
  }
  return PaperInvoice(
    type: ["380", "381", "384", "386"].randomElement(using: &random) ?? "380", currency: "USD", lines: lines,
    adjustments: adjustments, net: amount(-99_999...99_999, &random))
}

@Test func `whatever an invoice says, its lines sum to its net total, before and after conversion`() throws {
  var random = SplitMix64(seed: 4)
  for _ in 0..<400 {
    let paper = drawnInvoice(&random)
    let invoice = try parsed(Bool.random(using: &random) ? paper.ubl() : paper.cii())
    #expect(invoice.lines.map(\.amount).sum == invoice.totals.net)
    let billed = invoice.lines.filter { $0.origin == .billed }
    #expect(billed.count == paper.lines.count)
    let rate = Rate(millionths: Int64.random(in: 1...3_000_000, using: &random))
    let converted = try invoice.converted(to: "EUR", rates: ["USD": rate])
    #expect(converted.totals.net == invoice.totals.net.at(rate))
    #expect(converted.lines.map(\.amount).sum == converted.totals.net)
    for (before, after) in zip(invoice.lines, converted.lines) {
      #expect((after.amount - before.amount.at(rate)).magnitude <= Cents(1))
    }
  }
}

// MARK: - Currencies

@Test func `without a rate an invoice is refused, in its own currency it is left alone`() throws {
  let invoice = try parsed(PaperInvoice(currency: "SEK").ubl())
  #expect(throws: EInvoiceProblem(term: "BT-5", reason: .noRate(currency: "SEK"))) {
    try invoice.converted(to: "EUR", rates: ["USD": Rate(percent: 90)])
  }
  #expect(try invoice.converted(to: "SEK", rates: [:]) == invoice)
  #expect(try invoice.converted(to: "EUR", rates: ["sek": Rate(percent: 10)]).totals.net == Cents(100))
}

@Test func `conversion changes money and nothing else`() throws {
  let invoice = try parsed(PaperInvoice(currency: "SEK", lines: [.init(quantity: "3")]).ubl())
  let converted = try invoice.converted(to: "EUR", rates: ["SEK": Rate(percent: 50)])
  #expect(converted.currency == "EUR")
  #expect(converted.lines.first?.quantity == 3_000_000)
  #expect(converted.lines.first?.netPrice == 5_000_000)
  #expect(converted.totals.gross == Cents(600))
  #expect(converted.buyer == invoice.buyer)
}

@Test func `a rate that would pass all bounds is a fault`() throws {
  let invoice = try parsed(PaperInvoice(currency: "SEK", lines: [], net: "99999999999.00").ubl())
  #expect(throws: EInvoiceProblem.self) {
    try invoice.converted(to: "EUR", rates: ["SEK": Rate(millionths: 900_000_000_000)])
  }
}

@Test func `a currency that is no code is refused`() throws {
  #expect(refusal(of: PaperInvoice(currency: "EURO").ubl())?.reason == .noRate(currency: "EURO"))
}
