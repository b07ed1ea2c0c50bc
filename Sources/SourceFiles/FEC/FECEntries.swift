/// The lines of a FEC gathered into entries.
///
/// By law an entry is what shares journal and `EcritureNum`. Journals whose numbers say nothing (empty, one for all, or
/// leaving more lines out of balance than dates do) are cut by date, and there by piece.
struct FECEntries {
  /// Places of lines, entry after entry, in file order within an entry.
  private(set) var order: [UInt32] = []
  /// Where each entry ends in `order`.
  private(set) var ends: [Int] = []
  /// Journals of several entries whose numbers do not tell them apart.
  private(set) var unnumbered: [Int32] = []

  private struct Keyed {
    let key: UInt64
    let place: UInt32
  }

  /// How many entries.
  var count: Int { ends.count }

  /// The places of an entry's lines.
  func places(_ entry: Int) -> ArraySlice<UInt32> { order[(entry == 0 ? 0 : ends[entry - 1])..<ends[entry]] }

  /// Gathers lines.
  init(_ book: FECLines) {
    order.reserveCapacity(book.lines.count)
    book.lines.withUnsafeBufferPointer { lines in
      var keyed: [Keyed] = []
      keyed.reserveCapacity(lines.count)
      for (place, line) in lines.enumerated() {
        let number = UInt32(bitPattern: line.number &+ 1)
        keyed.append(Keyed(key: UInt64(UInt32(bitPattern: line.journal)) << 32 | UInt64(number), place: UInt32(place)))
      }
      sort(&keyed)
      var first = 0
      while first < keyed.count {
        var end = first
        while end < keyed.count, keyed[end].key >> 32 == keyed[first].key >> 32 { end += 1 }
        addJournal(keyed[first..<end], lines, book)
        first = end
      }
    }
  }

  private func sort(_ keyed: inout [Keyed]) {
    keyed.sort { $0.key != $1.key ? $0.key < $1.key : $0.place < $1.place }
  }

  private mutating func addJournal(
    _ numbered: ArraySlice<Keyed>, _ lines: UnsafeBufferPointer<FECLine>, _ book: FECLines
  ) {
    let groups = runs(numbered) { $0.key }
    let balanced = groups.reduce(0) { sum(numbered[$1], lines) == 0 ? $0 + $1.count : $0 }
    let isConstant = groups.count == 1
    if balanced < numbered.count || isConstant {
      let dated = byDay(numbered, lines)
      let days = runs(dated) { $0.key >> 32 }
      let whole = days.reduce(0) { $0 + balancedLines(dated[$1], lines) }
      if isConstant ? whole * 2 >= numbered.count : whole > balanced {
        let before = count
        for day in days { addDay(dated[day], lines, book) }
        if count > before + 1, let first = numbered.first { unnumbered.append(lines[Int(first.place)].journal) }
        return
      }
    }
    for group in groups { addNumbered(numbered[group], lines) }
  }

  /// The ranges of equal keys.
  private func runs(_ keyed: ArraySlice<Keyed>, _ key: (Keyed) -> UInt64) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var first = keyed.startIndex
    while first < keyed.endIndex {
      var end = first + 1
      while end < keyed.endIndex, key(keyed[end]) == key(keyed[first]) { end += 1 }
      found.append(first..<end)
      first = end
    }
    return found
  }

  private func sum(_ keyed: ArraySlice<Keyed>, _ lines: UnsafeBufferPointer<FECLine>) -> Int64 {
    keyed.reduce(0) { $0 + lines[Int($1.place)].amount }
  }

  private func byDay(_ keyed: ArraySlice<Keyed>, _ lines: UnsafeBufferPointer<FECLine>) -> ArraySlice<Keyed> {
    var dated = keyed.map { item in
      let line = lines[Int(item.place)]
      // Days before 1970 are negative: flipping the sign keeps their order.
      let day = UInt32(bitPattern: line.day) ^ 0x8000_0000
      return Keyed(key: UInt64(day) << 32 | UInt64(UInt32(bitPattern: line.piece &+ 1)), place: item.place)
    }
    sort(&dated)
    return dated[...]
  }

  /// How many lines of a day balance, by piece or all together.
  private func balancedLines(_ day: ArraySlice<Keyed>, _ lines: UnsafeBufferPointer<FECLine>) -> Int {
    if sum(day, lines) == 0 { return day.count }
    return runs(day) { $0.key }.reduce(0) { sum(day[$1], lines) == 0 ? $0 + $1.count : $0 }
  }

  /// Lines of one number: where they have several dates, what balances within a date is an entry of its own, since
  /// some programs begin their numbers anew.
  private mutating func addNumbered(_ group: ArraySlice<Keyed>, _ lines: UnsafeBufferPointer<FECLine>) {
    guard let first = group.first else { return }
    let day = lines[Int(first.place)].day
    if group.allSatisfy({ lines[Int($0.place)].day == day }) {
      add(group.map(\.place))
      return
    }
    let dated = byDay(group, lines)
    var rest: [UInt32] = []
    for day in runs(dated, { $0.key >> 32 }) {
      let places = dated[day].map(\.place)
      if sum(dated[day], lines) == 0 { add(places.sorted()) } else { rest += places }
    }
    if !rest.isEmpty { add(rest.sorted()) }
  }

  /// Lines of one date without numbers: what balances within a piece is an entry, the rest of the day another.
  private mutating func addDay(
    _ day: ArraySlice<Keyed>, _ lines: UnsafeBufferPointer<FECLine>, _ book: FECLines
  ) {
    var rest: [UInt32] = []
    for piece in runs(day, { $0.key }) {
      let places = day[piece].map(\.place)
      if sum(day[piece], lines) == 0, book.standsAlone(places) { add(places) } else { rest += places }
    }
    if !rest.isEmpty { add(rest.sorted()) }
  }

  private mutating func add(_ places: [UInt32]) {
    order += places
    ends.append(order.count)
  }
}

extension FECLines {
  /// Whether lines that balance can be an entry: sales need somebody or something that paid for them.
  func standsAlone(_ places: some Sequence<UInt32>) -> Bool {
    var accounts: FECAccounts = []
    for place in places { accounts.insert(FECAccounts(role(lines[Int(place)]))) }
    return !accounts.contains(.revenue) || accounts != .revenue
  }
}
