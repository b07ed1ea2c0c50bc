import Ledger
import SourceFiles
import Testing

@Test func `options are read as the command line writes them`() throws {
  let options = try SniffOptions(
    kind: .sales, delimiter: "tab", encoding: "CP1252", dateFormat: "%d/%m/%Y", decimalComma: true,
    map: "amount=Montant\\, net,name=Prénom+Nom", sheet: "Ventes")
  #expect(options.delimiter == .tab)
  #expect(options.encoding == .windows1252)
  #expect(options.dateOrder == .dayFirst)
  #expect(options.decimalMark == .comma)
  #expect(options.map.map(\.field) == ["amount", "name"])
  #expect(options.map.map(\.column) == ["Montant, net", "Prénom+Nom"])
}

@Test(arguments: [("ymd", DateOrder.yearFirst), ("%m-%d-%y %I:%M %p", .monthFirst), ("%Y%m%d", .yearFirst)])
func `a date pattern gives its order`(pattern: String, order: DateOrder) throws {
  let options = try SniffOptions(
    kind: nil, delimiter: nil, encoding: nil, dateFormat: pattern, decimalComma: false, map: nil, sheet: nil)
  #expect(options.dateOrder == order)
}

@Test func `an option that is not understood is named`() {
  #expect(throws: SourceFileError.badOption(option: "--date-format", value: "%H:%M")) {
    try SniffOptions(
      kind: nil, delimiter: nil, encoding: nil, dateFormat: "%H:%M", decimalComma: false, map: nil, sheet: nil)
  }
  #expect(throws: SourceFileError.badOption(option: "--map", value: "amount")) {
    try SniffOptions(
      kind: nil, delimiter: nil, encoding: nil, dateFormat: nil, decimalComma: false, map: "amount", sheet: nil)
  }
}
