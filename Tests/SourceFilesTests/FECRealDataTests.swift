import Ledger
import SourceFiles
import Testing
import Units

/// Real accounting exports, read with nothing but their name.
@Suite(.enabled(if: dataFolder != nil))
struct FECRealDataTests {
  private func read(_ name: String) throws -> ReadFEC {
    let path = try #require(dataFolder) + "/fec-odoo/" + name
    let reading = try #require(try fecReading(of: FileSample(path: path)))
    var faults: [RowFault] = []
    let books = try FECReader(reading: reading) { faults.append($0) }.books(of: FileBytes(path: path))
    return ReadFEC(reading: reading, books: books, faults: faults)
  }

  @Test func `a file of one customer gives its revenue to the cent`() throws {
    let read = try read("odoo_l10n_fr_fec_2021_test.txt")
    #expect(read.faults.isEmpty)
    #expect(read.books.controls.revenue == FECControls.Sum(lines: 3, amount: Cents(646_704)))
    #expect(read.books.controls.attributed.amount == Cents(646_704))
    #expect(read.books.customers.map(\.id) == [ID("7")])
    #expect(read.books.customers.map(\.name) == ["partner_a"])
    #expect(read.books.controls.isBalanced)
    #expect(read.books.sales.allSatisfy { $0.invoice == nil && $0.entry == "INV/2021/00001" })
  }

  @Test func `a file whose sales are on other accounts says that it has none`() throws {
    let read = try read("odoo_l10n_fr_account_test.txt")
    #expect(read.faults.isEmpty)
    #expect(read.books.controls.revenue.lines == 0)
    #expect(read.books.notes.contains(.noSales))
    #expect(read.books.controls.opening.lines == 2)
    #expect(read.books.controls.isBalanced)
  }
}
