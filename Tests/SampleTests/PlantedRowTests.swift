import Sample
import Testing

@Suite struct PlantedRowTests {
  @Test func `planted rows stand in the sales file, one after the other`() {
    let company = SampleCompany(customers: 40, lines: 3000)
    let text = String(decoding: written(company)[.sales] ?? [], as: UTF8.self)
    #expect(text.contains("\n" + company.plantedRows.map(\.text).joined(separator: "\n") + "\n"))
    #expect(company.plantedRows.count == 12)
    #expect(company.plantedRows.count { !$0.isAccepted } == 7)
    #expect(Set(company.plantedRows.map(\.oddity)) == Set(PlantedRow.Oddity.allCases))
  }

  @Test func `twins are the same to the byte`() {
    let twins = SampleCompany(customers: 40, lines: 3000).plantedRows.filter { $0.oddity == .twin }
    #expect(twins.count == 2 && twins[0] == twins[1])
  }

  @Test func `a few lines of a hundred have no customer`() {
    let sales = SampleBooks.first.sales
    let counter = sales.count { $0.customer == nil }
    #expect((15...35).contains(counter * 1000 / sales.count))
  }
}
