/// How demand moves over the year: thousandths of the usual rate, January first.
enum Season: UInt8 {
  case flat, tourism, teaching, festive
  case summerOnly, schoolOnly, christmasOnly

  static let rates: [[Int]] = [
    [960, 980, 1020, 1000, 980, 1020, 980, 900, 1040, 1040, 1040, 1040],
    [700, 760, 860, 1000, 1160, 1320, 1420, 1360, 1080, 880, 720, 740],
    [1060, 900, 1060, 880, 1040, 940, 500, 820, 1480, 1180, 1100, 760],
    [760, 860, 920, 960, 960, 940, 860, 800, 980, 1120, 1340, 1540],
    [0, 0, 0, 90, 1000, 1500, 1500, 900, 60, 0, 0, 0],
    [0, 0, 0, 0, 0, 60, 500, 1300, 1600, 900, 60, 0],
    [0, 0, 0, 0, 0, 0, 0, 60, 700, 1300, 1600, 900],
  ]

  /// The word for it in a story.
  var label: String {
    switch self {
    case .flat, .tourism, .teaching, .festive: ""
    case .summerOnly: "summer"
    case .schoolOnly: "school"
    case .christmasOnly: "christmas"
    }
  }
}
