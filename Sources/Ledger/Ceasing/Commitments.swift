import Units

/// What binds the company to a customer yet: contracts, tenders, and what was promised.
public struct Commitments: Hashable, Sendable {
  /// Contracts and tenders, the oldest first; nothing where no file tells of any customer's.
  public let contracts: [Contract]?
  /// What was promised and is not done, the oldest first; nothing where no file tells when services are done.
  public let open: [Promise]?

  /// Nothing is told.
  public static let unknown = Commitments(contracts: nil, open: nil)

  /// Something promised that is not done.
  public struct Promise: Hashable, Sendable {
    /// What.
    public let kind: ServiceKind
    /// For when.
    public let promised: Day
    /// A word about it.
    public let note: String?

    /// Describes a promise.
    public init(_ kind: ServiceKind, promised: Day, note: String? = nil) {
      self.kind = kind
      self.promised = promised
      self.note = note
    }
  }

  /// A contract, or a tender that was won.
  public struct Contract: Hashable, Sendable {
    /// Whether it was won against others.
    public let isTender: Bool
    /// Its first day.
    public let start: Day?
    /// The day up to which it runs, on which it is put into question.
    public let renewal: Day?
    /// The notice it names.
    public let noticeMonths: Int?
    /// What it is worth a year.
    public let value: Cents?

    /// Describes a contract.
    public init(isTender: Bool, start: Day?, renewal: Day?, noticeMonths: Int?, value: Cents?) {
      self.isTender = isTender
      self.start = start
      self.renewal = renewal
      self.noticeMonths = noticeMonths
      self.value = value
    }

    /// Whether it runs on a day, as far as its days are known.
    public func runs(on day: Day) -> Bool { (start ?? day) <= day && (renewal ?? day) >= day }
  }

  /// Bundles what is told.
  public init(contracts: [Contract]?, open: [Promise]?) {
    self.contracts = contracts
    self.open = open
  }
}
