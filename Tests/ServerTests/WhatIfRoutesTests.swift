import Decisions
import Desk
import Foundation
import Ledger
import Testing
import Units

@testable import Server

@Suite(.serialized) struct WhatIfRoutesTests {
  private static let sales =
    "invoice,date,customer,customerName,amount,cost\n"
    + (1...24).map { month in
      let date = "\(2024 + (month - 1) / 12)-\(String((month - 1) % 12 + 101).suffix(2))-05"
      return
        "F\(month)a,\(date),C1,Boulangerie <b>Dupont,1000.00,700.00\nF\(month)b,\(date),C2,Garage Martin,100.00,90.00\n"
    }.joined()

  private func serving(_ body: (TestServer, Browser) async throws -> Void) async throws {
    let server = try await TestServer(uploadLimit: 64 << 20, sales: Self.sales)
    do { try await body(server, Browser(server)) } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test func `a step is added by a form, its effect told, the scenario kept as a draft and given up`() async throws {
    try await serving { server, browser in
      _ = try await browser.page("/whatif", holding: "Try a step")
      let added = try await browser.get("/whatif?who=boulangerie&kind=reprice&amount=5")
      #expect(added.status == 303 && added.place == "/whatif?step=reprice%3A5%25%40C1")
      let page = try await browser.page(added.place, holding: "from 3.72")
      #expect(page.body.contains("Boulangerie &lt;b&gt;Dupont") && !page.body.contains("<b>Dupont"))
      #expect(page.body.contains("+600"))
      let kept = try await browser.post(
        "/whatif", "token=\(page.token)&do=keep&name=Hausse&step=reprice%3A5%25%40C1")
      #expect(kept.status == 303)
      let drafts = try server.workspace.drafts()
      #expect(drafts.map(\.draft.name) == ["Hausse"] && drafts.first?.draft.expected == Cents(60_000))
      #expect(try await browser.get("/whatif").body.contains("1\u{A0}draft of a plan kept"))
      #expect(try await browser.post("/whatif", "token=\(page.token)&do=drop&draft=1").status == 303)
      #expect(try server.workspace.drafts().first?.dropped != nil)
    }
  }

  @Test func `two scenarios are compared by the form, and what has to be written beforehand is told`() async throws {
    try await serving { server, browser in
      _ = try await browser.page("/whatif", holding: "Try a step")
      let one = try await browser.get("/whatif?who=C1&kind=reprice&amount=5")
      let page = try await browser.page(one.place, holding: "Compare with another scenario")
      // A rise that may be asked of anybody needs no letter.
      #expect(!page.body.contains("Write before you do it"))
      let steep = try await browser.get(
        "/whatif?who=C2&kind=drop&amount=&into=other&step=reprice%3A5%25%40C1&other=reprice%3A5%25%40C1")
      #expect(steep.status == 303)
      let both = try await browser.page(steep.place, holding: "The other scenario")
      // 120 of margin leave with C2 in the other one, nothing stays to be paid.
      #expect(both.body.contains("This scenario is worth 120"))
      let ended = try await browser.page(
        "/whatif?step=drop%40C2&step=reprice%3A6%25%40C1", holding: "Write before you do it")
      #expect(ended.body.contains("1\u{A0}end and 1\u{A0}rise beyond 5%") && ended.body.contains("L442-1"))
    }
  }

  @Test func `what cannot be tried is said beside what was typed, and forms need their token`() async throws {
    try await serving { server, browser in
      _ = try await browser.page("/whatif", holding: "Try a step")
      let wrong = try await browser.get("/whatif?who=C1&kind=lose&amount=150")
      #expect(
        wrong.status == 422 && wrong.body.contains("A chance goes from 0 to 100")
          && wrong.body.contains("value=\"150\""))
      #expect(try await browser.get("/whatif?who=nobody&kind=drop").status == 422)
      // In the form's words, not in those of a line that a script writes.
      for (asked, said) in [
        ("who=&group=&kind=drop&amount=", "Name a customer, or choose a group."),
        ("who=C1&kind=reprice&amount=", "Write how much"), ("who=C1&kind=reprice&amount=abc", "“abc” is no number"),
      ] {
        let refused = try await browser.get("/whatif?" + asked)
        #expect(refused.status == 422 && refused.body.contains(said) && !refused.body.contains("reprice:4.5%"))
      }
      // Under the field at fault.
      for (asked, field) in [
        ("who=C1&kind=reprice&amount=abc", "amount"), ("who=C1&kind=lose&amount=150", "amount"),
        ("who=C1&kind=reprice&amount=5&elasticity=x", "elasticity"),
        ("who=C1&kind=reprice&amount=5&elasticity=999", "elasticity"), ("who=nobody&kind=drop", "who"),
        ("who=&group=&kind=drop", "who"),
      ] {
        let refused = try await browser.get("/whatif?" + asked).body
        let wrong = try #require(refused.split(separator: "aria-invalid").first?.split(separator: "<input").last)
        #expect(refused.ranges(of: "aria-invalid").count == 1 && wrong.contains("name=\"\(field)\""), "\(asked)")
      }
      #expect(try await browser.get("/whatif?step=drop%40C9").status == 422)
      #expect(try await browser.get("/whatif?step=nonsense").status == 422)
      #expect(try await browser.post("/whatif", "do=keep&step=drop%40C1").status == 403)
      #expect(try await browser.get("/api/v1/whatif?steps=nonsense").status == 422)
      let answer = try await browser.get("/api/v1/whatif?steps=reprice%3A5%25%40C1&against=drop%40C2")
      #expect(answer.status == 200 && answer.body.contains("\"operatingMarginCents\": 60000"))
      #expect(try server.workspace.drafts().isEmpty)
    }
  }

  @Test func `a person decides otherwise in the browser, with a reason and an end, and takes it back`() async throws {
    try await serving { server, browser in
      let page = try await browser.page("/customers/C2/decision", holding: "Decide otherwise")
      let missing = try await browser.post(
        "/customers/C2/decision", "token=\(page.token)&do=decide&verdict=cease&why=&until=2027-01-31")
      #expect(missing.status == 422 && missing.body.contains("its reason and its last day"))
      let over = try await browser.post(
        "/customers/C2/decision", "token=\(page.token)&do=decide&verdict=cease&why=Trop%20loin&until=2020-01-31")
      #expect(over.status == 422 && over.body.contains("has passed already"))
      #expect(try server.workspace.judgements().verdicts.isEmpty)
      let sent = try await browser.post(
        "/customers/C2/decision", "token=\(page.token)&do=decide&verdict=cease&why=Trop%20loin&until=2099-01-31")
      #expect(sent.place == "/customers/C2/decision?judged=1")
      #expect(try server.workspace.judgements().verdicts.last?.choice?.why == "Trop loin")
      let after = try await browser.page("/customers/C2/decision", holding: "1\u{A0}decision on this relation")
      #expect(after.body.contains("Trop loin"))
      #expect(
        try await browser.post("/customers/C2/decision", "token=\(page.token)&do=undo").place
          == "/customers/C2/decision?judged=1")
      #expect(try server.workspace.judgements().verdicts.last?.choice == nil)
      #expect(try await browser.get("/customers/C9/decision").status == 404)
    }
  }

  @Test func `the forecast's page predicts as it is asked, and refuses what it cannot`() async throws {
    try await serving { _, browser in
      let page = try await browser.page("/reports/forecast?until=2024-12-31", holding: "Predict otherwise")
      #expect(page.body.contains("value=\"2024-12-31\"") && page.body.contains("until=2024-12-31"))
      #expect(try await browser.get("/reports/forecast?until=soon").status == 400)
      #expect(try await browser.get("/reports/forecast?model=luck").status == 400)
      #expect(try await browser.get("/reports/forecast?model=auto").status == 200)
    }
  }
}
