import Ledger
import Units

/// The customers of the example in docs/methods/stages.md.
func stageExampleBooks() -> Books {
  let steady = (1...5).map { Trader("Steady\($0)").monthly("2023-01", "2025-12", 1_000) }
  return tradeBooks(
    asOf: "2025-12",
    steady + [
      Trader("Ann").monthly("2023-01", "2024-12", 1_000).monthly("2025-01", "2025-12", 700),
      Trader("Carl").buying("2023-06-10", 800).buying("2023-12-12", 800).buying("2024-06-11", 800)
        .buying("2024-12-10", 800).buying("2025-06-12", 800).buying("2025-12-11", 800),
      Trader("Dora").buying("2024-03-05", 300),
      Trader("Emil").monthly("2023-01", "2024-04", 500).monthly("2025-11", "2025-12", 500),
    ])
}
