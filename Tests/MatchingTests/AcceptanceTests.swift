import Ledger
import Matching
import Testing
import Units

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Quality and speed, measured and printed: the table of docs/methods/duplicates.md.
///
/// The constants are the same for all sets.
@Suite(.serialized)
struct AcceptanceTests {
  /// Files generated for each measure: fewer where nothing is optimised.
  #if DEBUG
    private static let files: UInt64 = 2
  #else
    private static let files: UInt64 = 4
  #endif

  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private func measured(_ name: String, _ set: LabelledRecords) -> Measured {
    let measured = Measured(DuplicateSearch(set.records).duplicates(from: 0), truth: set.truth)
    print(
      "duplicates: \(name): \(set.records.count) records, \(measured.truePairs) true pairs: precision",
      percent(measured.precision()), "recall", percent(measured.recall()), "F1", percent(measured.f1()))
    return measured
  }

  private static func generated(_ count: Int, duplicates: Double, seed: UInt64) -> LabelledRecords {
    let made = GeneratedCustomers(count: count, duplicates: duplicates, seed: seed)
    return LabelledRecords(records: made.records, truth: made.company.mapValues(String.init))
  }

  @Test(
    .enabled(if: dataFolder != nil),
    arguments: [
      ("dataset1.csv", false, 0.90), ("dataset2.csv", false, 0.90), ("dataset1.csv", true, 0.97),
      ("dataset2.csv", true, 0.97),
    ])
  func `persons of febrl are found, without and with their identifier`(
    _ file: String, _ withIdentifier: Bool, _ least: Double
  ) throws {
    let found = measured(
      "febrl \(file) \(withIdentifier ? "with" : "without") soc_sec_id",
      try LabelledRecords.febrl(file, withIdentifier: withIdentifier))
    #expect(found.f1() >= least)
  }

  @Test(.enabled(if: dataFolder != nil))
  func `childcare sites of Chicago are found`() throws {
    let found = measured("chicago_orgs", try LabelledRecords.chicago())
    #expect(found.precision() >= 0.80)
    #expect(found.recall() >= 0.95)
  }

  @Test func `what is offered as certain is right, among sisters, branches, namesakes and mistyped numbers`() {
    var (certain, right, possible) = (0, 0.0, 0)
    for seed in 21..<21 + Self.files {
      let set = Self.generated(4_000, duplicates: 0.15, seed: seed)
      let found = measured("generated companies, seed \(seed)", set)
      certain += found.certain.count
      right += Double(found.certain.count) * found.certain.precision
      possible += numberedPairs(set)
    }
    print(
      "duplicates: certain: \(certain) of \(possible) pairs with the same number, precision",
      percent(right / Double(certain)))
    #expect(certain > possible / 2)
    #expect(right / Double(certain) >= 0.98)
  }

  /// True pairs of which both records carry the number.
  private func numberedPairs(_ set: LabelledRecords) -> Int {
    let held = set.records.filter { $0.siren != nil || $0.siret != nil || $0.vat != nil }.compactMap {
      set.truth[$0.id]
    }
    return Dictionary(held.map { ($0, 1) }, uniquingKeysWith: +).values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }

  @Test(.enabled(if: dataFolder != nil))
  func `a score of 0.7 is right seven times out of ten`() throws {
    var sets = [(String, LabelledRecords)]()
    for file in ["dataset1.csv", "dataset2.csv"] {
      for known in [false, true] {
        sets.append(("febrl \(file)", try LabelledRecords.febrl(file, withIdentifier: known)))
      }
    }
    for seed in 1..<1 + Self.files {
      sets.append(("generated, seed \(seed)", Self.generated(5_000, duplicates: 0.12, seed: seed)))
    }
    var (pairs, scores, truths) = (
      [Int](repeating: 0, count: 10), [Double](repeating: 0, count: 10), [Double](repeating: 0, count: 10)
    )
    for (name, set) in sets {
      for (tenth, found) in measured(name, set).calibration.enumerated() {
        pairs[tenth] += found.pairs
        scores[tenth] += found.score * Double(found.pairs)
        truths[tenth] += found.truth * Double(found.pairs)
      }
    }
    var wrong = 0.0
    for tenth in 0..<10 {
      let size = Double(max(1, pairs[tenth]))
      print(
        "duplicates: score \(tenth)/10: \(pairs[tenth]) pairs, mean", percent(scores[tenth] / size), "true",
        percent(truths[tenth] / size))
      wrong += (scores[tenth] - truths[tenth]).magnitude
      // Under a hundred pairs, one set's chance decides.
      if pairs[tenth] >= 100 { #expect((scores[tenth] - truths[tenth]).magnitude / size < 0.1) }
    }
    #expect(wrong / Double(pairs.reduce(0, +)) < 0.03)
  }

  @Test func `a hundred thousand customers are searched in seconds`() {
    #if DEBUG
      // Without optimisation a tenth of them takes as long.
      let set = Self.generated(10_000, duplicates: 0.05, seed: 3)
    #else
      let set = Self.generated(100_000, duplicates: 0.05, seed: 3)
    #endif
    let before = processorSeconds()
    let found = DuplicateSearch(set.records).duplicates()
    let seconds = processorSeconds() - before
    let measured = Measured(found, truth: set.truth)
    print(
      "duplicates: \(set.records.count) customers: \(Int(seconds * 10)) tenths of a second of one core, peak",
      peakMegabytes(), "MB,",
      "\(found.pairs.count) pairs,",
      "precision", percent(measured.precision()), "recall", percent(measured.recall()), "\(found.blocking)")
    #expect(measured.precision() >= 0.9)
    #expect(peakMegabytes() < 1_000)
    #if !DEBUG
      #expect(seconds < 10)
    #endif
  }

  private func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  private func peakMegabytes() -> Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(RUSAGE_SELF.rawValue, &usage)
      return usage.ru_maxrss / 1_024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss / 1_048_576
    #endif
  }
}
