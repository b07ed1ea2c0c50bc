import Units

/// Why a model was not fitted: nothing is told rather than something doubtful, and the rhythm rules serve instead.
public enum FitRefusal: Explained, Hashable {
  /// Fewer customers than `leastCustomers`.
  case tooFewCustomers(Int)
  /// Fewer customers that came back than `leastRepeaters`.
  case tooFewRepeaters(Int)
  /// No customer was observed for any time after the first purchase.
  case noTime
  /// The search ended nowhere that could be proven to be the best.
  case noOptimum

  /// A model has up to four numbers to find: under these it would learn the chance of the draw.
  public static let leastCustomers = 20
  /// Customers who came back, without whom there is no rhythm to learn.
  public static let leastRepeaters = 10

  /// Why, and what serves instead.
  public func sentence(in language: Language) -> String {
    switch self {
    case .tooFewCustomers(let count):
      language(
        fr: "Trop peu de clients pour un modèle : \(count), il en faut \(Self.leastCustomers).",
        en: "Too few customers for a model: \(count), it takes \(Self.leastCustomers).")
    case .tooFewRepeaters(let count):
      language(
        fr: "Trop peu de clients sont revenus : \(count), il en faut \(Self.leastRepeaters).",
        en: "Too few customers came back: \(count), it takes \(Self.leastRepeaters).")
    case .noTime:
      language(
        fr: "Aucun client n’a été observé après son premier achat.",
        en: "No customer was observed after the first purchase.")
    case .noOptimum:
      language(
        fr: "Le modèle n’a pas de meilleur réglage démontrable sur ces achats.",
        en: "The model has no provable best setting for these purchases.")
    }
  }

  /// Refuses what is too little to learn from.
  static func check(_ summary: PurchaseSummary) throws(FitRefusal) {
    // Weights may be fractions; what is told is whole customers.
    func whole(_ number: Double) -> Int { Int(min(number, 1e15)) }
    if summary.customers < Double(leastCustomers) { throw .tooFewCustomers(whole(summary.customers)) }
    if summary.repeaters < Double(leastRepeaters) { throw .tooFewRepeaters(whole(summary.repeaters)) }
    if !summary.rows.contains(where: { $0.history.age > 0 }) { throw .noTime }
  }
}
