import Desk
import Foundation
import Testing
import Units

@testable import Server

@Suite(.serialized) struct ImportFlowTests {
  static let header = "Facture;Date;Client;Article;Quantité;Montant HT;Coût\n"
  /// Two customers over 24 months.
  static func sales(_ months: Int = 24) -> String {
    (0..<months).map { month in
      let date = "15/\(padded(month % 12 + 1, 2))/\(2024 + month / 12)"
      return "F\(month)a;\(date);Hôtel <b>Dupont;A;1;100,00;60,00\nF\(month)b;\(date);Garage;B;2;50,50;70,00\n"
    }.joined()
  }

  /// Serves a workspace for as long as `body` takes.
  private func serving(
    uploadLimit: Int = 64 << 20, sales: String? = nil, _ body: (TestServer, Browser) async throws -> Void
  ) async throws {
    let server = try await TestServer(uploadLimit: uploadLimit, sales: sales)
    do { try await body(server, Browser(server)) } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test func `a dropped file is looked at, corrected, tried, imported and shown`() async throws {
    try await serving { server, browser in
      let welcome = try await browser.page("/", holding: "multipart/form-data")
      #expect(welcome.body.contains("action=\"/sample\""))
      let content = Self.header + Self.sales() + "F99;31/02/2024;Garage;A;1;1;1\n"
      let sent = try await browser.upload([("../../ventes.csv", content)], token: welcome.token)
      #expect(sent.status == 303)
      let place = sent.place
      #expect(server.waiting.map { String($0.split(separator: "/")[1]) } == ["ventes.csv"])

      // The trial says what would be set aside; nothing is in the ledger yet.
      let mapping = try await browser.page(
        place, holding: "rows will be kept, 1 set aside".replacing(" rows", with: "\u{A0}rows"))
      #expect(mapping.body.contains("<bdi>ventes.csv</bdi>: sales"))
      #expect(mapping.body.contains("<bdi>Hôtel &lt;b&gt;Dupont</bdi>"))
      #expect(mapping.body.contains("not a date"))
      #expect(try server.workspace.imports().isEmpty)

      // A wrong delimiter, forced, is obeyed and told.
      let forced = try await browser.post(place, "token=\(mapping.token)&0.delimiter=pipe&do=look")
      #expect(forced.status == 303 && forced.place == place + "?0.delimiter=pipe")
      let wrong = try await browser.get(forced.place)
      #expect(wrong.body.contains("cannot be read like this") && !wrong.body.contains("value=\"import\""))

      // A column chosen by hand is read.
      let remapped = try await browser.post(place, "token=\(mapping.token)&0.map.product=Client&0.map.cost=-&do=look")
      let other = try await browser.get(remapped.place)
      #expect(other.body.contains("<option value=\"Client\" selected=\"\">") && other.body.contains("do not read"))

      let brought = try await browser.post(place, "token=\(mapping.token)&do=import")
      #expect(brought.place == place + "/progress")
      let end = try await browser.wait(at: brought.place)
      #expect(end.place.hasPrefix("/reports/profitability?done="))
      let report = try await browser.get(end.place)
      #expect(report.status == 200)
      #expect(report.body.contains("is imported") && report.body.contains("Hôtel &lt;b&gt;Dupont"))
      #expect(try server.workspace.imports().map(\.file) == ["ventes.csv"])
      #expect(server.waiting.isEmpty)
      #expect(try await browser.get("/imports").body.contains("href=\"/imports/1#rejects\""))
      let rejects = try await browser.get("/imports/1/rejects.csv")
      #expect(rejects.headers["content-disposition"]?.hasPrefix("attachment") == true)
      #expect(rejects.body.contains("F99;31/02/2024"))
    }
  }

  @Test func `an import can be forgotten, after a question`() async throws {
    try await serving(sales: Self.header + Self.sales()) { server, browser in
      let question = try await browser.get("/imports/1/forget")
      #expect(question.body.contains("go"))
      let wrong = try await browser.post("/imports/1/forget", "token=\(String(repeating: "0", count: 64))")
      #expect(wrong.status == 403)
      #expect(try server.workspace.imports().count == 1)
      let done = try await browser.post("/imports/1/forget", "token=\(question.token)")
      #expect(done.status == 303)
      #expect(try server.workspace.imports().isEmpty)
      #expect(try await browser.get(done.place).body.contains("Import 1 is forgotten"))
      #expect(try await browser.get("/imports/1").status == 404)
    }
  }

  @Test func `foreign forms, foreign sites and foreign names get nothing in`() async throws {
    try await serving { server, browser in
      let token = try await browser.page("/", holding: "multipart/form-data").token
      let before = try server.content()
      let file = [(name: "a.csv", content: Self.header + Self.sales(1))]
      let type = "multipart/form-data; boundary=edge"
      // A wrong token, none, and one that comes behind the file.
      #expect(try await browser.upload(file, token: "wrong").status == 403)
      #expect(try await browser.post("/import", browser.multipart(file, token: nil), type: type).status == 403)
      let behind =
        browser.multipart(file, token: nil).dropLast("--edge--\r\n".utf8.count) + browser.multipart([], token: token)
      #expect(try await browser.post("/import", Array(behind), type: type).status == 403)
      // Another site's form, even with the right token.
      let right = browser.multipart(file, token: token)
      #expect(try await browser.post("/import", right, origin: "http://evil.example", type: type).status == 403)
      #expect(try await browser.post("/sample", "token=\(token)", origin: "null").status == 403)
      // Another name that points here.
      #expect(try await browser.get("/", host: "evil.example").status == 421)
      // Another browser's token.
      let other = Browser(server)
      _ = try await other.get("/")
      #expect(try await other.upload(file, token: token).status == 403)
      #expect(server.waiting.isEmpty)
      #expect(try server.content() == before)
    }
  }

  @Test func `what breaks off, is too large or is no form leaves nothing behind`() async throws {
    try await serving(uploadLimit: 1 << 20) { server, browser in
      let token = try await browser.page("/", holding: "multipart/form-data").token
      let type = "multipart/form-data; boundary=edge"
      let whole = browser.multipart([("a.csv", Self.header + Self.sales())], token: token)
      let half = try await browser.post("/import", Array(whole.dropLast(40)), type: type)
      #expect(half.status == 400 && half.body.contains("broke off"))
      let large = String(repeating: "x", count: 2 << 20)
      let refused = try await browser.upload([("a.csv", large)], token: token)
      #expect(refused.status == 413 && refused.body.contains("larger than 1\u{A0}MB".replacing("\u{A0}", with: " ")))
      #expect(try await browser.post("/import", "token=\(token)").status == 400)
      // No file chosen: back to the form.
      let none = try await browser.upload([("", "")], token: token)
      #expect(none.status == 303 && none.place == "/import")
      #expect(server.waiting.isEmpty)
    }
  }

  @Test func `an empty and a binary file are told on the page, and another can be imported without them`() async throws
  {
    try await serving { server, browser in
      let token = try await browser.page("/", holding: "multipart/form-data").token
      let place = try await browser.upload(
        [
          ("a.csv", Self.header + Self.sales()), ("b.csv", ""),
          ("c.csv", String(decoding: (0..<400).map { UInt8($0 % 32) }, as: UTF8.self)),
        ], token: token
      ).place
      let page = try await browser.get(place)
      #expect(page.body.contains("“b.csv” is empty") && page.body.contains("“c.csv” is not a readable table"))
      #expect(!page.body.contains("value=\"import\""))
      let brought = try await browser.post(place, "token=\(page.token)&1.out=true&2.out=true&do=import")
      let end = try await browser.wait(at: brought.place)
      #expect(end.place.hasPrefix("/reports/profitability"))
      #expect(try server.workspace.imports().map(\.file) == ["a.csv"])
    }
  }

  @Test func `an import that fails leaves the workspace as it was, and the page to mend it`() async throws {
    let dated = "Date;Client;Montant HT\n10/01/2024;A;5,00\n20/03/2024;A;5,00\n"
    try await serving(sales: dated) { server, browser in
      let token = try await browser.page("/import", holding: "multipart/form-data").token
      let before = try server.content()
      let place = try await browser.upload(
        [("b.csv", "Date;Client;Montant HT\n11/02/2024;A;7,00\n20/05/2024;B;7,00\n")], token: token
      ).place
      let page = try await browser.page(place, holding: "would fail")
      #expect(page.body.contains("overlap"))
      let brought = try await browser.post(place, "token=\(page.token)&source=main&do=import")
      let end = try await browser.wait(at: brought.place)
      #expect(end.place.hasPrefix(place + "?source=main&done="))
      #expect(try await browser.get(end.place).body.contains("class=\"warning\""))
      #expect(try server.content() == before)
      // The same lines, added on purpose.
      let added = try await browser.post(place, "token=\(page.token)&append=true&do=import")
      #expect(try await browser.wait(at: added.place).place.hasPrefix("/?done="))
      #expect(try server.workspace.imports().count == 2)
    }
  }

  @Test func `the sample company is one click away, and a second click changes nothing`() async throws {
    try await serving { server, browser in
      let token = try await browser.page("/", holding: "action=\"/sample\"").token
      let sent = try await browser.post("/sample", "token=\(token)")
      #expect(sent.place == "/import/sample/progress")
      // While it goes on, pages are served and a second import is refused.
      #expect(try await browser.post("/sample", "token=\(token)").status == 409)
      let end = try await browser.wait(at: sent.place)
      #expect(end.place == "/?done=sample")
      let page = try await browser.get(end.place)
      #expect(page.status == 200 && page.body.contains("Sample company") && page.body.contains("8\u{A0}files imported"))
      let again = try await browser.wait(at: try await browser.post("/sample", "token=\(token)").place)
      #expect(try await browser.get(again.place).body.contains("is not empty"))
      #expect(try server.workspace.imports().count == 8)
    }
  }

  @Test func `files that were taken away meanwhile are told`() async throws {
    try await serving { _, browser in
      for id in [String(repeating: "a", count: 32), "..%2f..%2fpolicy.yaml"] {
        let answer = try await browser.get("/import/" + id)
        #expect(answer.status == 409 && answer.body.contains("wait no more"))
      }
    }
  }

  @Test func `rules that cannot be read are told above the page, and the books stay`() async throws {
    try await serving(sales: Self.header + Self.sales()) { server, browser in
      _ = try await browser.page("/", holding: "<h1>")
      let ready = try await browser.page("/policy", holding: "name=\"asOf\"")
      #expect(ready.body.contains("company.fixedCosts"))
      try Data("ranking:\n  cutA: lots\n".utf8).write(to: URL(fileURLWithPath: server.workspace.policyFile))
      let page = try await browser.page("/policy", holding: "policy.yaml, line 2")
      #expect(page.body.contains("ranking.cutA"))
      #expect(try await browser.get("/reports/ranking").status == 200)
    }
  }
}
