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
  static let end = Day(iso: "1997-09-30")!

  /// Of each customer, its purchases.
  static let customers: [PurchaseDays] = {
    guard let dataFolder, let text = try? String(contentsOfFile: dataFolder + "/cdnow/cdnow_sample.csv", encoding: .utf8)
    else { return [] }
    var invoices: [Substring: [(day: Day, total: Cents)]] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",")
      let date = fields[2]
      let iso = "\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.suffix(2))"
      invoices[fields[1], default: []].append((Day(iso: iso)!, Cents(Int64((Double(fields[4])! * 100).rounded()))))
    }
    return invoices.keys.sorted().map { PurchaseDays(invoices: invoices[$0]!) }
  }()

  /// Until the end of the calibration period.
  static let summary = PurchaseSummary(customers.compactMap { $0.history(through: end) })

  /// The published summary, its weeks rounded to two decimals as in its first edition.
  static let rounded: [PurchaseHistory] = {
    guard let dataFolder,
      let text = try? String(
        contentsOfFile: dataFolder + "/cdnow/cdnow_sample_calibration_holdout.csv", encoding: .utf8)
    else { return [] }
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let fields = line.split(separator: ",")
      func weeks(_ text: Substring) -> Double { (Double(text)! * 100).rounded() / 100 }
      return PurchaseHistory(repeats: Int(fields[1])!, recency: weeks(fields[2]), age: weeks(fields[3]))
    }
  }()
}
