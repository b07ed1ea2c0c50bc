import Ledger
import Testing
import Units

@testable import Portfolio

struct BuyingProfileTests {
  private let books = TinyBooks(asOf: "2025-12") {
    customer("A") { monthly("2025-01", "2025-12", 100, range: "Flour") }
    customer("B") { monthly("2025-01", "2025-12", 100, range: "Ovens") }
    customer("C") {
      monthly("2025-01", "2025-12", 64, range: "Flour")
      monthly("2025-01", "2025-12", 36)
    }
    customer("D") { sale("2025-11-10", 100, range: "Flour") }
    customer("E") { sale("2024-11-10", 100, range: "Flour") }
  }.books

  private func profile(_ customer: Int, _ rule: Policy.Growth = Policy().growth) -> BuyingProfile? {
    let revenue = books.activity.total(of: customer, in: books.window.current).revenue
    let mix = BuyingProfile.mix(of: customer, revenue: revenue, books: books)
    return BuyingProfile(of: customer, mix: mix, usual: .none, books: books, rule: rule)
  }

  @Test func `those who buy nothing in common are apart by the parts and by the amounts`() throws {
    let (flour, ovens) = (try #require(profile(0)), try #require(profile(1)))
    // Parts: 1. Amounts: each at the usual one against nothing, ln 2 twice, d = √2 · ln 2 ≈ 0.98, d ÷ (2 + d) ≈ 0.3289.
    #expect(abs(flour.distance(to: ovens, mix: true) - 0.25 * (1 + 0.32890)) < 1e-4)
    #expect(flour.distance(to: ovens, mix: false) == 0)
    #expect(flour.distance(to: flour, mix: true) == 0)
  }

  @Test func `revenue without a range is a part of the mix`() throws {
    let (flour, mixed) = (try #require(profile(0)), try #require(profile(2)))
    // Overlap √(1 × 0.64) = 0.8, Hellinger √0.2; what has no range is there against nothing, d = ln 2, d ÷ (2 + d) ≈ 0.2574.
    #expect(abs(flour.distance(to: mixed, mix: true) - 0.25 * ((0.2).squareRoot() + 0.25738)) < 1e-4)
  }

  @Test func `a part counts against its usual part, an amount against its usual amount`() {
    let usual = UsualRanges([
      [(0, Cents(900)), (1, Cents(100))], [(0, Cents(300))], [(0, Cents(500)), (1, Cents(200))],
    ])
    #expect(abs(usual.part(of: 0) - 0.85) < 1e-12 && abs(usual.part(of: 1) - 0.15) < 1e-12)
    #expect(abs(usual.level(of: Cents(500), in: 0) - naturalLogarithm(2)) < 1e-12)
    #expect(abs(usual.level(of: Cents(450), in: 1) - naturalLogarithm(4)) < 1e-12)
  }

  @Test func `a year's orders are reckoned from the months lived, six at least`() {
    #expect(profile(0)?.ordersPerYear == 12 && profile(3)?.ordersPerYear == 2)
    #expect(profile(3)?.irregularity == 1 && profile(4) == nil)
    var rule = Policy().growth
    rule.leastMonths = 4
    #expect(profile(3, rule)?.ordersPerYear == 3)
  }

  @Test func `distances are symmetric and lie within 0 and 1`() throws {
    for left in 0..<4 {
      for right in 0..<4 {
        let (a, b) = (try #require(profile(left)), try #require(profile(right)))
        #expect(a.distance(to: b, mix: true) == b.distance(to: a, mix: true))
        #expect((0...1).contains(a.distance(to: b, mix: true)))
      }
    }
  }
}
