import Testing
import Units

@testable import Pages

struct DrawingTests {
  @Test func `a scale puts its ends at its ends`() {
    let scale = Scale(low: -10, high: 30, from: 200, to: 0)
    #expect(scale(-10) == 200 && scale(30) == 0 && scale(10) == 100)
    #expect(Scale(low: 5, high: 5, from: 7, to: 9)(5) == 7)
  }

  @Test(arguments: [
    (0.0, 827.0, [0.0, 200, 400, 600, 800]), (-40, 100, [-20, 0, 20, 40, 60, 80, 100] as [Double]),
    (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1] as [Double]),
  ])
  func `ticks are round values within the scale`(low: Double, high: Double, expected: [Double]) {
    let ticks = Scale(low: low, high: high, from: 0, to: 1).ticks(5)
    #expect(ticks.allSatisfy { $0 >= low - 1e-9 && $0 <= high + 1e-9 })
    #expect(ticks.count >= 3 && ticks.contains(0))
    if low == 0 { #expect(zip(ticks, expected).allSatisfy { abs($0 - $1) < 1e-9 } && ticks.count == expected.count) }
  }

  @Test func `a long curve is thinned and keeps its ends and its peak`() {
    let kept = CumulativeCurve.thinned(1_000_000, to: 240, keeping: [123_457])
    #expect(kept.count <= 241 && kept.first == 0 && kept.last == 999_999 && kept.contains(123_457))
    #expect(CumulativeCurve.thinned(3, to: 240) == [0, 1, 2])
  }

  @Test func `a sparkline goes from its least to its most`() {
    #expect(Sparkline.text([Cents(0), Cents(50), Cents(100)]) == "▁▅█")
    #expect(Sparkline.text([Cents(-100), Cents(0), Cents(100)]) == "▁▅█")
    #expect(Sparkline.text([.zero, .zero]) == "··")
  }

  @Test func `a text in a style sheet cannot end it`() {
    #expect(StyleSheet.quoted("a\"}</style>") == "\"a\\22 \\7d \\3c \\2f style\\3e \"")
    #expect(StyleSheet.quoted("Été 2026") == "\"Été 2026\"")
  }

  @Test func `a header takes three lines at most`() {
    for header in ["Heures données par client", "Chiffre d’affaires,\u{A0}€", "Rang", "Part du temps,\u{A0}%"] {
      #expect(wrapped(header, to: ColumnFit.width(ofHeader: header)).count <= 3)
    }
  }
}
