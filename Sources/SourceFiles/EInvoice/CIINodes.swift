/// Where UN/CEFACT's Cross Industry Invoice keeps the terms; the binding is that of CEN/TS 16931-3-3.
enum CIINodes {
  /// The content of `CrossIndustryInvoice`, as Factur-X, ZUGFeRD 2 and XRechnung write it.
  static let invoice = document(
    Names(
      header: "ExchangedDocument", transaction: "SupplyChainTradeTransaction",
      agreement: "ApplicableHeaderTradeAgreement", settlement: "ApplicableHeaderTradeSettlement",
      summation: "SpecifiedTradeSettlementHeaderMonetarySummation", lineAgreement: "SpecifiedLineTradeAgreement",
      lineDelivery: "SpecifiedLineTradeDelivery", lineSettlement: "SpecifiedLineTradeSettlement",
      lineSummation: "SpecifiedTradeSettlementLineMonetarySummation"))

  /// The content of `CrossIndustryDocument`, as ZUGFeRD 1 writes it.
  static let zugferd1 = document(
    Names(
      header: "HeaderExchangedDocument", transaction: "SpecifiedSupplyChainTradeTransaction",
      agreement: "ApplicableSupplyChainTradeAgreement", settlement: "ApplicableSupplyChainTradeSettlement",
      summation: "SpecifiedTradeSettlementMonetarySummation", lineAgreement: "SpecifiedSupplyChainTradeAgreement",
      lineDelivery: "SpecifiedSupplyChainTradeDelivery", lineSettlement: "SpecifiedSupplyChainTradeSettlement",
      lineSummation: "SpecifiedTradeSettlementMonetarySummation"))

  /// The names that changed between the two.
  private struct Names {
    let header, transaction, agreement, settlement, summation: String
    let lineAgreement, lineDelivery, lineSettlement, lineSummation: String
  }

  private static func document(_ names: Names) -> EInvoiceNode {
    .holds([
      names.header: .holds([
        "ID": .term(.number),
        "TypeCode": .term(.typeCode),
        "IssueDateTime": .holds(["DateTimeString": .term(.day)]),
      ]),
      names.transaction: .holds([
        "IncludedSupplyChainTradeLineItem": line(names),
        names.agreement: .holds([
          "SellerTradeParty": party(.seller),
          "BuyerTradeParty": party(.buyer),
        ]),
        names.settlement: .holds([
          "InvoiceCurrencyCode": .term(.currency),
          "InvoiceReferencedDocument": .group(
            .preceding,
            [
              "IssuerAssignedID": .term(.precedingNumber),
              "ID": .term(.precedingNumber),
              "FormattedIssueDateTime": .holds(["DateTimeString": .term(.precedingDay)]),
            ]),
          "SpecifiedTradeAllowanceCharge": .group(
            .allowanceOrCharge,
            [
              "ChargeIndicator": .holds(["Indicator": .term(.chargeIndicator)]),
              "ActualAmount": .term(.allowanceAmount),
            ]),
          "SpecifiedLogisticsServiceCharge": .group(.allowanceOrCharge, ["AppliedAmount": .term(.chargeAmount)]),
          names.summation: .holds([
            "LineTotalAmount": .term(.lineSum),
            "AllowanceTotalAmount": .term(.allowanceSum),
            "ChargeTotalAmount": .term(.chargeSum),
            "TaxBasisTotalAmount": .term(.net),
            "TaxTotalAmount": .term(.tax),
            "GrandTotalAmount": .term(.gross),
            "TotalPrepaidAmount": .term(.prepaid),
            "DuePayableAmount": .term(.payable),
          ]),
        ]),
      ]),
    ])
  }

  private static func party(_ group: EInvoiceGroup) -> EInvoiceNode {
    .group(
      group,
      [
        "ID": .term(.partyIdentifier),
        "GlobalID": .term(.partyIdentifier),
        "Name": .term(.partyName),
        "SpecifiedLegalOrganization": .holds([
          "ID": .term(.legalIdentifier), "TradingBusinessName": .term(.tradingName),
        ]),
        "DefinedTradeContact": .holds([
          "TelephoneUniversalCommunication": .holds(["CompleteNumber": .term(.phone)]),
          "EmailURIUniversalCommunication": .holds(["URIID": .term(.email)]),
        ]),
        "PostalTradeAddress": .holds([
          "PostcodeCode": .term(.postcode),
          "LineOne": .term(.addressLine),
          "LineTwo": .term(.addressLine),
          "LineThree": .term(.addressLine),
          "CityName": .term(.city),
          "CountryID": .term(.country),
        ]),
        "URIUniversalCommunication": .holds(["URIID": .term(.endpoint)]),
        "SpecifiedTaxRegistration": .group(.taxRegistration, ["ID": .term(.taxIdentifier)]),
      ])
  }

  private static func line(_ names: Names) -> EInvoiceNode {
    .group(
      .line,
      [
        "AssociatedDocumentLineDocument": .holds([
          "LineID": .term(.lineNumber), "LineStatusReasonCode": .term(.lineStatus),
        ]),
        "SpecifiedTradeProduct": .holds([
          "GlobalID": .term(.standardItem),
          "SellerAssignedID": .term(.sellersItem),
          "BuyerAssignedID": .term(.buyersItem),
          "Name": .term(.itemName),
        ]),
        names.lineAgreement: .holds([
          "NetPriceProductTradePrice": .holds([
            "ChargeAmount": .term(.price), "BasisQuantity": .term(.priceBase),
          ])
        ]),
        names.lineDelivery: .holds(["BilledQuantity": .term(.quantity)]),
        names.lineSettlement: .holds([
          names.lineSummation: .holds(["LineTotalAmount": .term(.lineNet)])
        ]),
      ])
  }
}
