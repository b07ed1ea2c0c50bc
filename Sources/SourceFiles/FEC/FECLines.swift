import Units

/// A line of a FEC as it is kept: numbers of texts, days and an amount.
struct FECLine {
  /// Credit − debit.
  let amount: Int64
  /// Its line in the file.
  let line: UInt32
  let journal: Int32
  let number: Int32
  let piece: Int32
  let account: Int32
  let auxiliary: Int32
  let day: Int32
  let pieceDay: Int32
  /// The entry's label, kept for sales only.
  let label: Int32
  let letter: Int32
  let letterDay: Int32

  /// The day that stands for none.
  static let noDay = Int32.min
}

/// The lines of a FEC and the texts they share: what one pass over the file leaves in memory.
final class FECLines {
  private(set) var lines: [FECLine] = []
  let texts = TextPool()
  let journals = TextPool()
  let accounts = TextPool()
  let auxiliaries = TextPool()
  private(set) var journalLabels: [Int32] = []
  private(set) var accountLabels: [Int32] = []
  private(set) var roles: [FECAccount] = []
  private(set) var auxiliaryNames: [Int32] = []
  /// Journals that post to classes 6 or 7.
  private(set) var hasResult: [Bool] = []
  private let labels = TextPool()

  /// Keeps a line.
  func append(_ row: FECRow, line: Int) {
    let journal = journals.number(of: row.journal.start == nil ? journals.emptyText : row.journal)
    if journal == journalLabels.count {
      journalLabels.append(TextPool.none)
      hasResult.append(false)
    }
    note(row.journalLabel, in: &journalLabels, at: journal)
    let account = accounts.number(of: row.account)
    if account == roles.count {
      roles.append(FECAccount(row.account))
      accountLabels.append(TextPool.none)
    }
    note(row.accountLabel, in: &accountLabels, at: account)
    let role = roles[Int(account)]
    var auxiliary = TextPool.none
    if row.auxiliary.start != nil || (role == .revenue && row.client.start != nil) {
      auxiliary = auxiliaries.number(of: row.auxiliary.start != nil ? row.auxiliary : row.client)
      if auxiliary == auxiliaryNames.count { auxiliaryNames.append(TextPool.none) }
      // A supplier of the same number is somebody else.
      if role.isCustomerSide || role == .revenue { note(row.auxiliaryLabel, in: &auxiliaryNames, at: auxiliary) }
    }
    if let first = row.account.start?.pointee, first == 0x36 || first == 0x37 { hasResult[Int(journal)] = true }
    lines.append(
      FECLine(
        amount: row.credit - row.debit, line: UInt32(clamping: line), journal: journal,
        number: texts.number(of: row.number), piece: texts.number(of: row.piece), account: account,
        auxiliary: auxiliary, day: row.day.number, pieceDay: row.pieceDay?.number ?? FECLine.noDay,
        label: role == .revenue ? texts.number(of: row.label) : TextPool.none,
        letter: role == .customer ? texts.number(of: row.letter) : TextPool.none,
        letterDay: row.letterDay?.number ?? FECLine.noDay))
  }

  /// A journal, account or auxiliary goes by its latest name.
  private func note(_ label: FieldSlice, in list: inout [Int32], at place: Int32) {
    let known = list[Int(place)]
    guard label.start != nil, !labels.holds(known, label) else { return }
    list[Int(place)] = labels.number(of: label)
  }

  /// The label behind a number in one of the lists of labels.
  func label(_ number: Int32) -> String? { number == TextPool.none ? nil : labels.text(number) }

  /// What a line's account is.
  func role(_ line: FECLine) -> FECAccount { roles[Int(line.account)] }

  /// Whose a line is: the auxiliary account, or the 411 account itself where it has none; nobody else's.
  func party(of line: FECLine) -> FECParty? {
    let role = role(line)
    guard role.isCustomerSide else { return nil }
    if line.auxiliary != TextPool.none { return .auxiliary(line.auxiliary) }
    return role == .customer ? .account(line.account) : nil
  }
}

/// A customer as a FEC's lines name it.
enum FECParty: Hashable {
  case auxiliary(Int32)
  case account(Int32)

  /// A number that orders parties by their first appearance.
  var order: Int64 {
    switch self {
    case .auxiliary(let number): Int64(number)
    case .account(let number): Int64(number) + 1 << 32
    }
  }
}

extension FECLines {
  /// The customer's identifier.
  func id(_ party: FECParty) -> String {
    switch party {
    case .auxiliary(let number): auxiliaries.text(number)
    case .account(let number): accounts.text(number)
    }
  }

  /// The customer's name, where a line says it.
  func name(_ party: FECParty) -> String? {
    switch party {
    case .auxiliary(let number): label(auxiliaryNames[Int(number)])
    case .account(let number): label(accountLabels[Int(number)])
    }
  }
}
