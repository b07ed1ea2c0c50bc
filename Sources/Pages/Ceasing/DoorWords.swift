import Decisions
import Ledger
import Units

extension DoorRefusal {
  /// Everything that is to be read of a refusal, in order: what is proposed, grounds, conditions, cautions, the law, and always
  /// counsel.
  public var sentences: [Phrase] {
    [outcome.sentence] + grounds.map(\.sentence) + conditions.map(\.sentence) + cautions.map(\.sentence)
      + sources.map { Phrase.article($0) } + [.haveCounselCheck]
  }
}

extension DoorRefusal.Outcome {
  /// What is proposed.
  var sentence: Phrase {
    switch self {
    case .refuseOrCondition:
      Phrase(
        fr: "Ne pas vendre, ou vendre aux conditions qui suivent.", en: "Do not sell, or sell on the conditions below.")
    case .condition:
      Phrase(
        fr: "Vendre aux conditions qui suivent : un refus pourrait être un abus.",
        en: "Sell on the conditions below: a refusal might be an abuse.")
    case .admit: Phrase(fr: "Vendre comme à tous.", en: "Sell as to anybody.")
    }
  }
}

extension DoorRefusal.Ground {
  /// The ground as a sentence.
  var sentence: Phrase {
    switch self {
    case .toxicCategory(let name):
      Phrase(
        fr: "La catégorie \(name: name) perd de l'argent, prise ensemble et chez la plupart de ses clients.",
        en: "The category \(name: name) loses money, taken together and with most of its customers.")
    case .marginUnderFloor(let rate, let floor):
      Phrase(
        fr: """
          Au prix demandé, la marge serait de \(percent: rate.value, digits: 1), sous le plancher de \
          \(percent: floor.value, digits: 1).
          """,
        en: """
          At the price asked for the margin would be \(percent: rate.value, digits: 1), under the floor of \
          \(percent: floor.value, digits: 1).
          """)
    case .ordersTooSmall(let order, let least):
      Phrase(
        fr: "Des commandes de \(euros: order) ne paient pas leur traitement ; il en faut de \(euros: least).",
        en: "Orders of \(euros: order) do not pay for their handling; it takes \(euros: least).")
    case .unpaid(let amount):
      Phrase(
        fr: "\(euros: amount) de factures passées restent impayées.",
        en: "\(euros: amount) of past invoices are unpaid.")
    case .noCapacity:
      Phrase(
        fr: "Il ne reste ni marchandises ni heures pour le servir.", en: "No goods or hours are left to serve it.")
    case .abnormalRequest:
      Phrase(
        fr: "La demande est sans mesure avec un besoin habituel.",
        en: "The request is out of proportion to a usual need.")
    }
  }
}

extension Phrase {
  /// A category that no customer has: the books say nothing of it.
  public static func unknownCategory(_ name: String) -> Phrase {
    Phrase(
      fr: "Aucun client n'a la catégorie \(name: name) : rien n'en est donc connu.",
      en: "No customer has the category \(name: name): hence nothing is known of it.")
  }
}

extension DoorRefusal.Condition {
  /// The condition as a sentence.
  var sentence: Phrase {
    Phrase(fr: "Condition : ", en: "Condition: ") + words + Phrase(fr: ".", en: ".")
  }

  /// The condition in a few words.
  var words: Phrase {
    switch self {
    case .leastMarginRate(let rate):
      Phrase(
        fr: "un prix qui laisse \(percent: rate.value, digits: 1) de marge",
        en: "a price that leaves \(percent: rate.value, digits: 1) of margin")
    case .leastOrder(let amount):
      Phrase(
        fr: "des commandes d'au moins \(euros: amount)",
        en: "orders of \(euros: amount) at least")
    case .paymentInAdvance:
      Phrase(fr: "payer avant la livraison", en: "payment before delivery")
    case .waitingList:
      Phrase(fr: "être servi à son tour", en: "to be served in turn")
    case .usualQuantity:
      Phrase(fr: "des quantités habituelles", en: "usual quantities")
    }
  }
}

extension DoorRefusal.Caution {
  /// The caution as a sentence.
  var sentence: Phrase {
    switch self {
    case .noGround:
      Phrase(
        fr: "Aucun motif économique ne tient : ne refusez pas.", en: "No economic ground holds: do not refuse.")
    case .notAgainstConsumers(let ground):
      Phrase(fr: "Ne vaut pas contre un particulier : ", en: "Does not hold against a consumer: ") + ground.sentence
    case .mayBeAbuse:
      Phrase(
        fr: "Vous dominez ce marché, ou il dépend de vous : un refus peut être un abus.",
        en: "You dominate this market, or it depends on you: a refusal may be an abuse.")
    case .resaleBelowCost(let price, let cost):
      Phrase(
        fr: "Un prix de \(euros: price, .cents) est sous le prix d'achat de \(euros: cost, .cents) : interdit.",
        en: "A price of \(euros: price, .cents) is below the \(euros: cost, .cents) it was bought for: forbidden.")
    }
  }
}
