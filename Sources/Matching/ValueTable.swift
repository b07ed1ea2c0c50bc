import Units

/// One value a record, each known by a number, with how many records hold it.
struct ValueTable: Sendable {
  /// The value's number by record, −1 for none.
  private(set) var values: [Int32] = []
  /// Records that hold each value.
  private(set) var counts: [Int32] = []
  private var ids: [String: Int32] = [:]
  /// The values by number.
  private(set) var texts: [String] = []

  /// Adds the next record's value; an empty one is none.
  mutating func add(_ text: String?) {
    guard let text, !text.isEmpty else {
      values.append(-1)
      return
    }
    if let known = ids[text] {
      counts[Int(known)] += 1
      values.append(known)
    } else {
      let id = Int32(texts.count)
      ids[text] = id
      texts.append(text)
      counts.append(1)
      values.append(id)
    }
  }

  /// The text of a record's value.
  func text(of record: Int) -> String? { values[record] < 0 ? nil : texts[Int(values[record])] }

  /// −ln of the chance that another customer holds a value too, by value; filled by `weigh`.
  private(set) var worth: [Double] = []

  /// Works out what values are worth, once all are there.
  /// - Parameter doubt: how many customers that are not the same hold a value nobody else was seen to hold.
  mutating func weigh(doubt: Double) {
    let size = Double(max(2, values.count))
    worth = counts.map { -naturalLogarithm(min(1, (doubt + Double(max(0, $0 - 2))) / size)) }
  }
}
