import Testing

@testable import Ledger

struct CategoryNameTests {
  @Test func `case, accents and spaces make no other category, marks do`() {
    for (first, second) in [
      ("Santé", "sante"), ("SANTÉ ", "Santé"), ("Hôtels  du Parc", "hotels du parc"), ("東京", "東京"),
    ] {
      #expect(CategoryName.isSame(first, second))
    }
    for (first, second) in [("A", "A+"), ("Santé", "Sante 2"), ("東京", "大阪"), ("", "A")] {
      #expect(!CategoryName.isSame(first, second))
    }
  }

  @Test func `the name that is written as it is comes before one that only resembles it`() {
    #expect(CategoryName.meant(by: "sante", among: ["Santé", "sante"]) == "sante")
    #expect(CategoryName.meant(by: "SANTE", among: ["Garages", "Santé"]) == "Santé")
    #expect(CategoryName.meant(by: "Écoles", among: ["Santé"]) == nil)
  }
}
