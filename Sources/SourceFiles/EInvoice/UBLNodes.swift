/// Where UBL 2.1 keeps the terms; the binding is that of CEN/TS 16931-3-2.
enum UBLNodes {
  /// The content of `Invoice`.
  static let invoice = document(type: "InvoiceTypeCode", line: "InvoiceLine", quantity: "InvoicedQuantity")
  /// The content of `CreditNote`.
  static let creditNote = document(type: "CreditNoteTypeCode", line: "CreditNoteLine", quantity: "CreditedQuantity")

  private static func document(type: String, line: String, quantity: String) -> EInvoiceNode {
    .holds([
      "ID": .term(.number),
      "IssueDate": .term(.day),
      type: .term(.typeCode),
      "DocumentCurrencyCode": .term(.currency),
      "BillingReference": .holds([
        "InvoiceDocumentReference": .group(
          .preceding, ["ID": .term(.precedingNumber), "IssueDate": .term(.precedingDay)])
      ]),
      "AccountingSupplierParty": .holds(["Party": party(.seller)]),
      "AccountingCustomerParty": .holds(["Party": party(.buyer)]),
      "AllowanceCharge": .group(
        .allowanceOrCharge, ["ChargeIndicator": .term(.chargeIndicator), "Amount": .term(.allowanceAmount)]),
      "TaxTotal": .holds(["TaxAmount": .term(.tax)]),
      "LegalMonetaryTotal": .holds([
        "LineExtensionAmount": .term(.lineSum),
        "AllowanceTotalAmount": .term(.allowanceSum),
        "ChargeTotalAmount": .term(.chargeSum),
        "TaxExclusiveAmount": .term(.net),
        "TaxInclusiveAmount": .term(.gross),
        "PrepaidAmount": .term(.prepaid),
        "PayableAmount": .term(.payable),
      ]),
      line: lineNode(quantity: quantity),
    ])
  }

  private static func party(_ group: EInvoiceGroup) -> EInvoiceNode {
    .group(
      group,
      [
        "EndpointID": .term(.endpoint),
        "PartyIdentification": .holds(["ID": .term(.partyIdentifier)]),
        "PartyName": .holds(["Name": .term(.tradingName)]),
        "PostalAddress": .holds([
          "StreetName": .term(.addressLine),
          "AdditionalStreetName": .term(.addressLine),
          "AddressLine": .holds(["Line": .term(.addressLine)]),
          "CityName": .term(.city),
          "PostalZone": .term(.postcode),
          "Country": .holds(["IdentificationCode": .term(.country)]),
        ]),
        "PartyTaxScheme": .group(
          .taxRegistration,
          ["CompanyID": .term(.taxIdentifier), "TaxScheme": .holds(["ID": .term(.taxScheme)])]),
        "PartyLegalEntity": .holds([
          "RegistrationName": .term(.partyName), "CompanyID": .term(.legalIdentifier),
        ]),
        "Contact": .holds(["Telephone": .term(.phone), "ElectronicMail": .term(.email)]),
      ])
  }

  private static func lineNode(quantity: String) -> EInvoiceNode {
    .group(
      .line,
      [
        "ID": .term(.lineNumber),
        quantity: .term(.quantity),
        "LineExtensionAmount": .term(.lineNet),
        "Item": .holds([
          "Name": .term(.itemName),
          "SellersItemIdentification": .holds(["ID": .term(.sellersItem)]),
          "BuyersItemIdentification": .holds(["ID": .term(.buyersItem)]),
          "StandardItemIdentification": .holds(["ID": .term(.standardItem)]),
        ]),
        "Price": .holds(["PriceAmount": .term(.price), "BaseQuantity": .term(.priceBase)]),
      ])
  }
}
