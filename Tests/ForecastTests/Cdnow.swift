import Foundation
import Units

@testable import Forecast

/// The folder of real data, or nothing where it is not at hand.
let dataFolder: String? = {
  guard let path = ProcessInfo.processInfo.environment["CLIENTELE_DATA"] else {
    print("CLIENTELE_DATA is not set: the models are not fitted to real purchases")
    return nil
  }
  return path
}()

/// The purchases of a tenth of the customers of CDNOW who first bought early in 1997.
enum Cdnow {
  /// The end of the calibration period.
  static let end = Month(year: 1997, month: 9).lastDay

  /// Of each customer, its purchases.
  static let customers: [PurchaseDays] = {
    var invoices: [Substring: [(day: Day, total: Cents)]] = [:]
    for fields in rows("cdnow_sample.csv") {
      let date = fields[2]
      let iso = "\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.suffix(2))"
      guard let day = Day(iso: iso), let amount = Double(fields[4]) else { continue }
      invoices[fields[1], default: []].append((day, Cents(Int64((amount * 100).rounded()))))
    }
    return invoices.sorted { $0.key < $1.key }.map { PurchaseDays(invoices: $0.value) }
  }()

  /// Until the end of the calibration period.
  static let summary = PurchaseSummary(customers.compactMap { $0.history(through: end) })

  /// The published summary, its weeks rounded to two decimals as in its first edition.
  static let rounded: [PurchaseHistory] = {
    rows("cdnow_sample_calibration_holdout.csv").compactMap { fields in
      guard let repeats = Int(fields[1]), let recency = Double(fields[2]), let age = Double(fields[3]) else {
        return nil
      }
      func rounded(_ weeks: Double) -> Double { (weeks * 100).rounded() / 100 }
      return PurchaseHistory(repeats: repeats, recency: rounded(recency), age: rounded(age))
    }
  }()

  private static func rows(_ name: String) -> [[Substring]] {
    guard let dataFolder, let text = try? String(contentsOfFile: dataFolder + "/cdnow/" + name, encoding: .utf8)
    else { return [] }
    return text.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
  }
}
