/// An invoice in UBL of one line.
func tinyInvoice(_ number: String, seller: String, buyer: String, name: String? = nil, _ amount: Int) -> String {
  func party(_ kind: String, _ siren: String, _ name: String? = nil) -> String {
    """
    <cac:Accounting\(kind)Party><cac:Party><cac:PartyLegalEntity>
      <cbc:RegistrationName>\(name ?? kind + " " + siren)</cbc:RegistrationName>
      <cbc:CompanyID schemeID="0002">\(siren)</cbc:CompanyID>
    </cac:PartyLegalEntity></cac:Party></cac:Accounting\(kind)Party>
    """
  }
  return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
      xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
      xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <cbc:ID>\(number)</cbc:ID><cbc:IssueDate>2026-03-04</cbc:IssueDate>
      <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
      \(party("Supplier", seller))\(party("Customer", buyer, name))
      <cac:LegalMonetaryTotal>
        <cbc:LineExtensionAmount currencyID="EUR">\(amount).00</cbc:LineExtensionAmount>
        <cbc:TaxExclusiveAmount currencyID="EUR">\(amount).00</cbc:TaxExclusiveAmount>
        <cbc:PayableAmount currencyID="EUR">\(amount).00</cbc:PayableAmount>
      </cac:LegalMonetaryTotal>
      <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity>
        <cbc:LineExtensionAmount currencyID="EUR">\(amount).00</cbc:LineExtensionAmount>
        <cac:Item><cbc:Name>Gants</cbc:Name></cac:Item>
        <cac:Price><cbc:PriceAmount currencyID="EUR">\(amount).00</cbc:PriceAmount></cac:Price>
      </cac:InvoiceLine>
    </Invoice>
    """
}
