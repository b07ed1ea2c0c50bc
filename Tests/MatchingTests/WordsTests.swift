import Testing

@testable import Matching

struct WordsTests {
  @Test(arguments: [
    ("Établissements DUPONT & Fils", "etablissement dupont fils"),
    ("Ets. Dupont et Fils SARL", "etablissement dupont fils"),
    ("S.A.R.L. L'Atelier d’Élise", "atelier elise"), ("Müller GmbH & Co. KG", "muller"), ("I B M France", "ibm france"),
    ("Sté St-Gobain", "societe saint gobain"), ("O'Brien Bros Ltd.", "obrien brother"),
    ("Children's Home", "children home"),
    ("M. Jean Dupont", "jean dupont"), ("Rossi S.p.A.", "rossi"), ("SARL", "sarl"), ("La Poste", "poste"), ("Le", "le"),
    ("Ｆｕｌｌ　ｗｉｄｔｈ", "full width"), ("Газпром ООО", "газпром"), ("Garage de la Gare SASU", "garage gare"),
    ("De Vries B.V.", "vries"), ("Spa des Thermes", "spa thermes"), ("Acme, Inc.", "acme"), ("Lyon II", "lyon 2"),
  ])
  func `a name keeps what tells it from others`(_ name: String, _ words: String) {
    #expect(NameWords(name).words.joined(separator: " ") == words)
  }

  @Test func `numbers, sides, parts in a group and property companies are noticed`() {
    #expect(NameWords("Garage Martin Lyon 3e").numbers == ["3"])
    #expect(NameWords("Lyon 02").numbers == NameWords("Lyon II").numbers)
    #expect(NameWords("Martin Holding").roles == ["holding"])
    #expect(NameWords("Transports du Nord").sides == ["nord"])
    #expect(NameWords("SCI Martin").family == .property)
    #expect(NameWords("Martin SARL").family == .trading)
  }

  @Test(arguments: [
    ("martin", "martin", 0), ("martin", "matrin", 1), ("martin", "martn", 1), ("ca", "abc", 3),
    ("kitten", "sitting", 3),
    ("", "abc", 3), ("a", "", 1), ("ab", "ba", 1), ("abcdefghij", "abdcefgihj", 2),
  ])
  func `slips of the pen are counted`(_ a: String, _ b: String, _ distance: Int) {
    #expect(editDistance(a, b) == distance)
    #expect(editDistance(b, a) == distance)
  }

  @Test func `the distance by bits is the one by table`() {
    func byTable(_ a: [UInt8], _ b: [UInt8]) -> Int {
      var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
      for i in 0...a.count {
        for j in 0...b.count {
          if i == 0 || j == 0 {
            rows[i][j] = max(i, j)
            continue
          }
          rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
          if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
            rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
          }
        }
      }
      return rows[a.count][b.count]
    }
    var state: UInt64 = 7
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    for _ in 0..<2_000 {
      let words = (0..<2).map { _ in (0..<next(12)).map { _ in UInt8(97 + next(3)) } }
      let (a, b) = (String(decoding: words[0], as: UTF8.self), String(decoding: words[1], as: UTF8.self))
      #expect(editDistance(a, b) == byTable(words[0], words[1]), "\(a) \(b)")
    }
  }

  private func aligned(_ a: String, _ b: String) -> WordAlignment {
    var bags = WordBags()
    bags.add(foldedText(a), of: 0)
    bags.add(foldedText(b), of: 1)
    for other in 2..<100 { bags.add(["other\(other)", "common"], of: other) }
    bags.weigh(customers: 100)
    return WordAlignment(0, 1, in: bags)
  }

  @Test func `words are aligned in any order, with slips, initials, and spaces lost`() {
    #expect(aligned("jean martin", "martin jean").isSame)
    #expect(aligned("jean martin", "martni jaen").isComplete)
    #expect(aligned("stone place", "stoneplace").isComplete)
    #expect(aligned("j martin", "jean martin").isComplete)
    #expect(aligned("martin", "martin transports").isContained)
    #expect(!aligned("martin services", "martin transports").isContained)
    #expect(aligned("alpha", "omega").likeness == 0)
    #expect(!aligned("lot 12", "lot 13").isComplete)
  }

  @Test func `a rare word proves more than a common one, and a pair of neighbours no more than the pair is rare`() {
    var bags = WordBags()
    for customer in 0..<100 {
      bags.add(customer < 50 ? ["public", "schools", "x\(customer)"] : ["y\(customer)"], of: customer)
    }
    bags.weigh(customers: 100)
    let shared = WordAlignment(0, 1, in: bags).evidence
    // Half the customers are public schools: both words say what one says, ln 2 and little more.
    #expect(shared > 0.6 && shared < 1.0)
  }
}
