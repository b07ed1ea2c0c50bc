import Decisions
import Desk
import Foundation
import Ledger
import Pages
import Portfolio
import Testing
import Units

@testable import Server

@Suite(.serialized) struct ApiRoutesTests {
  private func serving(_ body: (TestServer, Browser) async throws -> Void) async throws {
    let server = try await TestServer(sales: ImportFlowTests.header + ImportFlowTests.sales())
    do {
      let browser = Browser(server)
      for _ in 0..<200 where try await browser.get("/api/v1/reports/ranking").status == 503 {
        try await Task.sleep(for: .milliseconds(50))
      }
      try await body(server, browser)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test func `reports are the bytes that the command line writes`() async throws {
    try await serving { server, browser in
      let snapshot = try BookSnapshot(of: server.workspace, settings: server.settings)
      let portfolio = snapshot.portfolio
      try snapshot.readPrices(of: portfolio)
      let voice = Voice(.fr, currency: portfolio.policy.company.currency)
      for name in ReportName.allCases {
        let answer = try await browser.get("/api/v1/reports/\(name.rawValue)?lang=fr")
        #expect(answer.status == 200)
        #expect(answer.body == String(decoding: ReportFiles.json(portfolio.report(name), in: voice), as: UTF8.self))
      }
      let all = try await browser.get("/api/v1/reports/all?lang=fr")
      #expect(all.body == String(decoding: ReportFiles.json(of: portfolio, in: voice), as: UTF8.self))
    }
  }

  @Test func `what a program has already is not sent again`() async throws {
    try await serving { _, browser in
      let first = try await browser.get("/api/v1/reports/bands")
      let tag = try #require(first.headers["etag"])
      let again = try await browser.get("/api/v1/reports/bands", headers: ["If-None-Match: \(tag)"])
      #expect(again.status == 304 && again.body.isEmpty)
      #expect(try await browser.get("/api/v1/reports/bands?lang=fr", headers: ["If-None-Match: \(tag)"]).status == 200)
    }
  }

  @Test(arguments: [
    ("/api/v1/reports/nothing", 404), ("/api/v1/reports/ranking?asOf=2024-13", 400),
    ("/api/v1/reports/ranking?asOf=2031-01", 404), ("/api/v1/reports/ranking?as-of=2024-12", 400),
    ("/api/v1/reports/ranking?by=luck", 400), ("/api/v1/reports/ranking?months=0", 400),
    ("/api/v1/reports/ranking?months=3&months=4", 400), ("/api/v1/customers?limit=-1", 400),
    ("/api/v1/customers?limit=99999999999999999999", 400), ("/api/v1/customers/nobody/lines", 404),
    ("/api/v1/customers/-/lines?from=2025-02&to=2025-01", 422), ("/api/v1/customers/-/lines?to=9999-12", 200),
  ])
  func `what cannot be answered is a problem object`(path: String, status: Int) async throws {
    try await serving { _, browser in
      let answer = try await browser.get(path)
      #expect(answer.status == status)
      guard status != 200 else { return }
      #expect(answer.headers["content-type"] == "application/problem+json")
      #expect(answer.body.contains("\"type\":\"about:blank\"") && answer.body.contains("\"status\":\(status)"))
    }
  }

  @Test func `other methods are told which there are`() async throws {
    try await serving { _, browser in
      for path in ["/api/v1/reports", "/"] {
        let answer = try await browser.post(path, "")
        #expect(answer.status == 405 && answer.headers["allow"] == "GET, HEAD")
      }
    }
  }
}
