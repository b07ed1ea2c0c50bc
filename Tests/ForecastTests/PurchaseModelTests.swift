import Ledger
import Testing
import Units

@testable import Forecast

/// The laws that every model keeps.
@Suite struct PurchaseModelTests {
  /// A model of each kind, with parameters drawn over six orders of magnitude, or more.
  private func models(_ draw: inout Simulated, powers: Double = 3) -> [any PurchaseModel] {
    let n = (0..<4).map { _ in draw.parameter(powers: powers) }
    return [
      BetaGeometricNBD(r: n[0], alpha: n[1], a: n[2], b: n[3]),
      ModifiedBetaGeometricNBD(r: n[0], alpha: n[1], a: n[2], b: n[3]),
      ParetoNBD(r: n[0], alpha: n[1], s: n[2], beta: n[3]),
    ]
  }

  @Test func `every answer to every history is finite, and a chance lies between 0 and 1`() throws {
    var draw = Simulated(seed: 21)
    for round in 0..<150 {
      let history = draw.anyHistory()
      for model in models(&draw, powers: [3, 6, 14][round % 3]) {
        if let alive = model.probabilityAlive(history) { #expect((0...1).contains(alive), "\(model) \(history)") }
        for weeks in [0, 1, 52, 1e6, .infinity] {
          let known = model.expectedPurchases(of: history, weeks: weeks)
          #expect(known.isFinite && known >= 0, "\(model) \(history) \(weeks)")
          let new = model.expectedPurchases(ofNewWithin: weeks)
          #expect(new.isFinite && new >= 0, "\(model) \(weeks)")
        }
        #expect(model.logLikelihood(of: PurchaseSummary([history])).isFinite, "\(model) \(history)")
      }
    }
  }

  @Test func `the longer the silence, the less alive`() throws {
    var draw = Simulated(seed: 22)
    for _ in 0..<100 {
      let repeats = draw.whole(1...30)
      for model in models(&draw) {
        var before = 1.0
        for silence in [0, 1, 4, 20, 80, 400.0] {
          let history = try #require(PurchaseHistory(repeats: repeats, recency: 30, age: 30 + silence))
          let alive = try #require(model.probabilityAlive(history))
          #expect(alive <= before + 1e-12)
          before = alive
        }
      }
    }
  }

  @Test func `the further one looks, the more purchases, and never more than without dropout`() throws {
    var draw = Simulated(seed: 23)
    for _ in 0..<100 {
      let history = try #require(PurchaseHistory(repeats: 3, recency: 20, age: 26))
      for model in models(&draw) {
        let (r, alpha) = (model.parameters[0], model.parameters[1])
        var (known, new) = (0.0, 0.0)
        for weeks in [0.1, 1, 10, 52, 300.0] {
          let nextKnown = model.expectedPurchases(of: history, weeks: weeks)
          let nextNew = model.expectedPurchases(ofNewWithin: weeks)
          #expect(nextKnown >= known * (1 - 1e-10) && nextNew >= new * (1 - 1e-10), "\(model) \(weeks)")
          #expect(nextNew <= r / alpha * weeks * (1 + 1e-10))
          #expect(nextKnown <= (r + 3) / (alpha + 26) * weeks * (1 + 1e-10))
          (known, new) = (nextKnown, nextNew)
        }
      }
    }
  }

  @Test func `the slope of every likelihood is its derivative`() throws {
    var draw = Simulated(seed: 24)
    let truth = ParetoNBD(r: 1, alpha: 10, s: 0.7, beta: 15)
    let columns = SummaryColumns(PurchaseSummary((0..<60).map { _ in draw.silentCustomer(truth, weeks: 50) }))
    let functions: [any Objective] = [
      CoinLikelihood(columns: columns, tossesFirst: false), CoinLikelihood(columns: columns, tossesFirst: true),
      ParetoLikelihood(columns: columns),
      SpendLikelihood((1...40).map { checked(SpendHistory(repeats: $0 % 7 + 1, mean: Double($0) * 3)) }),
    ]
    for function in functions {
      for _ in 0..<20 {
        let place = (0..<function.dimension).map { _ in 4 * draw.uniform() - 2 }
        var (slope, other) = (place, place)
        _ = function.value(at: place, slope: &slope)
        for index in place.indices {
          var (up, down) = (place, place)
          up[index] += 1e-5
          down[index] -= 1e-5
          let difference = (function.value(at: up, slope: &other) - function.value(at: down, slope: &other)) / 2e-5
          #expect(abs(difference - slope[index]) < 1e-7 * max(1, abs(difference)))
        }
      }
    }
  }

  @Test func `the order of customers, duplicates and their weights change nothing`() throws {
    var draw = Simulated(seed: 25)
    let truth = BetaGeometricNBD(r: 0.9, alpha: 6, a: 0.7, b: 2)
    let histories = (0..<400).map { _ in draw.coinCustomer(truth, weeks: 40) }
    let summary = PurchaseSummary(histories)
    #expect(summary == PurchaseSummary(Array(histories.reversed())))
    #expect(summary.rows.count < 400 && summary.customers == 400)
    let doubled = PurchaseSummary(histories + histories)
    #expect(doubled == PurchaseSummary(weighted: histories.map { ($0, 2) }))
    let fit = try BetaGeometricNBD.fit(summary)
    #expect(try BetaGeometricNBD.fit(PurchaseSummary(Array(histories.reversed()))) == fit)
    let twice = try BetaGeometricNBD.fit(doubled)
    for (one, two) in zip(fit.model.parameters, twice.model.parameters) { #expect(two.isWithin(1e-7, of: one)) }
    #expect(twice.logLikelihood.isWithin(1e-10, of: 2 * fit.logLikelihood))
    for (one, two) in zip(try #require(fit.standardErrors), try #require(twice.standardErrors)) {
      #expect(two.isWithin(1e-4, of: one / 2.squareRoot()))
    }
  }

  @Test func `the unit of time changes no answer`() throws {
    var draw = Simulated(seed: 26)
    let truth = ParetoNBD(r: 1.2, alpha: 9, s: 0.8, beta: 12)
    let histories = (0..<400).map { _ in draw.silentCustomer(truth, weeks: 60) }
    let days = histories.map { checked(PurchaseHistory(repeats: $0.repeats, recency: $0.recency * 7, age: $0.age * 7)) }
    func check<Model: PurchaseModel>(_ kind: Model.Type) throws {
      let inWeeks = try kind.fit(PurchaseSummary(histories)).model
      let inDays = try kind.fit(PurchaseSummary(days)).model
      for (week, day) in zip(histories, days) {
        let (a, b) = (inWeeks.expectedPurchases(of: week, weeks: 52), inDays.expectedPurchases(of: day, weeks: 364))
        #expect(a.isWithin(1e-5, of: b))
      }
    }
    try check(BetaGeometricNBD.self)
    try check(ModifiedBetaGeometricNBD.self)
    try check(ParetoNBD.self)
  }

  @Test func `what cannot be learned from is refused in words or finite`() throws {
    func history(_ x: Int, _ recency: Double, _ age: Double) -> PurchaseHistory {
      checked(PurchaseHistory(repeats: x, recency: recency, age: age))
    }
    let hard: [[PurchaseHistory]] = [
      [], [history(3, 10, 20)],
      (0..<100).map { history(0, 0, Double($0)) },
      (0..<100).map { _ in history(0, 0, 0) },
      (0..<100).map { _ in history(4, 20, 30) },
      (1...100).map { history($0, Double($0), Double($0)) },
      (1...100).map { history($0 * 50, Double($0), 200) },
      (1...100).map { history($0 % 5 + 1, 1e6, 1e9 - Double($0)) },
      (1...100).map { history($0 % 2, Double($0 % 2) / 7, 1e5) },
      (1...100).map { history($0 == 1 ? 3_000 : $0 % 3, $0 == 1 || $0 % 3 > 0 ? 5 : 0, 9) },
      (1...100).map { history(1, 0, Double($0)) },
    ]
    func check<Model: PurchaseModel>(_ kind: Model.Type, _ customers: [PurchaseHistory]) {
      do {
        let fit = try kind.fit(PurchaseSummary(customers))
        #expect(fit.model.parameters.allSatisfy { $0.isFinite && $0 > 0 }, "\(fit)")
        #expect(fit.logLikelihood.isFinite && fit.dropoutGain.isFinite && fit.steepness < 1e-6)
        #expect(fit.standardErrors?.allSatisfy { $0.isFinite && $0 > 0 } ?? true, "\(fit)")
        for customer in customers.prefix(3) {
          #expect(fit.model.expectedPurchases(of: customer, weeks: 52).isFinite)
        }
      } catch {
        #expect(!error.sentence(in: .fr).isEmpty && !error.sentence(in: .en).isEmpty)
      }
    }
    for customers in hard {
      check(BetaGeometricNBD.self, customers)
      check(ModifiedBetaGeometricNBD.self, customers)
      check(ParetoNBD.self, customers)
    }
    #expect(throws: FitRefusal.tooFewCustomers(1)) { try ParetoNBD.fit(PurchaseSummary(hard[1])) }
    #expect(throws: FitRefusal.tooFewRepeaters(0)) { try BetaGeometricNBD.fit(PurchaseSummary(hard[2])) }
  }

  @Test func `the sum over chances to buy and the integral over dropout agree`() {
    var draw = Simulated(seed: 27)
    for _ in 0..<60 {
      let tails = PurchasesUntilTails(
        shape: 0.1 + 5 * draw.uniform(), rate: 1, a: draw.parameter(), b: draw.parameter())
      let ratio = 0.1 + 50 * draw.uniform()
      #expect(tails.sum(ratio, reach: 8_000).isWithin(1e-9, of: tails.integral(ratio)), "\(tails) \(ratio)")
    }
  }

  @Test(arguments: PurchaseModelKind.allCases)
  func `customers as regular as clocks are told as alike, and nobody is proven to leave`(_ kind: PurchaseModelKind)
    throws
  {
    let alike = (0..<60).compactMap { _ in PurchaseHistory(repeats: 12, recency: 50, age: 52) }
    let regular = (0..<60).compactMap { number in
      let age = 30 + number
      return PurchaseHistory(repeats: age / 4, recency: Double(age / 4 * 4), age: Double(age))
    }
    for (histories, yearly) in [(alike, 12.0), (regular, 13)] {
      for effort in [FitEffort.quick, .full] {
        let fit = try kind.fit(PurchaseSummary(histories), effort: effort)
        #expect(fit.dropoutGain < 1e-6)
        let expected = fit.model.expectedPurchases(of: histories[0], weeks: 52)
        #expect(abs(expected - yearly) < 0.5, "\(expected)")
      }
    }
  }
}
