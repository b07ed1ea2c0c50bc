import Portfolio
import Units

/// Something that the best customers may have in common.
public enum CustomerTrait: String, CaseIterable, Sendable {
  // Known of prospects too.
  case category, sector, region, size, potential, interest, culture
  // Known of customers only.
  case mainRange, rhythm

  /// Whether a company that bought nothing yet can have it.
  public var isOfProspects: Bool { self != .mainRange && self != .rhythm }
}

/// What a customer or a prospect has of a trait.
public enum TraitValue: Hashable, Sendable {
  /// A word of the files.
  case text(String)
  /// A quarter of the customers by potential, 1 the least, from an amount on and below another.
  case potential(quarter: Int, from: Cents?, below: Cents?)
  /// How often it orders.
  case tempo(SuggestedCategory.Tempo)
}
