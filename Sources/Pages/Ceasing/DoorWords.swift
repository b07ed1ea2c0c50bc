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

extension DoorCheck {
  /// The answer in a few words, as it stands behind a name.
  var finding: Phrase {
    if isFree { return Phrase(fr: "rien ne s'oppose à vendre", en: "nothing stands against selling") }
    let isRefused = rules.contains { $0.content.ruling == .refused }
    switch refusal.outcome {
    case .admit:
      return isFromFigures
        ? Phrase(fr: "vendre, malgré les chiffres de sa catégorie", en: "sell, in spite of its category's figures")
        : Phrase(fr: "vendre, malgré vos règles", en: "sell, in spite of your rules")
    case .condition where isFromFigures:
      return Phrase(
        fr: "aux conditions que demandent les chiffres de sa catégorie",
        en: "on the conditions that its category's figures ask for")
    case .condition where isRefused:
      return Phrase(
        fr: "vendre aux conditions : refuser pourrait être un abus",
        en: "sell on conditions: refusing might be an abuse")
    case .refuseOrCondition where isRefused: return Phrase(fr: "vos règles le refusent", en: "your rules refuse it")
    case .condition, .refuseOrCondition:
      return Phrase(fr: "vos règles l'admettent sous conditions", en: "your rules admit it on conditions")
    }
  }

  /// What is to be known before the answer: that it comes from figures, or that somebody is a customer already.
  var preface: [Phrase] {
    if isFromFigures {
      return [
        Phrase(
          fr: "D'après les chiffres de sa catégorie : aucune règle n'est encore écrite.",
          en: "By the figures of its category: no rule is written yet.")
      ]
    }
    guard isCustomer, let losing else { return [] }
    return [
      Phrase(
        fr: "C'est déjà un client : sa catégorie, \(name: losing), perd de l'argent, mais il est jugé seul.",
        en: "It is a customer already: its category, \(name: losing), loses money, but it is judged alone.")
    ]
  }

  /// Everything that is to be read of the answer, in order.
  public var sentences: [Phrase] { preface + rules.map(\.words) + refusal.sentences }
}

extension ToxicCategoryFigures {
  /// On what conditions it is sold to all the same.
  var conditions: [DoorRefusal.Condition] { DoorRefusal.conditions(.toxicCategory(name), terms) }
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
        fr: "Vendre aux conditions qui suivent.", en: "Sell on the conditions below.")
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
