import Sample
import Testing
import Units

/// Every story is true of the written lines.
@Suite struct StoryTests {
  /// What a customer did, from the files alone.
  private struct Life {
    var orders: [Day] = []
    var current = 0
    var previous = 0
    var sellers: [(day: Day, seller: String)] = []
  }

  private let end = Month(year: 2026, month: 10)

  private func lives(_ books: SampleBooks) -> [Int: Life] {
    var lives: [Int: Life] = [:]
    for sale in books.sales {
      guard let customer = sale.customer else { continue }
      var life = lives[customer] ?? Life()
      lives[customer] = nil
      if SampleBooks.current.contains(sale.day) { life.current += sale.amount }
      if SampleBooks.previous.contains(sale.day) { life.previous += sale.amount }
      if !sale.isCredit {
        if life.orders.last != sale.day { life.orders.append(sale.day) }
        life.sellers.append((sale.day, sale.seller))
      }
      lives[customer] = life
    }
    return lives
  }

  /// Each customer of a kind of story with its life.
  private func told(_ kind: Story.Kind, _ books: SampleBooks, _ check: (Story, Int, Life) -> Void) {
    let lives = lives(books)
    var found = 0
    for story in books.stories where story.kind == kind {
      guard let number = Int(story.customer.dropFirst()), let life = lives[number] else {
        Issue.record("\(story.customer) has no order")
        continue
      }
      found += 1
      check(story, number, life)
    }
    #expect(found > 0, "nobody lives \(kind)")
  }

  @Test func `every customer has one story and stories csv tells them`() {
    for books in SampleBooks.all {
      #expect(Set(books.stories.map(\.customer)).count == 400)
      #expect(Set(books.stories.map(\.kind)) == Set(Story.Kind.allCases))
      var rows: [String] = []
      eachRow(of: books.files[.stories]) { rows.append($0.text(0) + $0.text(1) + $0.text(2) + $0.text(3)) }
      #expect(rows == books.stories.map { $0.customer + $0.kind.rawValue + $0.since.iso + $0.detail })
    }
  }

  @Test func `lost customers placed no order for fifteen months`() {
    for books in SampleBooks.all {
      told(.lost, books) { story, _, life in
        let last = life.orders[life.orders.count - 1]
        #expect(last.month.distance(to: end) >= 15)
        #expect(last.month.distance(to: story.since) <= 2 && last.month <= story.since)
      }
    }
  }

  @Test func `the causes of losses are in the files`() {
    for books in SampleBooks.all {
      var causes: Set<String> = []
      told(.lost, books) { story, number, life in
        causes.insert(story.detail)
        let last = life.orders[life.orders.count - 1]
        let events = books.events.filter { $0.customer == number && $0.day.distance(to: last) <= 184 }
        switch Story.Cause(rawValue: story.detail) {
        case .complaint: #expect(events.count { $0.kind == "réclamation" } >= 2)
        case .lateDelivery:
          #expect(
            events.count { event in
              guard let promised = event.promised, let done = event.done else { return false }
              return promised < done
            } >= 2)
        case .salespersonChange: #expect(Set(life.sellers.suffix(60).map(\.seller)).count == 2)
        case .sectorDecline: #expect(books.profiles[number]?.category == "Bars et discothèques")
        case .badlyAnswered:
          #expect(life.orders[0].month.distance(to: last.month) <= 4)
          #expect(answerDelay(number, books).map { $0 >= 10 } == true)
        case .priceRise: #expect(riseOfLastMonths(number, books, last) >= 1.1)
        case .some(.none): #expect(events.count { $0.kind == "réclamation" } <= 3)
        case nil: Issue.record("no cause \(story.detail)")
        }
      }
      #expect(causes == Set(Story.Cause.allCases.map(\.rawValue)))
    }
  }

  /// How many days a customer's own enquiry waited for its answer.
  private func answerDelay(_ customer: Int, _ books: SampleBooks) -> Int? {
    var delay: Int?
    eachRow(of: books.files[.enquiries]) { row in
      guard row.slice(0).first == UInt8(ascii: "C"), row.digits(0) == customer else { return }
      if let asked = row.day(1), let answered = row.day(3) { delay = asked.distance(to: answered) }
    }
    return delay
  }

  /// The mean of the last four months' prices of a customer ÷ the others' of the same product and month.
  private func riseOfLastMonths(_ customer: Int, _ books: SampleBooks, _ last: Day) -> Double {
    struct Key: Hashable {
      let product: String
      let month: Month
    }
    var usual: [Key: Int] = [:]
    for sale in books.sales where sale.customer != customer && sale.day.month.distance(to: last.month) <= 3 {
      if let price = sale.price, sale.day <= last { usual[Key(product: sale.product, month: sale.day.month)] = price }
    }
    var ratios: [Double] = []
    for sale in books.sales where sale.customer == customer && sale.day.month.distance(to: last.month) <= 3 {
      if let price = sale.price, let other = usual[Key(product: sale.product, month: sale.day.month)], other > 0 {
        if sale.product != "A1317" { ratios.append(Double(price) / Double(other)) }
      }
    }
    return ratios.isEmpty ? 0 : ratios.reduce(0, +) / Double(ratios.count)
  }

  @Test func `the declining sector declines as a whole`() {
    for books in SampleBooks.all {
      let members = Set(books.profiles.filter { $0.value.category == "Bars et discothèques" }.keys)
      #expect(members.count >= 5)
      func revenue(_ first: Int) -> Int {
        let span = SampleBooks.MonthSpanDays(from: Month(year: 2023, month: 5).advanced(by: first), months: 12)
        return books.sales.reduce(0) {
          guard let customer = $1.customer, members.contains(customer), span.contains($1.day) else { return $0 }
          return $0 + $1.amount
        }
      }
      #expect(revenue(30) * 100 <= revenue(0) * 75)
    }
  }

  @Test func `seasonal customers place three quarters of their orders in the same four months`() {
    for books in SampleBooks.all {
      told(.seasonal, books) { _, _, life in
        var months = [Int](repeating: 0, count: 12)
        for day in life.orders { months[day.month.monthOfYear - 1] += 1 }
        let best = (0..<12).map { start in (0..<4).reduce(0) { $0 + months[(start + $1) % 12] } }.max() ?? 0
        #expect(best * 4 >= life.orders.count * 3)
        #expect(life.orders.count >= 12)
      }
    }
  }

  @Test func `growing customers grow and declining ones decline`() {
    for books in SampleBooks.all {
      told(.growing, books) { _, _, life in #expect(life.current * 100 >= life.previous * 115) }
      told(.tomorrow, books) { _, number, life in
        #expect(life.current * 100 >= life.previous * 150)
        #expect(life.current < 1_200_000)
        #expect(ranges(number, books, SampleBooks.current) > ranges(number, books, SampleBooks.previous))
      }
      told(.slowDecline, books) { _, _, life in #expect(life.current * 100 <= life.previous * 80) }
      told(.suddenDecline, books) { _, _, life in #expect(life.current * 100 <= life.previous * 80) }
    }
  }

  private func ranges(_ customer: Int, _ books: SampleBooks, _ span: SampleBooks.MonthSpanDays) -> Int {
    Set(books.sales.filter { $0.customer == customer && span.contains($0.day) }.map(\.product)).count
  }

  @Test func `stable customers keep their rhythm`() {
    for books in SampleBooks.all {
      told(.stable, books) { story, number, life in
        let gaps = zip(life.orders, life.orders.dropFirst()).map { $0.distance(to: $1) }.sorted()
        switch story.detail {
        case "quarterly": #expect(gaps.allSatisfy { (75...112).contains($0) })
        case "halfYearly": #expect(gaps.allSatisfy { (155...215).contains($0) })
        case "yearly": #expect(gaps.allSatisfy { (330...400).contains($0) })
        case "monthly": #expect(gaps[gaps.count / 2] <= 46)
        default: #expect(story.detail == "infrequent")
        }
        if life.orders.count >= 60, books.profiles[number]?.category != "Bars et discothèques" {
          let ratio = Double(life.current) / Double(life.previous)
          #expect((0.6...1.7).contains(ratio))
        }
      }
    }
  }

  @Test func `won back, new, one-off and episodic customers are what they are called`() {
    for books in SampleBooks.all {
      told(.wonBack, books) { story, _, life in
        let pause = zip(life.orders, life.orders.dropFirst()).first { $0.month.distance(to: $1.month) >= 15 }
        #expect(pause?.1.month == story.since)
      }
      told(.new, books) { story, _, life in
        #expect(life.orders[0].month == story.since && story.since.distance(to: end) <= 11)
        #expect(life.orders.count >= 2)
      }
      told(.oneOff, books) { _, _, life in
        #expect(life.orders.count == 1 && life.orders[0].month.distance(to: end) > 14)
      }
      told(.episodic, books) { _, _, life in
        let recent = life.orders.filter { $0.month.distance(to: end) < 24 }
        #expect(!recent.isEmpty && Set(recent.map(\.month)).count <= 3)
        #expect(life.orders.count >= 2)
      }
    }
  }

  @Test func `toxic customers lose money two years running, one of them among the biggest`() {
    for books in SampleBooks.all {
      let (current, previous) = (
        Margins(books, SampleBooks.current), Margins(books, SampleBooks.previous)
      )
      let tenth = current.revenue.values.sorted(by: >)[9]
      var hasBig = false
      told(.toxic, books) { story, number, life in
        #expect((current.operating[number] ?? 0) < 0)
        #expect((previous.operating[number] ?? 0) < 0)
        if story.detail == "big", life.current >= tenth { hasBig = true }
      }
      #expect(hasBig)
    }
  }

  @Test func `the toxic category loses money without its worst member, too`() {
    for books in SampleBooks.all {
      for span in [SampleBooks.current, SampleBooks.previous] {
        let margins = Margins(books, span)
        var members: [Int] = []
        told(.toxicCategory, books) { _, number, _ in
          #expect(books.profiles[number]?.category == "Événementiel")
          members.append(margins.operating[number] ?? 0)
        }
        #expect(members.count >= 5 && members.count { $0 < 0 } * 3 >= members.count * 2)
        #expect(members.reduce(0, +) - (members.min() ?? 0) < 0)
      }
    }
  }

  @Test func `some are served far above and some far below what they bring`() {
    for books in SampleBooks.all {
      let margins = Margins(books, SampleBooks.current)
      func visits(_ number: Int) -> Int {
        books.events.count { $0.customer == number && $0.kind == "visite" && SampleBooks.current.contains($0.day) }
      }
      told(.overServed, books) { _, number, _ in
        #expect(visits(number) >= 24 && (margins.operating[number] ?? 0) < 0)
      }
      told(.underServed, books) { _, number, life in
        #expect(visits(number) <= 2 && (margins.operating[number] ?? 0) * 100 >= life.current * 14)
      }
    }
  }

  @Test func `those whose verdict is known beforehand earn and cost what makes it, two years running`() {
    for books in SampleBooks.all {
      for span in [SampleBooks.current, SampleBooks.previous] {
        let margins = Margins(books, span)
        func cost(_ number: Int, _ isWanted: (SampleBooks.Event) -> Bool) -> Int {
          books.events.filter { $0.customer == number && span.contains($0.day) && isWanted($0) }.reduce(0) {
            $0 + ($1.cost ?? ($1.minutes ?? 0) * (books.people[$1.person]?.rate ?? 0) * 5 / 4 / 60)
          }
        }
        func check(_ kind: Story.Kind, _ detail: String = "", _ fits: (Int, _ gross: Int, _ left: Int) -> Bool) {
          told(kind, books) { story, number, _ in
            guard story.detail == detail else { return }
            #expect(fits(number, margins.gross[number] ?? 0, margins.operating[number] ?? 0), "\(kind) \(number)")
          }
        }
        check(.underpriced) { $1 > 0 && $2 < 0 && cost($0) { $0.kind == "visite" } == 0 }
        check(.expressOnly) { $2 < 0 && cost($0) { $0.kind == "livraison" } > $1 }
        check(.strategic, "losing") { $2 < 0 && cost($0) { $0.kind == "livraison" } > $1 }
        check(.laborious) { $2 < 0 && cost($0) { $0.cost != nil } < $1 }
        check(.goodInToxic) { books.profiles[$0]?.category == "Événementiel" && $2 > 0 }
        check(.toxic, "big") { $2 < 0 && $2 + cost($0) { ["visite", "appel"].contains($0.kind) } > 0 }
      }
    }
  }

  @Test func `squeezed margins fall each year`() {
    for books in SampleBooks.all {
      let (current, previous) = (
        Margins(books, SampleBooks.current), Margins(books, SampleBooks.previous)
      )
      told(.marginSqueeze, books) { _, number, life in
        let now = Double(current.gross[number] ?? 0) / Double(life.current)
        let then = Double(previous.gross[number] ?? 0) / Double(life.previous)
        #expect(now < then - 0.01)
      }
    }
  }

  @Test func `groups, flags, tenders and doubles stand in the files`() {
    for books in SampleBooks.all {
      told(.group, books) { story, number, _ in
        #expect(books.profiles[number]?.group == story.detail)
        #expect(books.profiles.values.count { $0.group == story.detail } == 3)
      }
      told(.strategic, books) { _, number, _ in #expect(books.profiles[number]?.strategic == "oui") }
      var renewals: [Int: Day] = [:]
      eachRow(of: books.files[.contracts]) { row in
        if row.text(1) == "appel d'offres" { renewals[row.digits(0) ?? 0] = row.day(3) }
      }
      var soon = 0
      told(.tender, books) { story, number, _ in
        #expect(renewals[number]?.iso == story.detail)
        if renewals[number]?.month == Month(year: 2027, month: 1) { soon += 1 }
      }
      #expect(soon == 2)
      told(.duplicate, books) { story, number, _ in
        let twin = books.profiles[Int(story.detail.dropFirst()) ?? 0]
        #expect(twin?.name != books.profiles[number]?.name)
        #expect(books.profiles[number]?.siren == "" || books.profiles[number]?.siren == twin?.siren)
      }
      told(.uncosted, books) { _, number, _ in
        #expect(books.sales.contains { $0.customer == number && $0.cost == nil && $0.amount > 0 })
      }
    }
  }
}
