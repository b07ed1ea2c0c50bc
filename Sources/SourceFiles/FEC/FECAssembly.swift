import Ledger
import Units

/// Makes the books from the lines of a file: entries, then whose each sale is, then payments and losses.
struct FECAssembly {
  private let book: FECLines
  private let reading: FECReading
  private var controls: FECControls
  private var ties: FECTies
  private var losses: FECTies
  private var recoveries: FECTies
  private var doubtful: [FECTied] = []
  private var effects: [FECEffect]
  private var purchases: [Month: Int64] = [:]
  private var openings: [Bool]
  private var firstDay = Int32.max
  private var lastDay = Int32.min

  init(_ book: FECLines, reading: FECReading, controls: FECControls) {
    self.book = book
    self.reading = reading
    self.controls = controls
    ties = FECTies(book, subject: .revenue)
    losses = FECTies(book, subject: .loss)
    recoveries = FECTies(book, subject: .recovery)
    effects = Array(repeating: .other, count: book.lines.count)
    openings = FECJournals.openings(of: book)
  }

  /// Ties everything, once.
  consuming func books() -> FECBooks {
    let entries = FECEntries(book)
    controls.entries = entries.count
    for entry in 0..<entries.count { add(entries.places(entry)) }
    controls.unbalanced.sort { $0.line < $1.line }
    controls.unbalanced = Array(controls.unbalanced.prefix(FECControls.listed))
    if firstDay <= lastDay { (controls.firstDay, controls.lastDay) = (Day(number: firstDay), Day(number: lastDay)) }
    let lettering = FECLettering(book, effects: effects)
    controls.openLetters = lettering.open
    let sales = sales()
    let settlements = settlements(lettering.settled)
    let badDebts = badDebts()
    return FECBooks(
      sales: sales, customers: customers(sales, settlements, badDebts), settlements: settlements, badDebts: badDebts,
      purchases: purchases.sorted { $0.key < $1.key }.map { FECPurchases(month: $0.key, amount: Cents($0.value)) },
      controls: controls, notes: notes(unnumbered: entries.unnumbered, sales: sales))
  }

  /// Looks at an entry once.
  private mutating func add(_ places: ArraySlice<UInt32>) {
    var accounts: FECAccounts = []
    var (sum, revenue) = (Int64(0), Int64(0))
    for place in places {
      let line = book.lines[Int(place)]
      let role = book.role(line)
      accounts.insert(FECAccounts(role))
      sum += line.amount
      if role == .revenue { revenue += line.amount }
    }
    guard let first = places.first else { return }
    let head = book.lines[Int(first)]
    if sum != 0 { noteUnbalanced(places, head, difference: -sum) }
    if openings[Int(head.journal)] {
      controls.opening.add(Cents(revenue), lines: places.count)
      for place in places { effects[Int(place)] = .opening }
      return
    }
    if isClosing(accounts) {
      controls.closing.add(Cents(revenue), lines: places.count)
      return
    }
    for place in places {
      let day = book.lines[Int(place)].day
      firstDay = min(firstDay, day)
      lastDay = max(lastDay, day)
    }
    if !accounts.isDisjoint(with: .customer) {
      let effect = effect(accounts, revenue: revenue)
      for place in places { effects[Int(place)] = effect }
    }
    if accounts.contains(.purchases) { addPurchases(places) }
    ties.add(places, accounts: accounts, isBalanced: sum == 0)
    losses.add(places, accounts: accounts, isBalanced: sum == 0)
    recoveries.add(places, accounts: accounts, isBalanced: sum == 0)
    if accounts.contains(.doubtful), accounts.contains(.customer) { addDoubtful(places) }
  }

  /// An entry that brings the year's accounts into its result; the law keeps it out of the file, programs do not.
  private func isClosing(_ accounts: FECAccounts) -> Bool {
    accounts.contains(.result) && !accounts.isDisjoint(with: [.revenue, .purchases])
      && accounts.isDisjoint(with: [.invoiced, .takings, .otherParty])
  }

  private func effect(_ accounts: FECAccounts, revenue: Int64) -> FECEffect {
    if revenue < 0 { return .creditNote }
    if accounts.contains(.takings) { return accounts.contains(.revenue) ? .invoice : .payment }
    if accounts.contains(.revenue) { return .invoice }
    return accounts.contains(.loss) || accounts.contains(.doubtful) ? .writeOff : .other
  }

  private mutating func noteUnbalanced(_ places: ArraySlice<UInt32>, _ head: FECLine, difference: Int64) {
    controls.unbalancedEntries += 1
    let limit = 2 * FECControls.listed
    if controls.unbalanced.count >= limit {
      // The first ones of the file stay, whatever the order in which entries are looked at.
      controls.unbalanced.sort { $0.line < $1.line }
      controls.unbalanced.removeLast(controls.unbalanced.count - FECControls.listed)
    }
    controls.unbalanced.append(
      FECControls.UnbalancedEntry(
        journal: book.journals.text(head.journal), entry: number(head), day: Day(number: head.day),
        line: Int(head.line), difference: Cents(difference)))
  }

  private mutating func addPurchases(_ places: ArraySlice<UInt32>) {
    for place in places {
      let line = book.lines[Int(place)]
      if book.role(line) == .purchase { purchases[Day(number: line.day).month, default: 0] -= line.amount }
    }
  }

  private mutating func addDoubtful(_ places: ArraySlice<UInt32>) {
    let parties = Set(places.compactMap { book.party(of: book.lines[Int($0)]) })
    for place in places where book.role(book.lines[Int(place)]) == .doubtful {
      let line = book.lines[Int(place)]
      let party = book.party(of: line) ?? (parties.count == 1 ? parties.first : nil)
      doubtful.append(
        FECTied(
          place: place, amount: line.amount,
          whose: party.map { .customer($0, .entry) } ?? .nobody(.severalCustomers)))
    }
  }

  private func number(_ line: FECLine) -> String { line.number == TextPool.none ? "" : book.texts.text(line.number) }
}

// MARK: - Values

extension FECAssembly {
  private mutating func sales() -> [FECSale] {
    let found = inFileOrder(ties.found)
    var sales: [FECSale] = []
    sales.reserveCapacity(found.count)
    for tied in found {
      let line = book.lines[Int(tied.place)]
      let amount = Cents(tied.amount)
      controls.revenue.add(amount)
      let nature: FECNature
      var party: FECParty?
      switch tied.whose {
      case .customer(let owner, let tie):
        (party, nature) = (owner, .sale(tie))
        controls.attributed.add(amount)
        controls.ties[tie, default: .init()].add(amount)
      case .accrual(let owner):
        (party, nature) = (owner, .accrual)
        controls.accrued.add(amount)
      case .nobody(let reason):
        nature = .unattributed(reason)
        controls.unattributed[reason, default: .init()].add(amount)
      }
      sales.append(
        FECSale(
          line: Int(line.line), journal: book.journals.text(line.journal), entry: number(line),
          day: Day(number: line.day),
          pieceDay: line.pieceDay == FECLine.noDay || line.pieceDay == line.day ? nil : Day(number: line.pieceDay),
          invoice: line.piece == TextPool.none ? nil : book.texts.text(line.piece),
          customer: party.map { ID(book.id($0)) }, customerName: party.flatMap { book.name($0) },
          account: book.accounts.text(line.account), accountLabel: book.label(book.accountLabels[Int(line.account)]),
          label: line.label == TextPool.none ? nil : book.texts.text(line.label), amount: amount, nature: nature))
    }
    return sales
  }

  /// Parts of one line stay in the order in which it was shared.
  private func inFileOrder(_ found: [FECTied]) -> [FECTied] {
    let order = found.indices.sorted {
      found[$0].place != found[$1].place ? found[$0].place < found[$1].place : $0 < $1
    }
    return order.map { found[$0] }
  }

  private func settlements(_ settled: [FECSettled]) -> [FECSettlement] {
    settled.map { part in
      let line = book.lines[Int(part.invoice)]
      return FECSettlement(
        customer: ID(book.id(part.party)), invoice: line.piece == TextPool.none ? nil : book.texts.text(line.piece),
        line: Int(line.line), invoiceDay: part.invoiceDay, settledDay: part.settledDay, amount: Cents(part.amount),
        means: part.means)
    }
  }

  /// Before the chart of 2025, which could be taken up a year early, 7583 was an account of the company's own.
  private func isRecovery(_ tied: FECTied) -> Bool {
    let line = book.lines[Int(tied.place)]
    return Day(number: line.day).month.year >= 2024 || book.accounts.text(line.account).hasPrefix("7714")
  }

  private func badDebts() -> [FECBadDebt] {
    let all =
      inFileOrder(losses.found + recoveries.found.filter(isRecovery)).map { ($0, FECBadDebt.Kind.loss) }
      + inFileOrder(doubtful).map { ($0, FECBadDebt.Kind.doubtful) }
    return all.map { tied, kind in
      let line = book.lines[Int(tied.place)]
      var customer: ID<Customer>?
      if case .customer(let party, _) = tied.whose { customer = ID(book.id(party)) }
      return FECBadDebt(
        customer: customer, kind: kind, day: Day(number: line.day), amount: Cents(-tied.amount), line: Int(line.line))
    }.sorted { $0.line < $1.line }
  }

  private func customers(
    _ sales: [FECSale], _ settlements: [FECSettlement], _ badDebts: [FECBadDebt]
  ) -> [FECCustomer] {
    var sums: [ID<Customer>: FECControls.Sum] = [:]
    for sale in sales {
      guard let customer = sale.customer, case .sale = sale.nature else { continue }
      sums[customer, default: .init()].add(sale.amount)
    }
    for sale in sales { if let customer = sale.customer { _ = sums[customer, default: .init()] } }
    for customer in settlements.map(\.customer) + badDebts.compactMap(\.customer) {
      _ = sums[customer, default: .init()]
    }
    let names = names
    return sums.sorted { $0.key < $1.key }.map { id, sum in
      FECCustomer(id: id, name: names[id.text], revenue: sum.amount, lines: sum.lines)
    }
  }

  /// The names of customers' accounts; an auxiliary account comes before a general one of the same number.
  private var names: [String: String] {
    var names: [String: String] = [:]
    for place in 0..<book.accounts.count where book.roles[place] == .customer {
      names[book.accounts.text(Int32(place))] = book.label(book.accountLabels[place])
    }
    for place in 0..<book.auxiliaries.count {
      if let name = book.label(book.auxiliaryNames[place]) { names[book.auxiliaries.text(Int32(place))] = name }
    }
    return names
  }

  private func notes(unnumbered: [Int32], sales: [FECSale]) -> [FECNote] {
    var notes: [FECNote] = []
    let name = reading.name
    if let fault = name.fault { notes.append(.fileName(fault)) }
    if let closing = name.closingDay, let last = controls.lastDay, last > closing {
      notes.append(.afterClosing(closing: closing, last: last))
    }
    if reading.encoding != .utf8 { notes.append(.encoding(reading.encoding)) }
    if controls.revenue.lines == 0 { notes.append(.noSales) }
    if controls.opening.lines > 0 { notes.append(.opening(lines: controls.opening.lines)) }
    if controls.closing.lines > 0 { notes.append(.closing(lines: controls.closing.lines)) }
    if !controls.isBalanced {
      notes.append(.unbalanced(difference: controls.debit - controls.credit, entries: controls.unbalancedEntries))
    }
    if controls.mended > 0 { notes.append(.mended(lines: controls.mended)) }
    for journal in unnumbered.map({ book.journals.text($0) }).sorted(by: precedes) {
      notes.append(.numbersUnused(journal: journal))
    }
    return notes + collectives(sales)
  }

  /// Accounts 411 followed by nothing but zeros that took sales as if they were one customer.
  private func collectives(_ sales: [FECSale]) -> [FECNote] {
    var sums: [String: Cents] = [:]
    for sale in sales {
      guard let customer = sale.customer?.text, case .sale = sale.nature, customer.hasPrefix("411"),
        customer.dropFirst(3).allSatisfy({ $0 == "0" })
      else { continue }
      sums[customer] = (sums[customer] ?? .zero) + sale.amount
    }
    return sums.sorted { precedes($0.key, $1.key) }.map { .collective(account: $0.key, amount: $0.value) }
  }
}
