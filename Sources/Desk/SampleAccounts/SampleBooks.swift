import Units

/// The accounts of the sample company, entry by entry, made from its very invoices.
struct SampleBooks {
  /// All entries but those that open a year, by day.
  private(set) var entries: [SampleEntry] = []
  /// How many days each customer takes to pay.
  private(set) var daysToPay: [String: Int] = [:]
  /// The days the books tell.
  let days: ClosedRange<Day>
  /// The only invoice that was sent and never posted.
  let forgotten: Int?

  private let invoices: [SampleInvoice]
  private let revenue: SampleRevenueAccounts
  private let seed: UInt64
  /// The day from which invoices are there one by one too.
  private let sentFrom: Day
  private var letters: [String: Int] = [:]
  /// The letter of each invoice that was settled.
  private var settled: [Int: (text: String, day: Day)] = [:]
  private var doubtful: Int?

  /// - Parameter sentFrom: from then on an invoice may be forgotten, or posted with a cent more or less.
  init?(of invoices: [SampleInvoice], seed: UInt64, sentFrom: Day) {
    guard let first = invoices.map(\.day).min(), let last = invoices.map(\.day).max() else { return nil }
    self.invoices = invoices
    self.seed = seed
    self.sentFrom = sentFrom
    days = first.month.firstDay...last.month.lastDay
    revenue = SampleRevenueAccounts(ranges: invoices.flatMap { $0.lines.compactMap(\.range) })
    let corrected = Set(invoices.compactMap(\.preceding))
    let plain = invoices.indices.filter {
      invoices[$0].customer != nil && invoices[$0].net > .zero && !corrected.contains(invoices[$0].number)
    }
    let sent = plain.filter { invoices[$0].day >= sentFrom }
    forgotten = sent.isEmpty ? nil : sent[sent.count / 2]
    doubtful = Self.lost(among: plain, invoices, before: days.upperBound.advanced(by: -Self.lossAge))
    for customer in Set(invoices.compactMap(\.customer)).sorted() {
      daysToPay[customer] = Self.terms[Int(Self.draw(customer, seed) % UInt64(Self.terms.count))]
    }
    settle()
    postSales()
    postTakings()
    postPurchases()
    postAccruals()
    entries = entries.enumerated().sorted {
      ($0.element.day, $0.element.journal.rawValue, $0.offset) < (
        $1.element.day, $1.element.journal.rawValue, $1.offset
      )
    }.map(\.element)
  }

  private static let terms = [8, 30, 30, 30, 45, 45, 60, 75]
  private static let doubtAge = 120
  private static let lossAge = 240

  /// A number that follows from a text and the seed alone.
  private static func draw(_ text: String, _ seed: UInt64) -> UInt64 {
    var random = SplitMix64(seed: text.utf8.reduce(seed &* 31 &+ 7) { $0 &* 1_099_511_628_211 ^ UInt64($1) })
    return random.next()
  }

  private func chance(_ invoice: SampleInvoice, one count: UInt64, _ why: UInt64) -> Bool {
    Self.draw(invoice.number, seed &+ why) % count == 0
  }

  /// The last invoice of the customer that left last, and left long enough ago.
  private static func lost(among plain: [Int], _ invoices: [SampleInvoice], before day: Day) -> Int? {
    var last: [String: Int] = [:]
    for place in plain { last[invoices[place].customer ?? ""] = place }
    return last.values.filter { invoices[$0].day <= day }.max {
      (invoices[$0].day, invoices[$0].number) < (invoices[$1].day, invoices[$1].number)
    }
  }

  /// What the accounts say an invoice is worth: its net, now and then a cent more or less than its lines.
  private func posted(_ place: Int) -> (net: Cents, tax: Cents) {
    let invoice = invoices[place]
    // Without its number an invoice is told by its amount: one of the two has to be right.
    guard invoice.day >= sentFrom, chance(invoice, one: 60, 1), piece(invoice) != "" else {
      return (invoice.net, invoice.tax)
    }
    let net = invoice.net + Cents(Self.draw(invoice.number, seed) % 2 == 0 ? 1 : -1)
    return (net, SampleInvoice.tax(on: net))
  }

  private func gross(_ place: Int) -> Cents {
    let (net, tax) = posted(place)
    return net + tax
  }

  /// The number as the accountant typed it: without its marks now and then, seldom none at all.
  private func piece(_ invoice: SampleInvoice) -> String {
    if chance(invoice, one: 25, 2) { return "" }
    let parts = invoice.number.split(separator: "-")
    guard parts.count == 2, chance(invoice, one: 8, 3) else { return invoice.number }
    return parts.joined(separator: chance(invoice, one: 2, 4) ? "" : " ")
  }

  private func isPosted(_ place: Int) -> Bool {
    place != forgotten && invoices[place].customer != nil && invoices[place].net != .zero
  }

  private mutating func nextLetter(_ customer: String) -> String {
    var number = letters[customer, default: 0]
    letters[customer] = number + 1
    var text = ""
    for _ in 0..<3 {
      text = String(UnicodeScalar(UInt8(65 + number % 26))) + text
      number /= 26
    }
    return text
  }
}

// MARK: - Who pays what, and when

extension SampleBooks {
  /// Each invoice with its credit notes is paid at once, a credit note that came too late is given back.
  private mutating func settle() {
    var byNumber: [String: Int] = [:]
    for place in invoices.indices where isPosted(place) && invoices[place].net > .zero {
      byNumber[invoices[place].number] = place
    }
    var credits: [Int: [Int]] = [:]
    var alone: [Int] = []
    for place in invoices.indices where isPosted(place) && invoices[place].net < .zero {
      let invoice = invoices[place]
      if let origin = invoice.preceding.flatMap({ byNumber[$0] }), invoices[origin].customer == invoice.customer,
        invoice.day < paymentDay(origin),
        ((credits[origin] ?? []) + [origin, place]).map(gross).sum >= .zero
      {
        credits[origin, default: []].append(place)
      } else {
        alone.append(place)
      }
    }
    for place in invoices.indices where isPosted(place) && invoices[place].net > .zero {
      if place == doubtful {
        lose(place)
      } else {
        settle([place] + (credits[place] ?? []), on: paymentDay(place), label: "Virement")
      }
    }
    for place in alone { settle([place], on: invoices[place].day.advanced(by: 30), label: "Remboursement") }
  }

  private func paymentDay(_ place: Int) -> Day {
    invoices[place].day.advanced(by: daysToPay[invoices[place].customer ?? ""] ?? 30)
  }

  private mutating func settle(_ places: [Int], on day: Day, label: String) {
    guard day <= days.upperBound, let head = places.first, let code = invoices[head].customer else { return }
    let owed = places.map(gross).sum
    let letter = (nextLetter(code), owed == .zero ? places.map { invoices[$0].day }.max() ?? day : day)
    for place in places { settled[place] = letter }
    guard owed != .zero else { return }
    var customer = SampleAccount.customer(code, invoices[head].name, -owed)
    customer.letter = letter
    entries.append(
      SampleEntry(
        .bank, day, piece: "RG" + invoices[head].number.filter(\.isNumber), label: "\(label) \(invoices[head].name)",
        [SampleAccount.bank(owed), customer]))
  }

  /// Doubtful after a while, then given up.
  private mutating func lose(_ place: Int) {
    let invoice = invoices[place]
    guard let code = invoice.customer else { return }
    let (net, tax) = posted(place)
    let day = invoice.day.advanced(by: Self.doubtAge)
    let letter = (nextLetter(code), day)
    settled[place] = letter
    var customer = SampleAccount.customer(code, invoice.name, -(net + tax))
    customer.letter = letter
    entries.append(
      SampleEntry(
        .other, day, piece: "DX1", label: "Créance douteuse \(invoice.name)",
        [SampleAccount.doubtful(code, invoice.name, net + tax), customer]))
    entries.append(
      SampleEntry(
        .other, invoice.day.advanced(by: Self.lossAge), piece: "DX2", label: "Créance perdue \(invoice.name)",
        [
          SampleAccount.loss(net), SampleAccount.collectedTax(tax),
          SampleAccount.doubtful(code, invoice.name, -(net + tax)),
        ]))
  }
}

// MARK: - What is sold and bought

extension SampleBooks {
  private mutating func postSales() {
    for place in invoices.indices where isPosted(place) {
      let invoice = invoices[place]
      guard let code = invoice.customer else { continue }
      let (net, tax) = posted(place)
      var customer = SampleAccount.customer(code, invoice.name, net + tax)
      customer.letter = settled[place]
      var sales = revenue.postings(invoice.lines)
      let cent = net - invoice.net
      if cent != .zero, let first = sales.first {
        sales[0] = SamplePosting(account: first.account, label: first.label, amount: first.amount - cent)
      }
      entries.append(
        SampleEntry(
          .sales, invoice.day, piece: piece(invoice),
          label: "\(net < .zero ? "Avoir" : "Facture") \(invoice.number) \(invoice.name)",
          [customer] + sales + [SampleAccount.collectedTax(-tax)]))
    }
  }

  /// What was sold over the counter, a day at a time; the till is emptied at the end of each month.
  private mutating func postTakings() {
    let tickets = Dictionary(grouping: invoices.filter { $0.customer == nil }, by: \.day)
    var months: [Month: Cents] = [:]
    for (day, tickets) in tickets.sorted(by: { $0.key < $1.key }) {
      let lines = tickets.flatMap(\.lines)
      let net = lines.map(\.amount).sum
      let tax = SampleInvoice.tax(on: net)
      months[day.month, default: .zero] += net + tax
      entries.append(
        SampleEntry(
          .till, day, piece: "Z" + day.compact, label: "Recettes du jour",
          [SampleAccount.till(net + tax)] + revenue.postings(lines) + [SampleAccount.collectedTax(-tax)]))
    }
    for (month, takings) in months.sorted(by: { $0.key < $1.key }) where takings > .zero {
      entries.append(
        SampleEntry(
          .bank, month.lastDay, piece: "RE" + month.lastDay.compact, label: "Remise d’espèces",
          [SampleAccount.bank(takings), SampleAccount.till(-takings)]))
    }
  }

  private var sold: [(month: Month, net: Cents)] {
    Dictionary(grouping: invoices, by: \.day.month).mapValues { $0.map(\.net).sum }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  private mutating func postPurchases() {
    for (month, net) in sold where net > .zero {
      let bought = net.times(68, over: 100)
      let tax = SampleInvoice.tax(on: bought)
      entries.append(
        SampleEntry(
          .purchases, month.lastDay, piece: "AC" + month.lastDay.compact, label: "Achats du mois",
          [SampleAccount.purchases(bought), SampleAccount.paidTax(tax), SampleAccount.supplier(-(bought + tax))]))
      let paid = month.lastDay.advanced(by: 30)
      guard paid <= days.upperBound else { continue }
      entries.append(
        SampleEntry(
          .bank, paid, piece: "VF" + month.lastDay.compact, label: "Virement fournisseur",
          [SampleAccount.supplier(bought + tax), SampleAccount.bank(-(bought + tax))]))
    }
  }

  /// Each quarter's end has sales not invoiced yet and services invoiced beforehand, taken back the next day.
  private mutating func postAccruals() {
    for (month, net) in sold where month.monthOfYear % 3 == 0 || month == days.upperBound.month {
      let day = month.lastDay
      let (unbilled, deferred) = (net.times(3, over: 100), net.times(1, over: 100))
      let tax = SampleInvoice.tax(on: unbilled)
      post(
        day, "FAE" + day.compact, "Factures à établir",
        [SampleAccount.unbilled(unbilled + tax), SampleAccount.services(-unbilled), SampleAccount.accruedTax(-tax)])
      post(
        day, "PCA" + day.compact, "Produits constatés d’avance",
        [SampleAccount.services(deferred), SampleAccount.deferred(-deferred)])
    }
  }

  private mutating func post(_ day: Day, _ piece: String, _ label: String, _ postings: [SamplePosting]) {
    entries.append(SampleEntry(.other, day, piece: piece, label: label, postings))
    let next = day.advanced(by: 1)
    guard next <= days.upperBound else { return }
    let back = postings.map { SamplePosting(account: $0.account, label: $0.label, amount: -$0.amount) }
    entries.append(SampleEntry(.other, next, piece: piece + "X", label: "Extourne " + label, back))
  }
}

extension Day {
  /// `AAAAMMJJ`.
  var compact: String { iso.filter { $0 != "-" } }
}
