import Units

/// The texts that rows repeat, ready as bytes.
struct Wording {
  /// `;code;name;` of each customer, and the code alone.
  let customers: Pieces
  let codes: Pieces
  /// `code;name;range;` of each product, `;unit;` after the quantity, and the code alone.
  let products: Pieces
  let units: Pieces
  let productCodes: Pieces
  let people: Pieces
  /// The days of the books and some after them.
  let dates: Pieces

  init(_ plan: Plan, register: Register, isPlain: Bool) {
    var customers = Pieces()
    var codes = Pieces()
    for number in plan.members.indices {
      codes.append(isPlain ? String(number + 1) : register.code(number))
      if !isPlain { customers.append(";" + register.code(number) + ";" + register.name(number) + ";") }
    }
    var products = Pieces()
    var units = Pieces()
    var productCodes = Pieces()
    for (number, product) in plan.catalogue.products.enumerated() {
      let code = isPlain ? String(number + 1) : Catalogue.code(number)
      productCodes.append(code)
      products.append(code + ";" + product.name + ";" + plan.catalogue.rangeName(number) + ";")
      units.append(";" + plan.catalogue.unit(number) + ";")
    }
    var people = Pieces()
    for person in plan.team.people { people.append(person.code) }
    var dates = Pieces()
    for number in 0..<plan.timetable.days + 40 {
      let day = plan.timetable.day(number)
      dates.append(isPlain ? day.iso : day.french)
    }
    self.customers = customers
    self.codes = codes
    self.products = products
    self.units = units
    self.productCodes = productCodes
    self.people = people
    self.dates = dates
  }
}

extension Day {
  /// `JJ/MM/AAAA`.
  var french: String {
    let (year, month, day) = civil
    return padded(day, 2) + "/" + padded(month, 2) + "/" + padded(year, 4)
  }
}
