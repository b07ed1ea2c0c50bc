import Ledger
import Units

extension SniffOptions {
  /// What is forced, in a few words.
  public func words(in language: Language) -> String {
    var words: [String] = []
    if let kind { words.append(kind.name(in: language)) }
    if let delimiter {
      let mark = delimiter == .tab ? language(fr: "tabulation", en: "tab") : "« \(delimiter.rawValue) »"
      words.append(
        language(fr: "séparateur \(mark)", en: "delimiter " + (delimiter == .tab ? mark : "“\(delimiter.rawValue)”")))
    }
    if let encoding { words.append(encoding.rawValue) }
    if let dateOrder { words.append(Self.words(of: dateOrder, in: language)) }
    if let decimalMark {
      words.append(
        decimalMark == .comma
          ? language(fr: "virgule décimale", en: "decimal comma") : language(fr: "point décimal", en: "decimal point"))
    }
    if let sheet { words.append(language(fr: "feuille « \(sheet) »", en: "sheet “\(sheet)”")) }
    words += map.map { mapping in
      mapping.column.isEmpty
        ? language(fr: "\(mapping.field) non lu", en: "\(mapping.field) not read")
        : "\(mapping.field) = \(mapping.column)"
    }
    return words.joined(separator: ", ")
  }

  private static func words(of order: DateOrder, in language: Language) -> String {
    switch order {
    case .yearFirst: language(fr: "dates année-mois-jour", en: "dates year-month-day")
    case .dayFirst: language(fr: "dates jour-mois-année", en: "dates day-month-year")
    case .monthFirst: language(fr: "dates mois-jour-année", en: "dates month-day-year")
    }
  }
}
