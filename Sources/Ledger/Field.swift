/// A piece of information a source row may carry; the raw value is its name in `--map`, in files and in messages.
public enum Field: String, CaseIterable, Sendable {
  // sales and invoice headers
  case invoice, date, customer, customerName, product, productName, range, quantity, unit, unitPrice, amount, cost
  case unitCost, discount, salesperson, currency, precedingInvoice
  // products
  case price, since, withdrawn
  // customers and prospects
  case name, group, category, sector, region, size, potential, potentialDate, risk, interest, culture, need
  case decisionMode, decisionMaker, siren, vat, email, phone, address, postcode, city, country, optOut, strategic
  case strategicUntil, sponsor
  case prospect, source
  // people
  case role, hoursPerMonth, costPerHour
  // services, contracts and enquiries
  case kind, minutes, promised, done, note, start, renewal, noticeMonths, value, handler, answered, outcome
  // what accounts tell beside: what a line of theirs is, and when an invoice was paid
  case nature, paid
}
