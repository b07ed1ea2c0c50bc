import Desk
import Foundation
import Ledger
import Testing
import Units

@testable import Server

@Suite(.serialized) struct CategoryRoutesTests {
  private static let sales = """
    invoice,date,customer,customerName,amount
    F1,2025-01-05,C1,Boulangerie <b>Dupont,1000.00
    F2,2025-01-20,C2,Fournil,500.00
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

  private func policy(_ server: TestServer) throws -> Policy { try PolicyFile.policy(of: server.workspace) }

  @Test func `a category is made of customers picked, described, and renamed`() async throws {
    try await serving { server, browser in
      let list = try await browser.page("/categories", holding: "3\u{A0}customers in none")
      #expect(list.body.contains("Boulangerie &lt;b&gt;Dupont</bdi>, <bdi>C1") && !list.body.contains("<b>Dupont"))
      let made = try await browser.post(
        "/categories", "token=\(list.token)&do=make&name=Bread%20%22x%22&c.C1=true&c.C2=true")
      #expect(made.status == 303 && made.place == "/categories/Bread%20%22x%22")
      #expect(try policy(server).categories == [.init(name: "Bread \"x\"", customers: ["C1", "C2"])])
      let page = try await browser.page(made.place, holding: "Need, thought, decision")
      let said = try await browser.post(
        made.place, "token=\(page.token)&do=describe&need=%3Cearly%3E&thinking=&deciding=alone")
      #expect(said.status == 303)
      let after = try await browser.page(made.place, holding: "value=\"&lt;early&gt;\"")
      #expect(after.body.contains("value=\"alone\""))
      let invested = try await browser.post(
        made.place, "token=\(page.token)&do=invest&skill=Advice&budget=1200&targetRate=12%2C5%20%25&state=underway")
      #expect(invested.status == 303)
      let notes = CategoryNotes(try server.workspace.judgements().categories)
      #expect(notes.expertise(of: "Bread \"x\"")?.targetRate == Rate(millionths: 125_000))
      #expect(try server.workspace.audit().contains { $0.action == "category" })
      let renamed = try await browser.post(made.place, "token=\(page.token)&do=rename&to=Bakers")
      #expect(renamed.place == "/categories/Bakers")
      #expect(try policy(server).categories.map(\.name) == ["Bakers"])
      #expect(try await browser.page("/categories/Bakers", holding: "value=\"Advice\"").status == 200)
      #expect(try await browser.get(made.place).status == 404)
    }
  }

  @Test func `what cannot be taken is said, and without its token no form decides anything`() async throws {
    try await serving { server, browser in
      let list = try await browser.page("/categories", holding: "3\u{A0}customers in none")
      let nobody = try await browser.post("/categories", "token=\(list.token)&do=make&name=Bread")
      #expect(
        nobody.status == 422 && nobody.body.contains("value=\"Bread\"") && nobody.body.contains("role=\"alert\">"))
      #expect(try await browser.post("/categories", "token=\(list.token)&do=make&c.C1=true").status == 422)
      #expect(try await browser.post("/categories", "token=\(list.token)&do=make&name=B&c.C9=true").status == 404)
      #expect(try await browser.post("/categories", "token=\(list.token)&do=accept&name=B&place=1").status == 422)
      #expect(try await browser.post("/categories", "token=\(list.token)&do=dance&name=B").status == 400)
      #expect(try await browser.post("/categories", "do=make&name=B&c.C1=true").status == 403)
      #expect(try await browser.get("/categories/Nothing").status == 404)
      #expect(try policy(server).categories.isEmpty)
      let made = try await browser.post("/categories", "token=\(list.token)&do=make&name=Cars&c.C3=true")
      let page = try await browser.page(made.place, holding: "Need, thought, decision")
      let wrong = try await browser.post(made.place, "token=\(page.token)&do=invest&skill=x&targetRate=lots")
      #expect(wrong.status == 422 && wrong.body.contains("value=\"lots\"") && wrong.body.contains("aria-invalid"))
      #expect(try await browser.post(made.place, "token=\(page.token)&do=rename&to=Cars").status == 422)
      #expect(try server.workspace.judgements().categories.isEmpty)
    }
  }

  @Test func `two categories never become one by a name, and one that resembles another joins it`() async throws {
    try await serving { server, browser in
      let list = try await browser.page("/categories", holding: "3\u{A0}customers in none")
      func make(_ query: String) async throws -> Answer {
        try await browser.post("/categories", "token=\(list.token)&do=make&\(query)")
      }
      #expect(try await make("name=Sant%C3%A9&c.C1=true").place == "/categories/Sant%C3%A9")
      #expect(try await make("name=Cars&c.C3=true").place == "/categories/Cars")
      #expect(try await make("name=%20sante&c.C2=true").place == "/categories/Sant%C3%A9")
      #expect(try policy(server).categories.map(\.name) == ["Santé", "Cars", "Santé"])
      let cars = try await browser.page("/categories/Cars", holding: "Need, thought, decision")
      _ = try await browser.post("/categories/Sant%C3%A9", "token=\(cars.token)&do=describe&need=soft")
      for name in ["Sant%C3%A9", "SANTE", "%20s%20ante"] {
        let refused = try await browser.post("/categories/Cars", "token=\(cars.token)&do=rename&to=\(name)")
        #expect(refused.status == 422 && refused.body.contains("“Santé” is there already"))
      }
      #expect(try policy(server).categories.map(\.name) == ["Santé", "Cars", "Santé"])
      #expect(CategoryNotes(try server.workspace.judgements().categories).text("Santé", .need) == "soft")
      // Its own name with other capitals.
      #expect(
        try await browser.post("/categories/Cars", "token=\(cars.token)&do=rename&to=CARS").place == "/categories/CARS")
    }
  }

  @Test func `a rule that meets nobody is told, seen and taken out`() async throws {
    try await serving { server, browser in
      let list = try await browser.page("/categories", holding: "3\u{A0}customers in none")
      let made = try await browser.post("/categories", "token=\(list.token)&do=make&name=Atlantes&regions=Atlantide")
      #expect(made.status == 303 && made.place == "/categories?categoryRule=nobody#rules")
      let told = try await browser.page("/categories?categoryRule=nobody", holding: "it meets nobody yet")
      #expect(told.body.contains("nobody yet") && told.body.contains("Atlantide"))
      let other = try await browser.post("/categories", "token=\(list.token)&do=remove&rule=1%20Others")
      #expect(other.status == 422 && other.body.contains("The rules have changed"))
      #expect(try await browser.post("/categories", "do=remove&rule=1%20Atlantes").status == 403)
      #expect(try await browser.post("/categories", "token=\(list.token)&do=remove&rule=x").status == 400)
      let gone = try await browser.post("/categories", "token=\(list.token)&do=remove&rule=1%20Atlantes")
      #expect(gone.place == "/categories?categoryRule=removed")
      #expect(try policy(server).categories.isEmpty)
      #expect(try server.workspace.audit().count { $0.action == "categoryRule" } == 2)
    }
  }

  @Test func `customers are looked for by name`() async throws {
    try await serving { _, browser in
      let found = try await browser.page("/categories?q=garage", holding: "1\u{A0}customer found")
      #expect(found.body.contains("name=\"c.C3\"") && !found.body.contains("name=\"c.C1\""))
    }
  }
}
