import Ledger
import SourceFiles
import Testing
import Units

/// An invoice in the words of the standard, which writes itself in each of the formats.
struct PaperInvoice {
  /// A line of it.
  struct Line {
    var name = "Vis"
    var quantity = "1"
    var price = "10.00"
    var net = "10.00"
  }

  /// An allowance or charge of the document.
  struct Adjustment {
    let isCharge: Bool
    let amount: String
  }

  var number = "F-1"
  var date = "2025-03-14"
  var type = "380"
  var currency = "EUR"
  var preceding: [String] = []
  var lines = [Line()]
  var adjustments: [Adjustment] = []
  var allowances: String?
  var charges: String?
  var net = "10.00"
  var gross = "12.00"
  var prepaid: String?
  var buyer = "Dupont &amp; Fils"

  /// UBL; the names of elements may have prefixes.
  func ubl(root: String = "Invoice", prefix: String = "cbc", aggregate: String = "cac") -> String {
    let isCredit = root == "CreditNote"
    func b(_ name: String, _ value: String?, _ attributes: String = "") -> String {
      value.map { "<\(prefix):\(name)\(attributes)>\($0)</\(prefix):\(name)>" } ?? ""
    }
    func a(_ name: String, _ content: String) -> String { "<\(aggregate):\(name)>\(content)</\(aggregate):\(name)>" }
    let euros = " currencyID=\"\(currency)\""
    let lineName = isCredit ? "CreditNoteLine" : "InvoiceLine"
    let quantityName = isCredit ? "CreditedQuantity" : "InvoicedQuantity"
    let content =
      b("ID", number) + b("IssueDate", date) + b(root + "TypeCode", type) + b("DocumentCurrencyCode", currency)
      + preceding.map { a("BillingReference", a("InvoiceDocumentReference", b("ID", $0))) }.joined()
      + a("AccountingSupplierParty", a("Party", ublSeller(b, a)))
      + a("AccountingCustomerParty", a("Party", ublBuyer(b, a)))
      + adjustments.map {
        a("AllowanceCharge", b("ChargeIndicator", "\($0.isCharge)") + b("Amount", $0.amount, euros))
      }.joined()
      + a("TaxTotal", b("TaxAmount", "2.00", euros)) + ublTotals(b, a, euros)
      + lines.enumerated().map { place, line in
        a(
          lineName,
          b("ID", "\(place + 1)") + b(quantityName, line.quantity, " unitCode=\"C62\"")
            + b("LineExtensionAmount", line.net, euros)
            + a(
              "Item",
              b("Name", line.name) + a("BuyersItemIdentification", b("ID", "B1"))
                + a("SellersItemIdentification", b("ID", "A1"))
                + a("StandardItemIdentification", b("ID", "3760000000017", " schemeID=\"0160\"")))
            + a("Price", b("PriceAmount", line.price, euros)))
      }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <\(root) xmlns="urn:oasis:names:specification:ubl:schema:xsd:\(root)-2"
       xmlns:\(aggregate)="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
       xmlns:\(prefix)="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      \(content)
      </\(root)>
      """
  }

  private typealias Basic = (String, String?, String) -> String
  private typealias Aggregate = (String, String) -> String

  private func ublSeller(_ b: Basic, _ a: Aggregate) -> String {
    a("PartyName", b("Name", "Vendeur", ""))
      + a("PartyTaxScheme", b("CompanyID", "Momsregistrerad", "") + a("TaxScheme", b("ID", "TAX", "")))
      + a("PartyTaxScheme", b("CompanyID", "FR11123456782", "") + a("TaxScheme", b("ID", "VAT", "")))
  }

  private func ublBuyer(_ b: Basic, _ a: Aggregate) -> String {
    b("EndpointID", "compta@dupont.example", " schemeID=\"EM\"")
      + a("PartyIdentification", b("ID", "C042", ""))
      + a("PartyIdentification", b("ID", "FR98ZZZ09999999999", " schemeID=\"SEPA\""))
      + a("PartyName", b("Name", "Chez Dupont", ""))
      + a(
        "PostalAddress",
        b("StreetName", "1 rue du Port", "") + b("AdditionalStreetName", "Bâtiment B", "") + b("CityName", "Brest", "")
          + b("PostalZone", "29200", "") + a("AddressLine", b("Line", "Quai 3", ""))
          + a("Country", b("IdentificationCode", "FR", "")))
      + a("PartyTaxScheme", b("CompanyID", "FR19787878784", "") + a("TaxScheme", b("ID", "VAT", "")))
      + a("PartyLegalEntity", b("RegistrationName", buyer, "") + b("CompanyID", "787878784", " schemeID=\"0002\""))
      + a("Contact", b("Telephone", "+33 2 98 00 00 00", ""))
  }

  private func ublTotals(_ b: Basic, _ a: Aggregate, _ euros: String) -> String {
    a(
      "LegalMonetaryTotal",
      b("TaxExclusiveAmount", net, euros) + b("TaxInclusiveAmount", gross, euros)
        + b("AllowanceTotalAmount", allowances, euros) + b("ChargeTotalAmount", charges, euros)
        + b("PrepaidAmount", prepaid, euros) + b("PayableAmount", gross, euros))
  }

  /// CII; or ZUGFeRD 1, which has other names for its parts.
  func cii(isZUGFeRD1: Bool = false) -> String {
    func r(_ name: String, _ value: String?, _ attributes: String = "") -> String {
      value.map { "<ram:\(name)\(attributes)>\($0)</ram:\(name)>" } ?? ""
    }
    func part(_ new: String, _ old: String, _ content: String) -> String { r(isZUGFeRD1 ? old : new, content) }
    let day = "<udt:DateTimeString format=\"102\">\(date.filter { $0 != "-" })</udt:DateTimeString>"
    let header = r("ID", number) + r("TypeCode", type) + r("IssueDateTime", day)
    let settlement =
      r("InvoiceCurrencyCode", currency)
      + adjustments.map {
        r(
          "SpecifiedTradeAllowanceCharge",
          r("ChargeIndicator", "<udt:Indicator>\($0.isCharge)</udt:Indicator>") + r("ActualAmount", $0.amount))
      }.joined()
      + part(
        "SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation",
        r("ChargeTotalAmount", charges) + r("AllowanceTotalAmount", allowances) + r("TaxBasisTotalAmount", net)
          + r("TaxTotalAmount", "999.00", " currencyID=\"USD\"")
          + r("TaxTotalAmount", "2.00", " currencyID=\"\(currency)\"") + r("GrandTotalAmount", gross)
          + r("TotalPrepaidAmount", prepaid) + r("DuePayableAmount", gross))
      + preceding.map { r("InvoiceReferencedDocument", r("IssuerAssignedID", $0)) }.joined()
    let transaction =
      lines.enumerated().map { ciiLine($1, place: $0, r, part) }.joined()
      + part(
        "ApplicableHeaderTradeAgreement", "ApplicableSupplyChainTradeAgreement",
        r("SellerTradeParty", r("Name", "Vendeur") + r("SpecifiedTaxRegistration", r("ID", "FR1", " schemeID=\"VA\"")))
          + r("BuyerTradeParty", ciiBuyer(r)))
      + part("ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement", settlement)
    let root = isZUGFeRD1 ? "CrossIndustryDocument" : "CrossIndustryInvoice"
    let space =
      isZUGFeRD1
      ? "urn:ferd:CrossIndustryDocument:invoice:1p0" : "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <rsm:\(root) xmlns:rsm="\(space)" xmlns:ram="urn:x:ram" xmlns:udt="urn:x:udt">
      \(part("ExchangedDocument", "HeaderExchangedDocument", header))
      \(part("SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction", transaction))
      </rsm:\(root)>
      """
  }

  private func ciiBuyer(_ r: Basic) -> String {
    r("ID", "C042", "") + r("Name", buyer, "")
      + r("SpecifiedLegalOrganization", r("ID", "787878784", " schemeID=\"0002\""), "")
      + r(
        "DefinedTradeContact",
        r("TelephoneUniversalCommunication", r("CompleteNumber", "+33 2 98 00 00 00", ""), "")
          + r("EmailURIUniversalCommunication", r("URIID", "compta@dupont.example", ""), ""), "")
      + r(
        "PostalTradeAddress",
        r("PostcodeCode", "29200", "") + r("LineOne", "1 rue du Port", "")
          + r("CityName", "Brest", "") + r("CountryID", "FR", ""), "")
      + r("SpecifiedTaxRegistration", r("ID", "201/123/40", " schemeID=\"FC\""), "")
      + r("SpecifiedTaxRegistration", r("ID", "FR19787878784", " schemeID=\"VA\""), "")
  }

  private func ciiLine(
    _ line: Line, place: Int, _ r: Basic, _ part: (String, String, String) -> String
  ) -> String {
    r(
      "IncludedSupplyChainTradeLineItem",
      r("AssociatedDocumentLineDocument", r("LineID", "\(place + 1)", ""), "")
        + r(
          "SpecifiedTradeProduct",
          r("GlobalID", "3760000000017", " schemeID=\"0160\"") + r("SellerAssignedID", "A1", "")
            + r("BuyerAssignedID", "B1", "") + r("Name", line.name, ""), "")
        + part(
          "SpecifiedLineTradeAgreement", "SpecifiedSupplyChainTradeAgreement",
          r("GrossPriceProductTradePrice", r("ChargeAmount", "99", ""), "")
            + r("NetPriceProductTradePrice", r("ChargeAmount", line.price, ""), ""))
        + part(
          "SpecifiedLineTradeDelivery", "SpecifiedSupplyChainTradeDelivery",
          r("BilledQuantity", line.quantity, " unitCode=\"C62\""))
        + part(
          "SpecifiedLineTradeSettlement", "SpecifiedSupplyChainTradeSettlement",
          part(
            "SpecifiedTradeSettlementLineMonetarySummation", "SpecifiedTradeSettlementMonetarySummation",
            r("LineTotalAmount", line.net, ""))), "")
  }
}

/// The invoice of a text.
func parsed(_ xml: String, limits: EInvoiceLimits = EInvoiceLimits()) throws -> EInvoice {
  try eInvoice(from: MemoryBytes(xml), limits: limits)
}

/// Why a text is no invoice; nothing when it is one.
func refusal(of xml: String, limits: EInvoiceLimits = EInvoiceLimits()) -> EInvoiceProblem? {
  refusal(of: Array(xml.utf8), limits: limits)
}

/// Why bytes are no invoice; nothing when they are one.
func refusal(of bytes: [UInt8], limits: EInvoiceLimits = EInvoiceLimits()) -> EInvoiceProblem? {
  do throws(EInvoiceProblem) {
    _ = try eInvoice(from: MemoryBytes(bytes), limits: limits)
    return nil
  } catch {
    return error
  }
}
