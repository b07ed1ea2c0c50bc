import Decisions
import Ledger
import Portfolio
import Units

/// What limits a price policy, what is missing for it, and what to bring first.
struct PricePolicyNotes {
  let all: [Phrase]

  init(_ policy: PricePolicy, _ analysis: CompanyAnalysis) {
    let grid = policy.grid.value
    all = sentences {
      policy.grid.reason.map { PricePolicyNotes.first($0, analysis.policy) }
      if grid != nil {
        for part in policy.notCompared {
          Phrase(
            fr: """
              \(part.customers, "client n'est pas comparé", "clients ne sont pas comparés") et \
              \(agreeing: part.customers, "garde ses", "gardent leurs") prix (\(euros: part.revenue, .compact)) : 
              """,
            en: """
              \(part.customers, "customer is", "customers are") not compared and \
              \(agreeing: part.customers, "keeps its", "keep their") prices (\(euros: part.revenue, .compact)): 
              """) + part.reason.tag.label + .stop
        }
      }
      grid?.service.reason?.sentence
      grid?.payment.reason?.sentence
      grid.flatMap { PricePolicyNotes.uncovered($0) }
      PricePolicyNotes.bound(policy, knowsContracts: analysis.books.secured != nil)
      PricePolicyNotes.far(policy, analysis)
      if let steep = PricePolicyNotes.steep(policy, analysis) {
        steep
        Phrase.haveCounselCheck
      }
      PricePolicyNotes.estimated(policy)
    }
  }

  /// What to bring first where there is no grid.
  private static func first(_ reason: PricePolicy.Unknown, _ policy: Policy) -> Phrase {
    switch reason {
    case .noProducts:
      Phrase(
        fr: "Importez d'abord des ventes avec produit et quantité ; puis les coûts directs, par ligne ou par produit.",
        en: "First import sales with product and quantity; then direct costs, by line or by product.")
    case .noCosts, .tooLittleCosted:
      Phrase(
        fr: "Importez d'abord les coûts directs : une colonne « coût » dans les ventes, ou un fichier de produits.",
        en: "First import direct costs: a column “cost” in the sales, or a file of products.")
    case .nothingCompared, .tooLittleCompared, .noRevenue:
      Phrase(
        fr: """
          Il faut qu'un même produit, dans la même unité, soit acheté par \(policy.prices.otherBuyers + 1) clients au \
          moins : vérifiez que les ventes portent le code du produit.
          """,
        en: """
          The same product, in the same unit, has to be bought by at least \(policy.prices.otherBuyers + 1) customers: \
          check that sales carry the product's code.
          """)
    }
  }

  /// Tiers that do not leave their cost to serve and floor even so.
  private static func uncovered(_ grid: PriceGrid) -> Phrase? {
    let short = grid.tiers.filter { $0.left < .zero }
    guard let worst = short.min(by: { $0.left < $1.left }) else { return nil }
    return Phrase(
      fr: """
        \(short.count, "tranche ne laisse", "tranches ne laissent") pas, à ces prix, son service et son plancher : il manque \
        \(euros: -worst.left, .compact) à la tranche \(worst.number). Les planchers de ses clients sont en plus.
        """,
      en: """
        \(short.count, "tier does", "tiers do") not leave service and floor at these prices: tier \(worst.number) lacks \
        \(euros: -worst.left, .compact). The floors of its customers come on top.
        """)
  }

  /// Customers whose prices a contract holds.
  private static func bound(_ policy: PricePolicy, knowsContracts: Bool) -> Phrase? {
    guard knowsContracts else {
      return policy.effects.isEmpty
        ? nil
        : Phrase(
          fr: "Aucun fichier ne parle de contrats : importez-les (--as contracts) pour que leurs prix soient tenus.",
          en: "No file tells of contracts: import them (--as contracts) so that their prices are held.")
    }
    let held = policy.effects.filter(\.isBound)
    guard !held.isEmpty else { return nil }
    return Phrase(
      fr: """
        \(held.count, "client a un contrat", "clients ont un contrat") en cours et \(agreeing: held.count, "garde ses", "gardent leurs") \
        prix la première année : \(euros: held.map(\.wanted).sum, .compact) attendent leur renouvellement.
        """,
      en: """
        \(held.count, "customer has", "customers have") a running contract and \(agreeing: held.count, "keeps its", "keep their") \
        prices in the first year: \(euros: held.map(\.wanted).sum, .compact) wait for the renewal.
        """)
  }

  /// Customers that a price alone does not bring to their place in time.
  private static func far(_ policy: PricePolicy, _ analysis: CompanyAnalysis) -> Phrase? {
    let count = policy.effects.count { $0.years == nil && $0.later > .zero }
    guard count > 0 else { return nil }
    let years = analysis.policy.pricePolicy.mostYears
    return Phrase(
      fr: """
        \(count, "client n'arrive pas à son", "clients n'arrivent pas à leur") prix en \(years, "an", "ans") : servez \
        autrement, ou suivez le verdict.
        """,
      en: """
        \(count, "customer does not arrive at its price", "customers do not arrive at their prices") within \
        \(years, "year", "years"): serve otherwise, or go by the verdict.
        """)
  }

  /// Rises of the first year beyond what may be asked of anybody.
  private static func steep(_ policy: PricePolicy, _ analysis: CompanyAnalysis) -> Phrase? {
    let cap = analysis.policy.ladder.priceCap
    return .steepRises(policy.effects.count { $0.change > $0.paid.at(cap) }, beyond: cap)
  }

  /// Customers whose direct cost is known in part only.
  private static func estimated(_ policy: PricePolicy) -> Phrase? {
    let count = policy.effects.count(where: \.isEstimated)
    guard count > 0 else { return nil }
    return Phrase(
      fr: """
        \(count, "client n'a", "clients n'ont") qu'une partie de \(agreeing: count, "ses", "leurs") achats chiffrée en coût : le \
        reste est pris au même taux.
        """,
      en: """
        Of \(count, "customer", "customers") only a part of the purchases is costed: the rest is taken at the same rate.
        """)
  }
}
