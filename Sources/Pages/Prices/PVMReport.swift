import Decisions
import Ledger
import Portfolio
import Units

extension ReportDocument {
  /// Why revenue and margin changed: prices, costs, volumes, mix, and who buys.
  static func pvm(_ analysis: CompanyAnalysis) -> ReportDocument {
    let (books, bridge) = (analysis.books, analysis.portfolio.prices.bridge)
    let rows = (bridge?.value?.rows ?? []).sorted { left, right in
      let (one, other) = (left.revenue.change.magnitude, right.revenue.change.magnitude)
      return one == other ? left.customer < right.customer : one > other
    }
    return ReportDocument(
      name: .pvm, window: books.window, title: title(bridge),
      subtitle: (bridge?.value == nil ? nil : uncovered(books)).map { $0 + .months(books.window) }
        ?? .months(books.window)
        + Phrase(
          fr: "De la période d'avant à celle-ci, client par client et produit par produit, au centime.",
          en: "From the period before to this one, customer by customer and product by product, to the cent."),
      totals: totals(bridge),
      grid: ReportGrid(
        columns: columns,
        rows: ReportRows(count: rows.count) { place in
          let row = rows[place]
          return [books.idCell(row.customer), books.nameCell(row.customer)]
            + BridgePart.all.map { .cents(row.revenue[keyPath: $0.amount]) }
            + BridgePart.ofMargin.map { .cents(row.margin[keyPath: $0.amount]) } + [.cents(row.uncosted)]
        }),
      notes: notes(bridge?.value))
  }

  private static func title(_ bridge: Knowable<PriceVolumeMix, PriceVolumeMix.Unknown>?) -> Phrase {
    switch bridge {
    case nil:
      return Phrase(
        fr: "Pas de pont : aucune ligne ne dit le produit et la quantité",
        en: "No bridge: no line tells product and quantity")
    case .unknown(let reason)?: return reason.sentence
    case .known(let found)?:
      let revenue = found.revenue
      let effects = BridgePart.effects.map { ($0, revenue[keyPath: $0.amount]) }.filter { $0.1 != .zero }
      // The order of the bridge breaks ties.
      let biggest = effects.indices.sorted {
        let (one, other) = (effects[$0].1.magnitude, effects[$1].1.magnitude)
        return one == other ? $0 < $1 : one > other
      }.prefix(2).map { effects[$0] }
      let head = Phrase(
        fr: "De \(euros: revenue.previous, .compact) à \(euros: revenue.current, .compact)",
        en: "From \(euros: revenue.previous, .compact) to \(euros: revenue.current, .compact)")
      guard !biggest.isEmpty else { return head + Phrase(fr: " : rien ne change", en: ": nothing changes") }
      return head + Phrase(fr: ", surtout par ", en: ", mostly by ")
        + biggest.dropFirst().reduce(words(biggest[0])) { $0 + Phrase(fr: " et ", en: " and ") + words($1) }
    }
  }

  /// An effect with its amount.
  private static func words(_ effect: (part: BridgePart, amount: Cents)) -> Phrase {
    effect.part.inTitle + Phrase(fr: " (\(euros: effect.amount, .signed))", en: " (\(euros: effect.amount, .signed))")
  }

  /// What is said of a period before that the data cover in part only; nothing where they cover it.
  private static func uncovered(_ books: Books) -> Phrase? {
    guard let history = books.history, let previous = books.window.previous, history.first > previous.first else {
      return nil
    }
    let known = max(0, history.first.distance(to: previous.last) + 1)
    return Phrase(
      fr: """
        La période d'avant n'est connue que sur \(known) de ses \(previous.count, "mois", "mois") : le pont montre trop de \
        nouveau. 
        """,
      en: """
        Of the period before only \(known) of \(previous.count, "month is", "months are") known: the bridge shows too much \
        that is new. 
        """)
  }

  private static func totals(_ bridge: Knowable<PriceVolumeMix, PriceVolumeMix.Unknown>?) -> [ReportTotal] {
    let (found, reason) = (bridge?.value, bridge == nil ? Phrase.noProducts : bridge?.reason?.sentence)
    func cell(_ amount: Cents?) -> ReportCell { .cents(amount, else: reason) }
    return BridgePart.all.map { part in
      ReportTotal(part.key, cell(found?.revenue[keyPath: part.amount]), part.isFigure ? part.label : nil)
    } + [
      ReportTotal(
        "margin",
        found.map { found in
          .object(
            BridgePart.ofMargin.map { .init($0.plainKey, .cents(found.margin[keyPath: $0.amount])) }
              + [.init("uncostedCents", .cents(found.uncosted))])
        } ?? .unknown(reason))
    ]
  }

  private static let columns: [ReportColumn] =
    [.customer, .name]
    + BridgePart.all.map { ReportColumn($0.key, $0.label, .euros, $0.place) }
    + BridgePart.ofMargin.map { ReportColumn($0.key, $0.label, .euros, .hidden) }
    + [
      ReportColumn(
        "uncostedCents", Phrase(fr: "CA sans coût connu", en: "Revenue without a known cost"), .euros, .hidden)
    ]

  private static func notes(_ found: PriceVolumeMix?) -> [Phrase] {
    sentences {
      if let found, found.uncosted != .zero {
        Phrase(
          fr: """
            Le pont de la marge laisse de côté \(euros: found.uncosted, .compact) de ventes des deux périodes, dont le \
            coût direct n'est pas connu.
            """,
          en: """
            The margin bridge leaves out \(euros: found.uncosted, .compact) of sales of both periods, whose direct cost \
            is not known.
            """)
      }
      if let found, found.hasUnknownUnits {
        Phrase(
          fr: "Des quantités sont sans unité de mesure : elles comptent pour une même unité.",
          en: "Some quantities have no unit of measure: they count as one and the same unit.")
      }
    }
  }
}

extension PriceVolumeMix.Bridge {
  /// From P to W.
  var change: Cents { current - previous }
}

/// One amount of a bridge, as reports, charts and programs name it.
struct BridgePart: Sendable {
  let plainKey: String
  /// The key among the columns of a row.
  let key: String
  let label: Phrase
  let amount: any KeyPath<PriceVolumeMix.Bridge, Cents> & Sendable
  var place = ReportColumn.Place.essential
  /// Whether it stands among the report's figures.
  var isFigure = false
  /// Whether it is a level rather than a step.
  var isLevel = false

  private init(
    _ name: String, _ fr: String, _ en: String, _ amount: any KeyPath<PriceVolumeMix.Bridge, Cents> & Sendable,
    _ place: ReportColumn.Place = .essential, isFigure: Bool = false, isLevel: Bool = false, ofMargin: Bool = false
  ) {
    plainKey = name + "Cents"
    key = ofMargin ? "margin" + name.prefix(1).uppercased() + name.dropFirst() + "Cents" : plainKey
    label = Phrase(fr: "\(words: fr)", en: "\(words: en)")
    self.amount = amount
    self.place = place
    self.isFigure = isFigure
    self.isLevel = isLevel
  }

  /// The parts of a bridge of revenue: those of the contract, then what the ranges are made of.
  static let all: [BridgePart] = parts(ofMargin: false)
  /// The parts of a bridge of margins.
  static let ofMargin: [BridgePart] = parts(ofMargin: true)

  private static func parts(ofMargin: Bool) -> [BridgePart] {
    let previous = BridgePart(
      "previous", "Période d'avant", "Period before", \.previous, isFigure: true, isLevel: true, ofMargin: ofMargin)
    let price = BridgePart("price", "Prix", "Price", \.price, isFigure: true, ofMargin: ofMargin)
    let cost = BridgePart("cost", "Coûts directs", "Direct costs", \.cost, ofMargin: true)
    let steps = [
      BridgePart("volume", "Volume", "Volume", \.volume, .optional(1), isFigure: true, ofMargin: ofMargin),
      BridgePart("mix", "Mix", "Mix", \.mix, .optional(1), isFigure: true, ofMargin: ofMargin),
      BridgePart("returns", "Retours et avoirs", "Returns and credits", \.returns, .optional(4), ofMargin: ofMargin),
      BridgePart(
        "ranges", "Produits pris ou quittés", "Products taken up or left", \.ranges, .optional(2), ofMargin: ofMargin),
      BridgePart("new", "Nouveaux clients", "New customers", \.new, .optional(3), ofMargin: ofMargin),
      BridgePart("wonBack", "Clients revenus", "Won back", \.wonBack, .optional(5), ofMargin: ofMargin),
      BridgePart("lost", "Clients perdus", "Lost customers", \.lost, .optional(3), ofMargin: ofMargin),
      BridgePart("current", "Période", "Period", \.current, isFigure: true, isLevel: true, ofMargin: ofMargin),
    ]
    guard !ofMargin else { return [previous, price, cost] + steps }
    return [previous, price] + steps + [
      BridgePart("rangesGained", "Produits pris", "Products taken up", \.rangesGained, .hidden),
      BridgePart("rangesLost", "Produits quittés", "Products left", \.rangesLost, .hidden),
    ]
  }

  /// The steps between the two periods, without what ranges are made of.
  static let effects = all.filter { !$0.isLevel && $0.place != .hidden }

  /// The step as a title names it.
  var inTitle: Phrase {
    switch plainKey {
    case "priceCents": Phrase(fr: "les prix", en: "prices")
    case "volumeCents": Phrase(fr: "le volume", en: "volume")
    case "mixCents": Phrase(fr: "le mix", en: "the mix")
    case "returnsCents": Phrase(fr: "les retours et avoirs", en: "returns and credits")
    case "rangesCents": Phrase(fr: "les produits pris ou quittés", en: "products taken up or left")
    case "newCents": Phrase(fr: "les nouveaux clients", en: "new customers")
    case "wonBackCents": Phrase(fr: "les clients revenus", en: "customers won back")
    case "lostCents": Phrase(fr: "les clients perdus", en: "lost customers")
    default: label
    }
  }

  /// The bars of a bridge: without what ranges are made of.
  static func bars(ofMargin: Bool) -> [BridgePart] { ofMargin ? self.ofMargin : all.filter { $0.place != .hidden } }
}
