import SourceFiles
import Units

/// The accounting exports of the sample company: one a year, each written in another of the ways in which they come.
struct SampleFEC {
  let siren: String
  let books: SampleBooks

  /// A year's file.
  struct File {
    let name: String
    let bytes: [UInt8]
  }

  /// How a year is written.
  private struct Form {
    var separator: Character = "\t"
    var isLatin = false
  }

  private static let forms = [Form(isLatin: true), Form(separator: "|"), Form()]

  /// The files, the oldest first.
  var files: [File] {
    var balance = Balance()
    var files: [File] = []
    let years = books.days.lowerBound.month.year...books.days.upperBound.month.year
    for (place, year) in years.enumerated() {
      let months = Month(year: year, month: 1)...Month(year: year, month: 12)
      let days =
        max(
          months.lowerBound.firstDay, books.days.lowerBound)...min(
          months.upperBound.lastDay, books.days.upperBound)
      let entries = books.entries.filter { days.contains($0.day) }
      let opening = place == 0 ? Self.founding(on: days.lowerBound) : balance.opening(on: days.lowerBound)
      let all = [opening] + entries
      balance = Balance()
      for entry in all { balance.add(entry, until: days.upperBound) }
      files.append(
        File(
          name: "\(siren)FEC\(days.upperBound.compact).txt",
          bytes: Self.text(of: all, until: days.upperBound, in: Self.forms[min(place, Self.forms.count - 1)])))
    }
    return files
  }

  private static func founding(on day: Day) -> SampleEntry {
    SampleEntry(
      .opening, day, piece: "AN", label: "Soldes d’ouverture",
      [SampleAccount.bank(Cents(15_000_000)), SampleAccount.capital(Cents(-15_000_000))])
  }

  private static let header = [
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
    "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise",
    "Idevise",
  ]

  private static func text(of entries: [SampleEntry], until last: Day, in form: Form) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ fields: [String]) {
      bytes += encoded(fields.joined(separator: String(form.separator)) + "\r\n", isLatin: form.isLatin)
    }
    add(header)
    for (number, entry) in entries.enumerated() {
      for posting in entry.postings {
        // What is paid next year is not lettered yet.
        let letter = posting.letter.flatMap { $0.day <= last ? $0 : nil }
        add([
          entry.journal.code, entry.journal.label, String(number + 1), entry.day.compact, posting.account,
          posting.label, posting.party?.code ?? "", posting.party?.name ?? "", posting.piece ?? entry.piece,
          (posting.pieceDay ?? entry.day).compact, entry.label, amount(max(posting.amount, .zero)),
          amount(max(-posting.amount, .zero)), letter?.text ?? "", letter?.day.compact ?? "",
          entry.day.month.lastDay.compact, "", "",
        ])
      }
    }
    return bytes
  }

  private static func amount(_ cents: Cents) -> String {
    String(cents.value / 100) + "," + padded(Int(cents.value % 100), 2)
  }

  /// UTF-8, or windows-1252.
  private static func encoded(_ text: String, isLatin: Bool) -> [UInt8] {
    guard isLatin else { return Array(text.utf8) }
    let others: [UnicodeScalar: UInt8] = ["œ": 0x9C, "Œ": 0x8C, "’": 0x92, "–": 0x96]
    return text.unicodeScalars.map { others[$0] ?? ($0.value < 0x100 ? UInt8($0.value) : UInt8(ascii: "?")) }
  }
}

/// What a year leaves to the next.
private struct Balance {
  private struct Key: Hashable {
    let account: String
    let party: String
  }

  private var sums: [Key: SamplePosting] = [:]
  /// Customers' lines that nothing settled yet, each brought forward by itself.
  private var open: [SamplePosting] = []
  private var result = Cents.zero

  mutating func add(_ entry: SampleEntry, until last: Day) {
    for var posting in entry.postings {
      if posting.account.hasPrefix("411") {
        guard posting.letter.map({ $0.day > last }) ?? true else { continue }
        posting.piece = posting.piece ?? entry.piece
        posting.pieceDay = posting.pieceDay ?? entry.day
        open.append(posting)
      } else if posting.account.hasPrefix("6") || posting.account.hasPrefix("7") {
        result += posting.amount
      } else {
        let key = Key(account: posting.account, party: posting.party?.code ?? "")
        sums[key] = SamplePosting(
          account: posting.account, label: posting.label, party: posting.party,
          amount: (sums[key]?.amount ?? .zero) + posting.amount)
      }
    }
  }

  func opening(on day: Day) -> SampleEntry {
    let rest = sums.sorted { ($0.key.account, $0.key.party) < ($1.key.account, $1.key.party) }.map(\.value)
    return SampleEntry(
      .opening, day, piece: "AN", label: "Soldes d’ouverture", rest + [SampleAccount.result(result)] + open)
  }
}
