import Portfolio
import Testing
import Units

struct RiseToFloorTests {
  private func rise(_ gap: Int64, excess: Int64 = 0, most: Int64 = 5) -> RiseToFloor {
    RiseToFloor(
      closing: Cents(gap), excess: Cents(excess), on: Cents(100_000), floor: Rate(percent: 8),
      rebates: Rate(millionths: 0), most: Rate(percent: most))
  }

  @Test func `a rise alone where it may be asked, whatever service could be saved`() {
    let found = rise(4_600, excess: 4_000)
    #expect(found.rate == Rate(percent: 5) && found.reaches && !found.isWithLeanerService)
  }

  @Test func `else what service beyond the level leaves`() {
    let found = rise(9_200, excess: 6_440)
    #expect(found.rate == Rate(percent: 3) && found.reaches && found.isWithLeanerService)
  }

  @Test func `else the most, whether service helps or not`() {
    #expect(rise(20_000) == rise(90_000) && rise(20_000).rate == Rate(percent: 5) && !rise(20_000).reaches)
    let served = rise(20_000, excess: 1_000)
    #expect(served.rate == Rate(percent: 5) && !served.reaches && served.isWithLeanerService)
    #expect(rise(20_000, most: 25).rate == Rate(millionths: 217_400))
  }
}
