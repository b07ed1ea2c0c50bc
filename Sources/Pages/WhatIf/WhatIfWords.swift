import Decisions
import Ledger
import Portfolio
import Units

extension WhatIfStep {
  /// What is tried, with its numbers.
  var label: Phrase {
    switch self {
    case .drop: Kind.drop.label
    case .lose(let chance):
      Phrase(
        fr: "perdre, avec \(percent: chance.value) de chances", en: "lose, with a chance of \(percent: chance.value)")
    case .reprice(let rise, let elasticity):
      (rise.millionths < 0
        ? Phrase(
          fr: "baisser les prix de \(percent: -rise.value, digits: 2)",
          en: "lower prices by \(percent: -rise.value, digits: 2)")
        : Phrase(
          fr: "relever les prix de \(percent: rise.value, digits: 2)",
          en: "raise prices by \(percent: rise.value, digits: 2)"))
        + (elasticity.map {
          Phrase(
            fr: ", \(number: $0.value, digits: 2) % de volume perdu par % de hausse",
            en: ", \(number: $0.value, digits: 2)% of volume lost for each % of rise")
        } ?? Phrase(fr: "", en: ""))
    case .serve(let level):
      Phrase(fr: "servir en relation ", en: "serve at the level ") + level.label
    case .minimumOrder(let amount):
      Phrase(
        fr: "demander au moins \(euros: amount, .cents) par commande",
        en: "ask for \(euros: amount, .cents) an order at least")
    }
  }
}

extension WhatIfStep.Kind {
  /// The sort of step.
  var label: Phrase {
    switch self {
    case .drop: Phrase(fr: "cesser la relation", en: "end the relation")
    case .lose: Phrase(fr: "perdre le client", en: "lose the customer")
    case .reprice: Phrase(fr: "changer les prix", en: "change prices")
    case .serve: Phrase(fr: "changer le service", en: "change the service")
    case .minimumOrder: Phrase(fr: "minimum de commande", en: "minimum order")
    }
  }
}

extension WhatIfGroup {
  /// Whom a step is tried on.
  func label(_ customers: CustomerFile) -> Phrase {
    switch self {
    case .customer(let id): Phrase(fr: "\(name: customers.name(of: id))", en: "\(name: customers.name(of: id))")
    case .verdict(let verdict):
      Phrase(fr: "tous ceux à ", en: "all those to ") + verdict.label
    case .stage(let name):
      Phrase(fr: "tous ceux à l'étape ", en: "all those in the stage ")
        + (Stage.allCases.first { $0.name == name }?.tag.label ?? Phrase(fr: "", en: ""))
    case .letter(let letter): Phrase(fr: "toute la classe \(words: letter)", en: "all of class \(words: letter)")
    case .category(let name):
      Phrase(fr: "toute la catégorie « \(name: name) »", en: "all of the category “\(name: name)”")
    case .belowFloor: Phrase(fr: "tous ceux sous leur plancher", en: "all those below their floor")
    }
  }
}

extension WhatIfLine {
  /// Whom the line is about.
  func who(_ customers: CustomerFile) -> Phrase { .list(groups.map { $0.label(customers) }) }
}

extension VoidStep.Reason {
  /// Why a step changes nothing.
  var label: Phrase {
    switch self {
    case .ended: Phrase(fr: "la relation est déjà finie", en: "the relation has ended already")
    case .outdone: Phrase(fr: "une autre de même sorte l'emporte", en: "another of its sort holds instead")
    case .marginUnknown:
      Phrase(fr: "marge inconnue : donnez d'abord les coûts", en: "margin unknown: enter the costs first")
    case .noRevenue: Phrase(fr: "aucun chiffre d'affaires", en: "no revenue")
    case .noPromise:
      Phrase(
        fr: "vos règles ne disent pas ce que ce niveau promet", en: "your rules do not say what this level promises")
    case .serviceUnknown:
      Phrase(
        fr: "le niveau promet plus, et aucun coût connu ne dit ce que cela prendrait",
        en: "the level promises more, and no known cost tells what that would take")
    case .noSmallOrders: Phrase(fr: "aucune commande de moins", en: "no order fewer")
    }
  }
}

extension WhatIfLine.Fault: Explained {
  /// What is wrong with a line, in one sentence.
  public func sentence(in language: Language) -> String {
    switch self {
    case .notALine(let text):
      language(
        fr:
          "« \(text) » n’est pas une ligne de scénario : écrivez par exemple drop@C-0012 ou reprice:4.5%@class:D.",
        en: "“\(text)” is no line of a scenario: write drop@C-0012 or reprice:4.5%@class:D, for example.")
    case .notAStep(let text):
      language(
        fr:
          "« \(text) » n’est pas un geste connu : drop, lose:25%, reprice:4.5%, serve:personal, delegated ou automated, minimum:150.",
        en:
          "“\(text)” is no known step: drop, lose:25%, reprice:4.5%, serve:personal, delegated or automated, minimum:150."
      )
    case .refused(let refusal, _): refusal.sentence(in: language)
    case .unknownCustomer(let text) where text.hasPrefix("category:"):
      language(
        fr: "Aucune catégorie « \(text.dropFirst(9)) ».", en: "No category “\(text.dropFirst(9))”.")
    case .unknownCustomer(let text):
      language(fr: "Aucun client « \(text) ».", en: "No customer “\(text)”.")
    }
  }
}

extension WhatIfStep.Refusal {
  /// What is out of its bounds.
  func sentence(in language: Language) -> String {
    switch self {
    case .probabilityOutOfRange:
      language(fr: "Une chance va de 0 à 100 %.", en: "A chance goes from 0 to 100%.")
    case .priceOutOfRange:
      language(
        fr: "Un prix ne peut ni tomber à rien ni être multiplié par plus de onze.",
        en: "A price can neither fall to nothing nor rise by more than ten times itself.")
    case .elasticityOutOfRange:
      language(fr: "Une élasticité va de 0 à 100.", en: "An elasticity goes from 0 to 100.")
    case .minimumNotPositive:
      language(fr: "Un minimum de commande est plus que zéro.", en: "A minimum order is above zero.")
    case .unknownCustomer: language(fr: "Ce client n’existe pas.", en: "There is no such customer.")
    }
  }
}

extension WhatIf {
  /// The hours that the roles which are given some back have idle already; nothing where they have none.
  var idleWords: Phrase? {
    guard idleBeside > 0 else { return nil }
    return Phrase(
      fr: "les mêmes rôles ont déjà \(minutes: idleBeside) libres, sans aucun geste",
      en: "the same roles have \(minutes: idleBeside) idle already, without any step")
  }
}
