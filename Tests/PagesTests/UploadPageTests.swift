import Ledger
import Pages
import Testing
import Units

@Suite struct UploadPageTests {
  private func file(_ content: BroughtFile.Content, _ items: [Link.Item] = [], place: Int = 0) -> BroughtFile {
    BroughtFile(name: "ventes.csv", size: 8_300_000, choice: ReadingChoice(items, place: place), content: content)
  }

  private func page(_ files: [BroughtFile], _ trial: ImportTrial = .none, items: [Link.Item] = []) -> UploadPage {
    UploadPage(id: "abc", files: files, items: items, trial: trial, context: bareContext())
  }

  private var table: BroughtFile.Content {
    var row = [String?](repeating: nil, count: SourceKind.sales.fields.count)
    for (field, text) in [(Field.invoice, "F1"), (.date, "2026-03-02"), (.customer, hostile), (.amount, "123456")] {
      row[SourceKind.sales.fields.firstIndex(of: field) ?? 0] = text
    }
    return .table(salesReading(), notes: ["Une note " + hostile], firstRows: [row])
  }

  @Test func `what was chosen is read from the address, what is unknown passed over`() {
    let choice = ReadingChoice(
      [
        Link.Item("0.kind", "customers"), Link.Item("1.kind", "sales"), Link.Item("1.delimiter", "tab"),
        Link.Item("1.dates", "nonsense"), Link.Item("1.map.amount", "Total"), Link.Item("1.map.nosuch", "x"),
        Link.Item("1.out", "true"), Link.Item("11.sheet", "x"),
      ], place: 1)
    #expect(choice.kind == .sales && choice.delimiter == .tab && choice.dateOrder == nil)
    #expect(choice.columns == [.amount: "Total"] && choice.isLeftOut && choice.sheet.isEmpty)
  }

  @Test func `rows stand as they will be read, and every column can be chosen`() {
    let page = text(page([file(table)], .running(words: "…", done: 0.5)).frame(bareContext()))
    #expect(page.contains("1\u{202F}234,56\u{A0}€") && page.contains("2\u{A0}mars\u{A0}2026"))
    #expect(page.contains("<option value=\"Libre\">Libre</option>"))
    #expect(page.contains("automatique\u{A0}: amount"))
    #expect(!page.contains("<script>alert") && page.contains("&quot;&gt;&lt;script&gt;"))
    #expect(page.contains("value=\"import\"") && page.contains("name=\"token\" value=\"proof\""))
  }

  @Test func `while the trial runs the page follows it, with scripts and without`() {
    let items = [Link.Item("0.delimiter", "tab")]
    let running = text(page([file(table, items)], .running(words: "…", done: nil), items: items).frame(bareContext()))
    #expect(running.contains("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>"))
    #expect(running.contains("hx-get=\"/import/abc?0.delimiter=tab\"") && running.contains("hx-select=\"#trial-now\""))
    let ended = text(page([file(table)], .done([])).frame(bareContext()))
    #expect(!ended.contains("http-equiv") && !ended.contains("hx-get=\"/import"))
  }

  @Test func `what was forced stays chosen, even what is no single column`() {
    let items = [
      Link.Item("0.map.customer", "A + B"), Link.Item("0.map.amount", "-"), Link.Item("0.encoding", "cp850"),
    ]
    let page = text(page([file(table, items)], .none, items: items).frame(bareContext()))
    #expect(page.contains("<option value=\"A + B\" selected=\"\">A + B</option>"))
    #expect(page.contains("<option value=\"-\" selected=\"\">ne pas lire</option>"))
    #expect(page.contains("<option value=\"cp850\" selected=\"\">CP850 (DOS)</option>"))
  }

  @Test func `a file that cannot be read keeps the button back until it is left out`() {
    let broken = BroughtFile.Content.unreadable(.init("Pas lisible.", headers: ["x", "x", ""], kind: .sales))
    #expect(!page([file(table), file(broken, place: 1)]).isReady)
    #expect(page([file(table), file(broken, [Link.Item("1.out", "true")], place: 1)]).isReady)
    #expect(!page([file(broken, [Link.Item("0.out", "true")])]).isReady)
    let page = text(page([file(table), file(broken, place: 1)]).frame(bareContext()))
    #expect(page.contains("Pas lisible.") && !page.contains("value=\"import\""))
    // Columns without a name of their own go by their places.
    #expect(page.contains("<option value=\"2\">x</option>") && page.contains("<option value=\"3\">colonne 3</option>"))
  }

  @Test func `what no reading helps offers none, unless something was forced`() {
    let hopeless = BroughtFile.Content.unreadable(.init("Vide.", isHopeless: true))
    let forced = [Link.Item("0.encoding", "utf-16le")]
    #expect(!text(page([file(hopeless)]).frame(bareContext())).contains("0.encoding"))
    #expect(text(page([file(hopeless, forced)], items: forced).frame(bareContext())).contains("0.encoding"))
    let book = BroughtFile.Content.unreadable(.init("Quelle feuille ?", headers: ["a"], format: .xlsx))
    let shown = text(page([file(book)]).frame(bareContext()))
    #expect(shown.contains("0.sheet") && !shown.contains("0.delimiter"))
  }

  @Test func `the trial tells what will be kept and why rows will be set aside`() {
    let result = ImportTrial.Result(
      importEntry().summary, isDuplicate: false,
      tallies: [FaultTally(code: "notADay", column: "Date", firstLine: 7, count: 2)])
    let trial = page([file(table)], .done([result])).trial
    #expect(trial.title.plain == "8\u{A0}lignes seront gardées, 2\u{A0}mises de côté")
    guard case .notes(let notes) = trial.parts[1] else { Issue.record("no reasons"); return }
    #expect(notes.map(\.plain).contains("2 × pas une date (Date), la première fois à la ligne 7"))
    let again = ImportTrial.Result(importEntry("3").summary, isDuplicate: true, tallies: [])
    #expect(
      page([file(table)], .done([again])).trial.parts == [
        .text([
          .name("ventes.csv"), .text("\u{A0}: "), .text("déjà importé (import "), .name("3"),
          .text("), rien ne changera."),
        ])
      ])
  }

  @Test(arguments: Language.allCases)
  func `the word at the end tells rows, rejects and revenue, and leads to them`(language: Language) {
    let voice = Voice(language)
    let one = ImportDone.words([.init(importEntry("4").summary, isDuplicate: false, tallies: [])], in: voice)
    #expect(one.plain.contains("8") && one.plain.contains("2"))
    #expect(one.plain.contains(voice.euros(Cents(123_456), cents: true)))
    guard case .link(let link, _)? = one.last else { Issue.record("no link"); return }
    #expect(link == Link(.importDetail("4"), fragment: "rejects"))
    let same = ImportDone.words([.init(importEntry("4").summary, isDuplicate: true, tallies: [])], in: voice)
    #expect(same.plain.contains(language == .fr ? "rien n’a changé" : "nothing changed"))
  }

  @Test(arguments: Language.allCases)
  func `the first page takes files, offers the sample company and loads nothing from elsewhere`(language: Language) {
    let context = bareContext(language)
    for page in [text(WelcomePage(context).frame), text(NewImportPage(context, mappings: []).frame(context))] {
      #expect(page.contains("enctype=\"multipart/form-data\"") && page.contains("multiple=\"\""))
      // The proof comes before the files.
      let parts = page.split(separator: "type=\"file\"")
      #expect(parts.count == 2 && parts[0].contains("name=\"token\" value=\"proof\""))
      #expect(!page.contains("http://") && !page.contains("https://"))
    }
    #expect(text(WelcomePage(context).frame).contains("action=\"/sample\""))
  }
}
