/// Somebody of the sample company.
struct Staff {
  let code: String
  let name: String
  let role: Role
  /// Paid hours a month, in hundredths.
  let hours: Int
  /// A place in `Place.regions`, or nothing.
  let region: Int?

  /// What the person does.
  enum Role: String, CaseIterable {
    case sales = "Commercial"
    case desk = "Administration des ventes"
    case driver = "Livreur"
    case accounts = "Comptabilité clients"

    /// The full cost of a paid hour, in cents.
    var costPerHour: Int {
      switch self {
      case .sales: 4900
      case .desk: 3200
      case .driver: 3600
      case .accounts: 3250
      }
    }

    var letter: String {
      switch self {
      case .sales: "V"
      case .desk: "A"
      case .driver: "L"
      case .accounts: "K"
      }
    }
  }

  /// The minutes a month that can be given to customers: four fifths of the paid ones.
  var capacity: Int { hours * 60 * 4 / 500 }

  static let fullTime = 15_167
}

/// The people, as many as the work needs.
struct Team {
  let people: [Staff]
  /// The people of each role.
  let pools: [Staff.Role: Range<Int>]

  /// A team for so many minutes of work a month in each role, busy to about three quarters of its capacity with it.
  init(minutes: [Staff.Role: Int]) {
    let regions = Place.regions.count
    var people: [Staff] = []
    var pools: [Staff.Role: Range<Int>] = [:]
    for role in Staff.Role.allCases {
      let need = max(60, minutes[role, default: 0]) * 100 / 74
      let full = Staff.fullTime * 60 * 4 / 500
      let nearest = (need * 2 + full) / (2 * full)
      // A small team works part time rather than sit idle, or have one less who cannot do it all.
      let count = max(1, nearest < 3 && nearest * full < need ? nearest + 1 : nearest)
      let hours = count > 3 ? Staff.fullTime : min(Staff.fullTime, need * 500 / (60 * 4 * count))
      let first = people.count
      for place in 0..<count {
        people.append(
          Staff(
            code: role.letter + (place < 9 ? "0" : "") + String(place + 1), name: CompanyNames.person(people.count),
            role: role, hours: hours,
            region: role == .sales && count >= regions ? place * regions / count : nil))
      }
      pools[role] = first..<people.count
    }
    self.people = people
    self.pools = pools
  }

  /// The person of a role who looks after a customer.
  func person(_ role: Staff.Role, for number: Int) -> Int {
    guard let pool = pools[role] else { preconditionFailure("every role has somebody") }
    return pool.lowerBound + number % pool.count
  }
}
