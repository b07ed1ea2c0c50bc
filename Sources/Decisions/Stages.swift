import Ledger
import Units

/// The stage of every customer at the end of every month, each told from what was known then: later lines change nothing.
///
/// Source: seed 001, « Il est essentiel de savoir à quel stade sont mes clients pour pouvoir concentrer mes efforts ».
/// Method: docs/methods/stages.md.
public struct Stages: Sendable {
  /// The months judged.
  public let months: MonthSpan
  /// How many customers there are.
  public let customers: Int
  /// The reason of each customer and month, customer by customer; 0 before the first order.
  private let codes: [UInt8]

  /// A stage that a customer has been in without a break up to a month.
  public struct Stay: Hashable, Sendable {
    /// The stage.
    public let stage: Stage
    /// The first of the months in it.
    public let since: Month
    /// The stage before; nothing for a customer that had none.
    public let previous: Stage?
  }

  /// Some customers' stages, so that the work can be shared out among threads.
  public struct Part: Sendable {
    /// The customers, by place.
    public let customers: Range<Int>
    fileprivate let codes: [UInt8]

    /// Judges some customers, month by month.
    ///
    /// Linear in their orders and months.
    public init(_ source: StageSource, customers: Range<Int>) {
      self.customers = customers
      let count = source.months.count
      let room = StageScratch(source)
      codes = [UInt8](unsafeUninitializedCapacity: customers.count * count) { codes, filled in
        codes.initialize(repeating: 0)
        for (place, customer) in customers.enumerated() {
          source.walk(customer, in: room) { month, reason, _ in codes[place * count + month] = reason.rawValue }
        }
        filled = customers.count * count
      }
    }
  }

  /// Judges everybody, one after another.
  public init(_ source: StageSource) {
    self.init(source, joining: [Part(source, customers: 0..<source.customers)])
  }

  /// Puts the parts together that several threads judged.
  /// - Parameter parts: together all customers, in order.
  public init(_ source: StageSource, joining parts: [Part]) {
    precondition(parts.first?.customers.lowerBound ?? 0 == 0, "parts begin with the first customer")
    precondition(zip(parts, parts.dropFirst()).allSatisfy { $0.customers.upperBound == $1.customers.lowerBound })
    precondition(parts.last?.customers.upperBound ?? 0 == source.customers, "parts are everybody")
    months = source.months
    customers = source.customers
    guard parts.count > 1 else {
      codes = parts.first?.codes ?? []
      return
    }
    var codes: [UInt8] = []
    codes.reserveCapacity(source.customers * source.months.count)
    for part in parts { codes += part.codes }
    self.codes = codes
  }

  /// Why a customer was in its stage at the end of a month; nothing before its first order or outside the months judged.
  public func reason(of customer: Int, at month: Month) -> StageReason? {
    guard months.contains(month) else { return nil }
    return StageReason(rawValue: codes[customer * months.count + months.first.distance(to: month)])
  }

  /// The stage of a customer at the end of a month; nothing before its first order or outside the months judged.
  public func stage(of customer: Int, at month: Month) -> Stage? { reason(of: customer, at: month)?.stage }

  /// One customer's stages, a place for each month judged.
  public func course(of customer: Int) -> [Stage?] {
    let start = customer * months.count
    return codes[start..<start + months.count].map { StageReason(rawValue: $0)?.stage }
  }

  /// Since when a customer has been in the stage it is in at a month, and in which it was before.
  ///
  /// Linear in the months of its stay.
  public func stay(of customer: Int, at month: Month) -> Stay? {
    guard let stage = stage(of: customer, at: month) else { return nil }
    var since = month
    while since > months.first {
      let before = self.stage(of: customer, at: since.advanced(by: -1))
      guard before == stage else { return Stay(stage: stage, since: since, previous: before) }
      since = since.advanced(by: -1)
    }
    return Stay(stage: stage, since: since, previous: nil)
  }
}

extension StageSource {
  /// Walks one customer through the months and tells each month's reason.
  func walk(_ customer: Int, in room: StageScratch, _ body: (Int, StageReason, inout StageWalk) -> Void) {
    if !lateCredits.entries.isEmpty, let entries = lateCredits.entries[customer] {
      walk(customer, knowing: entries, in: room, body)
      return
    }
    var walk = StageWalk(customer, count: room.take(orders[customer]), in: self, room: room)
    for month in 0..<months.count {
      if let reason = walk.step(month) { body(month, reason, &walk) }
    }
  }

  /// The same for a customer whose orders were credited later: each month reads the orders as they stood then.
  private func walk(
    _ customer: Int, knowing entries: [LateCredits.Entry], in room: StageScratch,
    _ body: (Int, StageReason, inout StageWalk) -> Void
  ) {
    let changes = Set(entries.map { months.first.distance(to: $0.known) }).filter { (1..<months.count).contains($0) }
    let bounds = [0] + changes.sorted() + [months.count]
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      let known = orders(of: customer, credited: entries, upTo: months.first.advanced(by: end - 1))
      var walk = StageWalk(customer, count: room.take(known[...]), in: self, room: room)
      for month in 0..<end {
        if let reason = walk.step(month), month >= start { body(month, reason, &walk) }
      }
    }
  }

  /// The orders as they stood at the end of a month: what was credited later is not credited yet.
  private func orders(
    of customer: Int, credited entries: [LateCredits.Entry], upTo month: Month
  ) -> [OrderLog.Order] {
    var values: [Day: Cents] = [:]
    for order in orders[customer] { values[order.day] = order.revenue }
    for entry in entries.reversed() where entry.known > month { values[entry.day] = entry.before }
    return values.filter { $0.value > .zero && $0.key.month <= months.last }.sorted { $0.key < $1.key }
      .map { OrderLog.Order(day: $0.key, revenue: $0.value) }
  }
}
