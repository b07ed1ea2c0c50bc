/// What is read of a document: business terms of EN 16931, whatever the format.
enum EInvoiceTerm: String, CaseIterable {
  case number = "BT-1"
  case day = "BT-2"
  case typeCode = "BT-3"
  case currency = "BT-5"
  case precedingNumber = "BT-25"
  case precedingDay = "BT-26"
  // The terms of the buyer stand for those of the seller too.
  case partyName = "BT-44"
  case tradingName = "BT-45"
  case partyIdentifier = "BT-46"
  case legalIdentifier = "BT-47"
  case taxIdentifier = "BT-48"
  /// The scheme of the tax identifier beside it.
  case taxScheme = "BT-48-1"
  case endpoint = "BT-49"
  case addressLine = "BT-50"
  case city = "BT-52"
  case postcode = "BT-53"
  case country = "BT-55"
  case phone = "BT-57"
  case email = "BT-58"
  case allowanceAmount = "BT-92"
  /// Whether an amount is a charge (BG-21) or an allowance (BG-20).
  case chargeIndicator = "BG-21"
  case chargeAmount = "BT-99"
  case lineSum = "BT-106"
  case allowanceSum = "BT-107"
  case chargeSum = "BT-108"
  case net = "BT-109"
  case tax = "BT-110"
  case gross = "BT-112"
  case prepaid = "BT-113"
  case payable = "BT-115"
  case lineNumber = "BT-126"
  case quantity = "BT-129"
  case lineNet = "BT-131"
  case price = "BT-146"
  case priceBase = "BT-149"
  case itemName = "BT-153"
  case sellersItem = "BT-155"
  case buyersItem = "BT-156"
  case standardItem = "BT-157"
  /// Whether a line counts, in Factur-X's EXTENDED profile.
  case lineStatus = "BT-X-8"

  /// The attribute that goes with the value.
  var attribute: String? {
    switch self {
    case .day, .precedingDay: "format"
    case .partyIdentifier, .legalIdentifier, .taxIdentifier, .endpoint, .standardItem: "schemeID"
    case .tax: "currencyID"
    case .quantity: "unitCode"
    default: nil
    }
  }
}

/// Terms that belong together and may come several times.
enum EInvoiceGroup {
  case preceding, seller, buyer, taxRegistration, allowanceOrCharge, line
}

/// An element that is looked into, with what it means and the elements looked at in it; all others are passed over.
final class EInvoiceNode: Sendable {
  /// What an element means.
  enum Meaning {
    case term(EInvoiceTerm)
    case group(EInvoiceGroup)
  }

  /// What it means by itself.
  let meaning: Meaning?
  private let children: [String: EInvoiceNode]

  /// Makes a node.
  init(_ meaning: Meaning? = nil, _ children: [String: EInvoiceNode] = [:]) {
    self.meaning = meaning
    self.children = children
  }

  /// A group of terms.
  static func group(_ group: EInvoiceGroup, _ children: [String: EInvoiceNode]) -> EInvoiceNode {
    EInvoiceNode(.group(group), children)
  }

  /// An element that only holds others.
  static func holds(_ children: [String: EInvoiceNode]) -> EInvoiceNode { EInvoiceNode(nil, children) }

  /// A value.
  static func term(_ term: EInvoiceTerm) -> EInvoiceNode { EInvoiceNode(.term(term)) }

  /// An element of that name in it, if it is looked at.
  func child(_ name: String) -> EInvoiceNode? { children[name] }
}
