/// An exact rate, share or factor with six decimals: 0.08 is eight percent.
public struct Rate: Hashable, Comparable, Sendable {
  /// The rate in millionths.
  public let millionths: Int64

  /// Makes a rate from millionths.
  public init(millionths: Int64) { self.millionths = millionths }

  /// Makes a rate from whole percents.
  public init(percent: Int64) { millionths = percent * 10_000 }

  /// The rate as a number; 1 is the whole.
  public var value: Double { Double(millionths) / 1_000_000 }

  /// Whether one rate is less than another.
  public static func < (left: Rate, right: Rate) -> Bool { left.millionths < right.millionths }
}

extension Cents {
  /// The amount at a rate, rounded half away from zero to the cent.
  public func at(_ rate: Rate) -> Cents { times(rate.millionths, over: 1_000_000) }
}
