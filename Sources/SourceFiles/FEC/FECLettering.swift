import Units

/// A part of an invoice and what settled it, by lines.
struct FECSettled {
  let party: FECParty
  let invoice: UInt32
  let invoiceDay: Day
  let settledDay: Day
  let amount: Int64
  let means: FECMeans
}

/// What an entry does to the customers' accounts in it.
enum FECEffect: UInt8 {
  case invoice, creditNote, payment, writeOff, opening, other

  /// What a credit of such an entry is.
  var means: FECMeans {
    switch self {
    case .creditNote: .creditNote
    case .payment: .payment
    case .writeOff: .writeOff
    case .invoice, .opening, .other: .other
    }
  }
}

/// Ties invoices to what settled them: the lines of a customer that share a letter and balance.
struct FECLettering {
  private let book: FECLines
  private let effects: [FECEffect]
  /// The settlements.
  private(set) var settled: [FECSettled] = []
  /// Lettered groups that do not balance.
  private(set) var open = 0

  private struct Keyed {
    let party: Int64
    let letter: Int32
    let day: Int32
    let place: UInt32
  }

  /// Ties the lettered lines of a book; `effects` says for each line what its entry does.
  init(_ book: FECLines, effects: [FECEffect]) {
    self.book = book
    self.effects = effects
    var keyed: [Keyed] = []
    for (place, line) in book.lines.enumerated() where line.letter != TextPool.none {
      guard let party = book.party(of: line) else { continue }
      keyed.append(Keyed(party: party.order, letter: line.letter, day: line.letterDay, place: UInt32(place)))
    }
    keyed.sort { ($0.party, $0.letter, $0.day, $0.place) < ($1.party, $1.letter, $1.day, $1.place) }
    var first = 0
    while first < keyed.count {
      var end = first + 1
      while end < keyed.count, keyed[end].party == keyed[first].party, keyed[end].letter == keyed[first].letter {
        end += 1
      }
      addLetter(keyed[first..<end])
      first = end
    }
    settled.sort {
      ($0.party.order, $0.invoice, $0.settledDay, $0.amount) < ($1.party.order, $1.invoice, $1.settledDay, $1.amount)
    }
  }

  private func sum(_ group: ArraySlice<Keyed>) -> Int64 {
    group.reduce(0) { $0 + book.lines[Int($1.place)].amount }
  }

  /// A letter that balances is a group; one that was used again is cut by the day of lettering.
  private mutating func addLetter(_ group: ArraySlice<Keyed>) {
    if sum(group) == 0 { return settle(group.map(\.place)) }
    var rest = group
    var isOpen = false
    while let head = rest.first {
      let part = rest.prefix { $0.day == head.day }
      if part.count < group.count, head.day != FECLine.noDay, sum(part) == 0 {
        settle(part.map(\.place))
      } else {
        isOpen = true
      }
      rest = rest.dropFirst(part.count)
    }
    if isOpen { open += 1 }
  }

  private struct Part {
    let place: UInt32
    var left: Int64
  }

  /// The oldest invoice is settled first, by credit notes before anything else: how money is matched within a group does
  /// not change its days weighted by amount.
  private mutating func settle(_ places: [UInt32]) {
    let ordered = places.sorted {
      let (a, b) = (book.lines[Int($0)], book.lines[Int($1)])
      return a.day != b.day ? a.day < b.day : $0 < $1
    }
    let parts = ordered.map { Part(place: $0, left: book.lines[Int($0)].amount) }
    func effect(_ part: Part) -> FECEffect { effects[Int(part.place)] }
    let credits = parts.filter { $0.left > 0 }
    var sources = credits.filter { effect($0) == .creditNote } + credits.filter { effect($0) != .creditNote }
    let debits = parts.filter { $0.left < 0 }
    // Money given back is no invoice: it takes its part of the credits and is gone.
    let refunds = debits.filter { effect($0) == .payment }
    let invoices = debits.filter { effect($0) != .payment }
    var next = 0
    for debit in refunds + invoices {
      var owed = -debit.left
      while owed > 0, next < sources.count {
        let part = min(owed, sources[next].left)
        if effect(debit) != .payment { add(debit.place, sources[next].place, part) }
        owed -= part
        sources[next].left -= part
        if sources[next].left == 0 { next += 1 }
      }
    }
  }

  private mutating func add(_ invoice: UInt32, _ credit: UInt32, _ amount: Int64) {
    let line = book.lines[Int(invoice)]
    guard let party = book.party(of: line), let invoiceDay = invoiceDay(invoice), effects[Int(credit)] != .opening
    else {
      return
    }
    settled.append(
      FECSettled(
        party: party, invoice: invoice, invoiceDay: invoiceDay, settledDay: Day(number: book.lines[Int(credit)].day),
        amount: amount, means: effects[Int(credit)].means))
  }

  /// The day of the piece, unless it is implausible; an invoice brought forward without one has no known day.
  private func invoiceDay(_ place: UInt32) -> Day? {
    let line = book.lines[Int(place)]
    let isOpening = effects[Int(place)] == .opening
    if line.pieceDay != FECLine.noDay {
      let age = Int(line.day) - Int(line.pieceDay)
      if age >= (isOpening ? 1 : 0), age <= (isOpening ? 3_660 : 366) { return Day(number: line.pieceDay) }
    }
    return isOpening ? nil : Day(number: line.day)
  }
}
