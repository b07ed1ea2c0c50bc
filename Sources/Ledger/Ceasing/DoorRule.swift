import Units

/// Somebody, or a category, that is refused at the door or admitted on conditions: on economic grounds alone.
///
/// Source: seed 000, « tu refuseras de vendre à tous ceux qui rentrent dans cette même catégorie ».
public struct DoorRule: Hashable, Sendable {
  /// Its place among all rules, 1 the first.
  public let number: Int
  /// What is ruled, of whom, on which ground.
  public let content: Content
  /// Who ruled it, and when.
  public let made: Authorship
  /// Who took it back, and when; nothing while it holds.
  public let undone: Authorship?

  /// What is ruled.
  public struct Content: Hashable, Sendable {
    /// Whom it is about.
    public let subject: Subject
    /// What holds for it.
    public let ruling: Ruling
    /// Why.
    public let ground: DoorGround
    /// A word about it; may be empty.
    public let note: String

    /// Rules.
    /// - Throws: `CeasingFault.noName` for nobody.
    public init(_ subject: Subject, _ ruling: Ruling, ground: DoorGround, note: String = "") throws(CeasingFault) {
      guard !subject.name.allSatisfy(\.isWhitespace) else { throw .noName }
      self.subject = subject
      self.ruling = ruling
      self.ground = ground
      self.note = note
    }
  }

  /// Whom a rule is about.
  public enum Subject: Hashable, Sendable {
    /// A company, by its identifier or its name.
    case company(String)
    /// All of a category.
    case category(String)

    /// The name.
    public var name: String {
      switch self {
      case .company(let name), .category(let name): name
      }
    }

    /// The name of what it is.
    public var code: String {
      switch self {
      case .company: "company"
      case .category: "category"
      }
    }

    /// Makes a subject from what it is; nothing for what is neither.
    public init?(code: String, name: String) {
      switch code {
      case "company": self = .company(name)
      case "category": self = .category(name)
      default: return nil
      }
    }
  }

  /// What holds at the door.
  public enum Ruling: String, CaseIterable, Sendable { case refused, conditions }

  /// Describes a rule.
  public init(number: Int, content: Content, made: Authorship, undone: Authorship? = nil) {
    self.number = number
    self.content = content
    self.made = made
    self.undone = undone
  }

  /// Whether it holds.
  public var holds: Bool { undone == nil }

  /// Whether somebody is meant: a company by its identifier or its name, a category by its name, whatever the case, the accents
  /// and the spaces.
  public func meets(names: [String], category: String?) -> Bool {
    switch content.subject {
    case .company(let name): names.contains { Self.isSame($0, name) }
    case .category(let name): category.map { Self.isSame($0, name) } ?? false
    }
  }
}

extension DoorRule {
  /// Whether two names are one, whatever the case, the accents and the spaces; a name without a letter is none.
  public static func isSame(_ first: String, _ second: String) -> Bool {
    let name = plain(first)
    return !name.isEmpty && name == plain(second)
  }
}

/// Why somebody is refused at the door: there is no ground but these, so that none can rest on a protected one.
public enum DoorGround: Hashable, Sendable {
  /// The category loses money, its members together and most of them alone.
  case toxicCategory(String)
  /// At the price asked for, the margin would stay under the floor.
  case marginUnderFloor(rate: Rate, floor: Rate)
  /// Orders so small that their handling costs more than they earn.
  case ordersTooSmall(order: Cents, least: Cents)
  /// Invoices of before are not paid.
  case unpaid(Cents)
  /// There are no goods or hours left to serve it.
  case noCapacity
  /// What is asked for is out of all proportion to a usual need.
  case abnormalRequest

  /// The names, where people choose.
  public static let codes = [
    "toxicCategory", "marginUnderFloor", "ordersTooSmall", "unpaid", "noCapacity", "abnormalRequest",
  ]

  /// The name where people choose.
  public var code: String {
    switch self {
    case .toxicCategory: "toxicCategory"
    case .marginUnderFloor: "marginUnderFloor"
    case .ordersTooSmall: "ordersTooSmall"
    case .unpaid: "unpaid"
    case .noCapacity: "noCapacity"
    case .abnormalRequest: "abnormalRequest"
    }
  }
}

/// A name without case, accents and punctuation, its words one space apart; letters of other scripts stay as they are.
private func plain(_ text: String) -> [UInt8] {
  var words: [[UInt8]] = [[]]
  for scalar in text.unicodeScalars where !isCombiningMark(scalar) {
    if appendFolded(scalar, to: &words[words.count - 1]) { continue }
    if scalar.properties.isAlphabetic {
      words[words.count - 1] += Array(String(scalar).utf8)
    } else {
      words.append([])
    }
  }
  return Array(words.filter { !$0.isEmpty }.joined(separator: [0x20]))
}
