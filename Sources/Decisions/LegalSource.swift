import Units

/// An article of French law that ceasing or refusing to sell rests on, in words for people who are no lawyers.
///
/// The words are the product's own, as of January 2025; only the law itself counts, and counsel reads it.
public enum LegalSource: String, CaseIterable, Sendable {
  /// Article L442-1 II of the commercial code.
  case suddenRupture
  /// Article L420-2 of the commercial code.
  case abuseOfPosition
  /// Article L442-5 of the commercial code.
  case resaleBelowCost
  /// Article L121-11 of the consumer code.
  case refusalToConsumer
  /// Article 225-1 of the penal code.
  case discrimination

  /// The article, as it is cited.
  public func citation(in language: Language) -> String {
    switch self {
    case .suddenRupture: language(fr: "art. L442-1, II, C. com.", en: "art. L442-1 II, French commercial code")
    case .abuseOfPosition: language(fr: "art. L420-2 C. com.", en: "art. L420-2, French commercial code")
    case .resaleBelowCost: language(fr: "art. L442-5 C. com.", en: "art. L442-5, French commercial code")
    case .refusalToConsumer: language(fr: "art. L121-11 C. conso.", en: "art. L121-11, French consumer code")
    case .discrimination: language(fr: "art. 225-1 C. pén.", en: "art. 225-1, French penal code")
    }
  }

  /// What it is about.
  public func title(in language: Language) -> String {
    switch self {
    case .suddenRupture:
      language(fr: "Rupture brutale d’une relation établie", en: "Sudden rupture of an established relation")
    case .abuseOfPosition:
      language(fr: "Abus de domination ou de dépendance", en: "Abuse of dominance or of dependence")
    case .resaleBelowCost: language(fr: "Revente à perte", en: "Resale below cost")
    case .refusalToConsumer: language(fr: "Refus de vente à un consommateur", en: "Refusal to sell to a consumer")
    case .discrimination: language(fr: "Discrimination", en: "Discrimination")
    }
  }

  /// What it says, in a sentence or two.
  public func sentence(in language: Language) -> String {
    switch self {
    case .suddenRupture:
      language(
        fr: """
          Rompre, même en partie, une relation commerciale établie demande un préavis écrit, à la mesure de sa durée et \
          des usages. Dix-huit mois suffisent toujours ; aucun n’est dû en cas d’inexécution grave ou de force \
          majeure.
          """,
        en: """
          Ending an established business relation, even in part, takes written notice that answers to its length and to \
          usage. Eighteen months always suffice; none is owed for serious non-performance or force majeure.
          """)
    case .abuseOfPosition:
      language(
        fr: """
          Entre professionnels, refuser de vendre est permis, sauf abus d’une position dominante ou de la dépendance de \
          l’autre.
          """,
        en: """
          Between businesses, refusing to sell is allowed, save by abuse of a dominant position or of the other's \
          dependence.
          """)
    case .resaleBelowCost:
      language(
        fr: "Revendre un produit en l’état au-dessous de son prix d’achat effectif est interdit.",
        en: "Reselling a product as it is below what it was effectively bought for is forbidden.")
    case .refusalToConsumer:
      language(
        fr: "Refuser un produit ou un service à un consommateur demande un motif légitime.",
        en: "Refusing goods or services to a consumer takes a legitimate ground.")
    case .discrimination:
      language(
        fr: """
          Aucun refus ne peut tenir à l’origine, au sexe, à l’âge, à la santé, aux opinions, au lieu de résidence ou à un \
          autre motif protégé, des personnes comme de celles qui composent une société.
          """,
        en: """
          No refusal may rest on origin, sex, age, health, opinions, place of residence or another protected ground, of \
          persons or of those who make up a company.
          """)
    }
  }
}

/// Who buys, as far as the law tells them apart.
public enum Buyer: String, CaseIterable, Sendable { case business, consumer }
