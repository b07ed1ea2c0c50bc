import Decisions
import Ledger
import Portfolio
import Units

/// Answers of the API that are made of the books alone.
public enum APIJSON {
  /// The reports there are.
  public static func reports(in voice: Voice) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.key("reports")
      json.array { json in
        for name in ReportName.allCases {
          json.object { json in
            json.key("report")
            json.value(name.rawValue)
            json.key("title")
            json.value(name.label.text(in: voice))
            json.key("address")
            json.value(APIOperation.report(name).path)
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  /// Some of the customers that hold a text, by rank.
  ///
  /// O(customers).
  public static func customers(
    _ analysis: CompanyAnalysis, by criterion: Policy.Criterion?, holding text: String, offset: Int, limit: Int,
    in voice: Voice
  ) -> [UInt8] {
    let document = analysis.report(.ranking, by: criterion)
    let (columns, rows) = (document.grid.columns, document.grid.rows)
    let places = columns.indices.filter { columns[$0].key == "customer" || columns[$0].key == "name" }
    let needle = folded(text)
    let found = rows.indices.filter { place in
      guard !needle.isEmpty else { return true }
      let row = rows[place]
      return places.contains { folded(voice.text(of: row[$0])).contains(needle) }
    }
    var json = JSONWriter(.pretty)
    json.object { json in
      ReportJSON.writeWindow(of: document, to: &json)
      for (key, number) in [("count", found.count), ("offset", offset), ("limit", limit)] {
        json.key(key)
        json.value(Int64(number))
      }
      json.key("rows")
      json.array { json in
        for place in found.dropFirst(offset).prefix(limit) {
          ReportJSON.write(rows[place], under: columns, in: voice, to: &json)
        }
      }
    }
    return json.bytes + [0x0A]
  }
}
