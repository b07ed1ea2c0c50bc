import Units

/// Minutes that one customer gives up for another of the same salesperson.
///
/// What all moves bring sums to what the plan brings, as far as customers give up or get time.
public struct CallMove: Hashable, Sendable {
  /// A place among the plan's sellers.
  public let seller: Int
  /// Whose minutes they were, a place in the customer file; nothing for minutes that nobody had.
  public let donor: Int?
  /// Who gets them, a place in the customer file; nothing where the salesperson has no such minutes.
  public let receiver: Int?
  /// How many.
  public let minutes: Int
  /// What both bring beyond today with the share of their change that these minutes are.
  public let gain: Cents

  /// What tells moves of one gain apart.
  var order: (Int, Int, Int) { (seller, donor ?? -1, receiver ?? -1) }

  /// The moves of one salesperson's plan: who gives most meets who gets most, so that there are few.
  ///
  /// O(n log n).
  static func all(_ rows: [CallPlan.Row]) -> [CallMove] {
    guard let seller = rows.first?.account.seller else { return [] }
    var givers = Side.all(rows.filter { $0.change < 0 })
    var getters = Side.all(rows.filter { $0.change > 0 })
    let balance = getters.reduce(0) { $0 + $1.minutes } - givers.reduce(0) { $0 + $1.minutes }
    if balance > 0 { givers.append(Side(customer: nil, minutes: balance, gain: .zero)) }
    if balance < 0 { getters.append(Side(customer: nil, minutes: -balance, gain: .zero)) }
    var moves: [CallMove] = []
    var (giver, getter) = (0, 0)
    while giver < givers.count, getter < getters.count {
      let minutes = min(givers[giver].minutes, getters[getter].minutes)
      let gain = givers[giver].take(minutes) + getters[getter].take(minutes)
      moves.append(
        CallMove(
          seller: seller, donor: givers[giver].customer, receiver: getters[getter].customer, minutes: minutes,
          gain: gain))
      if givers[giver].minutes == 0 { giver += 1 }
      if getters[getter].minutes == 0 { getter += 1 }
    }
    return moves
  }

  /// Who gives or gets minutes, and what that brings in all.
  private struct Side {
    let customer: Int?
    var minutes: Int
    var gain: Cents

    /// Those with most minutes first, then in the order of the customer file.
    static func all(_ rows: [CallPlan.Row]) -> [Side] {
      let sides = rows.map { row in
        Side(customer: row.customer, minutes: abs(row.change), gain: row.gain ?? .zero)
      }
      return sides.sorted { left, right in
        left.minutes == right.minutes ? (left.customer ?? 0) < (right.customer ?? 0) : left.minutes > right.minutes
      }
    }

    /// Takes minutes off, with their part of the gain; the last take what is left, so that parts sum to it.
    mutating func take(_ taken: Int) -> Cents {
      let part = gain.times(Int64(taken), over: Int64(minutes))
      minutes -= taken
      gain = gain - part
      return part
    }
  }
}
