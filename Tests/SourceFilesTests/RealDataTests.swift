import Ledger
import SourceFiles
import Testing
import Units

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder of real data, or nothing where it is not at hand.
let dataFolder: String? = {
  guard let path = getenv("CLIENTELE_DATA") else {
    print("CLIENTELE_DATA is not set: real files are not read")
    return nil
  }
  return String(cString: path)
}()

/// Real files, read with nothing but their name.
@Suite(.enabled(if: dataFolder != nil))
struct RealDataTests {
  private func path(_ name: String) throws -> String { try #require(dataFolder) + "/" + name }

  private func table(_ name: String, options: SniffOptions = SniffOptions()) throws -> SniffedTable {
    try sniffedTable(FileSample(path: path(name)), options: options)
  }

  private func columns(_ table: SniffedTable) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: table.reading.columns.map {
        ($0.field.rawValue, table.reading.header(of: $0.field) ?? "")
      })
  }

  private func cleaned(_ name: String, _ reading: TableReading) throws -> Cleaned {
    var result = Cleaned()
    let cleaner = RowCleaner(
      reading: reading, file: name, currency: "GBP", rates: [:], rows: { _ in }, faults: { result.faults.append($0) })
    try cleaner.clean(FileBytes(path: path(name)))
    result.summary = try cleaner.finish()
    return result
  }

  @Test func `online retail is read to the cent`() throws {
    let table = try table("online_retail/online_retail.csv.gz")
    #expect(table.reading.kind == .sales)
    #expect(table.reading.isGzip)
    #expect(
      columns(table) == [
        "invoice": "InvoiceNo", "product": "StockCode", "productName": "Description", "quantity": "Quantity",
        "date": "InvoiceDate", "unitPrice": "UnitPrice", "customer": "CustomerID",
      ])
    #expect(table.datePattern == "%Y-%m-%d %H:%M:%S")
    #expect(table.hasPlainNumbers)
    let result = try cleaned("online_retail/online_retail.csv.gz", table.reading)
    #expect(result.summary.rows == 541_909)
    #expect(result.summary.accepted == 541_909)
    #expect(result.summary.amount == Cents(974_774_793))
    #expect(result.summary.unattributedAmount == Cents(144_768_212))
    #expect(result.summary.unattributedLines == 135_080)
    #expect(result.summary.firstDay == Day(year: 2010, month: 12, day: 1))
    #expect(result.summary.lastDay == Day(year: 2011, month: 12, day: 9))
    #expect(result.faults.isEmpty)
  }

  @Test(arguments: ["2017", "2018", "2019"])
  func `adventure works sales wait for prices and are month first`(year: String) throws {
    let name = "adventureworks/AdventureWorks_Sales_\(year).csv.gz"
    let table = try table(name)
    #expect(table.reading.kind == .sales)
    #expect(
      columns(table) == [
        "date": "OrderDate", "invoice": "OrderNumber", "product": "ProductKey", "customer": "CustomerKey",
        "quantity": "OrderQuantity",
      ])
    #expect(table.reading.dateOrder == .monthFirst)
    #expect(table.notes.contains(.amountsWaitForPrices))
    let result = try cleaned(name, table.reading)
    #expect(result.summary.rejected == 0)
    #expect(result.summary.linesWaitingForPrice == result.summary.rows)
    #expect(result.summary.firstDay == Day(year: try #require(Int(year)), month: 1, day: 1))
    #expect(result.summary.lastDay?.civil.year == Int(year))
  }

  @Test func `adventure works products have cost and price`() throws {
    let table = try table("adventureworks/AdventureWorks_Products.csv.gz")
    #expect(table.reading.kind == .products)
    #expect(
      columns(table) == [
        "product": "ProductKey", "productName": "ProductName", "range": "ProductSubcategoryKey", "cost": "ProductCost",
        "price": "ProductPrice",
      ])
    let result = try cleaned("adventureworks/AdventureWorks_Products.csv.gz", table.reading)
    #expect(result.summary.rejected == 0)
    #expect(result.summary.accepted == 293)
  }

  @Test func `adventure works customers have a composed name`() throws {
    let table = try table("adventureworks/AdventureWorks_Customers.csv.gz")
    #expect(table.reading.kind == .customers)
    #expect(
      columns(table) == ["customer": "CustomerKey", "name": "FirstName + LastName", "email": "EmailAddress"])
    let result = try cleaned("adventureworks/AdventureWorks_Customers.csv.gz", table.reading)
    #expect(result.summary.rows == result.summary.accepted + result.summary.rejected)
    #expect(result.summary.accepted > 18_000)
  }

  @Test func `chinook customers are companies or else persons`() throws {
    let table = try table("chinook/Customer.csv")
    #expect(table.reading.kind == .customers)
    #expect(
      columns(table) == [
        "customer": "CustomerId", "name": "Company | FirstName + LastName", "address": "Address", "city": "City",
        "region": "State", "country": "Country", "postcode": "PostalCode", "phone": "Phone", "email": "Email",
        "salesperson": "SupportRepId",
      ])
    #expect(try cleaned("chinook/Customer.csv", table.reading).summary.accepted == 59)
  }

  @Test func `chinook invoices are headers, their lines sales without a date`() throws {
    let headers = try table("chinook/Invoice.csv")
    #expect(headers.reading.kind == .invoices)
    #expect(columns(headers) == ["invoice": "InvoiceId", "date": "InvoiceDate", "customer": "CustomerId"])
    #expect(headers.notes.contains(.totalNotTaken(header: "Total")))
    #expect(try cleaned("chinook/Invoice.csv", headers.reading).summary.accepted == 412)
    let lines = try table("chinook/InvoiceLine.csv")
    #expect(lines.reading.kind == .sales)
    #expect(
      columns(lines) == [
        "invoice": "InvoiceId", "product": "TrackId", "unitPrice": "UnitPrice", "quantity": "Quantity",
      ])
    let result = try cleaned("chinook/InvoiceLine.csv", lines.reading)
    #expect(result.summary.linesWaitingForInvoice == 2_240)
    #expect(result.summary.amount == Cents(232_860))
  }

  @Test func `chinook employees are people`() throws {
    let table = try table("chinook/Employee.csv")
    #expect(table.reading.kind == .people)
    let columns = columns(table)
    #expect(columns["salesperson"] == "EmployeeId")
    #expect(columns["name"] == "FirstName + LastName")
    #expect(columns["role"] == "Title")
    #expect(try cleaned("chinook/Employee.csv", table.reading).summary.accepted == 8)
  }

  @Test func `cdnow with and without a header`() throws {
    let table = try table(
      "cdnow/cdnow_sample.csv", options: SniffOptions(kind: .sales, map: [.init(field: "customer", column: "id")]))
    let result = try cleaned("cdnow/cdnow_sample.csv", table.reading)
    #expect(result.summary.accepted == 6_919)
    #expect(result.summary.firstDay == Day(year: 1997, month: 1, day: 1))
  }

  @Test func `an accounting export is named`() throws {
    #expect(
      throws: SourceFileError.notATable(file: "odoo_l10n_fr_fec_2021_test.txt", found: .accountingExport)
    ) { try table("fec-odoo/odoo_l10n_fr_fec_2021_test.txt") }
  }
}
