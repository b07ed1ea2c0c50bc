import Units

/// A line of the sample company's accounts.
struct SamplePosting {
  let account: String
  let label: String
  /// A third party's own account and name.
  var party: (code: String, name: String)?
  /// Debit − credit.
  let amount: Cents
  /// Its own piece, where it is not the entry's.
  var piece: String?
  var pieceDay: Day?
  /// The letter that ties what settles each other, and the day on which that was complete.
  var letter: (text: String, day: Day)?
}

/// An entry: lines that balance.
struct SampleEntry {
  let journal: SampleJournal
  let day: Day
  let piece: String
  let label: String
  var postings: [SamplePosting]

  /// Leaves out what is nothing.
  init(_ journal: SampleJournal, _ day: Day, piece: String, label: String, _ postings: [SamplePosting]) {
    self.journal = journal
    self.day = day
    self.piece = piece
    self.label = label
    self.postings = postings.filter { $0.amount != .zero }
    precondition(postings.map(\.amount).sum == .zero, "an entry balances")
  }
}

/// The journals, in the order in which a day's entries are posted.
enum SampleJournal: Int {
  case opening, sales, till, purchases, bank, other

  var code: String { ["AN", "VE", "CA", "AC", "BQ", "OD"][rawValue] }

  var label: String {
    ["À nouveaux", "Ventes", "Caisse", "Achats", "Banque", "Opérations diverses"][rawValue]
  }
}

/// The accounts that the sample company uses.
enum SampleAccount {
  static func customer(_ code: String, _ name: String, _ amount: Cents) -> SamplePosting {
    SamplePosting(account: "411000", label: "Clients", party: (code, name), amount: amount)
  }
  static func doubtful(_ code: String, _ name: String, _ amount: Cents) -> SamplePosting {
    SamplePosting(account: "416000", label: "Clients douteux ou litigieux", party: (code, name), amount: amount)
  }
  static func supplier(_ amount: Cents) -> SamplePosting {
    SamplePosting(
      account: "401000", label: "Fournisseurs", party: ("F001", "Centrale d’achats du Rhône"), amount: amount)
  }
  static func collectedTax(_ amount: Cents) -> SamplePosting {
    SamplePosting(account: "445710", label: "TVA collectée", amount: amount)
  }
  static func paidTax(_ amount: Cents) -> SamplePosting {
    SamplePosting(account: "445660", label: "TVA déductible sur autres biens et services", amount: amount)
  }
  static func accruedTax(_ amount: Cents) -> SamplePosting {
    SamplePosting(account: "445870", label: "TVA sur factures à établir", amount: amount)
  }
  static func bank(_ amount: Cents) -> SamplePosting {
    SamplePosting(account: "512000", label: "Banque", amount: amount)
  }
  static func till(_ amount: Cents) -> SamplePosting {
    SamplePosting(account: "530000", label: "Caisse", amount: amount)
  }
  static func capital(_ amount: Cents) -> SamplePosting {
    SamplePosting(account: "101000", label: "Capital", amount: amount)
  }
  static func result(_ amount: Cents) -> SamplePosting {
    SamplePosting(account: "120000", label: "Résultat de l’exercice", amount: amount)
  }
  static func unbilled(_ amount: Cents) -> SamplePosting {
    SamplePosting(account: "418100", label: "Clients – factures à établir", amount: amount)
  }
  static func deferred(_ amount: Cents) -> SamplePosting {
    SamplePosting(account: "487000", label: "Produits constatés d’avance", amount: amount)
  }
  static func purchases(_ amount: Cents) -> SamplePosting {
    SamplePosting(account: "607000", label: "Achats de marchandises", amount: amount)
  }
  static func loss(_ amount: Cents) -> SamplePosting {
    SamplePosting(account: "654000", label: "Pertes sur créances irrécouvrables", amount: amount)
  }
  static func services(_ amount: Cents) -> SamplePosting {
    SamplePosting(account: "706000", label: "Prestations de services", amount: amount)
  }
}

/// One account 70 for each range of products.
struct SampleRevenueAccounts {
  private let numbers: [String: String]

  init(ranges: some Sequence<String>) {
    let goods = Set(ranges).subtracting(["Prestations", ""]).sorted()
    numbers = Dictionary(
      uniqueKeysWithValues: goods.enumerated().map { ($1, "707" + padded(($0 + 1) * 10, 3)) })
  }

  /// What an invoice's lines bring, account by account.
  func postings(_ lines: [SampleInvoice.Line]) -> [SamplePosting] {
    var sums: [String: Cents] = [:]
    for line in lines { sums[line.range ?? "", default: .zero] += line.amount }
    return sums.sorted { number($0.key) < number($1.key) }.map { range, amount in
      SamplePosting(account: number(range), label: label(range), amount: -amount)
    }
  }

  private func number(_ range: String) -> String {
    numbers[range] ?? (range == "Prestations" ? "706000" : "708500")
  }

  private func label(_ range: String) -> String {
    numbers[range] != nil
      ? "Ventes de marchandises – " + range
      : range == "Prestations" ? "Prestations de services" : "Ports et frais accessoires facturés"
  }
}
