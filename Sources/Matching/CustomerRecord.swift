import Ledger
import Units

/// What is known of one customer for telling whether another record is the same; texts are as the source writes them.
public struct CustomerRecord: Hashable, Sendable {
  /// The identifier.
  public let id: ID<Customer>
  /// The name.
  public let name: String
  /// Other names of the same customer: trade names, earlier names, names of records merged into it.
  public let otherNames: [String]
  /// The nine digits of the French company register.
  public let siren: String?
  /// The fourteen digits of a French establishment.
  public let siret: String?
  /// The VAT number.
  public let vat: String?
  /// Any other identifier of the company or person, whose check digit nobody knows.
  public let otherIdentifier: String?
  /// The e-mail address.
  public let email: String?
  /// The telephone number.
  public let phone: String?
  /// The lines of the address: number, street, building; neither postcode nor city.
  public let addressLines: [String]
  /// The postcode.
  public let postcode: String?
  /// The city.
  public let city: String?
  /// The country, by code or by name.
  public let country: String?
  /// The revenue, by which pairs are put in order.
  public let revenue: Cents

  /// Makes a record.
  public init(
    id: ID<Customer>, name: String, otherNames: [String] = [], siren: String? = nil, siret: String? = nil,
    vat: String? = nil, otherIdentifier: String? = nil, email: String? = nil, phone: String? = nil,
    addressLines: [String] = [], postcode: String? = nil, city: String? = nil, country: String? = nil,
    revenue: Cents = .zero
  ) {
    self.id = id
    self.name = name
    self.otherNames = otherNames
    self.siren = siren
    self.siret = siret
    self.vat = vat
    self.otherIdentifier = otherIdentifier
    self.email = email
    self.phone = phone
    self.addressLines = addressLines
    self.postcode = postcode
    self.city = city
    self.country = country
    self.revenue = revenue
  }

  /// One record for several that are the same customer: the first keeps its values, the others fill what it lacks and lend
  /// their names; revenues are added.
  /// - Parameter records: not empty.
  public static func merged(_ records: [CustomerRecord]) -> CustomerRecord {
    precondition(!records.isEmpty, "a merge needs a record")
    func first(_ value: (CustomerRecord) -> String?) -> String? {
      records.lazy.compactMap(value).first { !$0.isEmpty }
    }
    let kept = records[0]
    var names: [String] = []
    for name in records.flatMap({ [$0.name] + $0.otherNames }) where name != kept.name && !names.contains(name) {
      names.append(name)
    }
    return CustomerRecord(
      id: kept.id, name: kept.name, otherNames: names, siren: first(\.siren), siret: first(\.siret), vat: first(\.vat),
      otherIdentifier: first(\.otherIdentifier), email: first(\.email), phone: first(\.phone),
      addressLines: records.first { $0.addressLines.contains { !$0.isEmpty } }?.addressLines ?? [],
      postcode: first(\.postcode), city: first(\.city), country: first(\.country), revenue: records.map(\.revenue).sum)
  }
}
