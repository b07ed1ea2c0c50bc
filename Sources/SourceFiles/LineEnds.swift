/// The first line feed or carriage return among some bytes, or nothing; eight bytes are looked at as one number.
func lineEndPlace(_ bytes: UnsafePointer<UInt8>, from first: Int, to end: Int) -> Int? {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highs: UInt64 = 0x8080_8080_8080_8080
  let raw = UnsafeRawPointer(bytes)
  var place = first
  while place + 8 <= end {
    let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    let (feeds, returns) = (word ^ (ones &* 0x0A), word ^ (ones &* 0x0D))
    // A byte that is zero borrows: the word holds a line end, or surely none.
    if (((feeds &- ones) & ~feeds) | ((returns &- ones) & ~returns)) & highs != 0 { break }
    place += 8
  }
  while place < end {
    if bytes[place] == 0x0A || bytes[place] == 0x0D { return place }
    place += 1
  }
  return nil
}
