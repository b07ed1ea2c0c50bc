import Desk
import Ledger
import Pages
import SourceFiles
import Units

/// What imports tell programs.
public enum ImportJSON {
  /// One object a file, in an array.
  public static func bytes(_ outcomes: [ImportOutcome], in language: Language) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.array { json in
      for outcome in outcomes { json.object { write(outcome, language, to: &$0) } }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ outcome: ImportOutcome, _ language: Language, to json: inout JSONWriter) {
    let record = outcome.record
    json.member("id", record.id)
    json.member("source", record.source)
    json.member("kind", record.content)
    json.member("file", record.file)
    json.member("rows", Int64(record.rows))
    json.member("accepted", Int64(record.accepted))
    json.member("rejected", Int64(record.rejected))
    json.member("duplicates", Int64(outcome.duplicates))
    json.member("rejectsFile", outcome.rejectsFile)
    json.member("from", record.from)
    json.member("to", record.to)
    json.member("revenueCents", record.revenueCents)
    json.member("unattributedCents", record.unattributedCents)
    json.member("unattributedLines", Int64(record.unattributedLines))
    json.member("waitingForPrice", Int64(record.waitingForPrice))
    json.member("waitingForInvoice", Int64(record.waitingForInvoice))
    json.member("encoding", [.csv, .fec].contains(record.reading.format) ? record.reading.encoding.rawValue : nil)
    json.member("delimiter", [.csv, .fec].contains(record.reading.format) ? record.reading.delimiter.rawValue : nil)
    json.key("supersedes")
    json.array { json in
      for earlier in record.supersedes {
        json.object { json in
          json.member("id", earlier.id)
          json.member("invoices", Int64(earlier.invoices))
          json.member("lines", Int64(earlier.lines))
        }
      }
    }
    json.key("replaces")
    json.array { json in
      for earlier in record.replaces ?? [] {
        json.object { json in
          json.member("id", earlier.id)
          json.member("from", earlier.from)
          json.member("to", earlier.to)
        }
      }
    }
    json.member("completes", record.completes)
    json.key("notes")
    json.array { json in for note in outcome.notes { json.value(note.sentence(in: language)) } }
  }
}
