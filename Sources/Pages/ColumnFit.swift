/// Which columns find room side by side, and how wide each is.
struct ColumnFit: Sendable {
  /// A column that fits.
  struct Fitted: Sendable {
    let column: ReportColumn
    /// The column's place in the rows.
    let place: Int
    /// The cells it takes.
    var width: Int
  }

  /// The columns that fit, in order.
  let columns: [Fitted]
  /// The columns for which there is no room.
  let dropped: [ReportColumn]

  /// Fits columns into a width: optional ones go first, the least needed before, then texts shrink.
  /// - Parameters:
  ///   - without: the places of columns that are not wanted.
  ///   - width: in cells, two between columns; nothing is as wide as needed.
  init(_ columns: [ReportColumn], rows: [[ReportCell]], without: Set<Int> = [], voice: Voice, width: Int?) {
    let wanted = columns.enumerated().filter { $0.element.place != .hidden && !without.contains($0.offset) }
    let all = wanted.map { place, column in
      let cells = rows.map { displayWidth(voice.plain($0[place], under: column)) }
      let least = max(ColumnFit.width(ofHeader: voice.header(of: column)), cells.max() ?? 0)
      return Fitted(column: column, place: place, width: least)
    }
    guard let width else {
      self.columns = all
      dropped = []
      return
    }
    var kept = all
    var dropped: [ReportColumn] = []
    func total() -> Int { kept.reduce(-2) { $0 + $1.width + 2 } }
    // Names give way before a column does, as long as they stay readable.
    func shrink(to least: Int) {
      while total() > width,
        let longest = kept.indices.filter({ kept[$0].column.kind == .text && kept[$0].width > least })
          .max(by: { kept[$0].width < kept[$1].width })
      {
        kept[longest].width -= 1
      }
    }
    shrink(to: 24)
    while total() > width, let last = ColumnFit.leastNeeded(kept) {
      dropped.insert(kept.remove(at: last).column, at: 0)
    }
    shrink(to: 6)
    while total() > width, kept.count > 1 { dropped.insert(kept.removeLast().column, at: 0) }
    self.columns = kept
    self.dropped = dropped
  }

  /// The least width at which a header takes three lines at most, or two where that costs little more.
  static func width(ofHeader header: String) -> Int {
    let full = displayWidth(header)
    let longest = header.split(separator: " ").map(displayWidth).max() ?? 0
    let widths = Array(longest...max(full, longest))
    let two = widths.first { wrapped(header, to: $0).count <= 2 } ?? full
    let three = widths.first { wrapped(header, to: $0).count <= 3 } ?? full
    return two - three > 3 ? three : two
  }

  private static func leastNeeded(_ kept: [Fitted]) -> Int? {
    func need(_ place: Int) -> Int {
      if case .optional(let rank) = kept[place].column.place { rank } else { -1 }
    }
    guard let last = kept.indices.max(by: { (need($0), $0) < (need($1), $1) }), need(last) >= 0 else { return nil }
    return last
  }
}
