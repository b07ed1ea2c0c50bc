import Ledger
import Units

/// Why `policy.yaml` cannot be read: where, and what was expected.
public struct PolicyFault: Hashable, Sendable {
  /// The line, 1 the first.
  public let line: Int
  /// The key, its sections joined by points.
  public let key: String
  /// What is wrong.
  public let problem: Problem

  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    case notYAML(String)
    case unknownKey(near: String?)
    case wrongValue(String, PolicyKey.Form)
    case notASection
    /// The value, as written, is below that of another rule, as written or by default.
    case belowOther(String)
    /// The same from the other side.
    case aboveOther(String)
    /// A margin floor that no price can reach: with rebates it is all of the revenue.
    case floorOutOfReach
    /// All weights of a mean are zero.
    case noWeight
  }

  func sentence(in language: Language) -> String {
    let place =
      key.isEmpty
      ? language(fr: "policy.yaml, ligne \(line) : ", en: "policy.yaml, line \(line): ")
      : language(fr: "policy.yaml, ligne \(line), « \(key) » : ", en: "policy.yaml, line \(line), “\(key)”: ")
    switch problem {
    case .notYAML(let words):
      return place + language(fr: "ce n’est pas du YAML (\(words)).", en: "this is not YAML (\(words)).")
    case .unknownKey(let near):
      let hint = near.map { language(fr: " Vouliez-vous dire « \($0) » ?", en: " Did you mean “\($0)”?") } ?? ""
      return place + language(fr: "cette clé n’existe pas.", en: "there is no such key.") + hint
    case .wrongValue(let text, let form):
      return place
        + language(
          fr: "« \(text) » ne convient pas, il faut \(form.words(in: language)).",
          en: "“\(text)” will not do, it takes \(form.words(in: language)).")
    case .notASection:
      return place + language(fr: "il faut ici une section avec des clés.", en: "a section with keys is needed here.")
    case .belowOther(let other):
      return place
        + language(fr: "cette valeur est sous celle de « \(other) ».", en: "this value is below that of “\(other)”.")
    case .aboveOther(let other):
      return place
        + language(
          fr: "cette valeur est au-dessus de celle de « \(other) ».",
          en: "this value is above that of “\(other)”.")
    case .floorOutOfReach:
      return place
        + language(
          fr: "aucun prix ne laisse cette marge : plancher et remises (« ladder.rebates ») doivent rester sous 100 %.",
          en: "no price leaves that margin: floor and rebates (“ladder.rebates”) must stay below 100 %.")
    case .noWeight:
      return place
        + language(fr: "l’un des poids au moins doit compter.", en: "one of the weights at least must count.")
    }
  }
}

extension PolicyKey.Form {
  /// What a value must be, in words.
  func words(in language: Language) -> String {
    switch self {
    case .text: language(fr: "un texte", en: "a text")
    case .whole(let range):
      language(
        fr: "un nombre entier de \(range.lowerBound) à \(range.upperBound)",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .money: language(fr: "un montant positif, comme 1250.50", en: "a positive amount, such as 1250.50")
    case .rate(let range):
      language(
        fr: "un taux de \(percent(range.lowerBound)) à \(percent(range.upperBound)), comme 0.08 ou 8 %",
        en: "a rate from \(percent(range.lowerBound)) to \(percent(range.upperBound)), such as 0.08 or 8 %")
    case .flag: language(fr: "true ou false", en: "true or false")
    case .siren:
      language(
        fr: "un SIREN, neuf chiffres dont le dernier vérifie les autres",
        en: "a SIREN, nine digits that prove themselves")
    case .month: language(fr: "un mois, comme 2026-10", en: "a month, such as 2026-10")
    case .choice(let names):
      language(fr: "l’un de \(names.joined(separator: ", "))", en: "one of \(names.joined(separator: ", "))")
    case .optional(let form): form.words(in: language) + language(fr: ", ou rien", en: ", or nothing")
    case .list(let form):
      language(fr: "une liste entre crochets : ", en: "a list in brackets: ") + form.words(in: language)
    }
  }

  private func percent(_ millionths: Int64) -> String { "\(millionths / 10_000) %" }
}
