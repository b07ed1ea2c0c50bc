import Ledger
import Portfolio
import Units

/// What no customer alone goes by, with those that come nearest.
public struct UnknownCustomer: Explained, Equatable {
  /// What was asked for.
  public let id: String
  /// Names and codes like it.
  public let near: [Near]
  /// How many customers it may mean; none where nobody's name or code has these words.
  public let count: Int

  /// A customer that may be meant.
  public struct Near: Equatable, Sendable {
    /// The identifier.
    public let id: ID<Customer>
    /// The name.
    public let name: String
  }

  /// Looks for what may be meant.
  public init(_ id: String, list: CustomerList, books: Books) {
    self.id = id
    count = list.names.best(id, most: 0).count
    near = list.names.near(id, most: 3).map { place in
      Near(id: books.customers.ids[list.order[place]], name: books.customers.names[list.order[place]])
    }
  }

  /// What happened and who may be meant.
  public func sentence(in language: Language) -> String {
    let asked = neutralised(shortened(id, to: 60))
    guard !near.isEmpty else {
      return language(fr: "Il n’y a pas de client « \(asked) ».", en: "There is no customer “\(asked)”.")
    }
    let names = near.map {
      neutralised(shortened($0.id.text, to: 40)) + " (" + neutralised(shortened($0.name, to: 60)) + ")"
    }
    let list = names.joined(separator: ", ")
    if count > 1 {
      let others = count > near.count ? language(fr: ", et d’autres", en: ", and others") : ""
      return language(
        fr: "« \(asked) » peut être \(count) clients : \(list)\(others). Écrivez le code de celui que vous voulez.",
        en: "“\(asked)” may be \(count) customers: \(list)\(others). Write the code of the one you mean.")
    }
    return language(
      fr: "Il n’y a pas de client « \(asked) » ; peut-être \(list).",
      en: "There is no customer “\(asked)”; maybe \(list).")
  }
}
