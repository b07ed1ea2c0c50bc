import Foundation
import Testing
import Units

@testable import Forecast

/// A real wholesaler in whose year dropout cannot be proven.
@Suite(.enabled(if: dataFolder != nil)) struct OnlineRetailTests {
  /// One total an invoice, of each customer.
  private func customers() throws -> [PurchaseDays] {
    let unzip = Process()
    unzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    unzip.arguments = ["gzip", "-dc", try #require(dataFolder) + "/online_retail/online_retail.csv.gz"]
    let pipe = Pipe()
    unzip.standardOutput = pipe
    try unzip.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    unzip.waitUntilExit()
    struct Invoice: Hashable { let customer, number: String; let day: Day }
    var totals: [Invoice: Double] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
      // Descriptions may hold commas: the columns before it are counted from the left, those after it from the right.
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      func text(_ index: Int) -> String { String(decoding: fields[index], as: UTF8.self) }
      let customer = text(fields.count - 2)
      guard !customer.isEmpty, let day = Day(iso: text(fields.count - 4).prefix(10)),
        let quantity = Double(text(fields.count - 5)), let price = Double(text(fields.count - 3))
      else { continue }
      totals[Invoice(customer: customer, number: text(0), day: day), default: 0] += quantity * price
    }
    let byCustomer = Dictionary(grouping: totals) { $0.key.customer }
    return byCustomer.values.map { invoices in
      PurchaseDays(invoices: invoices.map { ($0.key.day, Cents(Int64(($0.value * 100).rounded()))) })
    }
  }

  @Test func `dropout is not proven, which is told as a boundary, and within a second`() throws {
    let end = try #require(Day(iso: "2011-12-09"))
    let customers = try customers()
    let summary = PurchaseSummary(customers.compactMap { $0.history(through: end) })
    let fit = try BetaGeometricNBD.fit(summary)
    #expect(summary.customers == 4_339)
    #expect(abs(fit.logLikelihood + 37_647.759) < 5e-4)
    #expect(abs(fit.dropoutGain - 0.24) < 5e-3)
    #expect(fit.isBoundary)
    // The reference leaves out the two invoices of nothing, and with them one customer.
    let paid = customers.compactMap { customer in
      PurchaseHistory(days: zip(customer.days, customer.totals).filter { $0.1 > .zero }.map(\.0), through: end)
    }
    let clock = ContinuousClock()
    var reference: PurchaseFit<BetaGeometricNBD>?
    let time = try clock.measure { reference = try BetaGeometricNBD.fit(PurchaseSummary(paid), effort: .quick) }
    #expect(paid.count == 4_338)
    #expect(abs(try #require(reference).logLikelihood + 37_645.538) < 5e-4)
    #expect(abs(try #require(reference).dropoutGain - 0.24) < 5e-3)
    #expect(time < .seconds(1))
  }
}
