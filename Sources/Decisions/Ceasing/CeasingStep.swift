import Ledger
import Units

/// Whether the next step of a case may be taken: one rule for the browser and the command line.
extension CeasingFile {
  /// What a person has to confirm before a step; empty where nothing stands against it.
  /// - Parameter day: the day of the step.
  public func confirmations(before state: CeasingCase.State, on day: Day) -> [CeasingConfirmation] {
    switch state {
    case .sent: (lastOffer == .none ? [.withoutOffer] : []) + (shortNotice.map { [$0] } ?? [])
    case .ended: day < lastDayOfNotice ? [.agreedEarlier(lastDay: lastDayOfNotice)] : []
    case .prepared, .decided, .acknowledged, .withdrawn: []
    }
  }

  private var shortNotice: CeasingConfirmation? {
    isShort ? end.map { .shortNotice(lastDay: $0, proposed: notice.earliestEnd) } : nil
  }

  /// The day before which the end is not noted: that of the notice, or a later one that the letter names; where no notice is
  /// owed, at once unless a contract runs.
  private var lastDayOfNotice: Day {
    if case .none = notice.proposal { return notice.earliestEnd }
    return max(notice.earliestEnd, end ?? notice.earliestEnd)
  }

  /// Checks a step.
  /// - Parameters:
  ///   - known: the customer's case, as it is.
  ///   - isConfirmed: whether a person confirmed what is asked.
  /// - Returns: the note to keep with the step: what had to be confirmed, then the person's own words.
  /// - Throws: `CeasingFault` for a step that cannot be taken; what does not follow is told before what has to be confirmed.
  public func note(
    for state: CeasingCase.State, on day: Day, today: Day, of known: CeasingCase?, words: String, in language: Language,
    isConfirmed: (CeasingConfirmation) -> Bool
  ) throws(CeasingFault) -> String {
    guard day <= today else { throw .inFuture(day) }
    guard let known else { throw .noCase(id) }
    if let refusal = known.refusal(of: state, on: day) { throw refusal }
    let asked = confirmations(before: state, on: day)
    for one in asked where !isConfirmed(one) { throw .unconfirmed(one) }
    return (asked.map { $0.word(in: language) } + (words.isEmpty ? [] : [words])).joined(separator: ". ")
  }
}
