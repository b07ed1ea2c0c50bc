import Decisions
import Ledger
import Portfolio
import Units

extension LossPath {
  /// The way, in a word.
  var label: Phrase {
    switch self {
    case .bornDied: Phrase(fr: "né et mort", en: "born and died")
    case .fullCycle: Phrase(fr: "cycle complet", en: "full cycle")
    case .slowDecline: Phrase(fr: "déclin lent", en: "slow decline")
    case .sudden: Phrase(fr: "soudain", en: "sudden")
    }
  }
}

extension LossCause {
  /// Where the cause presumably lies.
  var label: Phrase {
    switch self {
    case .internal: Phrase(fr: "chez nous", en: "ours")
    case .external: Phrase(fr: "chez eux", en: "theirs")
    case .unknown: Phrase(fr: "inconnue", en: "unknown")
    }
  }

  var tag: ReportCell.Tag {
    ReportCell.Tag(rawValue, label, tone: self == .internal ? .bad : self == .unknown ? .faint : .plain)
  }
}

extension LossSignal {
  /// The signal as programs know it.
  var code: String {
    switch self {
    case .enquiryBadlyAnswered: "enquiryBadlyAnswered"
    case .lateDeliveries: "lateDeliveries"
    case .complaints: "complaints"
    case .priceRise: "priceRise"
    case .salespersonChange: "salespersonChange"
    case .rangeWithdrawn: "rangeWithdrawn"
    case .serviceDrop: "serviceDrop"
    case .sectorFall: "sectorFall"
    case .stated: "stated"
    }
  }

  /// All codes there are, in the order of the cases.
  static let codes = [
    "enquiryBadlyAnswered", "lateDeliveries", "complaints", "priceRise", "salespersonChange", "rangeWithdrawn",
    "serviceDrop", "sectorFall", "stated",
  ]

  /// What was found, with its figures.
  func words(_ people: [Person]) -> Phrase {
    switch self {
    case .enquiryBadlyAnswered(_, let days, let isAnswered, let handler):
      (isAnswered
        ? Phrase(
          fr: "réponse à sa demande après \(days, "jour", "jours")",
          en: "enquiry answered after \(days, "day", "days")")
        : Phrase(fr: "demande restée sans réponse", en: "enquiry never answered"))
        + (handler.map { Phrase(fr: " (\(name: people[$0].name))", en: " (\(name: people[$0].name))") }
          ?? Phrase(fr: "", en: ""))
    case .lateDeliveries(let late, let all, _):
      Phrase(
        fr: "\(late, "livraison en retard", "livraisons en retard") sur \(all)",
        en: "\(late) of \(all, "delivery", "deliveries") late")
    case .complaints(let count, _, _):
      Phrase(fr: "\(count, "réclamation", "réclamations")", en: "\(count, "complaint", "complaints")")
    case .priceRise(let own, let median):
      Phrase(
        fr: """
          prix \(percent: own.value - 1, digits: 1, signed: true), contre \
          \(percent: median.value - 1, digits: 1, signed: true) au milieu des clients
          """,
        en: """
          prices \(percent: own.value - 1, digits: 1, signed: true), against \
          \(percent: median.value - 1, digits: 1, signed: true) for the middle customer
          """)
    case .salespersonChange(let from, let to, let month):
      Phrase(
        fr: "commercial changé en \(month) : \(name: people[from].name), puis \(name: people[to].name)",
        en: "salesperson changed in \(month): \(name: people[from].name), then \(name: people[to].name)")
    case .rangeWithdrawn(let revenue, let whole, let month):
      Phrase(
        fr: """
          produits retirés en \(month), \(percent: Share(revenue, of: whole)?.value ?? 0) de ses achats
          """,
        en: "products withdrawn in \(month), \(percent: Share(revenue, of: whole)?.value ?? 0) of what it bought")
    case .serviceDrop(let contacts, let before):
      Phrase(
        fr: "\(contacts, "contact", "contacts") au lieu de \(before) un an plus tôt",
        en: "\(contacts, "contact", "contacts") instead of \(before) a year earlier")
    case .sectorFall(let sector, let current, let previous, _):
      Phrase(
        fr: """
          « \(name: sector) » en recul : \(percent: (Share(current, of: previous)?.value ?? 1) - 1, signed: true)
          """,
        en: """
          “\(name: sector)” falls: \(percent: (Share(current, of: previous)?.value ?? 1) - 1, signed: true)
          """)
    case .stated(let cause):
      Phrase(fr: "il le dit : ", en: "it says so: ") + cause.label
    }
  }

  /// The signal as a cell.
  func tag(_ people: [Person]) -> ReportCell.Tag { ReportCell.Tag(code, words(people)) }
}

extension LossFacts.StatedCause {
  /// What the customer said, in a word.
  var label: Phrase {
    switch self {
    case .quality: Phrase(fr: "qualité", en: "quality")
    case .delivery: Phrase(fr: "livraison", en: "delivery")
    case .price: Phrase(fr: "prix", en: "price")
    case .contact: Phrase(fr: "relation", en: "contact")
    case .range: Phrase(fr: "gamme", en: "range")
    case .service: Phrase(fr: "service", en: "service")
    case .ownSituation: Phrase(fr: "sa propre situation", en: "its own situation")
    case .other: Phrase(fr: "autre chose", en: "something else")
    }
  }
}

extension WinBack.Unknown {
  /// Why a chance or a worth is not told.
  var label: Phrase {
    switch self {
    case .fewLosses:
      Phrase(
        fr: "Trop peu de clients ont été perdus pour compter les retours.",
        en: "Too few customers were lost to count returns.")
    case .margin: .marginUnknown
    }
  }
}
