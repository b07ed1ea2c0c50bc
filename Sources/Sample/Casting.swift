/// Which customer lives which story: a fixed share of each, spread over the sizes it is likely at.
enum Casting {
  /// So many of 400 customers, with sizes from the biggest thousandth `from` to `to`.
  private struct Part {
    let story: Story.Kind
    let count: Int
    let from: Int
    let to: Int

    init(_ story: Story.Kind, _ count: Int, _ from: Int, _ to: Int) {
      self.story = story
      self.count = count
      self.from = from
      self.to = to
    }
  }

  /// Rare stories first, so that a tiny company has them, too.
  private static let parts = [
    Part(.toxic, 2, 8, 34), Part(.lost, 36, 60, 950), Part(.seasonal, 21, 80, 700), Part(.growing, 32, 30, 620),
    Part(.slowDecline, 20, 30, 650), Part(.new, 26, 100, 950), Part(.oneOff, 28, 550, 1000),
    Part(.wonBack, 8, 100, 700), Part(.episodic, 20, 450, 1000), Part(.suddenDecline, 9, 40, 550),
    Part(.duplicate, 6, 500, 900), Part(.group, 12, 30, 500), Part(.tender, 8, 15, 300), Part(.strategic, 4, 30, 250),
    Part(.toxic, 9, 50, 330), Part(.toxicCategory, 10, 380, 800), Part(.tomorrow, 8, 620, 860),
    Part(.marginSqueeze, 6, 8, 120), Part(.overServed, 12, 400, 800), Part(.underServed, 8, 180, 400),
    Part(.uncosted, 1, 300, 600), Part(.underpriced, 3, 60, 250), Part(.expressOnly, 3, 350, 700),
    Part(.laborious, 3, 350, 700), Part(.goodInToxic, 2, 380, 600),
  ]

  /// The story of each rank; those without a part of their own are stable.
  ///
  /// - Parameter living: how many, from the biggest down, buy often enough to have a story; the others inflate the
  ///   customer file with an order or two.
  static func stories(seed: UInt64, living: Int, customers: Int) -> [Story.Kind] {
    stories(seed: seed, customers: living) + (living..<customers).map { $0 % 6 == 0 ? .episodic : .oneOff }
  }

  private static func stories(seed: UInt64, customers: Int) -> [Story.Kind] {
    var stories = [Story.Kind](repeating: .stable, count: customers)
    // Where to look for a free rank from each rank on; `customers` means: from the start.
    var next = Array(0...customers)
    func free(_ rank: Int) -> Int {
      var place = rank
      while next[place] != place {
        next[place] = next[next[place]]
        place = next[place]
      }
      return place
    }
    var left = max(0, customers - max(1, customers / 8))
    for (number, part) in parts.enumerated() {
      let count = min(left, max(1, part.count * customers / 400))
      var draws = Draws(seed, .casting, number)
      for place in 0..<count {
        let from = part.from * customers
        let width = (part.to - part.from) * customers
        let wanted = (from + (place * 1000 + draws.below(1000)) * (width / count) / 1000) / 1000
        var rank = free(min(wanted, customers))
        if rank == customers { rank = free(0) }
        stories[rank] = part.story
        next[rank] = rank + 1
      }
      left -= count
    }
    return stories
  }

  /// The numbers 0 ..< count in a random order.
  static func shuffled(seed: UInt64, count: Int) -> [Int] {
    var draws = Draws(seed, .shuffle)
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) { order.swapAt(place, draws.below(place + 1)) }
    return order
  }
}
