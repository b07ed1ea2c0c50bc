import Desk
import Ledger
import Pages
import Units

/// Invoice lines for programs.
public enum LineJSON {
  /// The lines in an array.
  /// - Parameter files: the name of each import's file, by sequence.
  public static func bytes(_ lines: [SaleLine], files: [Int: String]) -> [UInt8] {
    var json = JSONWriter(.pretty)
    write(lines, files: files, to: &json)
    return json.bytes + [0x0A]
  }

  /// A page of a customer's lines, and what all of them come to.
  static func bytes(_ page: LinePage, of request: LineRequest, files: [Int: String]) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      if case .customer(let id) = request.whose {
        json.member("customer", id.text)
      } else {
        json.member("customer", nil as String?)
      }
      json.member("count", Int64(page.count))
      json.member("offset", Int64(request.offset))
      json.member("limit", Int64(request.limit))
      json.member("revenueCents", page.revenue.value)
      json.member("directCostCents", page.directCost.value)
      json.key("lines")
      write(page.lines, files: files, to: &json)
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ lines: [SaleLine], files: [Int: String], to json: inout JSONWriter) {
    json.array { json in
      for line in lines {
        json.object { json in
          json.member("date", line.day?.iso)
          json.member("invoice", line.invoice)
          json.member("product", line.product)
          json.member("productName", line.productName)
          json.member("range", line.range)
          json.key("quantity")
          if let quantity = line.quantity { json.value(Double(quantity) / 1_000_000) } else { json.null() }
          json.member("revenueCents", line.revenue?.value)
          json.member("directCostCents", line.directCost?.value)
          json.member("salesperson", line.salesperson?.text)
          json.member("file", files[line.importSequence])
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes a text under a name, null where there is none.
  mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { value(text) } else { null() }
  }

  /// Writes a whole number under a name, null where there is none.
  mutating func member(_ name: String, _ number: Int64?) {
    key(name)
    if let number { value(number) } else { null() }
  }
}
