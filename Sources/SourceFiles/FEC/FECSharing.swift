import Units

/// Shares the lines of an entry among those who owe for it, when the amounts leave only one way.
struct FECSharing {
  /// What a line is in the sharing.
  enum Role { case shared, vat, other }

  /// A line to share: credit − debit, its account, and what it is.
  struct Item {
    let amount: Int64
    let account: Int32
    let role: Role
  }

  /// Which payer has what of which line.
  struct Shares {
    let tie: FECTie
    let parts: [(item: Int, payer: Int, amount: Int64)]
  }

  /// How many steps a search may take, in an entry and in a whole file: beyond, the entry is not shared.
  private static let stepsPerEntry = 20_000
  private var stepsLeft = 20_000_000

  /// The only sharing of the items in which each payer has what it owes; nothing when there is none or more than one.
  mutating func shares(of items: [Item], among targets: [Int64]) -> Shares? {
    guard targets.count > 1 else { return nil }
    return bySearch(items, targets) ?? byRate(items, targets)
  }

  // MARK: Whole lines

  private mutating func bySearch(_ items: [Item], _ targets: [Int64]) -> Shares? {
    guard items.count <= 48, targets.count <= 16, stepsLeft > 0 else { return nil }
    // Big amounts first: they leave the least choice. Equal lines stand together, so that exchanging them counts once.
    let order = items.indices.sorted { left, right in
      let (a, b) = (items[left], items[right])
      if a.amount.magnitude != b.amount.magnitude { return a.amount.magnitude > b.amount.magnitude }
      if a.amount != b.amount { return a.amount > b.amount }
      return a.account != b.account ? a.account < b.account : left < right
    }
    var search = Search(items: order.map { items[$0] }, targets: targets, steps: min(Self.stepsPerEntry, stepsLeft))
    let before = search.steps
    search.assign(0)
    stepsLeft -= before - search.steps
    guard search.steps > 0, !search.isAmbiguous, let solution = search.solution else { return nil }
    let parts = order.enumerated().compactMap { place, item in
      items[item].role == .shared ? (item: item, payer: solution[place], amount: items[item].amount) : nil
    }
    return Shares(tie: .amounts, parts: parts.sorted { $0.item < $1.item })
  }

  private struct Search {
    let items: [Item]
    var left: [Int64]
    var steps: Int
    var owners: [Int]
    var solution: [Int]?
    var isAmbiguous = false
    /// Whether all amounts have one sign: a payer is then never given more than it owes.
    let sign: Int64

    init(items: [Item], targets: [Int64], steps: Int) {
      self.items = items
      left = targets
      self.steps = steps
      owners = Array(repeating: 0, count: items.count)
      let amounts = items.map(\.amount) + targets
      sign = amounts.allSatisfy { $0 >= 0 } ? 1 : amounts.allSatisfy { $0 <= 0 } ? -1 : 0
    }

    mutating func assign(_ place: Int) {
      guard steps > 0, !isAmbiguous else { return }
      steps -= 1
      guard place < items.count else { return conclude() }
      let item = items[place]
      let isTwin = place > 0 && items[place - 1].amount == item.amount && items[place - 1].account == item.account
      for payer in (isTwin ? owners[place - 1] : 0)..<left.count {
        if sign != 0, (left[payer] - item.amount) * sign < 0 { continue }
        left[payer] -= item.amount
        owners[place] = payer
        assign(place + 1)
        left[payer] += item.amount
      }
    }

    private mutating func conclude() {
      guard left.allSatisfy({ $0 == 0 }), isPlausible else { return }
      guard let known = solution else {
        solution = owners
        return
      }
      // Ways that differ in tax alone are one.
      for place in items.indices where items[place].role == .shared && known[place] != owners[place] {
        isAmbiguous = true
      }
    }

    /// No payer has more tax than the highest rate, nor tax against the sign of its sales.
    private var isPlausible: Bool {
      for payer in left.indices {
        var (sales, tax) = (Int64(0), Int64(0))
        for place in items.indices where owners[place] == payer {
          if items[place].role == .shared { sales += items[place].amount }
          if items[place].role == .vat { tax += items[place].amount }
        }
        guard tax == 0 || ((tax > 0) == (sales > 0) && tax.magnitude <= sales.magnitude / 100 * 21 + 25) else {
          return false
        }
      }
      return true
    }
  }

  // MARK: One rate

  /// French rates of VAT in hundredths of a percent, those of Corsica and overseas and the last former ones among them.
  ///
  /// Source: articles 278 to 281 nonies and 294 to 297 of the Code général des impôts.
  private static let rates: [Int64] = [0, 90, 105, 175, 210, 550, 700, 850, 1_000, 1_300, 1_960, 2_000]

  /// Where one rate holds for all, what each owes is in proportion to its sales.
  private func byRate(_ items: [Item], _ targets: [Int64]) -> Shares? {
    let shared = items.indices.filter { items[$0].role == .shared }
    let taxed = items.filter { $0.role == .vat }
    guard shared.count + taxed.count == items.count, Set(taxed.map(\.account)).count <= 1 else { return nil }
    let sales = shared.reduce(Int64(0)) { $0 + items[$1].amount }
    let tax = taxed.reduce(Int64(0)) { $0 + $1.amount }
    guard sales != 0, targets.allSatisfy({ $0 != 0 && ($0 > 0) == (sales > 0) }) else { return nil }
    // Each payer's invoice was rounded to the cent on its own.
    let tolerance = Int128(targets.count + taxed.count) * 10_000
    let isLawful = Self.rates.contains { rate in
      (rate == 0) == taxed.isEmpty && (Int128(tax) * 10_000 - Int128(sales) * Int128(rate)).magnitude <= tolerance
    }
    guard isLawful else { return nil }
    let weights = targets.map { Int64($0.magnitude) }
    var left = Cents(sales).split(by: weights).map(\.value)
    var parts: [(item: Int, payer: Int, amount: Int64)] = []
    let bySize = shared.sorted {
      let (a, b) = (items[$0].amount.magnitude, items[$1].amount.magnitude)
      return a != b ? a < b : $0 < $1
    }
    // The biggest line takes what rounding leaves, so that both lines and payers come out to the cent.
    for item in bySize.dropLast() {
      for (payer, part) in Cents(items[item].amount).split(by: weights).enumerated() {
        left[payer] -= part.value
        parts.append((item, payer, part.value))
      }
    }
    if let last = bySize.last { for payer in left.indices { parts.append((last, payer, left[payer])) } }
    return Shares(
      tie: .rate,
      parts: parts.filter { $0.amount != 0 }.sorted { $0.item != $1.item ? $0.item < $1.item : $0.payer < $1.payer })
  }
}
