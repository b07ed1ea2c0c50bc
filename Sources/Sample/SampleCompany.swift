import Units

/// A believable French wholesaler of hygiene, packaging and small equipment, as its source files.
///
/// The same seed, sizes and end give the same bytes on every platform. Files are written as they come into being,
/// invoices day by day, with a few numbers kept for each customer: millions of lines need no more memory than
/// thousands.
public struct SampleCompany: Sendable {
  /// Whether sales are plain: no odd rows, no sales over the counter, commas, ISO dates, decimal points.
  public let isPlain: Bool
  /// What it was made from.
  public let seed: UInt64
  private let plan: Plan
  private let register: Register

  /// How many months of books there are.
  public static let months = 42
  /// The least lines a customer has on average; fewer are not asked for, whatever `lines` says.
  public static let leastLinesPerCustomer = 4

  /// A company with so many customers and about so many invoice lines, whose books end with the month `end`.
  ///
  /// Lines come out within 3 % of `lines`; customers exactly, at least one. O(customers × months).
  public init(
    seed: UInt64 = 1, customers: Int = 400, lines: Int = 60_000, end: Month = Month(year: 2026, month: 10),
    isPlain: Bool = false
  ) {
    let customers = max(1, customers)
    self.isPlain = isPlain
    self.seed = seed
    plan = Plan(
      seed: seed, customers: customers, lines: max(lines, customers * SampleCompany.leastLinesPerCustomer),
      timetable: Timetable(end: end, months: SampleCompany.months), hasCounter: !isPlain)
    register = Register(plan)
  }

  /// The company's own SIREN, which none of its first 999,999 customers has.
  public var siren: String { LegalNumbers.siren(999_999) }
  /// The VAT number that goes with `siren`.
  public var vat: String { LegalNumbers.vat(siren: siren) }

  /// The files that `write` writes.
  public var files: [SampleFile] { isPlain ? [.sales, .products] : SampleFile.allCases }

  /// The name of a file.
  public func name(of file: SampleFile) -> String {
    isPlain ? file.rawValue + ".csv" : file.frenchName
  }

  /// What happens to each customer, in the order of their codes.
  public var stories: [Story] { plan.members.indices.map(register.story) }

  /// The rows of the sales file that are not like the others, in their order.
  public var plantedRows: [PlantedRow] {
    guard !isPlain else { return [] }
    let host = plan.members.indices.first { plan.members[$0].story == .stable } ?? 0
    let day = plan.timetable.day(plan.timetable.working[plan.timetable.starts[plan.timetable.months / 2]])
    return PlantedRow.all(
      code: register.code(host), name: register.name(host), date: day.french, year: padded(day.civil.year % 100, 2))
  }

  /// Writes all files, each as chunks in their order; the chunks of different files alternate.
  ///
  /// - Parameter sink: takes the next bytes of a file; they are only valid during the call.
  /// - Throws: what `sink` throws; nothing more is written then.
  public func write<Failure: Error>(
    _ sink: (SampleFile, UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let chunk = 1 << 18
    let writer = ByteWriter()
    let rows = FileRows(plan: plan, register: register, isPlain: isPlain)
    for file in files where file != .sales && file != .services {
      writer.text(header(file))
      for row in 0..<rows.count(file) {
        rows.write(row, of: file, to: writer)
        if writer.count >= chunk {
          try sink(file, writer.contents)
          writer.clear()
        }
      }
      try sink(file, writer.contents)
      writer.clear()
    }
    let run = Run(plan, register: register, isPlain: isPlain, planted: plantedRows)
    run.sales.text(header(.sales))
    if !isPlain { run.log.writer.text(header(.services)) }
    var goesOn = true
    while goesOn {
      goesOn = run.advance()
      if run.sales.count >= chunk || !goesOn {
        try sink(.sales, run.sales.contents)
        run.sales.clear()
      }
      if run.log.writer.count >= chunk || !goesOn, !isPlain {
        try sink(.services, run.log.writer.contents)
        run.log.writer.clear()
      }
    }
  }

  private func header(_ file: SampleFile) -> String {
    (isPlain ? file.plainHeader : file.frenchHeader) + "\n"
  }
}
