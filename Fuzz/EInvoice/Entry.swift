import Ledger
import SourceFiles
import Units

/// Gives arbitrary bytes to the reader of electronic invoices: XML, or a zip archive of it, by their first bytes.
///
/// Whatever comes, reading ends, crashes nothing, and the lines of what it takes for an invoice sum to its net total.
/// PDF are left out: a program of its own reads them.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEInvoice(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard !bytes.starts(with: Array("%PDF".utf8)) else { return 0 }
  var limits = EInvoiceLimits()
  limits.documentBytes = 1 << 20
  limits.archiveBytes = 4 << 20
  limits.programSeconds = 0
  try? readEInvoices(
    in: bytes, name: "fuzz", limits: limits,
    each: { document in
      let invoice = document.invoice
      precondition(invoice.lines.map(\.amount).sum == invoice.totals.net, "lines sum to the net total")
      let rates = [invoice.currency: Rate(millionths: 1_234_567)]
      if let converted = try? invoice.converted(to: "XXX", rates: rates) {
        precondition(converted.lines.map(\.amount).sum == converted.totals.net, "conversion keeps the sum")
      }
    }, fault: { precondition($0.file.hasPrefix("fuzz"), "a fault names its file") })
  _ = eInvoiceContainer(of: bytes)
  return 0
}
