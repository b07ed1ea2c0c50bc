import Units

/// Contracts and tenders with a date on which they are put into question.
enum Tender {
  /// The renewal date of a customer's tender: every fourth one three months after the data end, the others later.
  static func renewal(_ number: Int, _ plan: Plan) -> Day {
    let before = plan.members[number].occurrence
    let end = plan.timetable.first.advanced(by: plan.timetable.months - 1)
    return end.advanced(by: before % 4 == 0 ? 3 : 5 + before * 4 % 17).lastDay
  }
}
