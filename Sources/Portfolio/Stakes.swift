import Ledger

/// The report `stakes`: what the portfolio loses, how it swings, on whom it hangs, and where margins go.
///
/// Source: seed 003, "enjeux commerciaux : érosion, volatilité, dépendance aux gros clients, dégradation des marges";
/// docs/methods: erosion, volatility, dependence, margin-rate-by-year.
public struct Stakes: Sendable {
  /// What stayed of P's revenue, or why that is unknown.
  public let erosion: Knowable<Erosion, Erosion.Unknown>
  /// How monthly revenue swings.
  public let volatility: Volatility
  /// The weight of the biggest customers.
  public let dependence: Dependence
  /// Margin rates over the years.
  public let marginRates: MarginRateByYear

  /// Binds the stakes of W.
  ///
  /// Linear in the activity for each year of history.
  /// - Parameter margins: those of W.
  public init(books: Books, policy: Policy, margins: Margins) {
    erosion = Erosion.of(books)
    volatility = Volatility(books: books)
    dependence = Dependence(books: books, policy: policy, margins: margins)
    marginRates = MarginRateByYear(books: books, policy: policy)
  }
}
