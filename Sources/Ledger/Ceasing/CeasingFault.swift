import Units

/// Why something cannot be written about a relation that is to be ended, an offer or the door; nothing was changed.
public enum CeasingFault: Explained, Hashable {
  /// There is no case that goes on.
  case noCase(ID<Customer>)
  /// There is one already.
  case alreadyOpen(ID<Customer>)
  /// The step does not follow the last one.
  case notNow(CeasingCase.State, after: CeasingCase.State)
  /// The step would lie before the last one.
  case before(Day, CeasingCase.State)
  /// The step would lie after today.
  case inFuture(Day)
  /// An offer would lie after today.
  case offerInFuture(Day)
  /// A relation would begin after today.
  case notBegun(Day)
  /// Something stands against the step, and nobody confirmed it.
  case unconfirmed(CeasingConfirmation)
  /// There is no step to take back.
  case nothingToUndo(ID<Customer>)
  /// A value that cannot be taken.
  case badValue(CeasingFact, String)
  /// A rise that is none, or beyond ten times the price.
  case noRise(Rate)
  /// A rise beyond a doubling of prices.
  case steepRise(Rate)
  /// A part that is none of the rise.
  case noPart(Rate, of: Rate)
  /// There is no such offer.
  case noOffer(Int)
  /// There is no such rule at the door.
  case noRule(Int)
  /// Nobody is named.
  case noName
  /// There is no such ground to refuse somebody, or its figures are not told.
  case noGround(String)

  /// What happened and what to do.
  public func sentence(in language: Language) -> String {
    switch self {
    case .noCase(let id):
      language(
        fr: "Aucun dossier de rupture n’est ouvert pour « \(id) ».", en: "No case of ending is open for “\(id)”.")
    case .alreadyOpen(let id):
      language(
        fr: "Un dossier de rupture est déjà ouvert pour « \(id) ».", en: "A case of ending is open for “\(id)” already."
      )
    case .notNow(let state, let after):
      language(
        fr: "L’étape « \(state.word(in: .fr)) » ne suit pas l’étape « \(after.word(in: .fr)) ».",
        en: "The step “\(state.word(in: .en))” does not follow “\(after.word(in: .en))”.")
    case .before(let day, let state):
      language(
        fr:
          "L’étape « \(state.word(in: .fr)) » est datée du \(day.written(in: .fr)) : la suivante ne peut pas être plus tôt.",
        en: "The step “\(state.word(in: .en))” is dated \(day.written(in: .en)): the next cannot be earlier.")
    case .inFuture(let day):
      language(
        fr:
          "Le \(day.written(in: .fr)) n’est pas encore venu : une étape se note le jour où elle est faite, ou après.",
        en: "\(day.written(in: .en)) has not come yet: a step is noted on the day it is taken, or later.")
    case .offerInFuture(let day):
      language(
        fr:
          "Le \(day.written(in: .fr)) n’est pas encore venu : une offre se note le jour où elle est faite, ou après.",
        en: "\(day.written(in: .en)) has not come yet: an offer is noted on the day it is made, or later.")
    case .notBegun(let day):
      language(
        fr: "Le \(day.written(in: .fr)) n’est pas encore venu : une relation que l’on cesse a commencé avant.",
        en: "\(day.written(in: .en)) has not come yet: a relation that is to be ended began before.")
    case .unconfirmed(let asked): asked.asked(in: language)
    case .nothingToUndo(let id):
      language(
        fr: "Il n’y a pas d’étape à annuler pour « \(id) ».", en: "There is no step to take back for “\(id)”.")
    case .badValue(let fact, let value):
      language(
        fr: "\(fact.word(in: .fr)) : « \(value) » ne convient pas, il faut \(fact.form.word(in: .fr)).",
        en: "\(fact.word(in: .en)): “\(value)” cannot be taken, it takes \(fact.form.word(in: .en)).")
    case .noRise:
      language(
        fr: "Une hausse se donne en pour cent, au-dessus de 0 et jusqu’à 1000.",
        en: "A rise is given in percent, above 0 and up to 1000.")
    case .steepRise:
      language(
        fr: "Une hausse de plus de 100 % double les prix : vérifiez ce que vous avez écrit.",
        en: "A rise beyond 100% doubles prices: check what you wrote.")
    case .noPart:
      language(
        fr: "La part acceptée est plus petite que la hausse demandée, et plus grande que 0.",
        en: "The part that was accepted is less than the rise that was asked, and more than 0.")
    case .noOffer(let number):
      language(fr: "Il n’y a pas d’offre \(number).", en: "There is no offer \(number).")
    case .noRule(let number):
      language(
        fr: "Il n’y a pas de règle \(number) à la porte.", en: "There is no rule \(number) at the door.")
    case .noName:
      language(
        fr: "Nommez un client, un prospect ou une catégorie.", en: "Name a customer, a prospect or a category.")
    case .noGround(let text):
      language(
        fr: """
          « \(DoorGround.word(text, in: .fr)) » n’est pas un motif, ou il lui manque ses chiffres : \(DoorGround.usage(in: .fr)).
          """,
        en: """
          “\(DoorGround.word(text, in: .en))” is not a ground, or it lacks its figures: \(DoorGround.usage(in: .en)).
          """)
    }
  }
}

extension CeasingCase.State {
  /// The state in a word.
  public func word(in language: Language) -> String {
    switch self {
    case .prepared: language(fr: "en préparation", en: "in preparation")
    case .decided: language(fr: "décidé", en: "decided")
    case .sent: language(fr: "envoyé", en: "sent")
    case .acknowledged: language(fr: "reçu", en: "received")
    case .ended: language(fr: "terminé", en: "ended")
    case .withdrawn: language(fr: "abandonné", en: "withdrawn")
    }
  }
}

extension CeasingFact.Form {
  /// What is wanted, in a few words.
  fileprivate func word(in language: Language) -> String {
    switch self {
    case .day: language(fr: "un jour AAAA-MM-JJ ou JJ/MM/AAAA", en: "a day YYYY-MM-DD or DD/MM/YYYY")
    case .whole(let bounds):
      language(
        fr: "un nombre entier de \(bounds.lowerBound) à \(bounds.upperBound)",
        en: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    case .percent: language(fr: "un pourcentage de 0 à 100", en: "a percentage from 0 to 100")
    case .word(let words):
      language(fr: "un mot parmi \(words.joined(separator: ", "))", en: "one of \(words.joined(separator: ", "))")
    case .line: language(fr: "une ligne de 200 caractères au plus", en: "one line of at most 200 characters")
    case .lines: language(fr: "2000 caractères au plus", en: "at most 2000 characters")
    }
  }
}

extension CeasingFact {
  /// What it is called.
  public func word(in language: Language) -> String {
    switch self {
    case .buyer: language(fr: "Qui achète", en: "Who buys")
    case .since: language(fr: "Début de la relation", en: "Beginning of the relation")
    case .fixedTerm: language(fr: "Fin d’un contrat à durée fixée", en: "End of a contract of fixed term")
    case .tendersWon: language(fr: "Appels d’offres gagnés de suite", en: "Tenders won one after another")
    case .usualMonths:
      language(fr: "Préavis du contrat ou de l’usage, en mois", en: "Notice of the contract or usage, in months")
    case .dependence:
      language(fr: "Part de ses achats faits chez vous, en %", en: "Part of its purchases made here, in %")
    case .excuse: language(fr: "Cas où aucun préavis n’est dû", en: "Case in which no notice is owed")
    case .endDay: language(fr: "Dernier jour de la relation", en: "Last day of the relation")
    case .place: language(fr: "Lieu", en: "Place")
    case .sender: language(fr: "Expéditeur et adresse", en: "Sender and address")
    case .recipient: language(fr: "Destinataire et adresse", en: "Recipient and address")
    case .reference: language(fr: "Référence", en: "Reference")
    case .signatory: language(fr: "Signataire", en: "Signatory")
    case .role: language(fr: "Sa fonction", en: "Their role")
    case .reason: language(fr: "Motif, si vous voulez en donner un", en: "Reason, if you wish to give one")
    }
  }
}
