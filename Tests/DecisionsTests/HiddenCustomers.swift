import Ledger
import Units

extension Books {
  /// The same books without some customers, who stand among the prospects with what a prospect's file says of them: nothing
  /// of their sales is left.
  func hiding(_ hidden: [Int]) -> Books {
    let kept = customers.ids.indices.filter { !hidden.contains($0) }
    func columns<Cell>(_ cells: (Int) -> [Cell]) -> (offsets: [Int], cells: [Cell]) {
      let own = kept.map(cells)
      return (own.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }, own.flatMap { $0 })
    }
    let months = columns { activity.range(of: $0).map { (activity.months[$0], activity.cells[$0]) } }
    let ordered = columns { Array(orders[$0]) }
    let ranged = columns { Array(ranges[$0]) }
    let served = columns { Array(services[$0]) }
    let strangers = hidden.map { place in
      let details = customers.details[place]
      return Prospect(
        id: ID("hidden \(customers.ids[place])"), name: customers.names[place], category: details?.category,
        sector: details?.sector, region: details?.region, size: details?.size, potential: details?.potential,
        interest: details?.interest, culture: details?.culture)
    }
    return Books(
      window: window, history: history,
      customers: CustomerFile(
        ids: kept.map { customers.ids[$0] }, names: kept.map { customers.names[$0] },
        details: Dictionary(
          uniqueKeysWithValues: kept.enumerated().compactMap { new, old in customers.details[old].map { (new, $0) } })),
      activity: Activity(offsets: months.offsets, months: months.cells.map(\.0), cells: months.cells.map(\.1)),
      unattributed: unattributed, orders: OrderLog(offsets: ordered.offsets, orders: ordered.cells),
      ranges: RangeUse(names: ranges.names, offsets: ranged.offsets, cells: ranged.cells),
      services: ServiceActivity(offsets: served.offsets, cells: served.cells, medianMinutes: services.medianMinutes),
      unattributedServices: unattributedServices, people: people,
      prospects: (prospects + strangers).sorted { $0.id < $1.id }, waitingLines: 0)
  }
}

/// The part of pairs of one of each kind in which the first scores more, ties half (Mann & Whitney 1947).
func areaUnderCurve(_ ones: [Double], _ others: [Double]) -> Double {
  var sum = 0.0
  for one in ones { for other in others { sum += one > other ? 1 : one == other ? 0.5 : 0 } }
  return sum / Double(ones.count * others.count)
}
