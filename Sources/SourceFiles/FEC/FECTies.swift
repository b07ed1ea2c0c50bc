/// A line, or a part of one, and whose it is.
struct FECTied {
  /// Whose.
  enum Whose {
    case customer(FECParty, FECTie)
    case accrual(FECParty?)
    case nobody(FECReason)
  }

  /// The line's place.
  let place: UInt32
  /// Credit − debit of the part.
  let amount: Int64
  let whose: Whose
}

/// Ties the lines of one sort (sales, or losses) to the customers of their entry; what nothing ties stays nobody's.
///
/// The rules, one after the other, are those of docs/methods/accounting-export.md, "Whose a sale is".
struct FECTies {
  private let book: FECLines
  private let subject: FECAccount
  /// Everything tied so far.
  private(set) var found: [FECTied] = []
  private var sharing = FECSharing()

  /// Ties lines whose account is `subject`.
  init(_ book: FECLines, subject: FECAccount) {
    self.book = book
    self.subject = subject
  }

  private enum Step: Int { case pieces, blocks, amounts }

  /// Ties an entry's lines.
  mutating func add(_ places: ArraySlice<UInt32>, accounts: FECAccounts, isBalanced: Bool) {
    guard accounts.contains(FECAccounts(subject)) else { return }
    guard isBalanced else { return keep(places, .nobody(.unbalancedEntry)) }
    if subject == .revenue, accounts.isDisjoint(with: .invoiced), accounts.isDisjoint(with: .takings),
      !accounts.isDisjoint(with: .postponed)
    {
      let parties = parties(of: places)
      return keep(places, .accrual(parties.count == 1 ? parties[0] : nil))
    }
    resolve(places, tie: .entry, from: .pieces)
  }

  private mutating func keep(_ places: some Sequence<UInt32>, _ whose: FECTied.Whose) {
    for place in places where isSubject(place) {
      found.append(FECTied(place: place, amount: book.lines[Int(place)].amount, whose: whose))
    }
  }

  private func isSubject(_ place: UInt32) -> Bool { role(place) == subject }
  private func role(_ place: UInt32) -> FECAccount { book.role(book.lines[Int(place)]) }
  private func amount(_ place: UInt32) -> Int64 { book.lines[Int(place)].amount }
  private func sum(_ places: some Sequence<UInt32>) -> Int64 { places.reduce(0) { $0 + amount($1) } }

  /// The customers of some lines in order of appearance: those of advances only where there is no other.
  private func parties(of places: some Sequence<UInt32>) -> [FECParty] {
    var (parties, advanced): ([FECParty], [FECParty]) = ([], [])
    var seen: Set<FECParty> = []
    for place in places {
      let line = book.lines[Int(place)]
      guard let party = book.party(of: line) else { continue }
      if book.role(line) == .advance {
        if !advanced.contains(party) { advanced.append(party) }
      } else if parties.last != party, seen.insert(party).inserted {
        parties.append(party)
      }
    }
    return parties.isEmpty ? advanced : parties
  }

  /// Takings pay for sales, or for what was lost, beside the customers; in a loss they are the customer's own payment.
  private func isTakings(_ place: UInt32) -> Bool { subject != .loss && role(place) == .takings }

  private mutating func resolve(_ places: some Collection<UInt32>, tie: FECTie, from step: Step) {
    let parties = parties(of: places)
    let hasTakings = places.contains(where: isTakings)
    if parties.isEmpty {
      let reason = reason(places, hasTakings)
      for place in places where isSubject(place) {
        let own = book.lines[Int(place)].auxiliary
        keep(
          CollectionOfOne(place), own == TextPool.none ? .nobody(reason) : .customer(.auxiliary(own), .line))
      }
    } else if parties.count == 1, !hasTakings || isSettledWithin(places, parties) {
      keep(places, .customer(parties[0], tie))
    } else {
      share(Array(places), parties, from: step)
    }
  }

  private func reason(_ places: some Sequence<UInt32>, _ hasTakings: Bool) -> FECReason {
    if hasTakings { return .retail }
    if places.contains(where: { role($0) == .otherParty }) { return .otherThirdParty }
    return places.allSatisfy(isSubject) ? .reclassified : .noCustomer
  }

  /// Whether what the customers were charged is all that the entry charges: money in it then settles that.
  private func isSettledWithin(_ places: some Sequence<UInt32>, _ parties: [FECParty]) -> Bool {
    let wanted = Set(parties)
    var (charged, credited, rest) = (Int64(0), Int64(0), Int64(0))
    for place in places {
      let line = book.lines[Int(place)]
      if let party = book.party(of: line), wanted.contains(party) {
        if line.amount < 0 { charged -= line.amount } else { credited += line.amount }
      } else if !isTakings(place) {
        rest += line.amount
      }
    }
    return rest > 0 ? charged == rest : rest < 0 && credited == -rest
  }

  private mutating func share(_ places: [UInt32], _ parties: [FECParty], from step: Step) {
    if step == .pieces, let parts = pieces(places) {
      for part in parts { resolve(part, tie: .piece, from: .blocks) }
      return
    }
    if step.rawValue <= Step.blocks.rawValue, let parts = blocks(places) {
      for part in parts { resolve(part, tie: .block, from: .amounts) }
      return
    }
    let claims = claims(places, parties)
    if let owners = byPiece(places, claims) {
      for (place, owner) in owners { keep(CollectionOfOne(place), whose(claims.payers[owner], .piece)) }
      return
    }
    if let shares = sharing.shares(of: claims.items, among: claims.targets) {
      for share in shares.parts {
        found.append(
          FECTied(
            place: claims.places[share.item], amount: share.amount, whose: whose(claims.payers[share.payer], shares.tie)
          ))
      }
      return
    }
    keep(places, .nobody(.severalCustomers))
  }

  private func whose(_ payer: FECParty?, _ tie: FECTie) -> FECTied.Whose {
    payer.map { .customer($0, tie) } ?? .nobody(.retail)
  }
}

// MARK: - Parts of an entry

extension FECTies {
  /// The parts that balance within a piece and have somebody who pays, and what is left; nothing when there are none.
  private func pieces(_ places: [UInt32]) -> [[UInt32]]? {
    var byPiece: [Int32: [UInt32]] = [:]
    for place in places { byPiece[book.lines[Int(place)].piece, default: []].append(place) }
    guard byPiece.count > 1 else { return nil }
    var (parts, rest): ([[UInt32]], [UInt32]) = ([], [])
    for (piece, part) in byPiece.sorted(by: { $0.key < $1.key }) {
      if piece != TextPool.none, sum(part) == 0, hasPayer(part) { parts.append(part) } else { rest += part }
    }
    guard !parts.isEmpty else { return nil }
    return rest.isEmpty ? parts : parts + [rest.sorted()]
  }

  /// The entry cut wherever its lines so far balance; nothing when that is at its end only.
  private func blocks(_ places: [UInt32]) -> [[UInt32]]? {
    var parts: [[UInt32]] = []
    var (part, sum): ([UInt32], Int64) = ([], 0)
    var (hasSubject, hasPayer) = (false, false)
    for place in places {
      part.append(place)
      sum += amount(place)
      hasSubject = hasSubject || isSubject(place)
      hasPayer = hasPayer || isPayer(place)
      if sum == 0, hasPayer || !hasSubject {
        parts.append(part)
        (part, hasSubject, hasPayer) = ([], false, false)
      }
    }
    if !part.isEmpty {
      guard !parts.isEmpty else { return nil }
      parts[parts.count - 1] += part
    }
    return parts.count > 1 ? parts : nil
  }

  private func hasPayer(_ places: [UInt32]) -> Bool {
    !places.contains(where: isSubject) || places.contains(where: isPayer)
  }

  private func isPayer(_ place: UInt32) -> Bool {
    isTakings(place) || book.party(of: book.lines[Int(place)]) != nil
  }

  /// What there is to share and who is to share it.
  private struct Claims {
    /// The customers, then takings as nothing.
    var payers: [FECParty?] = []
    /// What each is charged.
    var targets: [Int64] = []
    /// The lines to share.
    var places: [UInt32] = []
    var items: [FECSharing.Item] = []
    /// Which payer a line is of, by place.
    var owners: [UInt32: Int] = [:]
  }

  private func claims(_ places: [UInt32], _ parties: [FECParty]) -> Claims {
    var claims = Claims()
    claims.payers = parties
    let isSettled = isSettledWithin(places, parties)
    if !isSettled, places.contains(where: isTakings) { claims.payers.append(nil) }
    claims.targets = Array(repeating: 0, count: claims.payers.count)
    let index = Dictionary(uniqueKeysWithValues: parties.enumerated().map { ($1, $0) })
    // Within a settled entry only the side that charges counts.
    let charges = isSettled ? places.reduce(Int64(0)) { $0 + (isSubject($1) ? amount($1) : 0) } : 0
    for place in places {
      let line = book.lines[Int(place)]
      let payer = book.party(of: line).flatMap { index[$0] } ?? (isTakings(place) ? claims.payers.count - 1 : nil)
      guard let payer else {
        claims.places.append(place)
        claims.items.append(FECSharing.Item(amount: line.amount, account: line.account, role: sharedRole(line)))
        continue
      }
      if isSettled {
        if isTakings(place) || (charges > 0) == (line.amount > 0) { continue }
      }
      claims.owners[place] = payer
      claims.targets[payer] -= line.amount
    }
    return claims
  }

  private func sharedRole(_ line: FECLine) -> FECSharing.Role {
    let role = book.role(line)
    return role == subject ? .shared : role == .vat ? .vat : .other
  }

  /// The payer of each line to tie, where its piece is that of one payer's lines only and what it comes to is plausible.
  private func byPiece(_ places: [UInt32], _ claims: Claims) -> [(UInt32, Int)]? {
    var owners: [Int32: Int] = [:]
    for (place, payer) in claims.owners {
      let piece = book.lines[Int(place)].piece
      guard piece != TextPool.none else { continue }
      if let other = owners[piece], other != payer { owners[piece] = -1 } else { owners[piece] = payer }
    }
    var sums = [Int64](repeating: 0, count: claims.payers.count)
    var found: [(UInt32, Int)] = []
    for place in places where isSubject(place) {
      guard let owner = owners[book.lines[Int(place)].piece], owner >= 0 else { return nil }
      sums[owner] += amount(place)
      found.append((place, owner))
    }
    for (sum, target) in zip(sums, claims.targets) {
      guard sum == 0 || ((sum > 0) == (target > 0) && sum.magnitude <= target.magnitude) else { return nil }
    }
    return found
  }
}
