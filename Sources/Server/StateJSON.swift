import Decisions
import Desk
import Ledger
import Pages
import Portfolio
import Units

/// What programs are told of the server itself.
enum StateJSON {
  /// That the server answers.
  static let health: [UInt8] = {
    var json = JSONWriter(.pretty)
    json.object { $0.member("status", "ok") }
    return json.bytes + [0x0A]
  }()

  /// What is shown, what goes on, and what went wrong.
  static func bytes(_ state: Office.State, in language: Language) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      let snapshot = state.shown?.snapshot
      json.member("revision", snapshot.map { String(ContentDigest.of(Array($0.revision.text.utf8)).prefix(32)) })
      json.member("asOf", snapshot?.portfolio.books.window.asOf.iso)
      json.key("working")
      json.value(state.work != nil)
      json.key("work")
      if let work = state.work { write(work, to: &json) } else { json.null() }
      json.member("fault", state.fault?.sentence(in: language))
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ work: Office.Work, to json: inout JSONWriter) {
    json.object { json in
      switch work {
      case .analysing:
        json.member("kind", "analysing")
        json.member("file", nil as String?)
      case .trying(let file, _, _):
        json.member("kind", "trying")
        json.member("file", file)
      case .importing(let file, _, _):
        json.member("kind", "importing")
        json.member("file", file)
      }
      json.key("done")
      if let done = work.done { json.value(done) } else { json.null() }
    }
  }
}
