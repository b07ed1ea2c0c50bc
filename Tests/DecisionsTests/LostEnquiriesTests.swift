import Decisions
import Ledger
import Testing
import Units

struct LostEnquiriesTests {
  private let enquiries = [
    Enquiry(customer: nil, asked: "2025-03-03", handler: 0, answered: "2025-03-04", outcome: .won),
    Enquiry(customer: nil, asked: "2025-03-03", handler: 0, answered: "2025-03-08", outcome: .lost),
    Enquiry(customer: nil, asked: "2025-03-03", handler: 1, answered: "2025-03-09", outcome: .lost),
    Enquiry(customer: nil, asked: "2025-03-03", handler: 1, answered: nil, outcome: .lost),
    Enquiry(customer: nil, asked: "2025-03-28", handler: nil, answered: nil, outcome: .pending),
    Enquiry(customer: nil, asked: "2025-03-20", handler: nil, answered: "2025-04-02", outcome: nil),
    Enquiry(customer: nil, asked: "2025-04-01", handler: 0, answered: nil, outcome: nil),
  ]

  @Test func `enquiries are counted by who dealt with them and by how long the answer took`() {
    let lost = LostEnquiries(enquiries, asOf: "2025-03", policy: Policy())
    #expect(lost.all.enquiries == 6 && lost.all.won == 1 && lost.all.lost == 3)
    #expect(lost.handlers.map(\.person) == [0, 1, nil] && lost.handlers.map(\.medianDays) == [1, 6, nil])
    #expect(lost.handlers.map(\.sums.lostShare) == [Share(1, of: 2), Share(2, of: 2), nil])
    #expect(lost.waits.map(\.wait) == LostEnquiries.Wait.allCases)
    // Asked on the 20th and answered in April: at the end of March, never. Asked on the 28th: still in time.
    #expect(lost.waits.map(\.sums.enquiries) == [1, 1, 1, 2])
    #expect(lost.all.late == 3 && lost.all.unanswered == 2)
  }

  @Test func `the sums of the handlers are those of all`() {
    let lost = LostEnquiries(enquiries, asOf: "2025-12", policy: Policy())
    #expect(lost.handlers.reduce(0) { $0 + $1.sums.enquiries } == lost.all.enquiries && lost.all.enquiries == 7)
    #expect(lost.handlers.reduce(0) { $0 + $1.sums.late } == lost.all.late)
  }
}
