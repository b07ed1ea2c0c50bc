import Units

/// One value of a report.
public enum ReportCell: Hashable, Sendable {
  /// A quantity that cannot be known, with its reason where there is one to say.
  indirect case unknown(Phrase?)
  /// Text out of the data.
  case text(String)
  /// A sentence of ours.
  indirect case phrase(Phrase)
  /// One of our own words: a name for programs and a label for people.
  indirect case tag(Tag)
  case integer(Int)
  case cents(Cents)
  /// A share or rate, 1 is the whole.
  case share(Double)
  case number(Double)
  /// Time, shown and written in hours.
  case minutes(Int)
  case month(Month)
  case day(Day)
  case flag(Bool)
  /// Amounts month after month, a sparkline for people.
  case trend([Cents])
  case list([ReportCell])
  case object([Member])

  /// A word of a closed list.
  public struct Tag: Hashable, Sendable {
    /// The name in JSON.
    public let code: String
    /// What people read.
    public let label: Phrase
    /// What the word means for the reader.
    public let tone: Tone

    /// The figures that come with the word, for programs; people read them in the label.
    public let figures: [Member]

    /// Makes a word.
    public init(_ code: String, _ label: Phrase, tone: Tone = .plain, figures: [Member] = []) {
      self.code = code
      self.label = label
      self.tone = tone
      self.figures = figures
    }
  }

  /// Whether a value is good or bad news; always shown by a mark or a word too, never by colour alone.
  public enum Tone: Hashable, Sendable { case plain, good, bad, faint }

  /// A value with its name.
  public struct Member: Hashable, Sendable {
    /// The name in JSON.
    public let key: String
    /// The value.
    public let cell: ReportCell

    /// Makes a member.
    public init(_ key: String, _ cell: ReportCell) {
      self.key = key
      self.cell = cell
    }
  }

  /// A quantity that is not known and needs no further word.
  public static let unknown = ReportCell.unknown(nil)

  /// An amount, or unknown.
  public static func cents(_ money: Cents?, else reason: Phrase? = nil) -> ReportCell {
    money.map(ReportCell.cents) ?? .unknown(reason)
  }
  /// A share, or unknown.
  public static func share(_ share: Double?, else reason: Phrase? = nil) -> ReportCell {
    share.map(ReportCell.share) ?? .unknown(reason)
  }
  /// An exact share, or unknown.
  public static func share(_ share: Share?, else reason: Phrase? = nil) -> ReportCell {
    .share(share?.value, else: reason)
  }
  /// A number, or unknown.
  public static func number(_ number: Double?, else reason: Phrase? = nil) -> ReportCell {
    number.map(ReportCell.number) ?? .unknown(reason)
  }
  /// A count, or unknown.
  public static func integer(_ number: Int?, else reason: Phrase? = nil) -> ReportCell {
    number.map(ReportCell.integer) ?? .unknown(reason)
  }
  /// A text, or unknown.
  public static func text(_ text: String?) -> ReportCell { text.map(ReportCell.text) ?? .unknown }
}
