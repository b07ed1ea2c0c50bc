import Ledger

/// Where each analysis speaks of a customer, so that a sheet is made without looking through the others.
struct CustomerPlaces: Sendable {
  /// The places of some list's lines, by customer.
  struct Index: Sendable {
    private let places: [Int32]

    init(_ customers: some Sequence<Int>, count: Int) {
      var places = [Int32](repeating: -1, count: count)
      for (place, customer) in customers.enumerated() { places[customer] = Int32(place) }
      self.places = places
    }

    /// The place of a customer's line, or nothing.
    subscript(customer: Int) -> Int? { places[customer] < 0 ? nil : Int(places[customer]) }
  }

  let ranking: Index
  let floors: Index
  let time: Index
  let promises: Index
  let tomorrow: Index
  let oneOffs: Index
  let falling: Index
  let atRisk: Index
  let cherish: Index

  init(_ analysis: PortfolioAnalysis) {
    let count = analysis.books.customers.count
    ranking = Index(analysis.ranking.rows.lazy.map(\.customer), count: count)
    floors = Index(analysis.floors.rows.lazy.map(\.customer), count: count)
    time = Index(analysis.time.rows.lazy.map(\.customer), count: count)
    promises = Index(analysis.promises.rows.lazy.map(\.customer), count: count)
    tomorrow = Index(analysis.tomorrow.rows.lazy.map(\.customer), count: count)
    oneOffs = Index(analysis.oneOffs.rows.lazy.map(\.customer), count: count)
    atRisk = Index(analysis.lists[.atRisk].lazy.map(\.customer), count: count)
    cherish = Index(analysis.lists[.cherish].lazy.map(\.customer), count: count)
    falling = Index(analysis.stakes.marginRates.falling.lazy.map(\.customer), count: count)
  }
}
