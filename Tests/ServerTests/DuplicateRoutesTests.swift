import Desk
import Foundation
import Ledger
import Testing
import Units

@testable import Server

@Suite(.serialized) struct DuplicateRoutesTests {
  private static let sales = """
    invoice,date,customer,customerName,amount
    F1,2025-01-05,C1,Boulangerie <b>Dupont,1000.00
    F2,2025-01-20,C2,Boulangerie <b>Dupont,500.00
    F3,2025-02-28,C3,Garage Martin,70.00

    """

  private func serving(_ body: (TestServer, Browser) async throws -> Void) async throws {
    let server = try await TestServer(uploadLimit: 64 << 20, sales: Self.sales)
    do { try await body(server, Browser(server)) } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test func `two records are seen side by side, merged, shown as one at once, and parted again`() async throws {
    try await serving { server, browser in
      let pair = try await browser.page("/duplicates/pair?a=C1&b=C2", holding: "One customer, or two?")
      #expect(pair.body.contains("Boulangerie &lt;b&gt;Dupont") && !pair.body.contains("<b>Dupont"))
      let merged = try await browser.post("/duplicates", "token=\(pair.token)&do=merge&a=C1&b=C2")
      #expect(merged.status == 303 && merged.place == "/duplicates?merged=1")
      #expect(try server.workspace.judgements().unification[ID("C2")] == ID("C1"))
      #expect(try server.workspace.judgements().pairs.first?.made.author == Authorship.account)
      let sheet = try await browser.page("/customers/C2", holding: "Merged codes")
      #expect(sheet.status == 200)
      let list = try await browser.get("/duplicates")
      #expect(list.body.contains("1\u{A0}decision on duplicates"))
      let undone = try await browser.post("/duplicates", "token=\(list.token)&do=undo&a=C1&b=C2")
      #expect(undone.place == "/duplicates?undone=1")
      #expect(try server.workspace.judgements().unification.isEmpty)
    }
  }

  @Test func `what is refused is said, and without its token no form decides anything`() async throws {
    try await serving { server, browser in
      let pair = try await browser.page("/duplicates/pair?a=C1&b=C2", holding: "One customer, or two?")
      #expect(try await browser.post("/duplicates", "token=\(pair.token)&do=never&a=C1&b=C2").status == 303)
      let refused = try await browser.post("/duplicates", "token=\(pair.token)&do=merge&a=C2&b=C1")
      #expect(refused.status == 409 && refused.body.contains("never to be the same"))
      #expect(try await browser.post("/duplicates", "token=\(pair.token)&do=merge&a=C1&b=C9").status == 404)
      #expect(try await browser.post("/duplicates", "token=\(pair.token)&do=dance&a=C1&b=C2").status == 400)
      #expect(try await browser.post("/duplicates", "do=undo&a=C1&b=C2").status == 403)
      #expect(try await browser.get("/duplicates/pair?a=C1&b=C9").status == 404)
      #expect(try await browser.get("/duplicates/pair?a=C1").status == 404)
      #expect(try server.workspace.judgements().pairs.count == 1)
    }
  }

  @Test func `a record is corrected from its page, and taken back`() async throws {
    try await serving { server, browser in
      let page = try await browser.page("/customers/C3/record", holding: "Write into the record")
      let sent = try await browser.post(
        "/customers/C3/record", "token=\(page.token)&do=set&field=potential&value=12%20000%2C50")
      #expect(sent.place == "/customers/C3/record?written=1&field=potential")
      #expect(try server.workspace.judgements().edits.map(\.value) == ["1200050"])
      let wrong = try await browser.post("/customers/C3/record", "token=\(page.token)&do=set&field=since&value=soon")
      #expect(wrong.status == 422 && wrong.body.contains("value=\"soon\"") && wrong.body.contains("aria-invalid"))
      #expect(wrong.body.contains("role=\"alert\">"))
      let after = try await browser.page(sent.place, holding: "value=\"12000.50\"")
      #expect(after.body.contains("Let files speak again"))
      let back = try await browser.post("/customers/C3/record", "token=\(page.token)&do=unset&taken=potential")
      let last = try server.workspace.judgements().edits.last
      #expect(back.status == 303 && last?.number == 2 && last?.value == nil)
    }
  }
}
