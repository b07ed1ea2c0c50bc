import Pages
import Testing
import Units

struct TableRequestTests {
  private let voice = Voice(.fr)
  private let grid = ReportGrid(
    columns: [
      ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text),
      ReportColumn("revenueCents", Phrase(fr: "CA", en: "Revenue"), .euros),
      ReportColumn("class", Phrase(fr: "Classe", en: "Class"), .text),
    ],
    rows: ReportRows([
      [.text("Zèbre"), .cents(Cents(100)), .tag(.init("A", Phrase(fr: "A", en: "A")))],
      [.text("Société Œuvre"), .unknown, .tag(.init("B", Phrase(fr: "B", en: "B")))],
      [.text("abeille"), .cents(Cents(-50)), .tag(.init("A", Phrase(fr: "A", en: "A")))],
      [.text("Élan"), .cents(Cents(100)), .tag(.init("C", Phrase(fr: "C", en: "C")))],
    ]))

  private func names(_ request: TableRequest) -> [String] {
    grid.places(for: request, in: voice).map { place in
      if case .text(let name) = grid.rows[place][0] { name } else { "" }
    }
  }

  @Test func `words are sorted as people do, without accents and capitals`() {
    #expect(names(TableRequest(sort: "name")) == ["abeille", "Élan", "Société Œuvre", "Zèbre"])
  }

  @Test func `what is not known stands last, whichever way figures are sorted`() {
    #expect(names(TableRequest(sort: "revenueCents")) == ["abeille", "Zèbre", "Élan", "Société Œuvre"])
    #expect(
      names(TableRequest(sort: "revenueCents", isDescending: true)) == ["Zèbre", "Élan", "abeille", "Société Œuvre"])
  }

  @Test(arguments: ["societe", "OEUVRE", "œuv", "Société œ"]) func `a search forgives accents`(text: String) {
    #expect(names(TableRequest(text: text)) == ["Société Œuvre"])
  }

  @Test func `rows can be looked at by a value, and an unknown column asks for nothing`() {
    #expect(names(TableRequest(only: ["class": "A"])) == ["Zèbre", "abeille"])
    #expect(names(TableRequest(sort: "nothing", only: ["nobody": "x"])).count == 4)
  }

  @Test func `a request reads and writes the same items`() {
    let items: [Link.Item] = [.init("sort", "-share"), .init("q", "x y"), .init("is.class", "A"), .init("page", "3")]
    let request = TableRequest(items: items)
    #expect(request == TableRequest(sort: "share", isDescending: true, text: "x y", only: ["class": "A"], page: 3))
    #expect(request.items == Array(items.dropLast()))
    #expect(TableRequest(items: [.init("page", "-4")]).page == 1)
  }

  @Test func `every order is a permutation of the rows found`() {
    for sort in ["name", "revenueCents", "class"] {
      for isDescending in [true, false] {
        let places = grid.places(for: TableRequest(sort: sort, isDescending: isDescending), in: voice)
        #expect(places.sorted() == Array(grid.rows.indices))
      }
    }
  }
}
