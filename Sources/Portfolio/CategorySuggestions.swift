import Ledger
import Units

/// Categories that the customers' own behaviour suggests: like range mix and like rhythm together.
///
/// Proposals only: nothing is in a category until a person accepts a proposal's rule.
///
/// Source: seed 000, « rassemblant sous une même catégorie ceux qui ont les mêmes besoins, ont la même façon de penser,
/// de décider, d'agir ». Method: docs/methods/categories.md.
public struct CategorySuggestions: Sendable {
  /// Why nothing is proposed.
  public enum Refusal: Hashable, Sendable {
    /// Fewer customers bought in W than the policy asks for.
    case tooFewCustomers(found: Int, needed: Int)
    /// No number of categories parts the customers clearly; the best mean silhouette, where one could be measured.
    case noStructure(silhouette: Double?)
  }

  /// One number of categories that was tried.
  public struct Trial: Hashable, Sendable {
    /// How many categories.
    public let categories: Int
    /// The mean silhouette, −1…1; nothing when a category would have been too small.
    public let silhouette: Double?
  }

  /// The proposals, the one with the most revenue first, or why there are none.
  public let proposals: Knowable<[SuggestedCategory], Refusal>
  /// Every number of categories tried.
  public let trials: [Trial]
  /// How many customers' distances were compared one by one.
  public let sampled: Int

  /// Looks for categories among the customers with an order and revenue in W.
  ///
  /// O(s²) distances on a sample of s customers drawn evenly from the biggest to the smallest, then linear.
  public init(books: Books, policy: Policy, categories: CategoryOf) {
    let rule = policy.suggestions
    let span = books.window.current
    let revenues = (0..<books.customers.count).map { books.activity.latest(of: $0, in: span).revenue }
    let mixes = revenues.indices.map { BuyingProfile.mix(of: $0, revenue: revenues[$0], books: books) }
    let usual = UsualRanges(mixes)
    let buyers = revenues.indices.compactMap { customer in
      BuyingProfile(of: customer, mix: mixes[customer], usual: usual, books: books, rule: policy.growth).map {
        Buyer(customer: customer, revenue: revenues[customer], profile: $0)
      }
    }
    let needed = max(2, rule.leastCustomers)
    guard buyers.count >= needed else {
      proposals = .unknown(.tooFewCustomers(found: buyers.count, needed: needed))
      trials = []
      sampled = 0
      return
    }
    let ranked = buyers.indices.sorted {
      buyers[$0].revenue == buyers[$1].revenue ? $0 < $1 : buyers[$0].revenue > buyers[$1].revenue
    }
    let size = min(buyers.count, max(needed, rule.sample))
    let sample = (0..<size).map { ranked[$0 * buyers.count / size] }
    let mix = !books.ranges.names.isEmpty
    let distances = DistanceMatrix(count: size) {
      buyers[sample[$0]].profile.distance(to: buyers[sample[$1]].profile, mix: mix)
    }
    sampled = size
    let leastMembers = max(1, rule.leastMembers, size * Int(rule.leastMemberShare.millionths) / 1_000_000)

    var trials: [Trial] = []
    var best: (medoids: Medoids, silhouettes: [Double], mean: Double)?
    var medoids = Medoids(distances)
    while medoids.medoids.count < rule.mostCategories, medoids.grow(distances) {
      let smallest = medoids.medoids.indices.map { place in medoids.cluster.count { $0 == place } }.min() ?? 0
      guard smallest >= leastMembers else {
        trials.append(Trial(categories: medoids.medoids.count, silhouette: nil))
        continue
      }
      let silhouettes = medoids.silhouettes(distances)
      let mean = silhouettes.reduce(0, +) / Double(size)
      trials.append(Trial(categories: medoids.medoids.count, silhouette: mean))
      if mean > best?.mean ?? -1 { best = (medoids, silhouettes, mean) }
    }
    self.trials = trials
    guard let best, best.mean > rule.leastSilhouette.value else {
      proposals = .unknown(.noStructure(silhouette: best?.mean))
      return
    }

    let typical = best.medoids.medoids.map { sample[$0] }
    var members = [[Int]](repeating: [], count: typical.count)
    for (place, buyer) in buyers.enumerated() {
      let distances = typical.map { $0 == place ? -1 : buyer.profile.distance(to: buyers[$0].profile, mix: mix) }
      let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
      members[nearest].append(place)
    }
    let rules = CategoryRules(
      books: books, clusters: members.map { places in places.map { buyers[$0].customer } })
    let company = Crowd(buyers, books: books)
    proposals = .known(
      typical.indices.map { cluster in
        let own = best.silhouettes.indices.filter { best.medoids.cluster[$0] == cluster }
        return SuggestedCategory(
          members: members[cluster].map { buyers[$0] }, typical: buyers[typical[cluster]].customer,
          silhouette: own.reduce(0) { $0 + best.silhouettes[$1] } / Double(own.count), company: company,
          rule: rules.best(for: cluster), categories: categories, books: books)
      }.sorted { $0.revenue == $1.revenue ? $0.typical < $1.typical : $0.revenue > $1.revenue })
  }
}

/// A customer that bought in W.
struct Buyer {
  let customer: Int
  let revenue: Cents
  let profile: BuyingProfile
}
