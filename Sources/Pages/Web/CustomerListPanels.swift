import Decisions
import Ledger
import Portfolio
import Units

/// The five lists of the dashboard: whom to cherish, to reprice, to develop, who is at risk, who is over-served.
struct CustomerListPanels {
  let panels: [Panel]

  /// Customers shown of each list.
  private static let most = 5

  init(_ analysis: CompanyAnalysis, context: PageContext) {
    panels = CustomerLists.Kind.allCases.map { kind in
      let entries = analysis.lists[kind]
      let voice = context.voice
      return Panel(
        id: kind.rawValue, title: voice.inline(kind.title(entries.count, sum(of: entries))),
        how: voice.inline(kind.how),
        parts: entries.isEmpty
          ? [.text(voice.inline(Phrase(fr: "Personne ce mois-ci.", en: "Nobody this month.")))]
          : [.table(CustomerListPanels.table(kind, entries, analysis: analysis, context: context))],
        isHalf: true)
    }
  }

  private static func table(
    _ kind: CustomerLists.Kind, _ entries: [CustomerLists.Entry], analysis: CompanyAnalysis, context: PageContext
  ) -> TableModel {
    let (voice, file) = (context.voice, analysis.books.customers)
    return TableModel(
      id: kind.rawValue + "-rows", caption: context.say(kind.title(entries.count, sum(of: entries))),
      columns: [
        .init(context.say(Phrase(fr: "Client", en: "Customer")), isName: true),
        .init(context.say(Phrase(fr: "Pourquoi", en: "Why"))),
        .init(voice.header(of: ReportColumn("stake", kind.stake, .euros)), isNumeric: true),
      ],
      rows: entries.prefix(most).map { entry in
        [
          [.link(context.link(.customer(file.ids[entry.customer])), [.name(file.names[entry.customer])])],
          voice.inline(entry.reason.sentence),
          [entry.stake.map { .text(voice.amount($0)) } ?? .toned(.faint, [.text(Mark.unknown)])],
        ]
      },
      exports: entries.count > most
        ? [
          [
            kind == .reprice
              ? .link(
                context.link(.report(.prices), fragment: "revaluation"),
                [
                  .text(
                    context.say(
                      Phrase(fr: "Tous les prix à revoir, et pourquoi", en: "All prices to look at again, and why")))
                ])
              : .link(
                context.link(kind.page),
                [.text(context.say(Phrase(fr: "Les \(entries.count) clients", en: "All \(entries.count) customers")))])
          ]
        ] : [])
  }
}

/// What the known stakes of a list come to.
private func sum(of entries: [CustomerLists.Entry]) -> Cents { entries.compactMap(\.stake).sum }

extension CustomerLists.Kind {
  /// What the list finds.
  fileprivate func title(_ count: Int, _ stake: Cents) -> Phrase {
    switch self {
    case .cherish:
      Phrase(
        fr: "À chouchouter : \(count, "client apporte", "clients apportent") \(euros: stake, .compact) de marge",
        en: "To cherish: \(count, "customer brings", "customers bring") \(euros: stake, .compact) of margin")
    case .reprice:
      Phrase(
        fr: "À revaloriser : \(count, "client", "clients"), \(euros: stake, .compact) de marge à regagner",
        en: "To reprice: \(count, "customer", "customers"), \(euros: stake, .compact) of margin to regain")
    case .develop:
      Phrase(
        fr: "Petits à développer : \(count, "client", "clients"), \(euros: stake, .compact) de marge possible",
        en: "Small ones to develop: \(count, "customer", "customers"), \(euros: stake, .compact) of margin within reach"
      )
    case .atRisk:
      Phrase(
        fr:
          "En danger : \(count, "client achète", "clients achètent") nettement moins, \(euros: stake, .compact) de marge perdue",
        en: "At risk: \(count, "customer buys", "customers buy") clearly less, \(euros: stake, .compact) of margin lost"
      )
    case .overServed:
      Phrase(
        fr: "Trop servis : \(count, "client coûte", "clients coûtent") \(euros: stake, .compact) de temps en trop",
        en: "Over-served: \(count, "customer costs", "customers cost") \(euros: stake, .compact) of time too much")
    }
  }

  fileprivate var how: Phrase {
    switch self {
    case .cherish:
      Phrase(
        fr: "Les premiers de la courbe de la baleine, jusqu'à la moitié de son sommet, sauf ceux sous leur plancher.",
        en: "The first of the whale curve, up to half of its peak, but for those under their floor.")
    case .reprice:
      Phrase(
        fr: "Sous leur plancher à cause du prix, ou dont le taux de marge brute baisse d'année en année.",
        en: "Under their floor because of price, or whose gross margin rate falls year after year.")
    case .develop:
      Phrase(
        fr: "Petits clients dont le potentiel connu ou la croissance dépasse nettement ce qu'ils achètent.",
        en: "Small customers whose known potential or growth is clearly above what they buy.")
    case .atRisk:
      Phrase(
        fr: "Douze mois contre les douze d'avant, au-delà du hasard de leurs commandes.",
        en: "Twelve months against the twelve before, beyond the chance of their orders.")
    case .overServed:
      Phrase(
        fr: "Plus d'heures que leur niveau n'en prévoit ; le coût est celui des heures en trop.",
        en: "More hours than their level allots; the cost is that of the hours beyond.")
    }
  }

  fileprivate var stake: Phrase {
    switch self {
    case .cherish: Phrase(fr: "Marge", en: "Margin")
    case .reprice: Phrase(fr: "À regagner", en: "To regain")
    case .develop: Phrase(fr: "Marge possible", en: "Within reach")
    case .atRisk: Phrase(fr: "Marge perdue", en: "Margin lost")
    case .overServed: Phrase(fr: "Coût en trop", en: "Cost beyond")
    }
  }

  /// The page that lists them all.
  fileprivate var page: Address {
    switch self {
    case .cherish: .report(.profitability)
    case .reprice: .report(.floors)
    case .develop: .report(.tomorrow)
    case .atRisk: .report(.month)
    case .overServed: .report(.time)
    }
  }
}

extension CustomerLists.Reason {
  /// Why a customer is on a list, in a sentence.
  var sentence: Phrase {
    switch self {
    case .brings(let margin, let rate):
      rate.map { rate in
        Phrase(
          fr: "\(percent: rate.value, digits: 1) de marge opérationnelle",
          en: "\(percent: rate.value, digits: 1) of operating margin")
      } ?? Phrase(fr: "\(euros: margin) de marge", en: "\(euros: margin) of margin")
    case .underFloor(let raise):
      Phrase(
        fr: "Sous son plancher ; \(percent: raise.value, digits: 1) de hausse l'y ramènent.",
        en: "Under its floor; a rise of \(percent: raise.value, digits: 1) brings it there.")
    case .fallingRate(let years, let from, let to):
      Phrase(
        fr: """
          Taux de marge brute en baisse depuis \(years) ans : \(percent: from.value, digits: 1) → \
          \(percent: to.value, digits: 1).
          """,
        en: """
          Gross margin rate falling for \(years) years: \(percent: from.value, digits: 1) → \
          \(percent: to.value, digits: 1).
          """)
    case .potential(let potential, let judged, let bought):
      Phrase(
        fr: "Pourrait acheter \(euros: potential) par an (avis du \(judged)), en achète \(euros: bought).",
        en: "Could buy \(euros: potential) a year (judged \(judged)), buys \(euros: bought).")
    case .growth(let from, let to):
      Phrase(fr: "De \(euros: from) à \(euros: to) en un an.", en: "From \(euros: from) to \(euros: to) in a year.")
    case .fell(let from, let to) where to == .zero:
      Phrase(
        fr: "N'achète plus rien ; \(euros: from) un an plus tôt.",
        en: "Buys nothing any more; \(euros: from) a year earlier.")
    case .fell(let from, let to):
      Phrase(
        fr: """
          Achète \(percent: Share(from - to, of: from)?.value ?? 0) de moins qu'il y a un an : \(euros: to) après \
          \(euros: from).
          """,
        en: """
          Buys \(percent: Share(from - to, of: from)?.value ?? 0) less than a year ago: \(euros: to) after \
          \(euros: from).
          """)
    case .served(let minutes, let allotted):
      Phrase(
        fr: "\(minutes: minutes) données pour \(minutes: allotted) prévues.",
        en: "\(minutes: minutes) given for \(minutes: allotted) allotted.")
    }
  }
}
