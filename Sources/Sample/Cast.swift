/// The customers, from their stories.
struct Cast {
  /// By customer number.
  let members: [Member]

  /// The customers of a company: sizes by rank, ranks and numbers unrelated.
  ///
  /// - Parameter living: how many have a story; the others are seen once or a few times.
  init(seed: UInt64, living: Int, customers: Int, timetable: Timetable) {
    let stories = Casting.stories(seed: seed, living: living, customers: customers)
    let numbers = Casting.shuffled(seed: seed, count: customers)
    var members = [Member?](repeating: nil, count: customers)
    var seen: [Story.Kind: Int] = [:]
    var originals: [Int] = []
    for rank in 0..<customers {
      let story = stories[rank]
      let occurrence = seen[story, default: 0]
      seen[story] = occurrence + 1
      var profile = Profile(seed: seed, rank: rank, of: living, timetable: timetable)
      var member = profile.member(story, occurrence: occurrence)
      member.occurrence = occurrence
      if story == .duplicate {
        member.twin = originals.isEmpty ? nil : originals[(occurrence * 5 + 3) % originals.count]
      }
      if story == .stable, originals.count < 64 { originals.append(numbers[rank]) }
      members[numbers[rank]] = member
    }
    var complete = members.compactMap { $0 }
    for number in complete.indices {
      guard let twin = complete[number].twin else { continue }
      complete[number].sector = complete[twin].sector
      complete[number].place = complete[twin].place
      complete[number].season = complete[twin].season
    }
    self.members = complete
  }
}
