import ADBC
import Ledger
import Units

extension LedgerReader {
  /// Every purchase of the customers of some books: days with an invoice whose total is not negative.
  ///
  /// Credit notes never count. Reads the invoices once more: only for those who ask for predictions.
  /// - Parameter books: those that this reader gave last.
  public func purchases(of books: Books) throws(EngineError) -> PurchaseLog {
    var places: [Int32] = []
    var days: [Day] = []
    var totals: [Cents] = []
    try engine.each(
      .analysing,
      """
      select customer, day, cast(sum(revenue) as bigint) from invoice_total
      where revenue >= 0 and customer is not null group by customer, day order by customer, day
      """
    ) { batch in
      let (customer, day, total) = (try batch[0].int32s, try batch[1].dates, try batch[2].int64s)
      for row in 0..<batch.count {
        places.append(customer[row])
        days.append(Day(number: day[row]))
        totals.append(Cents(total[row]))
      }
    }
    return PurchaseLog(offsets: offsets(of: places, customers: books.customers.count), days: days, totals: totals)
  }
}
