import Ledger
import Units

/// Two customers of the file that are probably one.
public struct DuplicatePair: Hashable, Sendable {
  /// The first by identifier.
  public let a: ID<Customer>
  /// The second by identifier.
  public let b: ID<Customer>
  /// The probability that both are one customer, 0…1.
  public let score: Double
  /// Whether two of three speak for it, and nothing against, so that both may be merged without being looked at: the same proven
  /// company number, two matched invoices and more, names that agree.
  public let isCertain: Bool
  /// The lesser of the two revenues: what stands under the wrong name if they are one.
  public let atStake: Cents
  /// What speaks for and against, heaviest first.
  public let reasons: [MatchReason]
  /// The log-odds that two customers drawn at random are one.
  public let priorLogOdds: Double
  /// The log-odds that these two are related, sisters or branches, rather than strangers.
  public let relatedLogOdds: Double

  /// The score made again from its reasons: with x the prior and all weights, y the odds of being related,
  /// e^x ÷ (1 + e^x + e^y).
  public var scoreFromReasons: Double {
    let one = reasons.reduce(priorLogOdds) { $0 + $1.weight }
    let top = max(0, one, relatedLogOdds)
    return exponential(one - top) / (exponential(one - top) + exponential(relatedLogOdds - top) + exponential(-top))
  }
}

/// One thing that speaks for or against two records being one customer.
public struct MatchReason: Hashable, Sendable {
  /// What was compared.
  public let field: MatchField
  /// How it agrees.
  public let agreement: MatchAgreement
  /// What the first record says, as written.
  public let a: String
  /// What the second says.
  public let b: String
  /// What it is worth in nats: 3 makes it twenty times as likely that both are one, −3 as unlikely.
  public let weight: Double
}

/// What two records are compared by.
public enum MatchField: String, CaseIterable, Sendable {
  /// SIREN, SIRET or VAT number.
  case companyNumber
  /// Two sites of one company.
  case establishment
  /// An identifier whose check nobody knows.
  case otherIdentifier
  case name
  /// Numbers within the names: « Lyon 2 », « Lyon 3 ».
  case nameNumber
  /// Words with an opposite within the names: north and south, father and son.
  case nameSide
  /// A part in a group that one name says and the other does not: holding, property, finance.
  case groupRole
  /// A company that trades and one that owns property.
  case legalForm
  /// Number, street and building.
  case street
  /// Postcode and city.
  case place
  case country
  case phone
  case email
  /// Documents of the accounts and invoices told elsewhere of one number and amount.
  case documents
}

/// How well something agrees.
public enum MatchAgreement: String, CaseIterable, Sendable {
  /// The same once written alike.
  case same
  /// The same but for slips of the pen.
  case near
  /// Most words are shared.
  case close
  /// One holds all that the other says, and more.
  case contained
  /// Something is shared.
  case partly
  /// The same street at another number.
  case otherNumber
  /// The same house number alone.
  case numberOnly
  /// The same company's e-mail domain.
  case sameDomain
  /// Nothing to speak of is shared.
  case differs
}
