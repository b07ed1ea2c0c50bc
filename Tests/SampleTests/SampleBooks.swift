import Sample
import Units

/// The books of a sample company as its files tell them, recomputed without any of the generator's code.
struct SampleBooks {
  struct Sale {
    let invoice: Int
    let isCredit: Bool
    let day: Day
    let customer: Int?
    let product: String
    let quantity: Int?
    let price: Int?
    let discount: Int
    let amount: Int
    let cost: Int?
    let seller: String
  }

  struct Event {
    let customer: Int?
    let day: Day
    let kind: String
    let minutes: Int?
    let cost: Int?
    let person: String
    let promised: Day?
    let done: Day?
  }

  struct Person {
    let role: String
    /// Hundredths of hours a month, and cents an hour.
    let hours: Int
    let rate: Int
  }

  struct Profile {
    let name: String
    let group: String
    let category: String
    let siren: String
    let vat: String
    let strategic: String
  }

  let sales: [Sale]
  let events: [Event]
  let people: [String: Person]
  let profiles: [Int: Profile]
  let stories: [Story]
  let files: [SampleFile: [UInt8]]

  /// W: the last twelve months, and P before it.
  static let current = MonthSpanDays(from: Month(year: 2025, month: 11), months: 12)
  static let previous = MonthSpanDays(from: Month(year: 2024, month: 11), months: 12)

  struct MonthSpanDays {
    let first: Day
    let end: Day
    init(from month: Month, months: Int) {
      first = month.firstDay
      end = month.advanced(by: months).firstDay
    }
    func contains(_ day: Day) -> Bool { first <= day && day < end }
  }

  init(seed: UInt64) {
    let company = SampleCompany(seed: seed)
    let files = written(company)
    self.files = files
    stories = company.stories
    var sales: [Sale] = []
    eachRow(of: files[.sales]) { row in
      let prefix = Array(row.slice(0).prefix(2))
      guard row.count == 15, prefix != Array("FX".utf8), let invoice = row.digits(0), let day = row.day(1),
        let amount = row.digits(11)
      else { return }
      sales.append(
        Sale(
          invoice: invoice, isCredit: prefix == Array("AV".utf8), day: day, customer: row.digits(2),
          product: row.text(4), quantity: row.digits(7), price: row.digits(9), discount: row.digits(10) ?? 0,
          amount: amount, cost: row.digits(12), seller: row.text(13)))
    }
    self.sales = sales
    var events: [Event] = []
    eachRow(of: files[.services]) { row in
      guard let day = row.day(1) else { return }
      events.append(
        Event(
          customer: row.digits(0), day: day, kind: row.text(2), minutes: row.digits(3), cost: row.digits(4),
          person: row.text(5), promised: row.day(6), done: row.day(7)))
    }
    self.events = events
    var people: [String: Person] = [:]
    eachRow(of: files[.people]) { row in
      people[row.text(0)] = Person(role: row.text(3), hours: row.digits(4) ?? 0, rate: row.digits(5) ?? 0)
    }
    self.people = people
    var profiles: [Int: Profile] = [:]
    eachRow(of: files[.customers]) { row in
      profiles[row.digits(0) ?? 0] = Profile(
        name: row.text(1), group: row.text(2), category: row.text(3), siren: row.text(17), vat: row.text(18),
        strategic: row.text(26))
    }
    self.profiles = profiles
  }

  /// The books of some seeds, made once.
  static let first = SampleBooks(seed: 1)
  static let second = SampleBooks(seed: 2)
  static let third = SampleBooks(seed: 3)
  static let all = [first, second, third]
}

/// Revenue, direct cost and cost to serve of each customer over some months, in cents.
struct Margins {
  var revenue: [Int: Int] = [:]
  var gross: [Int: Int] = [:]
  var operating: [Int: Int] = [:]
  /// Minutes logged per person ÷ four fifths of the paid ones.
  var busy: [String: Double] = [:]

  init(_ books: SampleBooks, _ span: SampleBooks.MonthSpanDays) {
    for sale in books.sales where span.contains(sale.day) {
      guard let customer = sale.customer else { continue }
      revenue[customer, default: 0] += sale.amount
      gross[customer, default: 0] += sale.amount - (sale.cost ?? 0) * (sale.quantity ?? 0)
    }
    operating = gross
    var minutes: [String: Int] = [:]
    for event in books.events where span.contains(event.day) {
      if let cost = event.cost {
        if let customer = event.customer { operating[customer, default: 0] -= cost }
      } else if let logged = event.minutes, let person = books.people[event.person] {
        minutes[event.person, default: 0] += logged
        // An hour that can be given to customers costs five fourths of a paid one.
        if let customer = event.customer { operating[customer, default: 0] -= logged * person.rate * 5 / 4 / 60 }
      }
    }
    for (code, person) in books.people {
      busy[code] = Double(minutes[code] ?? 0) / (Double(person.hours) / 100 * 60 * 0.8 * 12)
    }
  }

  /// The part of the revenue that the biggest fifth of the customers makes.
  var topShare: Double {
    let values = revenue.values.filter { $0 > 0 }.sorted(by: >)
    return Double(values.prefix((values.count + 4) / 5).reduce(0, +)) / Double(values.reduce(0, +))
  }

  /// The sum of all operating margins above zero ÷ the sum of all.
  var whalePeak: Double {
    let total = operating.values.reduce(0, +)
    return Double(operating.values.filter { $0 > 0 }.reduce(0, +)) / Double(total)
  }

  /// A sum of margins ÷ the revenue.
  func rate(_ margins: [Int: Int]) -> Double {
    Double(margins.values.reduce(0, +)) / Double(revenue.values.reduce(0, +))
  }
}
