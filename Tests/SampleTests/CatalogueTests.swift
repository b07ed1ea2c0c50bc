import Testing

@testable import Sample

@Suite struct CatalogueTests {
  private let catalogue = Catalogue(seed: 1)

  @Test func `products earn what their range says`() {
    for product in catalogue.products where product.range < ProductRange.all.count {
      let margin = (product.price - product.cost) * 1000 / product.price
      #expect(abs(margin - ProductRange.all[product.range].margin) <= 65)
      #expect(product.price >= 400)
    }
  }

  @Test func `prices rise in January and costs a little faster`() {
    let (first, later) = (catalogue.prices(month: 7, since: 5), catalogue.prices(month: 8, since: 5))
    #expect(zip(first.prices, later.prices).allSatisfy { $0 < $1 })
    let last = catalogue.prices(month: 41, since: 5)
    let raised = last.prices.reduce(0, +) * 1000 / catalogue.products.map(\.price).reduce(0, +)
    let dearer = last.costs.reduce(0, +) * 1000 / catalogue.products.map(\.cost).reduce(0, +)
    #expect(raised > 1050 && dearer > raised)
  }

  @Test func `a withdrawn product is replaced by one of its range`() {
    for (number, product) in catalogue.products.enumerated() {
      guard let end = product.withdrawn else { continue }
      #expect(catalogue.sold(number, month: end - 1) == number)
      #expect(catalogue.products[catalogue.sold(number, month: end)].range == product.range)
    }
    #expect(catalogue.products.contains { $0.withdrawn != nil })
    #expect(catalogue.products.contains { $0.since > 0 })
  }
}
