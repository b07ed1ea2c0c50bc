import Ledger
import Portfolio
import Units

/// Every customer's traits as numbers, and how prospects are read the same way.
struct TraitTable: Sendable {
  /// For each trait the code of each customer; −1 where it is not known.
  private let columns: [CustomerTrait: [Int32]]
  /// For each trait what its codes mean.
  private let values: [CustomerTrait: [TraitValue]]
  private let codes: [CustomerTrait: [String: Int32]]
  private let cuts: [Cents]
  private let categories: CategoryOf

  /// Reads all customers, linear in them.
  ///
  /// Words are the same whatever their capitals; a trait's value is shown as it is written first in the customer file.
  init(_ portfolio: PortfolioAnalysis) {
    let (books, policy) = (portfolio.books, portfolio.policy)
    categories = portfolio.categories
    let count = books.customers.count
    let potentials = (0..<count).map {
      books.customers.details[$0]?.potential(at: books.window.asOf, rule: policy.growth)?.potential
    }
    let cuts = Self.quarters(potentials.compactMap { $0 })
    var (columns, values, codes):
      ([CustomerTrait: [Int32]], [CustomerTrait: [TraitValue]], [CustomerTrait: [String: Int32]]) = ([:], [:], [:])
    for trait in CustomerTrait.allCases {
      var (own, meanings, found) = ([Int32](repeating: -1, count: count), [TraitValue](), [String: Int32]())
      switch trait {
      case .potential:
        meanings = cuts.isEmpty ? [] : (0...cuts.count).map { Self.quarter($0, cuts) }
        if !cuts.isEmpty {
          for place in 0..<count { own[place] = potentials[place].map { Self.place(of: $0, cuts) } ?? -1 }
        }
      case .rhythm:
        meanings = SuggestedCategory.Tempo.allCases.map { .tempo($0) }
        for place in 0..<count {
          guard let orders = books.ordersPerYear(of: place, rule: policy.growth) else { continue }
          let tempo = SuggestedCategory.Tempo(ordersPerYear: orders)
          own[place] = Int32(SuggestedCategory.Tempo.allCases.firstIndex(of: tempo) ?? 0)
        }
      default:
        for place in 0..<count {
          guard let text = Self.text(trait, of: place, books, portfolio.categories) else { continue }
          let key = text.lowercased()
          let code = found[key] ?? Int32(meanings.count)
          if found.updateValue(code, forKey: key) == nil { meanings.append(.text(text)) }
          own[place] = code
        }
      }
      columns[trait] = own
      values[trait] = meanings
      codes[trait] = found
    }
    self.cuts = cuts
    self.columns = columns
    self.values = values
    self.codes = codes
  }

  /// How many values a trait takes.
  func count(of trait: CustomerTrait) -> Int { values[trait]?.count ?? 0 }

  /// What a code means.
  func value(_ trait: CustomerTrait, _ code: Int) -> TraitValue { values[trait].map { $0[code] } ?? .text("") }

  /// A customer's code; nothing where it is not known.
  func code(_ trait: CustomerTrait, of customer: Int) -> Int? {
    guard let code = columns[trait]?[customer], code >= 0 else { return nil }
    return Int(code)
  }

  /// Whether the file says anything of a prospect's trait.
  func isStated(_ trait: CustomerTrait, of prospect: Prospect) -> Bool {
    trait == .potential ? prospect.potential != nil : text(trait, of: prospect) != nil
  }

  /// A prospect's code; nothing where it is not known, or where no customer has its value.
  func code(_ trait: CustomerTrait, of prospect: Prospect) -> Int? {
    if trait == .potential {
      guard let potential = prospect.potential, !cuts.isEmpty else { return nil }
      return Int(Self.place(of: potential, cuts))
    }
    return text(trait, of: prospect).flatMap { codes[trait]?[$0.lowercased()] }.map { Int($0) }
  }

  /// The word that a prospect's file says.
  func text(_ trait: CustomerTrait, of prospect: Prospect) -> String? {
    let text =
      switch trait {
      case .category: categories.name(ofProspect: prospect)
      case .sector: prospect.sector
      case .region: prospect.region
      case .size: prospect.size
      case .interest: prospect.interest
      case .culture: prospect.culture
      case .potential, .mainRange, .rhythm: nil as String?
      }
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func text(_ trait: CustomerTrait, of customer: Int, _ books: Books, _ categories: CategoryOf)
    -> String?
  {
    let details = books.customers.details[customer]
    let text =
      switch trait {
      case .category: categories[customer]
      case .sector: details?.sector
      case .region: details?.region
      case .size: details?.size
      case .interest: details?.interest
      case .culture: details?.culture
      case .mainRange:
        books.ranges[customer].filter { $0.current > .zero }.max {
          $0.current == $1.current ? $0.range > $1.range : $0.current < $1.current
        }.map { books.ranges.names[$0.range] }
      case .potential, .rhythm: nil as String?
      }
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The amounts that part potentials into four of like number; none with fewer than four different ones.
  private static func quarters(_ potentials: [Cents]) -> [Cents] {
    let sorted = potentials.sorted()
    guard Set(sorted).count >= 4 else { return [] }
    var cuts: [Cents] = []
    for quarter in 1...3 {
      let cut = sorted[sorted.count * quarter / 4]
      if cut > cuts.last ?? sorted[0] { cuts.append(cut) }
    }
    return cuts
  }

  private static func place(of potential: Cents, _ cuts: [Cents]) -> Int32 { Int32(cuts.count { potential >= $0 }) }

  private static func quarter(_ place: Int, _ cuts: [Cents]) -> TraitValue {
    .potential(
      quarter: place + 1, from: place > 0 ? cuts[place - 1] : nil, below: place < cuts.count ? cuts[place] : nil)
  }
}
