import Units

/// Writes the books day by day: the invoices, and what was done for the customers.
///
/// Keeps a few numbers for each customer and nothing of what is written.
final class Run {
  let plan: Plan
  let wording: Wording
  let isPlain: Bool
  let sales = ByteWriter()
  let log: ServiceLog
  private var basket: Basket
  /// Each customer's next order, and how many it has placed.
  private var nextDay: [Int]
  private var placed: [Int32]
  /// Each customer's orders of the month, revenue of the calendar year.
  private var monthOrders: [UInt16]
  private var yearRevenue: [Int]
  /// Orders of the month: day, customer.
  private var due: [(day: Int, customer: Int)] = []
  private var dueStarts: [Int] = []
  private var credits: [[Credit]]
  private var month = -1
  private var day = 0
  private var invoice = 0
  private let planted: [PlantedRow]

  /// A credit note to be written.
  private struct Credit {
    let customer: Int
    let line: InvoiceLine
    let invoice: Int
    let year: Int
    /// Goods come back; otherwise a gesture without a quantity.
    let isReturn: Bool
  }

  init(_ plan: Plan, register: Register, isPlain: Bool, planted: [PlantedRow]) {
    self.plan = plan
    self.isPlain = isPlain
    self.planted = planted
    wording = Wording(plan, register: register, isPlain: isPlain)
    log = ServiceLog(plan, wording)
    basket = Basket(plan, month: 0)
    nextDay = plan.members.enumerated().map {
      Plan.firstOrder($1, $0, seed: plan.seed, stretch: plan.stretch, timetable: plan.timetable) ?? Int.max
    }
    placed = Array(repeating: 0, count: plan.members.count)
    monthOrders = Array(repeating: 0, count: plan.members.count)
    yearRevenue = Array(repeating: 0, count: plan.members.count)
    credits = Array(repeating: [], count: plan.timetable.days)
  }

  /// Writes the next day; false when there is none left.
  func advance() -> Bool {
    guard day < plan.timetable.days else { return false }
    if plan.timetable.monthOfDay[day] != month { openMonth() }
    let place = day - plan.timetable.starts[month]
    for event in due[dueStarts[place]..<dueStarts[place + 1]] { writeInvoice(event.customer) }
    for credit in credits[day] { writeCredit(credit) }
    credits[day] = []
    if plan.timetable.working[day] == day { writeCounter() }
    if day + 1 == plan.timetable.starts[month + 1], !isPlain { closeMonth() }
    day += 1
    return true
  }

  /// Collects the month's orders, sorted by day.
  private func openMonth() {
    month += 1
    basket = Basket(plan, month: month)
    let start = plan.timetable.starts[month]
    let end = plan.timetable.starts[month + 1]
    var found: [(day: Int, customer: Int)] = []
    var counts = [Int](repeating: 0, count: end - start + 1)
    plan.members.withUnsafeBufferPointer { members in
      for number in members.indices where nextDay[number] < end {
        var current = nextDay[number]
        var order = Int(placed[number])
        while current < end {
          let opened = plan.timetable.working[current]
          found.append((opened, number))
          counts[opened - start + 1] += 1
          order += 1
          let gap = Plan.gap(members[number], number, before: order, seed: plan.seed, stretch: plan.stretch)
          let next = members[number].nextDay(after: current, gap: gap, in: plan.timetable)
          current = current >= members[number].lastDay ? Int.max : next ?? Int.max
        }
        nextDay[number] = current
      }
    }
    for place in 1..<counts.count { counts[place] += counts[place - 1] }
    dueStarts = counts
    due = found
    for event in found {
      due[counts[event.day - start]] = event
      counts[event.day - start] += 1
    }
    if isNewYear { invoice = 0 }
    if isNewYear, !isPlain { scheduleRebates() }
    if month == plan.timetable.months / 2 {
      for row in planted {
        sales.text(row.text)
        sales.byte(10)
      }
    }
  }

  private var year: Int { plan.timetable.first.advanced(by: month).year }
  private var isNewYear: Bool { month > 0 && plan.timetable.season(month) == 0 }

  private func writeInvoice(_ number: Int) {
    let member = plan.members[number]
    let order = Int(placed[number])
    placed[number] += 1
    monthOrders[number] &+= 1
    invoice += 1
    basket.fill(member, number, order: order)
    var total = 0
    for line in basket.lines {
      total += line.amount
      if isPlain { writePlain(line, number) } else { writeFrench(line, number, seller: member.seller(in: month)) }
    }
    guard !isPlain else { return }
    yearRevenue[number] += total
    log.order(number, day: day, lines: basket.lines.count)
    scheduleCredit(member, number, order: order)
  }

  /// `invoice,date,customer,product,quantity,unitPrice,amount`.
  private func writePlain(_ line: InvoiceLine, _ number: Int) {
    sales.number(invoice)
    sales.byte(44)
    sales.piece(day, of: wording.dates)
    sales.byte(44)
    sales.piece(number, of: wording.codes)
    sales.byte(44)
    sales.piece(line.product, of: wording.productCodes)
    sales.byte(44)
    sales.number(line.quantity)
    sales.byte(44)
    sales.cents(line.price, mark: 46)
    sales.byte(44)
    sales.cents(line.amount, mark: 46)
    sales.byte(10)
  }

  /// One French row up to the cost; a customer of −1 is nobody.
  private func writeFrench(_ line: InvoiceLine, _ number: Int, seller: Int?) {
    openRow("FA", number)
    writeProduct(line)
    sales.byte(59)
    if let seller { sales.piece(seller, of: wording.people) }
    sales.text(";\n")
  }

  /// A row from the product to the cost of one unit.
  private func writeProduct(_ line: InvoiceLine) {
    sales.piece(line.product, of: wording.products)
    sales.number(line.quantity)
    sales.piece(line.product, of: wording.units)
    sales.cents(line.price)
    sales.byte(59)
    if line.discount > 0 {
      let (percent, tenth) = line.discount.quotientAndRemainder(dividingBy: 10)
      sales.number(percent)
      sales.byte(44)
      sales.number(tenth)
      sales.text(" %")
    }
    sales.byte(59)
    sales.cents(line.amount)
    sales.byte(59)
    if let cost = line.cost { sales.cents(cost) }
  }

  /// Number, date and customer of a row.
  private func openRow(_ prefix: StaticString, _ number: Int) {
    writeNumber(prefix, invoice, year)
    sales.byte(59)
    sales.piece(day, of: wording.dates)
    if number < 0 { sales.text(";;;") } else { sales.piece(number, of: wording.customers) }
  }

  private func writeNumber(_ prefix: StaticString, _ invoice: Int, _ year: Int) {
    sales.text(prefix)
    sales.number(year % 100, width: 2)
    sales.byte(45)
    sales.number(invoice, width: 6)
  }

  private func scheduleCredit(_ member: Member, _ number: Int, order: Int) {
    var draws = Draws(plan.seed, .credit, number, order)
    guard draws.chance(member.returns) else { return }
    let when = day + draws.within(4, 20)
    var line = basket.lines[draws.below(basket.lines.count)]
    guard when < plan.timetable.days, line.amount > 0 else { return }
    let isReturn = draws.chance(750)
    if isReturn {
      line.setQuantity(-max(1, line.quantity * draws.within(3, 10) / 10))
    } else {
      line.amount = -max(100, line.amount * draws.within(10, 40) / 100)
    }
    credits[plan.timetable.working[when]].append(
      Credit(customer: number, line: line, invoice: invoice, year: year, isReturn: isReturn))
  }

  private func writeCredit(_ credit: Credit) {
    invoice += 1
    openRow("AV", credit.customer)
    let line = credit.line
    if credit.isReturn {
      writeProduct(line)
      log.goodsBack(credit.customer, day: day)
    } else {
      sales.text(credit.invoice > 0 ? ";Avoir commercial;;;;;;" : ";Remise de fin d'année;;;;;;")
      sales.cents(line.amount)
      sales.text(";0,00")
    }
    sales.byte(59)
    sales.piece(plan.members[credit.customer].seller(in: month), of: wording.people)
    sales.byte(59)
    if credit.invoice > 0 { writeNumber("FA", credit.invoice, credit.year) }
    sales.byte(10)
    yearRevenue[credit.customer] += line.amount
  }

  /// What the biggest customers get back of a year, in thousandths.
  static let rebate = 20

  /// The biggest customers get two percent of the year back in January.
  private func scheduleRebates() {
    let when = plan.timetable.working[plan.timetable.starts[month] + 14]
    for (number, member) in plan.members.enumerated() {
      if member.rank * 1000 / plan.members.count < Profile.big, yearRevenue[number] > 0 {
        var line = InvoiceLine(product: 0, quantity: 0, price: 0, discount: 0, cost: 0)
        line.amount = -yearRevenue[number] * Run.rebate / 1000
        credits[when].append(Credit(customer: number, line: line, invoice: 0, year: 0, isReturn: false))
      }
      yearRevenue[number] = 0
    }
  }

  /// Sales over the counter: nobody's.
  private func writeCounter() {
    var draws = Draws(plan.seed, .counter, day)
    var left = (plan.counterLines + draws.below(16)) / 16
    while left > 0 {
      invoice += 1
      for _ in 0..<min(left, draws.within(1, 4)) {
        let product = plan.catalogue.sold(draws.below(plan.catalogue.training), month: month)
        let prices = basket.listed(product)
        writeFrench(
          InvoiceLine(
            product: product, quantity: draws.within(1, 3), price: prices.price, discount: 0, cost: prices.cost),
          -1, seller: nil)
        left -= 1
      }
    }
  }

  private func closeMonth() {
    for number in plan.members.indices {
      log.month(number, month, orders: Int(monthOrders[number]))
      monthOrders[number] = 0
    }
    log.fillUp(month)
  }
}
