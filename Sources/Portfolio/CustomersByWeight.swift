import Ledger
import Units

extension Books {
  /// Everybody, the biggest first: those with an invoice line in W by revenue, the others by their last order, the latest
  /// first, those that never ordered last; equals by name, then in the order of the customer file.
  ///
  /// O(n log n).
  func customersByWeight(_ margins: Margins) -> [Int] {
    struct Key {
      let customer: Int
      let isActive: Bool
      let revenue: Cents
      let lastOrder: Int32
    }
    let names = customers.names
    return customers.ids.indices.map { customer in
      let row = margins.rows[customer]
      return Key(
        customer: customer, isActive: row.lines > 0, revenue: row.revenue,
        lastOrder: orders[customer].last?.day.number ?? Int32.min)
    }.sorted {
      if $0.isActive != $1.isActive { return $0.isActive }
      if $0.isActive, $0.revenue != $1.revenue { return $0.revenue > $1.revenue }
      if $0.lastOrder != $1.lastOrder { return $0.lastOrder > $1.lastOrder }
      let (name, other) = (names[$0.customer], names[$1.customer])
      return name == other ? $0.customer < $1.customer : precedes(name, other)
    }.map(\.customer)
  }
}
