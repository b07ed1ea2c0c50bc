import Decisions
import Ledger
import Portfolio
import Units

/// What to look at first: at most five things to do, by the euros at stake.
///
/// No more than two of a kind and one for each customer, so that five findings are five different talks.
struct LookFirst {
  /// One thing to do.
  struct Item {
    let kind: Kind
    let customer: Int?
    let what: Phrase
    let action: Phrase
    /// What a year of it is worth, in margin.
    let stake: Cents
  }

  /// What an item is about.
  enum Kind: Hashable { case floor, loss, dependence, smallOrders, potential, price }

  /// The items, the most at stake first.
  let items: [Item]

  /// Finds them.
  /// - Parameter verdicts: what is said of each customer elsewhere on the page, so that one step is asked for and not two;
  ///   nothing where they are not judged yet.
  init(_ analysis: CompanyAnalysis, verdicts: Verdicts? = nil) {
    let candidates =
      LookFirst.floors(analysis, verdicts) + LookFirst.losses(analysis) + LookFirst.dependence(analysis)
      + LookFirst.smallOrders(analysis) + LookFirst.potential(analysis) + LookFirst.prices(analysis)
    var kinds: [Kind: Int] = [:]
    var customers: Set<Int> = []
    items = candidates.filter { $0.stake > .zero }.enumerated()
      .sorted { $0.element.stake == $1.element.stake ? $0.offset < $1.offset : $0.element.stake > $1.element.stake }
      .map(\.element).filter { item in
        guard kinds[item.kind, default: 0] < 2, item.customer.map({ customers.insert($0).inserted }) ?? true else {
          return false
        }
        kinds[item.kind, default: 0] += 1
        return true
      }.prefix(5).map { $0 }
  }

  private static func floors(_ analysis: CompanyAnalysis, _ verdicts: Verdicts?) -> [Item] {
    analysis.floors.rows.prefix(5).compactMap { row in
      guard row.missesMargin, let margin = row.margin.operatingMargin else { return nil }
      let what =
        margin < .zero
        ? Phrase(
          fr:
            "Coûte plus qu'il ne rapporte : \(euros: margin) pour \(euros: row.margin.revenue) de chiffre d'affaires.",
          en: "Costs more than it brings: \(euros: margin) on \(euros: row.margin.revenue) of revenue.")
        : Phrase(
          fr: "Sous son plancher : \(percent: row.margin.rate?.value ?? 0, digits: 1) de marge.",
          en: "Under its floor: a margin of \(percent: row.margin.rate?.value ?? 0, digits: 1).")
      let action = verdicts?.rows[row.customer].step ?? row.action(cap: analysis.policy.ladder.lastOfferCap)
      return Item(
        kind: .floor, customer: row.customer, what: what, action: action, stake: row.marginShortfall ?? .zero)
    }
  }

  private static func losses(_ analysis: CompanyAnalysis) -> [Item] {
    analysis.lists[.atRisk].prefix(5).compactMap { entry in
      guard case .fell(let before, let now) = entry.reason, let stake = entry.stake else { return nil }
      return Item(
        kind: .loss, customer: entry.customer, what: entry.reason.sentence,
        action: now == .zero
          ? Phrase(fr: "Appeler pour le reconquérir", en: "Call to win it back")
          : Phrase(fr: "Le voir et comprendre la baisse", en: "Visit and understand the fall"),
        stake: before > now ? stake : .zero)
    }
  }

  private static func dependence(_ analysis: CompanyAnalysis) -> [Item] {
    analysis.breakEven.singleLosses.prefix(1).compactMap { loss in
      guard let share = Share(analysis.margins.rows[loss.customer].revenue, of: analysis.ranking.revenue) else {
        return nil
      }
      return Item(
        kind: .dependence, customer: loss.customer,
        what: Phrase(
          fr: """
            Pèse \(percent: share.value) du chiffre d'affaires ; sans lui, l'entreprise ne paie plus ses coûts fixes.
            """,
          en: "Weighs \(percent: share.value) of the revenue; without it the company no longer pays its fixed costs."),
        action: Phrase(
          fr: "Sécuriser : contrat, visites, second interlocuteur", en: "Secure: contract, visits, a second contact"),
        stake: loss.margin)
    }
  }

  private static func smallOrders(_ analysis: CompanyAnalysis) -> [Item] {
    let small = analysis.profitability.smallOrders
    guard let handling = small.handling, small.smallOrders > 0 else { return [] }
    let action =
      small.company.order.value.map {
        Phrase(fr: "Commande minimum de \(euros: $0)", en: "A minimum order of \(euros: $0)")
      } ?? Phrase(fr: "Facturer le traitement des petites commandes", en: "Charge for handling small orders")
    return [
      Item(
        kind: .smallOrders, customer: nil,
        what: Phrase(
          fr: """
            \(small.smallOrders, "commande ne paie", "commandes ne paient") pas les \(euros: handling, .cents) de leur \
            traitement.
            """,
          en: """
            \(small.smallOrders, "order does", "orders do") not pay the \(euros: handling, .cents) of handling.
            """), action: action, stake: small.loss)
    ]
  }

  private static func potential(_ analysis: CompanyAnalysis) -> [Item] {
    analysis.lists[.develop].prefix(5).compactMap { entry in
      guard case .potential = entry.reason, let stake = entry.stake else { return nil }
      return Item(
        kind: .potential, customer: entry.customer, what: entry.reason.sentence,
        action: Phrase(fr: "Développer : proposer les gammes absentes", en: "Develop: offer the ranges it lacks"),
        stake: stake)
    }
  }

  private static func prices(_ analysis: CompanyAnalysis) -> [Item] {
    analysis.stakes.marginRates.falling.prefix(5).compactMap { fall in
      guard let first = fall.rates.first, let last = fall.rates.last else { return nil }
      return Item(
        kind: .price, customer: fall.customer,
        what: CustomerLists.Reason.fallingRate(years: fall.rates.count - 1, from: first, to: last).sentence,
        action: Phrase(fr: "Revoir prix et remises", en: "Review prices and discounts"), stake: fall.lost)
    }
  }

  /// How the items are chosen.
  static let how = Phrase(
    fr: "Cinq sujets au plus, par marge en jeu ; deux d'une sorte, un par client.",
    en: "Five subjects at most, by the margin at stake; two of a kind, one a customer.")

  /// Why there is no item.
  static func nothing(_ analysis: CompanyAnalysis) -> [Phrase] {
    analysis.profitability.whale.customers.isEmpty
      ? [
        Phrase(
          fr: "Sans coût direct, on ne peut pas dire ce que chaque client rapporte, ni donc par quoi commencer.",
          en: "Without direct costs nobody can tell what each customer brings, nor where to begin."),
        Phrase.bringCosts,
      ]
      : [
        Phrase(
          fr: "Aucune action ne se détache ce mois-ci ; le détail est plus bas.",
          en: "No action stands out this month; the detail is below.")
      ]
  }

  /// The items as a table that becomes cards on a phone; with a context each customer leads to its sheet.
  func table(in voice: Voice, books: Books, context: PageContext? = nil) -> ActionTable {
    ActionTable(
      headers: .init(
        who: Phrase(fr: "Qui", en: "Who").text(in: voice),
        what: Phrase(fr: "Ce qui se passe, ce qu'il faut faire", en: "What happens, what to do").text(in: voice),
        stake: Phrase(fr: "En jeu, marge sur douze mois", en: "At stake, margin over twelve months").text(in: voice)),
      rows: items.map { item in
        .init(
          who: item.customer.map { customer in
            let name = Inline.name(books.customers.names[customer])
            return [
              context.map { .link($0.link(.customer(books.customers.ids[customer])), [name]) } ?? name
            ]
          } ?? voice.inline(Phrase(fr: "Toute l'entreprise", en: "The whole company")),
          what: voice.inline(item.what), action: voice.inline(item.action), stake: voice.euros(item.stake))
      })
  }
}

extension Verdicts.Row {
  /// What its verdict asks for first; nothing for one that is asked nothing.
  fileprivate var step: Phrase? {
    verdict.value == .cease ? means.label.capitalised : ladder.leading.map { $0.words.capitalised }
  }
}

extension Floors.Row {
  /// The first remedy that a person could carry out.
  ///
  /// A rise beyond the cap of a last offer is no proposal.
  fileprivate func action(cap: Rate) -> Phrase {
    let possible = remedies.first { remedy in
      if case .reprice(let rate) = remedy { rate <= cap } else { true }
    }
    if case .reprice(let rate)? = possible, let gross = margin.grossMargin, gross > .zero, margin.revenue > .zero {
      // A rise pays as long as less than p ÷ (p + g) of the volume goes.
      let rise = rate.value
      let loss = rise / (rise + Double(gross.value) / Double(margin.revenue.value))
      return Phrase(
        fr: """
          Augmenter les prix de \(percent: rise, digits: 1) : gagnant tant que moins de \(percent: loss, digits: 0) du \
          volume part
          """,
        en: """
          Raise prices by \(percent: rise, digits: 1): a gain as long as less than \(percent: loss, digits: 0) of the \
          volume goes
          """)
    }
    return possible?.sentence
      ?? Phrase(
        fr: "Ni le prix ni le service n'y suffisent : décider s'il faut le garder",
        en: "Neither price nor leaner service suffices: decide whether to keep it")
  }
}

extension FloorRemedy {
  /// The remedy as something to do.
  var sentence: Phrase {
    switch self {
    case .serveLeaner(let saving):
      Phrase(fr: "Servir pour \(euros: saving) de moins", en: "Serve for \(euros: saving) less")
    case .reprice(let rate):
      Phrase(
        fr: "Augmenter les prix de \(percent: rate.value, digits: 1)",
        en: "Raise prices by \(percent: rate.value, digits: 1)")
    case .sellMore(let revenue):
      Phrase(fr: "Vendre \(euros: revenue) de plus", en: "Sell \(euros: revenue) more")
    case .automatedService: Phrase(fr: "Passer au service automatisé", en: "Move to automated service")
    case .minimumOrder: Phrase(fr: "Demander une commande minimum", en: "Ask for a minimum order")
    }
  }
}
