import Ledger
import Units

/// Reports as JSON: money in integer cents, shares 0…1, months `YYYY-MM`, the unknown as null.
public enum ReportJSON {
  /// One report: `{"report","asOf","window","title","how","totals","rows","notes"}`.
  public static func bytes(_ document: ReportDocument, in voice: Voice, form: JSONWriter.Form = .pretty) -> [UInt8] {
    var json = JSONWriter(form)
    write(document, in: voice, to: &json)
    return json.bytes
  }

  /// Every report, each already written: `{"reports":[…]}`, a report a line.
  public static func bytes(joining reports: [[UInt8]]) -> [UInt8] {
    var bytes = Array("{\"reports\":[\n".utf8)
    bytes.reserveCapacity(reports.reduce(32) { $0 + $1.count + 2 })
    for (place, report) in reports.enumerated() {
      if place > 0 { bytes += Array(",\n".utf8) }
      bytes += report
    }
    return bytes + Array("\n]}\n".utf8)
  }

  private static func write(_ document: ReportDocument, in voice: Voice, to json: inout JSONWriter) {
    let columns = document.grid.columns
    json.object { json in
      json.key("report")
      json.value(document.name.rawValue)
      writeWindow(of: document, to: &json)
      json.key("title")
      json.value(document.title.text(in: voice))
      json.key("how")
      json.value(document.subtitle.text(in: voice))
      json.key("totals")
      write(document.totals.map { ReportCell.Member($0.key, $0.cell) }, in: voice, to: &json)
      json.key("rows")
      json.array { json in
        for row in document.grid.rows { write(row, under: columns, in: voice, to: &json) }
      }
      json.key("notes")
      json.array { json in
        for note in document.notes { json.value(note.text(in: voice)) }
      }
    }
  }

  /// Writes the months a report looks at.
  static func writeWindow(of document: ReportDocument, to json: inout JSONWriter) {
    json.key("asOf")
    json.value(document.asOf.iso)
    json.key("window")
    json.object { json in
      json.key("from")
      json.value(document.window.current.first.iso)
      json.key("to")
      json.value(document.window.current.last.iso)
    }
  }

  /// Writes one row.
  static func write(_ row: [ReportCell], under columns: [ReportColumn], in voice: Voice, to json: inout JSONWriter) {
    json.object { json in
      for (column, cell) in zip(columns, row) {
        json.key(column.key)
        write(cell, in: voice, to: &json)
      }
    }
  }

  private static func write(_ members: [ReportCell.Member], in voice: Voice, to json: inout JSONWriter) {
    json.object { json in
      for member in members {
        json.key(member.key)
        write(member.cell, in: voice, to: &json)
      }
    }
  }

  /// Writes one value.
  static func write(_ cell: ReportCell, in voice: Voice, to json: inout JSONWriter) {
    switch cell {
    case .unknown: json.null()
    case .text(let text): json.value(text)
    case .phrase(let phrase): json.value(phrase.text(in: voice))
    case .tag(let tag):
      if tag.figures.isEmpty {
        json.value(tag.code)
      } else {
        write([ReportCell.Member("code", .text(tag.code))] + tag.figures, in: voice, to: &json)
      }
    case .integer(let number): json.value(Int64(number))
    case .cents(let money): json.value(money.value)
    case .share(let number), .number(let number): json.value(number)
    case .minutes(let minutes): json.value(Double(minutes) / 60)
    case .month(let month): json.value(month.iso)
    case .day(let day): json.value(day.iso)
    case .flag(let flag): json.value(flag)
    case .trend(let amounts): json.array { json in amounts.forEach { json.value($0.value) } }
    case .list(let cells): json.array { json in cells.forEach { write($0, in: voice, to: &json) } }
    case .object(let members): write(members, in: voice, to: &json)
    }
  }
}
