import Testing

@testable import Server

@Suite(.serialized) struct VerdictSummaryRouteTests {
  @Test func `the verdicts of the dashboard can be asked for alone, and are those of the page`() async throws {
    let sales =
      "invoice,date,customer,customerName,amount,cost\n"
      + (1...24).map { month in
        "F\(month),\(2024 + (month - 1) / 12)-\(String((month - 1) % 12 + 101).suffix(2))-05,C1,Garage <b>Martin,100.00,110.00\n"
      }.joined()
    let server = try await TestServer(uploadLimit: 64 << 20, sales: sales)
    do {
      let page = try await Browser(server).page("/", holding: "id=\"verdicts\"").body
      let part = try await Browser(server).get("/parts/verdicts")
      #expect(part.status == 200 && part.body.hasPrefix("<section id=\"verdicts\""))
      #expect(part.body.contains("/customers/C1") && page.contains(part.body))
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }
}
