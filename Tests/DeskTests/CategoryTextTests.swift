import Ledger
import Testing
import Units

@testable import Desk

@Suite struct CategoryTextTests {
  private func value(_ field: CategoryField, _ typed: String) throws -> String? {
    try CategoryText.value(of: field, typed, policy: Policy())
  }

  @Test func `what is typed is read as it is kept, and shown as it was typed`() throws {
    #expect(try value(.need, "  livraison tôt ") == "livraison tôt" && value(.need, "  ") == nil)
    #expect(try value(.budget, "12 000,50") == "1200050" && CategoryText.typed(.budget, "1200050") == "12000.5")
    #expect(try ["12,5 %", "12.5", "0,125"].allSatisfy { try value(.targetRate, $0) == "125000" })
    #expect(CategoryText.typed(.targetRate, "125000") == "12.5 %")
    #expect(try value(.started, "03/2026") == "2026-03" && value(.started, "2026-03") == "2026-03")
    #expect(try value(.state, "done") == "done")
  }

  @Test func `what cannot be read is refused in words`() {
    for (field, typed) in [
      (CategoryField.budget, "much"), (.budget, "-5"), (.targetRate, "120 %"), (.targetRate, "-1"), (.started, "soon"),
      (.state, "maybe"), (.need, String(repeating: "x", count: 2_001)),
    ] {
      #expect(throws: CategoryTextFault.self) { try value(field, typed) }
    }
    for language in Language.allCases {
      #expect(CategoryTextFault.noRate("x").sentence(in: language).contains("x"))
    }
  }
}
