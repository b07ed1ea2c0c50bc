import Ledger
import Units

/// Where a page of the dashboard is.
public enum Address: Hashable, Sendable {
  case dashboard
  case report(ReportName)
  case customers
  case customer(ID<Customer>)
  /// A customer's record, to be corrected.
  case record(ID<Customer>)
  /// The case of a relation that may be ended.
  case ceasing(ID<Customer>)
  /// Its letter.
  case letter(ID<Customer>)
  /// The text that letters are made of.
  case letterTemplate
  /// Every case, with its dates.
  case cases
  /// Price rises and last offers.
  case offers
  /// Who is refused at the door.
  case door
  /// Somebody who is no customer yet.
  case prospect(ID<Prospect>)
  /// Customers that are probably there twice.
  case duplicates
  /// Two of them side by side.
  case duplicatePair
  /// The categories, to be made and renamed.
  case categories
  /// One category: what people say of it, and its customers.
  case category(String)
  /// The invoice lines behind a figure.
  case lines
  case imports
  case importDetail(String)
  /// Where files are brought in.
  case newImport
  /// A file that was brought and waits for a person's word.
  case upload(String)
  /// What a person decides in place of a customer's verdict.
  case decision(ID<Customer>)
  /// Steps tried on customers.
  case whatIf
  case policy
  /// How a report is computed.
  case method(ReportName)
  /// Every component on one page.
  case style
  /// Something no page has, such as a form's target.
  case action(String)

  /// The path, each part percent-encoded.
  public var path: String {
    switch self {
    case .dashboard: "/"
    case .report(let name): "/reports/" + name.rawValue
    case .customers: "/customers"
    case .customer(let id): "/customers/" + percentEncoded(id.text)
    case .record(let id): "/customers/" + percentEncoded(id.text) + "/record"
    case .ceasing(let id): "/customers/" + percentEncoded(id.text) + "/ceasing"
    case .letter(let id): "/customers/" + percentEncoded(id.text) + "/letter"
    case .letterTemplate: "/letters/template"
    case .cases: "/ceasing"
    case .offers: "/offers"
    case .door: "/door"
    case .prospect(let id): "/prospects/" + percentEncoded(id.text)
    case .duplicates: "/duplicates"
    case .duplicatePair: "/duplicates/pair"
    case .categories: "/categories"
    case .category(let name): "/categories/" + percentEncoded(name)
    case .lines: "/lines"
    case .imports: "/imports"
    case .importDetail(let id): "/imports/" + percentEncoded(id)
    case .newImport: "/import"
    case .upload(let id): "/import/" + percentEncoded(id)
    case .decision(let id): "/customers/" + percentEncoded(id.text) + "/decision"
    case .whatIf: "/whatif"
    case .policy: "/policy"
    case .method(let name): "/methods/" + name.rawValue
    case .style: "/style"
    case .action(let path): path
    }
  }
}

/// An address with what was asked of it.
public struct Link: Hashable, Sendable {
  /// One thing that was asked.
  public struct Item: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: String
    /// Makes an item.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Where it leads.
  public let address: Address
  /// What is asked, in order.
  public let query: [Item]
  /// A place within the page.
  public let fragment: String?

  /// Makes a link; items without a value are left out.
  public init(_ address: Address, _ query: [Item] = [], fragment: String? = nil) {
    self.address = address
    self.query = query.filter { !$0.value.isEmpty }
    self.fragment = fragment
  }

  /// The link as a browser takes it.
  public var href: String {
    let items = query.map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }
    return address.path + (items.isEmpty ? "" : "?" + items.joined(separator: "&"))
      + (fragment.map { "#" + $0 } ?? "")
  }

  /// The same link with items set to other values; an empty value takes one out.
  public func with(_ items: Item...) -> Link {
    let names = Set(items.map(\.name))
    return Link(address, query.filter { !names.contains($0.name) } + items, fragment: fragment)
  }
}

/// A text of which a URL's path or query can hold every byte.
///
/// Source: RFC 3986, section 2.3, "unreserved characters".
public func percentEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
    default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The bytes that a percent-encoded text stands for; a plus is a space where `plusIsSpace`.
public func percentDecoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
  var bytes: [UInt8] = []
  var rest = text.utf8[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), rest.count >= 2, let high = hexadecimal(rest.first),
      let low = hexadecimal(rest.dropFirst().first)
    {
      bytes.append(high << 4 | low)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The items of a form or of an address's query.
///
/// Source: WHATWG URL Standard, "application/x-www-form-urlencoded parsing".
public func formItems(_ text: some StringProtocol) -> [Link.Item] {
  text.split(separator: "&").map { pair in
    let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return Link.Item(
      percentDecoded(parts[0], plusIsSpace: true), parts.count == 2 ? percentDecoded(parts[1], plusIsSpace: true) : "")
  }
}

private func hexadecimal(_ byte: UInt8?) -> UInt8? {
  switch byte {
  case let digit? where (0x30...0x39).contains(digit): digit - 0x30
  case let digit? where (0x41...0x46).contains(digit): digit - 0x37
  case let digit? where (0x61...0x66).contains(digit): digit - 0x57
  default: nil
  }
}
