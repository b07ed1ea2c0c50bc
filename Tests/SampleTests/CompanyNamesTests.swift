import Testing

@testable import Sample

@Suite struct CompanyNamesTests {
  @Test func `companies of a sector have different names`() {
    for sector in Sector.all {
      let names = (0..<3000).map { CompanyNames.company($0, of: sector, city: "Lyon") }
      #expect(Set(names).count == names.count)
    }
  }

  @Test func `slugs are plain`() {
    #expect(CompanyNames.slug("Boulangerie Trémière & Fils") == "boulangerie-tremiere-fils")
    #expect(CompanyNames.slug("L'Épicerie ") == "l-epicerie")
  }

  @Test func `misspelled names stay recognisable and differ`() {
    for variant in 0..<4 {
      let name = CompanyNames.misspelled("Hôtel Belcourt", variant: variant)
      #expect(name != "Hôtel Belcourt")
      #expect(CompanyNames.slug(name).contains("hotel"))
    }
  }
}
