import Foundation
import Ledger
import Units

@testable import Store

/// A `desk.sqlite` of its own in a temporary folder.
final class TinyStore {
  let folder: String
  var path: String { folder + "/desk.sqlite" }

  init() throws {
    folder = NSTemporaryDirectory() + "tiny-store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func open() throws -> JudgementStore { try JudgementStore(opening: path) }
  func judgements() throws -> Judgements { try JudgementStore.judgements(at: path) }
}

extension Authorship {
  static func anne(_ time: Int = 1_700_000_000) -> Authorship { Authorship("Anne", at: time) }
}
