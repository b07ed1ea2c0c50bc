import Units

/// Somebody asked for something before ever buying: a row of an `enquiries` file.
public struct Enquiry: Hashable, Sendable {
  /// What became of it.
  public enum Outcome: String, CaseIterable, Sendable {
    /// It led to an order.
    case won
    /// It came to nothing.
    case lost
    /// It is still open.
    case pending

    /// The outcome that a file speaks of, in the words that people use; nothing for others.
    public init?(spoken text: String) {
      let word = text.lowercased()
      func holds(_ parts: String...) -> Bool { parts.contains { word.contains($0) } }
      if holds("perdu", "lost", "sans réponse", "no answer", "unanswered", "refus", "declined", "sans suite", "abandon")
      {
        self = .lost
      } else if holds("commande", "gagn", "won", "order", "sign", "client") {
        self = .won
      } else if holds("attente", "en cours", "pending", "open", "ouvert", "waiting") {
        self = .pending
      } else {
        return nil
      }
    }
  }

  /// The customer it is of, by place, where the one who asked is a customer now.
  public let customer: Int?
  /// The day it came.
  public let asked: Day
  /// Who dealt with it, a place in `Books.people`; nothing when unknown.
  public let handler: Int?
  /// The day it was answered; nothing when it was not.
  public let answered: Day?
  /// What became of it; nothing when the file does not say.
  public let outcome: Outcome?

  /// Makes an enquiry.
  public init(customer: Int?, asked: Day, handler: Int?, answered: Day?, outcome: Outcome?) {
    self.customer = customer
    self.asked = asked
    self.handler = handler
    self.answered = answered
    self.outcome = outcome
  }

  /// Days until it was answered, or until a day for one that was not.
  public func waited(at day: Day) -> Int { asked.distance(to: answered ?? day) }
}
