import Ledger
import Units

/// What a person types of a category, read as it is kept.
public enum CategoryText {
  /// The longest text that is kept, in characters.
  public static let longest = 2_000

  /// The value as `CategoryEdit` keeps it; nothing for what is left empty.
  /// - Throws: `CategoryTextFault`.
  public static func value(
    of field: CategoryField, _ typed: String, policy: Policy
  ) throws(CategoryTextFault) -> String? {
    let text = typed.trimmingEdges
    guard !text.isEmpty else { return nil }
    guard text.count <= longest else { throw .tooLong }
    switch field {
    case .need, .thinking, .deciding, .skill, .owner: return text
    case .budget:
      guard let cents = try? FieldText.value(of: .potential, text, policy: policy), Int64(cents) ?? -1 >= 0 else {
        throw .noAmount(text)
      }
      return cents
    case .targetRate:
      guard let rate = rate(text) else { throw .noRate(text) }
      return String(rate.millionths)
    case .started:
      let parts = text.split(separator: "/")
      guard let month = Month(iso: parts.count == 2 ? "\(parts[1])-\(parts[0])" : text) else { throw .noMonth(text) }
      return month.iso
    case .state:
      guard let state = ExpertiseState(rawValue: text) else { throw .noState(text) }
      return state.rawValue
    }
  }

  /// The value as a person would type it.
  public static func typed(_ field: CategoryField, _ value: String) -> String {
    switch field {
    case .budget:
      guard let cents = Int64(value) else { return value }
      return decimal(cents, 2)
    case .targetRate:
      guard let millionths = Int64(value) else { return value }
      return decimal(millionths, 4) + " %"
    default: return value
    }
  }

  /// `12,5 %`, `12.5`, `0.125`: up to 1 a part, beyond percents.
  private static func rate(_ text: String) -> Rate? {
    let isPercent = text.hasSuffix("%")
    let plain = text.filter { !$0.isWhitespace && $0 != "%" }.replacing(",", with: ".")
    guard let first = plain.first, first.isNumber, let number = Double(plain), number.isFinite else { return nil }
    let share = isPercent || number > 1 ? number / 100 : number
    return (0...1).contains(share) ? Rate(millionths: Int64((share * 1_000_000).rounded())) : nil
  }

  private static func decimal(_ number: Int64, _ digits: Int) -> String {
    let scale = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
    var decimals = padded(Int(number % scale), digits)
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(number / scale)" + (decimals.isEmpty ? "" : "." + decimals)
  }
}

/// Why nothing was written of a category.
public enum CategoryTextFault: Explained, Hashable {
  case noAmount(String), noRate(String), noMonth(String), noState(String), noName, sameName
  case noSuchCategory(String)
  /// Another category has the name, be it but for case, accents and spaces.
  case taken(String)
  case nobody
  case tooLong
  case proposalsChanged
  /// The proposal is a category already.
  case accepted(String)
  /// The rules are no longer those that were shown.
  case rulesChanged
  case noSuchRule(Int, of: Int)

  /// What happened and what to do.
  public func sentence(in language: Language) -> String {
    switch self {
    case .noAmount(let text):
      language(
        fr: "« \(text) » n’est pas un montant : écrivez par exemple 12 000.",
        en: "“\(text)” is no amount: write 12000, for example.")
    case .noRate(let text):
      language(
        fr: "« \(text) » n’est pas un taux de 0 à 100 % : écrivez par exemple 12,5 %.",
        en: "“\(text)” is no rate from 0 to 100 %: write 12.5 %, for example.")
    case .noMonth(let text):
      language(
        fr: "« \(text) » n’est pas un mois : écrivez par exemple 2026-03.",
        en: "“\(text)” is no month: write 2026-03, for example.")
    case .noState(let text):
      language(
        fr: "« \(text) » n’est pas un avancement : planned, underway, done ou dropped.",
        en: "“\(text)” is no state: planned, underway, done or dropped.")
    case .noName: language(fr: "Donnez un nom à la catégorie.", en: "Give the category a name.")
    case .sameName:
      language(fr: "C’est déjà son nom ; rien n’a été changé.", en: "That is its name already; nothing was changed.")
    case .noSuchCategory(let name):
      language(fr: "Il n’y a pas de catégorie « \(name) ».", en: "There is no category “\(name)”.")
    case .taken(let name):
      language(
        fr: """
          « \(name) » existe déjà : deux catégories ne peuvent pas porter le même nom, et ce qui est écrit de chacune serait \
          perdu. Rien n’a été changé ; choisissez un autre nom, ou mettez ses clients dans « \(name) ».
          """,
        en: """
          “\(name)” is there already: two categories cannot have one name, and what is written of each would be lost. Nothing \
          was changed; choose another name, or put its customers into “\(name)”.
          """)
    case .nobody:
      language(
        fr: "Choisissez des clients, ou un secteur, une région, une taille ou une gamme.",
        en: "Choose customers, or a sector, region, size or range.")
    case .tooLong:
      language(
        fr: "Le texte est trop long : \(CategoryText.longest) caractères au plus.",
        en: "The text is too long: \(CategoryText.longest) characters at most.")
    case .proposalsChanged:
      language(
        fr: "Les propositions ont changé depuis que cette page a été ouverte : regardez-les de nouveau.",
        en: "The proposals have changed since this page was opened: look at them again.")
    case .accepted(let name):
      language(
        fr: "Cette proposition est déjà acceptée, sous le nom « \(name) » ; rien n’a été changé.",
        en: "This proposal is accepted already, as “\(name)”; nothing was changed.")
    case .rulesChanged:
      language(
        fr: "Les règles ont changé depuis que cette page a été ouverte : regardez-les de nouveau.",
        en: "The rules have changed since this page was opened: look at them again.")
    case .noSuchRule(let place, let count):
      language(
        fr: "Il n’y a pas de règle \(place) : il y en a \(count).", en: "There is no rule \(place): there are \(count)."
      )
    }
  }
}

extension String {
  fileprivate var trimmingEdges: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? endIndex
    return start < end ? String(self[start..<end]) : ""
  }
}
