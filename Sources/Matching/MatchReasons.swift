import Units

extension DuplicateSearch {
  /// What speaks for and against a pair, heaviest first.
  func reasons(for candidate: Candidate, _ weights: MatchWeights) -> [MatchReason] {
    let comparison = candidate.comparison
    let worth = weights.weights(of: comparison)
    var found: [MatchReason] = []
    for field in Comparison.Field.allCases {
      guard let level = comparison.level(field) else { continue }
      let (named, agreement) = Self.agreement(of: field, level: level)
      let (a, b) = texts(of: field, candidate)
      found.append(MatchReason(field: named, agreement: agreement, a: a, b: b, weight: worth[field.rawValue]))
    }
    for (sign, field) in Self.namedSigns where comparison.signs.contains(sign) {
      let (a, b) = texts(of: field, candidate)
      found.append(MatchReason(field: field, agreement: .differs, a: a, b: b, weight: MatchWeights.weight(of: sign)))
    }
    // The order of equal weights is that of the fields.
    return found.enumerated().sorted {
      ($1.element.weight.magnitude, $0.offset) < ($0.element.weight.magnitude, $1.offset)
    }
    .map(\.element)
  }

  private static let namedSigns: [(Comparison.Signs, MatchField)] = [
    (.numbers, .nameNumber), (.sides, .nameSide), (.roles, .groupRole), (.legalForm, .legalForm), (.country, .country),
    (.establishment, .establishment),
  ]

  private static func agreement(of field: Comparison.Field, level: Int) -> (MatchField, MatchAgreement) {
    switch field {
    case .companyNumber: (.companyNumber, level == 0 ? .same : .differs)
    case .otherIdentifier: (.otherIdentifier, [.same, .near, .differs][level])
    case .name: (.name, [.same, .near, .contained, .close, .partly, .partly, .differs][level])
    case .street: (.street, [.same, .partly, .partly, .otherNumber, .partly, .numberOnly, .differs][level])
    case .place: (.place, [.same, .same, .partly, .near, .differs][level])
    case .phone: (.phone, level == 0 ? .same : .differs)
    case .email: (.email, [.same, .sameDomain, .differs][level])
    }
  }

  private func texts(of field: Comparison.Field, _ candidate: Candidate) -> (String, String) {
    let (a, b) = (prepared.records[Int(candidate.a)], prepared.records[Int(candidate.b)])
    func both(_ text: (CustomerRecord) -> String) -> (String, String) { (text(a), text(b)) }
    return switch field {
    case .companyNumber: both { $0.siren ?? $0.siret ?? $0.vat ?? "" }
    case .otherIdentifier: both { $0.otherIdentifier ?? "" }
    case .name: names(of: candidate)
    case .street: both { $0.addressLines.filter { !$0.isEmpty }.joined(separator: ", ") }
    case .place: both { [$0.postcode, $0.city].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ") }
    case .phone: both { $0.phone ?? "" }
    case .email: both { $0.email ?? "" }
    }
  }

  private func texts(of field: MatchField, _ candidate: Candidate) -> (String, String) {
    let (a, b) = (prepared.records[Int(candidate.a)], prepared.records[Int(candidate.b)])
    switch field {
    case .country: return (a.country ?? "", b.country ?? "")
    case .establishment: return (a.siret ?? "", b.siret ?? "")
    default: return names(of: candidate)
    }
  }

  /// The two names that were found likest.
  private func names(of candidate: Candidate) -> (String, String) {
    let (first, second) = candidate.comparison.names
    return (prepared.writtenName(Int(first)), prepared.writtenName(Int(second)))
  }
}
