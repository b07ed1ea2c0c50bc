import Ledger
import Testing
import Units

@testable import SourceFiles

@Suite struct EdgeScanTests {
  func found(_ text: String, chunk: Int = .max) -> Bool {
    var scan = EdgeScan(delimiter: .comma)
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { all in
      var start = 0
      while start < all.count {
        let end = min(all.count, start + min(chunk, all.count))
        scan.feed(UnsafeRawBufferPointer(rebasing: all[start..<end]))
        start = end
      }
    }
    scan.finish()
    return scan.hasTrimmedValues
  }

  @Test(arguments: [
    "a, b\n", "a ,b\n", " a,b\n", "a,b \n", "a,b \r\n", "a,b\t", "a,\u{A0}b\n", "a\u{202F},b\n", "\" a\",b\n",
    "a,\"b \"\n",
    "NULL,b\n", "a,NULL\r\n", "a,NaN", "a,\\N,b", "a,#N/A\n", "\"NULL\",b\n",
  ]) func `a value with white space at an end or a word for nothing is found`(text: String) {
    let filler = String(repeating: "abc,def ghi,déjà vu,12\n", count: 40)
    for (before, after) in [("", ""), (filler, ""), ("", "\n" + filler), (filler, "\n" + filler)] {
      for chunk in [1, 2, 3, 7, 17, 64, 1000, Int.max] {
        #expect(found(before + text + after, chunk: chunk), "\(chunk)")
      }
    }
  }

  @Test(arguments: [
    "a b,c\n", "voilà,déjà\n", "NULLE,NaNa,\\Nb,#N/A1\n", ",,\n", "a,b\r\nc,d\r\n", "\"a b\",c\n", "N,#,\\\n", "à\nb",
  ]) func `other values are left alone`(text: String) {
    let filler = String(repeating: "abc,def ghi,déjà vu,12\n", count: 40)
    for chunk in [1, 2, 3, 7, 17, 64, 1000, Int.max] {
      #expect(!found(filler + text + filler, chunk: chunk), "\(chunk)")
    }
  }
}
