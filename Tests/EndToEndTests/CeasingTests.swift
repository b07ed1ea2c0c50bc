import Foundation
import Testing

/// A relation from its last offer to its letter and its end, by the real program.
@Suite struct CeasingTests {
  private let scratch: Scratch
  private let workspace: String

  /// A pays less than its goods cost for three years; an order costs 10 € to take.
  init() throws {
    scratch = try Scratch()
    workspace = try scratch.workspace()
    var sales = "facture;date;client;nom client;montant;cout\n"
    var services = "client;date;type;cout\n"
    for month in 0..<60 {
      let day = "\(2021 + month / 12)-\(String(format: "%02d", month % 12 + 1))-10"
      if month >= 24 { sales += "A\(month);\(day);A;Auberge Rouge;1000;1100\n" }
      sales += "B\(month);\(day);B;Bistrot;3000;1000\n"
      services += "A;\(day);commande;10\nB;\(day);commande;10\n"
    }
    sales += "B99;2026-01-05;B;Bistrot;3000;1000\n"
    for (name, text) in [("ventes.csv", sales), ("services.csv", services)] {
      let imported = try Program.run("import", try scratch.file(name, text), "-w", workspace)
      #expect(imported.status == 0, "\(imported.remarks)")
    }
  }

  private func run(_ arguments: String..., language: String = "en") throws -> Program.Result {
    try Program.run(list: arguments + ["-w", workspace], language: language)
  }

  private func verdict() throws -> String? {
    let rows = try #require(
      try run("report", "verdicts", "--format", "json").object()["rows"] as? [[String: Any]])
    return rows.first { $0["customer"] as? String == "A" }?["verdict"] as? String
  }

  private func rows(_ command: String) throws -> [[String: Any]] {
    try #require(try run(command, "list", "--format", "json").object()["rows"] as? [[String: Any]])
  }

  @Test func `a last offer that is refused turns the verdict, and what is agreed on turns it back`() throws {
    #expect(try verdict() == "maintain")
    #expect(try run("offers", "add", "A", "0").status == 2)
    #expect(try run("offers", "add", "X", "4").status == 1)
    #expect(try run("offers", "add", "A", "4", "--outcome", "perhaps").status == 2)
    #expect(try run("offers", "add", "A", "4,5", "--on", "2025-11-03", "--outcome", "refused").status == 0)
    #expect(try verdict() == "maintain")
    #expect(try run("offers", "add", "A", "12", "--last", "--on", "2025-12-01").status == 0)
    #expect(try verdict() == "maintain")
    #expect(try run("offers", "answer", "2", "--outcome", "refused").status == 0)
    #expect(try verdict() == "cease")
    #expect(try run("offers", "answer", "9", "--outcome", "refused").status == 1)
    #expect(try run("offers", "answer", "2", "--outcome", "partly").status == 2)
    let offers = try rows("offers")
    #expect(offers.map { $0["outcome"] as? String } == ["refused", "refused"])
    #expect(offers.map { $0["kind"] as? String } == ["lastOffer", "rise"])
    #expect(offers.map { $0["asked"] as? Double } == [0.12, 0.045])
    #expect(try run("offers", "withdraw", "2").status == 0)
    #expect(try verdict() == "maintain")
    #expect(try run("offers", "answer", "2", "--outcome", "refused").status == 0)
    #expect(try verdict() == "cease")
    #expect(try run("offers", "answer", "2", "--outcome", "partly", "--part", "3").status == 0)
    #expect(try verdict() == "maintain")
  }

  @Test func `a letter is written with what is known, and its steps are kept and taken back`() throws {
    let notice = try run("letters", "show", "A", "--format", "json").totals()
    #expect(notice["noticeMonths"] as? Int == 4 && notice["atLeast"] as? Bool == false)
    #expect(try run("letters", "decide", "A").status == 1)
    #expect(try run("letters", "open", "A", "--on", "2026-01-10").status == 0)
    #expect(try run("letters", "set", "A", "place=Lyon", "usualMonths=6", "sender=Dupont SA").status == 0)
    #expect(try run("letters", "set", "A", "usualMonths=soon").status == 2)
    #expect(try run("letters", "set", "A", "mood=bad").status == 2)
    #expect(try run("letters", "decide", "A", "--on", "2026-01-12", "--note", "board").status == 0)
    #expect(try run("letters", "send", "A", "--on", "2026-01-11").status == 1)
    #expect(try run("letters", "write", "A", language: "fr").remarks.contains("À remplir"))
    let bare = try run("letters", "send", "A", "--on", "2026-01-15")
    #expect(bare.status == 1 && bare.remarks.contains("No last offer is noted: add --without-offer"))
    #expect(try run("letters", "send", "A", "--on", "2026-01-15", "--without-offer").status == 0)
    let letter = try run("letters", "write", "A", language: "fr")
    #expect(letter.status == 0 && letter.remarks.contains("À faire vérifier par votre conseil"))
    let text = letter.output
    for words in [
      "Lyon, le 15\u{A0}janvier\u{A0}2026", "Dupont SA", "Auberge Rouge\n", "[adresse du destinataire]",
      "Lettre recommandée avec avis de réception", "depuis janvier\u{A0}2023", "préavis de 6\u{A0}mois",
      "le 15\u{A0}juillet\u{A0}2026 au soir", "conditions antérieures", "[nom du signataire]",
    ] { #expect(text.contains(words), "\(words) in \(text)") }
    #expect(!text.contains("{{") && !letter.remarks.contains("À remplir"))
    let english = try run("letters", "write", "A", "--letter", "en").output
    #expect(english.contains("Registered letter") && english.contains("a notice of 6\u{A0}months"))
    // What was sent stays as it was.
    #expect(try run("letters", "set", "A", "reason=New", "endDay=2026-02-01").status == 0)
    let sent = try run("letters", "write", "A", language: "fr")
    #expect(sent.output == text && sent.remarks.contains("Telle qu’envoyée le 15\u{A0}janvier\u{A0}2026."))
    let shown = try run("letters", "show", "A", "--format", "json").totals()
    #expect(shown["letter"] as? String == "As it was sent on 15\u{A0}January\u{A0}2026.")
    #expect(try run("letters", "undo", "A").status == 0)
    let short = try run("letters", "send", "A", "--on", "2026-01-15", "--without-offer")
    #expect(short.status == 1 && short.remarks.contains("add --short-notice"))
    #expect(try run("letters", "send", "A", "--on", "2026-01-15", "--without-offer", "--short-notice").status == 0)
    #expect(try run("letters", "write", "A", "--letter", "en").output.contains("New"))
    let rise = try run("offers", "add", "A", "3", "--on", "2026-01-16")
    #expect(rise.status == 0 && rise.remarks.contains("prior conditions hold during the notice"))
    #expect(try run("offers", "add", "A", "3", "--on", "2099-01-01").status == 2)
    #expect(try run("letters", "set", "A", "since=2099-01-01").status == 2)
    #expect(try run("letters", "undo", "A").status == 0)
    #expect(try run("letters", "set", "A", "reason=", "endDay=").status == 0)
    #expect(try run("letters", "send", "A", "--on", "2026-01-15", "--without-offer").status == 0)
    #expect(try run("letters", "acknowledge", "A", "--on", "2026-01-17").status == 0)
    let row = try #require(try rows("letters").first)
    #expect(row["state"] as? String == "acknowledged" && row["sent"] as? String == "2026-01-15")
    #expect(row["end"] as? String == "2026-07-17")
    #expect(try run("letters", "undo", "A").status == 0)
    #expect(try rows("letters").first?["state"] as? String == "sent")
    let soon = try run("letters", "end", "A", "--on", "2026-07-14", language: "fr")
    #expect(
      soon.status == 1 && soon.remarks.contains("Le préavis court jusqu’au 15\u{A0}juillet\u{A0}2026\u{A0}: ajoutez"))
    #expect(try run("letters", "end", "A", "--on", "2026-07-14", "--agreed-earlier").status == 0)
    #expect(try run("letters", "undo", "A").status == 0)
    #expect(try run("letters", "end", "A", "--on", "2026-07-17").status == 0)
    #expect(try run("letters", "open", "A", "--on", "2026-08-01").status == 0)
    #expect(try rows("letters").map { $0["state"] as? String } == ["prepared", "ended"])
  }

  @Test func `a template that a person wrote is used, and a faulty one is told`() throws {
    let folder = workspace + "/templates"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func write(_ text: String) throws {
      try text.write(toFile: folder + "/ceasing.en.mustache", atomically: true, encoding: .utf8)
    }
    try write("To {{recipient}}\n\n{{^reason}}No reason.{{/reason}}\n")
    #expect(try run("letters", "write", "A").output.hasPrefix("To Auberge Rouge\n"))
    try write("Dear\n{{customer}}")
    let faulty = try run("letters", "write", "A")
    #expect(faulty.status == 1 && faulty.output.isEmpty && faulty.remarks.contains("Line 2 of the template"))
  }

  @Test func `who is refused at the door is told when asked, and when a file brings it`() throws {
    #expect(try run("door", "refuse", "Inns", "--category", "--ground", "toxicCategory").status == 0)
    #expect(try run("door", "refuse", "Chez Max", "--ground", "unpaid", "--figure", "1200").status == 0)
    #expect(try run("door", "refuse", "Chez Max", "--ground", "unpaid").status == 2)
    #expect(try run("door", "refuse", "Chez Max", "--ground", "origin").status == 2)
    let met = try run("door", "check", "CHEZ MAX")
    #expect(
      met.status == 0 && met.output.contains("past invoices are unpaid") && met.output.contains("Have counsel check"))
    #expect(try run("door", "check", "Chez Zoé").output.contains("Sell as to anybody"))
    let file = try scratch.file(
      "prospects.csv", "prospect;nom;categorie\nP1;Chez Max;Bistros\nP2;Le Cheval;inns\nP3;Zoé;Bistros\n")
    let imported = try run("import", file, "--as", "prospects", "--format", "json")
    let outcome = try #require((try imported.json() as? [[String: Any]])?.first)
    let notes = try #require(outcome["notes"] as? [String])
    #expect(imported.status == 0 && outcome["accepted"] as? Int == 3)
    #expect(notes.contains { $0.contains("your rules meet 2 of these rows: Chez Max, Le Cheval") }, "\(notes)")
    #expect(try run("door", "undo", "1").status == 0)
    #expect(try rows("door").map { $0["name"] as? String } == ["Chez Max"])
  }
}
