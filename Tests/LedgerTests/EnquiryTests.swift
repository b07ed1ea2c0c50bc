import Ledger
import Testing
import Units

struct EnquiryTests {
  @Test func `an enquiry waits until it is answered, or until it is looked at`() throws {
    let asked = try #require(Day(iso: "2025-03-04"))
    func enquiry(_ answered: Day?) -> Enquiry {
      Enquiry(customer: nil, asked: asked, handler: nil, answered: answered, outcome: nil)
    }
    #expect(enquiry(asked.advanced(by: 3)).waited(at: asked.advanced(by: 30)) == 3)
    #expect(enquiry(nil).waited(at: asked.advanced(by: 30)) == 30)
  }

  @Test(arguments: [
    ("commande", Enquiry.Outcome.won), ("Gagnée", .won), ("won", .won), ("perdue", .lost), ("sans réponse", .lost),
    ("Lost", .lost), ("devis refusé", .lost), ("en attente", .pending), ("pending", .pending),
  ])
  func `an outcome is understood in the words that people use`(text: String, outcome: Enquiry.Outcome) {
    #expect(Enquiry.Outcome(spoken: text) == outcome)
  }

  @Test func `other words tell no outcome`() {
    #expect(Enquiry.Outcome(spoken: "?") == nil && Enquiry.Outcome(spoken: "") == nil)
  }
}
