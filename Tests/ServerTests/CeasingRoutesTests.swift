import Desk
import Foundation
import Ledger
import Testing
import Units

@testable import Server

@Suite(.serialized) struct CeasingRoutesTests {
  private static let sales = """
    invoice,date,customer,customerName,amount
    F1,2021-01-05,C2,Boulangerie,1000.00
    F2,2023-03-20,C1,Auberge <b>Rouge,500.00
    F3,2025-02-28,C1,Auberge <b>Rouge,70.00
    F4,2025-02-28,C2,Boulangerie,70.00

    """

  private static let costed = """
    invoice,date,customer,customerName,amount,cost
    F1,2024-03-05,C1,Auberge du Lac,100.00,60.00
    F2,2024-03-20,C2,Auberge du Pic,100.00,130.00
    F3,2025-02-20,C1,Auberge du Lac,100.00,60.00
    F4,2025-02-20,C2,Auberge du Pic,100.00,130.00
    F5,2025-02-28,C3,Crêperie Été,100.00,80.00

    """

  private func serving(
    _ sales: String = sales, _ body: (TestServer, Browser) async throws -> Void
  ) async throws {
    let server = try await TestServer(uploadLimit: 64 << 20, sales: sales)
    do { try await body(server, Browser(server)) } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test func `a person goes from the sheet to a letter without leaving the browser`() async throws {
    try await serving { server, browser in
      let sheet = try await browser.page("/customers/C1", holding: "End this relation…")
      #expect(sheet.body.contains("/customers/C1/ceasing"))
      let page = try await browser.get("/customers/C1/ceasing")
      #expect(page.status == 200 && page.body.contains("Open the case") && page.body.contains("Have counsel check"))
      let target = "/customers/C1/ceasing"
      #expect(try await browser.post(target, "do=prepared").status == 403)
      let opened = try await browser.post(target, "token=\(page.token)&do=prepared")
      #expect(opened.status == 303 && opened.place == "/customers/C1/ceasing?stepped=prepared")
      let wrong = try await browser.post(target, "token=\(page.token)&do=facts&since=soon&tendersWon=2")
      #expect(wrong.status == 422 && wrong.body.contains("value=\"soon\"") && wrong.body.contains("value=\"2\""))
      let kept = try await browser.post(
        target, "token=\(page.token)&do=letter&place=Lyon&recipient=M.%20Roux%0D%0A1%20rue%20Basse&signatory=Anne")
      #expect(kept.status == 303 && kept.place.hasPrefix("/customers/C1/letter?letter=en"))
      let today = Day.today
      let decided = try await browser.post(target, "token=\(page.token)&do=decided&day=\(today.iso)&note=board")
      #expect(decided.status == 303)
      let early = try await browser.post(target, "token=\(page.token)&do=sent&day=2001-01-01")
      #expect(early.status == 422 && early.body.contains("the next cannot be earlier"))
      let future = try await browser.post(target, "token=\(page.token)&do=sent&day=2099-01-01")
      #expect(future.status == 422 && future.body.contains("1\u{A0}January\u{A0}2099 has not come yet"))
      let unborn = try await browser.post(target, "token=\(page.token)&do=facts&since=2099-01-01")
      #expect(unborn.status == 422 && unborn.body.contains("a relation that is to be ended began before"))
      let bare = try await browser.post(target, "token=\(page.token)&do=sent&day=\(today.iso)")
      #expect(bare.status == 422 && bare.body.contains("No last offer is noted: tick “Without a last offer”"))
      #expect(
        try await browser.post(target, "token=\(page.token)&do=sent&day=\(today.iso)&withoutOffer=true").status == 303)
      // What was sent stays: a new reason, another day and another template do not enter it.
      let rewritten = try await browser.post(
        target, "token=\(page.token)&do=letter&place=Nice&recipient=X&reason=Because&endDay=\(today.iso)")
      #expect(rewritten.status == 303)
      try server.workspace.writeLetterTemplate("Other", in: .en)
      let sent = try await browser.page("/customers/C1/letter?letter=en", holding: "As it was sent on")
      #expect(sent.body.contains("M. Roux<br>1 rue Basse") && !sent.body.contains("Because"))
      #expect(sent.body.contains("The last day that was written is before"))
      #expect(try await browser.get("/api/v1/letters").body.contains("\"asSent\": true"))
      try server.workspace.writeLetterTemplate(nil, in: .en)
      let ended = "token=\(page.token)&do=ended&day=\(today.iso)&note=board"
      let soon = try await browser.post(target, ended)
      #expect(soon.status == 422 && soon.body.contains("The notice runs until"))
      #expect(soon.body.contains("name=\"agreedEarlier\""))
      #expect(try await browser.post(target, ended + "&agreedEarlier=true").status == 303)
      let over = try #require(try server.workspace.judgements().ceasing(of: ID("C1")))
      #expect(over.state == .ended && over.last.note == "The customer agreed to end earlier. board")
      #expect(try await browser.post(target, "token=\(page.token)&do=undo").status == 303)
      let letter = try await browser.get("/customers/C1/letter?letter=fr")
      #expect(
        letter.body.contains("M. Roux<br>1 rue Basse")
          && letter.body.contains("Lettre recommandée avec avis de réception"))
      #expect(letter.body.contains("depuis mars\u{A0}2023") && !letter.body.contains("<b>Rouge"))
      let diary = try await browser.get("/ceasing")
      #expect(diary.body.contains("1\u{A0}case is open") && diary.body.contains("Auberge &lt;b&gt;Rouge"))
      let api = try await browser.page("/api/v1/letters", holding: "\"sent\": true")
      #expect(api.body.contains("\"date\": \"\(today.iso)\"") && api.body.contains("\"kind\": \"ceasing\""))
      #expect(api.body.contains("\"address\": \"/customers/C1/letter?letter=fr\"") && api.headers["etag"] != nil)
      #expect(try await browser.get("/customers/C1/letter?letter=en").status == 200)
      let undone = try await browser.post(target, "token=\(page.token)&do=undo")
      // Not sent after all: the letter says again what is written.
      let freed = try await browser.page("/customers/C1/letter?letter=en", holding: "Because")
      #expect(!freed.body.contains("As it was sent"))
      let brief = "token=\(page.token)&do=sent&day=\(today.iso)&withoutOffer=true"
      let short = try await browser.post(target, brief)
      #expect(short.status == 422 && short.body.contains("The last day that was written"))
      #expect(try await browser.post(target, brief + "&shortNotice=true").status == 303)
      #expect(
        try server.workspace.judgements().ceasing(of: ID("C1"))?.last.note.contains("of the notice proposed") == true)
      let held = try await browser.get("/offers?customer=C1")
      #expect(held.body.contains("prior conditions hold during the notice"))
      #expect(try await browser.post(target, "token=\(page.token)&do=undo").status == 303)
      #expect(undone.place == "/customers/C1/ceasing?stepped=undo")
      let known = try #require(try server.workspace.judgements().ceasing(of: ID("C1")))
      #expect(
        known.state == .decided && known.last.note == "board" && known.facts[.recipient] == "X")
      #expect(try await browser.page("/customers/C1", holding: "Case of ending: decided").status == 200)
      #expect(try await browser.get("/customers/C9/ceasing").status == 404)
      #expect(try await browser.post(target, "token=\(page.token)&do=dance&day=\(today.iso)").status == 400)
    }
  }

  @Test func `the template is previewed, kept, and given back; a faulty one keeps nothing`() async throws {
    try await serving { server, browser in
      let page = try await browser.page("/letters/template?letter=fr", holding: "Madame, Monsieur")
      let target = "/letters/template"
      func send(_ verb: String, _ text: String) async throws -> Answer {
        try await browser.post(target, "token=\(page.token)&letter=fr&do=\(verb)&text=\(text)")
      }
      let preview = try await send("preview", "Bonjour%20%7B%7Bend%7D%7D")
      #expect(preview.status == 200 && preview.body.contains("[end]</code>"))
      let faulty = try await send("keep", "%7B%7Bnobody%7D%7D")
      #expect(faulty.status == 422 && faulty.body.contains("Line 1 of the template: there is no “nobody”"))
      #expect(server.workspace.letterTemplate(in: .fr) == nil)
      #expect(try await send("keep", "Bonjour%20%3Cb%3E%7B%7Brecipient%7D%7D").status == 303)
      #expect(server.workspace.letterTemplate(in: .fr) == "Bonjour <b>{{recipient}}")
      let letter = try await browser.page("/customers/C1/letter?letter=fr", holding: "class=\"letter\"")
      #expect(letter.body.contains("Bonjour &lt;b&gt;Auberge &lt;b&gt;Rouge"))
      #expect(try await send("reset", "").status == 303)
      #expect(server.workspace.letterTemplate(in: .fr) == nil)
      #expect(try await browser.post(target, "do=reset&letter=fr").status == 403)
    }
  }

  @Test func `offers are logged, answered and withdrawn`() async throws {
    try await serving { server, browser in
      let page = try await browser.page("/offers?customer=C1&kind=lastOffer", holding: "No price rise is noted")
      #expect(page.body.contains("value=\"C1\"") && page.body.contains("<option value=\"lastOffer\" selected"))
      let log = "token=\(page.token)&do=log&customer=C1&kind=lastOffer&day=2025-03-01"
      #expect(try await browser.post("/offers", log + "&asked=12%2C5&outcome=asked").status == 303)
      #expect(try await browser.post("/offers", log + "&asked=0&outcome=asked").status == 422)
      let steep = try await browser.post("/offers", log + "&asked=400&outcome=asked")
      #expect(steep.status == 422 && steep.body.contains("A rise beyond 100% doubles prices"))
      #expect(steep.body.contains("value=\"400\""))
      let future = try await browser.post(
        "/offers", "token=\(page.token)&do=log&customer=C1&kind=rise&day=2099-01-01&asked=3")
      #expect(future.status == 422 && future.body.contains("an offer is noted on the day it is made"))
      let unknown = try await browser.post(
        "/offers", "token=\(page.token)&do=log&customer=C9&kind=rise&day=2025-03-01&asked=3")
      #expect(unknown.status == 422 && unknown.body.contains("C9"))
      #expect(
        try await browser.post("/offers", "token=\(page.token)&do=answer&offer=1&outcome=partly&part=20").status == 422)
      #expect(try await browser.post("/offers", "token=\(page.token)&do=answer&offer=1&outcome=refused").status == 303)
      #expect(try server.workspace.judgements().refusedLastOffers == [ID("C1")])
      let api = try await browser.page("/api/v1/offers", holding: "\"outcome\": \"refused\"")
      #expect(api.body.contains("\"asked\": 0.125") && api.headers["etag"] != nil)
      #expect(try await browser.get("/api/v1/ceasing").body.contains("\"cases\": 0"))
      #expect(try await browser.get("/api/v1/letters").body.contains("\"letters\": 0"))
      #expect(try await browser.get("/api/v1/categories").body.contains("\"report\": \"categories\""))
      #expect(try await browser.get("/api/v1/prospects").body.contains("\"report\": \"prospects\""))
      let door = try await browser.get("/api/v1/door").body
      #expect(door.contains("\"rules\": 0") && door.contains("\"losingCategories\": []"))
      let list = try await browser.get("/offers?offer=1")
      #expect(list.body.contains("1\u{A0}price rise asked: 1\u{A0}refused") && list.body.contains("12.5%"))
      #expect(try await browser.post("/offers", "token=\(page.token)&do=withdraw&offer=1").status == 303)
      #expect(try server.workspace.judgements().refusedLastOffers.isEmpty)
    }
  }

  @Test func `an offer is made to a customer by its name, whatever its capitals and accents`() async throws {
    try await serving(Self.costed) { server, browser in
      let page = try await browser.page("/offers", holding: "Customer, name or code")
      func log(_ customer: String) async throws -> Answer {
        try await browser.post(
          "/offers", "token=\(page.token)&do=log&customer=\(customer)&kind=rise&day=2025-03-01&asked=3&outcome=asked")
      }
      func asked() throws -> [ID<Customer>] { try server.workspace.judgements().offers.map(\.customer) }
      #expect(try await log("creperie%20ete").status == 303)
      #expect(try await log("AUBERGE%20DU%20PIC").status == 303)
      #expect(try await log("C1").status == 303)
      #expect(try asked() == ["C3", "C2", "C1"].map { ID($0) })
      // Two inns may be meant: both are named, what was typed stays, and nothing is written.
      let several = try await log("Auberge")
      #expect(several.status == 422 && several.body.contains("value=\"Auberge\""))
      #expect(several.body.contains("C1 (Auberge du Lac)") && several.body.contains("C2 (Auberge du Pic)"))
      #expect(try await log("Brasserie").status == 422)
      #expect(try await log("%20%20").status == 422)
      #expect(try asked().count == 3)
    }
  }

  @Test func `an offer to a customer sold to below cost is told so`() async throws {
    try await serving(Self.costed) { _, browser in
      let page = try await browser.page("/offers?customer=C2", holding: "Customer, name or code")
      #expect(!page.body.contains("below cost"))
      for (customer, isBelow) in [("C1", false), ("C2", true)] {
        let log = "token=\(page.token)&do=log&customer=\(customer)&kind=rise&day=2025-03-01&asked=3&outcome=asked"
        #expect(try await browser.post("/offers", log).status == 303)
        let list = try await browser.get("/offers")
        #expect(list.body.contains("below cost</") == isBelow && list.body.contains("L442-5") == isBelow)
      }
      // Two orders, each 30 € under its cost.
      #expect(try await browser.get("/customers/C2").body.contains("60\u{A0}€ below cost"))
    }
  }

  @Test func `rules at the door are added, met and taken back`() async throws {
    try await serving { server, browser in
      let page = try await browser.page("/door", holding: "Nobody is refused at the door")
      let rule = "token=\(page.token)&do=rule&subject=company&name=Auberge%20%3Cb%3Erouge&ruling=refused"
      #expect(try await browser.post("/door", rule + "&ground=unpaid&figure=1%20200").status == 303)
      #expect(try await browser.post("/door", rule + "&ground=unpaid").status == 422)
      #expect(try await browser.post("/door", rule + "&ground=origin&figure=1").status == 422)
      let met = try await browser.get("/door?name=C1")
      #expect(met.body.contains("your rules refuse it") && met.body.contains("1,200\u{A0}€"))
      #expect(met.body.contains("payment before delivery"))
      let dominant = try await browser.get("/door?name=C1&abuse=true")
      #expect(!dominant.body.contains("your rules refuse it") && dominant.body.contains("sell on conditions"))
      let unknown = try await browser.get("/door?name=&category=Nowhere")
      #expect(unknown.body.contains("hence nothing is known of it"))
      #expect(!unknown.body.contains("nothing stands against selling"))
      #expect(
        try await browser.get("/door?name=&category=&buyer=business").body.contains(
          "Write a name, a code or a category."))
      #expect(!page.body.contains("Write a name, a code or a category."))
      #expect(try await browser.get("/door?name=C2").body.contains("nothing stands against selling"))
      #expect(try await browser.post("/door", "token=\(page.token)&do=undo&rule=1").status == 303)
      #expect(try server.workspace.judgements().standingDoor.isEmpty)
    }
  }
}
