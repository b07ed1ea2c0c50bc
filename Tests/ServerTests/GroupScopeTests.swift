import Foundation
import Testing

@testable import Server

@Suite(.serialized) struct GroupScopeTests {
  private static let sales = """
    invoice,date,customer,customerName,amount
    F1,2025-01-05,C1,Garage Nord,1000.00
    F2,2025-01-20,C2,Garage Sud,500.00
    F3,2025-02-28,C3,Boulangerie Martin,70.00

    """

  private func serving(_ body: (Browser) async throws -> Void) async throws {
    let server = try await TestServer(uploadLimit: 64 << 20, sales: Self.sales)
    do { try await body(Browser(server)) } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test func `without groups there is nothing to choose`() async throws {
    try await serving { browser in
      let page = try await browser.page("/customers", holding: "Garage Nord")
      #expect(!page.body.contains("per group"))
    }
  }

  @Test func `customers of a group are looked at together, wherever one goes on`() async throws {
    try await serving { browser in
      let token = try await browser.page("/customers/C1/record", holding: "Write into the record").token
      for id in ["C1", "C2"] {
        let sent = try await browser.post("/customers/\(id)/record", "token=\(token)&do=set&field=group&value=Garages")
        #expect(sent.status == 303)
      }
      let alone = try await browser.page("/customers", holding: "Garage Nord")
      #expect(alone.body.contains("per group"))
      let together = try await browser.page("/customers?per=group", holding: "/customers/Garages?per=group")
      #expect(!together.body.contains("Garage Nord") && together.body.contains("Boulangerie Martin"))
      let sheet = try await browser.page("/customers/Garages?per=group", holding: "1,500")
      #expect(!sheet.body.contains("/customers/Garages/record"))
      let lines = try await browser.page("/lines?customer=Garages&per=group", holding: "F1")
      #expect(lines.body.contains("F2") && !lines.body.contains("F3"))
      #expect(try await browser.get("/customers/Garages").status == 404)
      #expect(try await browser.get("/customers?per=continent").status == 400)
    }
  }

  @Test func `programs ask per group too`() async throws {
    try await serving { browser in
      let token = try await browser.page("/customers/C1/record", holding: "Write into the record").token
      for id in ["C1", "C2"] {
        _ = try await browser.post("/customers/\(id)/record", "token=\(token)&do=set&field=group&value=Garages")
      }
      #expect(try await browser.get("/api/v1/customers/Garages?per=group").body.contains("150000"))
      #expect(try await browser.get("/api/v1/customers/Garages").status == 404)
      let lines = try await browser.get("/api/v1/customers/Garages/lines?per=group").body
      #expect(lines.contains("F1") && lines.contains("F2") && !lines.contains("F3"))
      // A member stands for its group.
      #expect(try await browser.get("/api/v1/customers/C1/lines?per=group").body.contains("F2"))
    }
  }
}
