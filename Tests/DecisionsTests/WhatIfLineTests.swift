import Ledger
import Portfolio
import Testing
import Units

@testable import Decisions

@Suite struct WhatIfLineTests {
  @Test(arguments: [
    ("drop@C-0012,C-0040", "drop@C-0012,C-0040"), ("lose:25%@C1", "lose:25%@C1"), ("lose:0.5@C1", "lose:0.5%@C1"),
    ("reprice:4,50%@class:D", "reprice:4.5%@class:D"), ("reprice:-3@C1", "reprice:-3%@C1"),
    ("reprice:4.5%/1.20@verdict:maintain", "reprice:4.5%/1.2@verdict:maintain"),
    ("serve:automated@floor:below", "serve:automated@floor:below"),
    ("minimum:150.50@stage:episodic", "minimum:150.5@stage:episodic"),
    ("drop@category:Hôtels & bars", "drop@category:Hôtels & bars"), ("drop@a@b", "drop@a@b"),
  ])
  func `what a line says is written as it is read`(typed: String, written: String) throws {
    let line = try WhatIfLine(typed)
    #expect(line.text == written)
    #expect(try WhatIfLine(line.text) == line)
  }

  @Test(arguments: [
    "", "drop", "@C1", "drop:1@C1", "lose@C1", "lose:150%@C1", "lose:-1@C1", "reprice:x@C1", "reprice:1e3@C1",
    "reprice:-100@C1", "reprice:5/@C1", "reprice:5/1/2@C1", "serve:well@C1", "minimum:0@C1", "minimum:1.234@C1",
    "minimum:99999999999999@C1", "grow@C1", "drop@", "drop@,", "reprice:--5@C1", "reprice:5.@C1", "reprice:.5@C1",
  ])
  func `what is no line is refused`(text: String) {
    #expect(throws: WhatIfLine.Fault.self) { try WhatIfLine(text) }
  }

  private var analysis: CompanyAnalysis {
    let traders = (0..<6).map { (number: Int) -> Trader in
      let amount = Int64(1_000 * (number + 1))
      let trader = Trader("T\(number)", category: number < 2 ? "bakers" : nil)
      return trader.monthly("2023-01", "2024-12", amount, cost: amount * 7 / 10)
    }
    return CompanyAnalysis(books: tradeBooks(asOf: "2024-12", traders), policy: Policy())
  }

  @Test func `groups are whom they name`() throws {
    let analysis = analysis
    #expect(WhatIfGroup("T3").places(in: analysis) == [3])
    #expect(WhatIfGroup("T9").places(in: analysis) == nil)
    #expect(WhatIfGroup("category:nobody").places(in: analysis) == nil)
    #expect(WhatIfGroup("category:bakers").places(in: analysis) == [0, 1])
    #expect(WhatIfGroup("stage:mature").places(in: analysis) == [0, 1, 2, 3, 4, 5])
    let letters = ["A", "B", "C", "D"].map { WhatIfGroup("class:" + $0).places(in: analysis) ?? [] }
    #expect(letters.flatMap { $0 }.sorted() == [0, 1, 2, 3, 4, 5] && letters[0].contains(5))
    let verdicts = Verdict.allCases.flatMap { WhatIfGroup("verdict:" + $0.rawValue).places(in: analysis) ?? [] }
    #expect(verdicts.sorted() == [0, 1, 2, 3, 4, 5])
    #expect(WhatIfGroup("floor:below").places(in: analysis) == [])
  }

  @Test func `a scenario counts a customer once, however often its lines name it`() throws {
    let analysis = analysis
    let once = try WhatIfScenario([WhatIfLine("reprice:5%@T3")]).tried(in: analysis)
    let often = try WhatIfScenario(
      ["reprice:5%@T3", "reprice:5%@T3,T3", "reprice:5%@T3", "reprice:5@T3"].map { try WhatIfLine($0) }
    ).tried(in: analysis)
    #expect(once.change == often.change && once.change.revenue == Cents(240_000))
    #expect(throws: WhatIfLine.Fault.unknownCustomer("T9")) {
      try WhatIfScenario([WhatIfLine("drop@T9")]).tried(in: analysis)
    }
  }
}
