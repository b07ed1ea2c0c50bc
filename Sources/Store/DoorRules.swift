import GRDB
import Ledger
import Units

/// Who is refused at the door, or admitted on conditions.
extension JudgementStore {
  /// Rules at the door.
  /// - Returns: whether that did not hold before.
  /// - Throws: `StoreError`.
  @discardableResult
  public func rule(_ content: DoorRule.Content, by made: Authorship) throws -> Bool {
    try change { database in
      guard try !Self.door(in: database).contains(where: { $0.holds && $0.content == content }) else { return false }
      let columns = content.ground.columns
      try database.execute(
        sql: """
          insert into doorRule (subject, name, ruling, ground, category, figure, least, note, author, time)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          content.subject.code, content.subject.name, content.ruling.rawValue, content.ground.code, columns.category,
          columns.figure, columns.least, content.note, made.author, made.time,
        ])
      try note("door", of: words(content.subject), before: nil, after: words(content), by: made, in: database)
      return true
    }
  }

  /// Takes a rule at the door back.
  /// - Throws: `CeasingFault.noRule` where none of that number holds, or `StoreError`.
  public func undoRule(_ number: Int, by made: Authorship) throws {
    try change { database in
      guard let known = try Self.door(in: database).first(where: { $0.number == number && $0.holds }) else {
        throw CeasingFault.noRule(number)
      }
      try database.execute(
        sql: "update doorRule set undoneBy = ?, undoneTime = ? where id = ?",
        arguments: [made.author, made.time, number])
      try note(
        "door", of: words(known.content.subject), before: words(known.content), after: nil, by: made, in: database)
    }
  }

  static func door(in database: Database) throws -> [DoorRule] {
    try Row.fetchAll(database, sql: "select * from doorRule order by id").compactMap { row in
      guard let subject = DoorRule.Subject(code: row["subject"], name: row["name"]),
        let ruling = DoorRule.Ruling(rawValue: row["ruling"]),
        let ground = DoorGround(
          code: row["ground"], category: row["category"], figure: row["figure"], least: row["least"]),
        let content = try? DoorRule.Content(subject, ruling, ground: ground, note: row["note"])
      else { return nil }
      let undoneBy: String? = row["undoneBy"]
      return DoorRule(
        number: row["id"], content: content, made: Authorship(row["author"], at: row["time"]),
        undone: undoneBy.map { Authorship($0, at: row["undoneTime"]) })
    }
  }

  private func words(_ subject: DoorRule.Subject) -> String { "\(subject.code) | \(subject.name)" }

  private func words(_ content: DoorRule.Content) -> String {
    let columns = content.ground.columns
    let figures = [columns.figure, columns.least].compactMap { $0.map { String($0) } }
    return ([content.ruling.rawValue, content.ground.code] + figures + (content.note.isEmpty ? [] : [content.note]))
      .joined(separator: " | ")
  }
}

extension DoorGround {
  /// What a row keeps of the ground beside its name: rates in millionths, money in cents.
  fileprivate var columns: (category: String?, figure: Int64?, least: Int64?) {
    switch self {
    case .toxicCategory(let name): (name, nil, nil)
    case .marginUnderFloor(let rate, let floor): (nil, rate.millionths, floor.millionths)
    case .ordersTooSmall(let order, let least): (nil, order.value, least.value)
    case .unpaid(let amount): (nil, amount.value, nil)
    case .noCapacity, .abnormalRequest: (nil, nil, nil)
    }
  }

  /// Makes a ground of a row; nothing for one that lacks what it needs.
  fileprivate init?(code: String, category: String?, figure: Int64?, least: Int64?) {
    switch (code, category, figure, least) {
    case ("toxicCategory", let name?, _, _): self = .toxicCategory(name)
    case ("marginUnderFloor", _, let rate?, let floor?):
      self = .marginUnderFloor(rate: Rate(millionths: rate), floor: Rate(millionths: floor))
    case ("ordersTooSmall", _, let order?, let least?): self = .ordersTooSmall(order: Cents(order), least: Cents(least))
    case ("unpaid", _, let amount?, _): self = .unpaid(Cents(amount))
    case ("noCapacity", _, _, _): self = .noCapacity
    case ("abnormalRequest", _, _, _): self = .abnormalRequest
    default: return nil
    }
  }
}
