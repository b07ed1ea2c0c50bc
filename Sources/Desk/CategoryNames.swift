import Decisions
import Ledger
import Portfolio
import Units

extension CompanyAnalysis {
  /// Whether a customer or a prospect is in a category of that name.
  public func knows(category name: String) -> Bool {
    portfolio.categories.names.contains(name)
      || books.prospects.contains { portfolio.categories.name(ofProspect: $0) == name }
  }

  /// Whether some customers or prospects are in a category by their file's word.
  public func isWordOfFiles(_ name: String) -> Bool {
    books.customers.details.values.contains { $0.category == name }
      || books.prospects.contains { $0.category == name && portfolio.categories.name(ofProspect: $0) == name }
  }

  /// A category's new name, without spaces around it.
  /// - Throws: `CategoryTextFault`.
  public func checked(newName typed: String, of name: String) throws(CategoryTextFault) -> String {
    guard let new = try CategoryText.value(of: .need, typed, policy: policy) else { throw .noName }
    guard new != name else { throw .sameName }
    return new
  }
}
