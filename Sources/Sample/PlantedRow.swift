/// A row of the sales file that is not like the others, and what an import has to do with it.
public struct PlantedRow: Hashable, Sendable {
  /// The row as the file has it, without its line end.
  public let text: String
  /// Whether the row is good and has to be kept.
  public let isAccepted: Bool
  /// What is odd about it.
  public let oddity: Oddity

  /// What is odd about a planted row.
  public enum Oddity: String, CaseIterable, Sendable {
    case impossibleDate, lettersInQuantity, missingAmount, tooManyFields, tooFewFields, lettersInAmount
    case amountWithCurrencySign, amountInParentheses, paddedCode, twin
  }

  /// The rows planted into the sales file of the customer with this code and name.
  static func all(code: String, name: String, date: String, year: String) -> [PlantedRow] {
    func row(_ number: Int, date day: String? = nil, quantity: String = "4", amount: String = "50,00") -> String {
      "FX\(year)-0\(number);\(day ?? date);\(code);\(name);A1003;Divers;Hygiène et entretien;\(quantity);bidon;12,50;;"
        + "\(amount);7,80;;"
    }
    let good = row(8, amount: "1 234,56 €")
    return [
      PlantedRow(text: row(1, date: "31/02/20" + year), isAccepted: false, oddity: .impossibleDate),
      PlantedRow(text: row(2, quantity: "quatre"), isAccepted: false, oddity: .lettersInQuantity),
      PlantedRow(
        text: "FX\(year)-03;\(date);\(code);\(name);;Divers;;;;;;;;;", isAccepted: false, oddity: .missingAmount),
      PlantedRow(text: row(4) + ";;à revoir", isAccepted: false, oddity: .tooManyFields),
      PlantedRow(text: "FX\(year)-05;\(date);\(code)", isAccepted: false, oddity: .tooFewFields),
      PlantedRow(text: row(6, amount: "cinquante"), isAccepted: false, oddity: .lettersInAmount),
      PlantedRow(text: row(7, date: "00/13/20" + year), isAccepted: false, oddity: .impossibleDate),
      PlantedRow(text: good, isAccepted: true, oddity: .amountWithCurrencySign),
      PlantedRow(
        text: row(9, quantity: "-4", amount: "(50,00)"), isAccepted: true, oddity: .amountInParentheses),
      PlantedRow(
        text: row(10).replacingCode(code, with: "  " + code + " "), isAccepted: true, oddity: .paddedCode),
      PlantedRow(text: row(11), isAccepted: true, oddity: .twin),
      PlantedRow(text: row(11), isAccepted: true, oddity: .twin),
    ]
  }
}

extension String {
  /// The row with its first field equal to `code` replaced.
  fileprivate func replacingCode(_ code: String, with new: String) -> String {
    split(separator: ";", omittingEmptySubsequences: false).map { $0 == code ? new : String($0) }
      .joined(separator: ";")
  }
}
