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

  /// A category's new name, without spaces around it; its own with other capitals or accents is one.
  /// - Throws: `CategoryTextFault`, for another category's name too, be it but for case, accents and spaces.
  public func checked(newName typed: String, of name: String) throws(CategoryTextFault) -> String {
    guard let new = try CategoryText.value(of: .need, typed, policy: policy) else { throw .noName }
    guard new != name else { throw .sameName }
    let others = categoryNames.filter { $0 != name }
    let taken = CategoryName.isSame(new, name) ? others.first { $0 == new } : CategoryName.meant(by: new, among: others)
    if let taken { throw .taken(taken) }
    return new
  }

  /// The name under which customers are put into a category: that of one there is, where a person means it.
  /// - Throws: `CategoryTextFault` for no name, or one too long.
  public func joined(category typed: String) throws(CategoryTextFault) -> String {
    guard let name = try CategoryText.value(of: .need, typed, policy: policy) else { throw .noName }
    return CategoryName.meant(by: name, among: categoryNames) ?? name
  }

  /// Whether a rule that is put in front of the others takes a customer.
  public func meetsSomebody(_ rule: Policy.CategoryRule) -> Bool {
    var policy = policy
    policy.categories.insert(rule, at: 0)
    return CategoryOf(books: books, policy: policy).taken[0] > 0
  }

  /// Every name that a category has: those with customers first, then those of prospects, of rules and floors, and those that
  /// people said something of.
  private var categoryNames: [String] {
    portfolio.categories.names + books.prospects.compactMap { portfolio.categories.name(ofProspect: $0) }
      + policy.categories.map(\.name) + policy.floors.byCategory.keys.sorted(by: precedes)
      + life.categoryNotes.categories
  }
}
