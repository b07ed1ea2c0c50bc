import Ledger
import Portfolio
import Units

/// An identifier that no customer has, with those that come nearest.
public struct UnknownCustomer: Explained, Equatable {
  /// What was asked for.
  public let id: String
  /// Names and codes like it.
  public let near: [Near]

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
    return language(
      fr: "Il n’y a pas de client « \(asked) » ; peut-être \(list).",
      en: "There is no customer “\(asked)”; maybe \(list).")
  }
}
