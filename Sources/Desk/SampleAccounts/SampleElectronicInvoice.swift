import Units

/// An invoice of the sample company as it was sent: in UBL or as Cross Industry Invoice, after EN 16931.
struct SampleElectronicInvoice {
  let invoice: SampleInvoice
  let seller: SampleParty
  let buyer: SampleParty

  /// Whether it gives money back.
  private var isCredit: Bool { invoice.net < .zero }

  /// A credit note is written without a sign.
  private func shown(_ amount: Cents) -> String { decimal((isCredit ? -amount : amount).value, 2) }
  private func quantity(_ line: SampleInvoice.Line) -> String {
    decimal(isCredit ? -line.quantity : line.quantity, 6)
  }

  /// What a unit costs once the line's discount is off; the line's amount stays what counts.
  private func price(_ line: SampleInvoice.Line) -> String {
    let price = divided(Int128(line.amount.value) * 10_000_000_000, by: Int128(line.quantity))
    return decimal(Int64(price.magnitude), 6)
  }

  private func decimal(_ value: Int64, _ digits: Int) -> String {
    let scale = digits == 2 ? Int64(100) : 1_000_000
    var part = padded(Int(value.magnitude % UInt64(scale)), digits)
    while part.count > 2, part.hasSuffix("0") { part.removeLast() }
    return (value < 0 ? "-" : "") + String(value.magnitude / UInt64(scale)) + "." + part
  }

  private func unitCode(_ line: SampleInvoice.Line) -> String {
    ["bidon": "CA", "boîte": "BX", "carton": "CT", "colis": "PK", "lot": "SET", "forfait": "E48"][line.unit ?? ""]
      ?? "C62"
  }

  private var gross: Cents { invoice.net + invoice.tax }

  // MARK: UBL

  /// In UBL 2.1.
  var ubl: String {
    let root = isCredit ? "CreditNote" : "Invoice"
    let space = "urn:oasis:names:specification:ubl:schema:xsd:"
    return SampleXML(
      root,
      [
        ("xmlns", space + root + "-2"), ("xmlns:cac", space + "CommonAggregateComponents-2"),
        ("xmlns:cbc", space + "CommonBasicComponents-2"),
      ],
      [
        SampleXML("cbc:CustomizationID", "urn:cen.eu:en16931:2017"),
        SampleXML("cbc:ID", invoice.number),
        SampleXML("cbc:IssueDate", invoice.day.iso),
        SampleXML("cbc:\(root)TypeCode", isCredit ? "381" : "380"),
        SampleXML("cbc:DocumentCurrencyCode", "EUR"),
        invoice.preceding.map {
          SampleXML(
            "cac:BillingReference", [], [SampleXML("cac:InvoiceDocumentReference", [], [SampleXML("cbc:ID", $0)])])
        },
        SampleXML("cac:AccountingSupplierParty", [], [party(seller)]),
        SampleXML("cac:AccountingCustomerParty", [], [party(buyer)]),
        SampleXML(
          "cac:TaxTotal", [],
          [
            money("cbc:TaxAmount", invoice.tax),
            SampleXML(
              "cac:TaxSubtotal", [],
              [
                money("cbc:TaxableAmount", invoice.net), money("cbc:TaxAmount", invoice.tax),
                taxCategory("TaxCategory"),
              ]
            ),
          ]),
        SampleXML(
          "cac:LegalMonetaryTotal", [],
          [
            money("cbc:LineExtensionAmount", invoice.net), money("cbc:TaxExclusiveAmount", invoice.net),
            money("cbc:TaxInclusiveAmount", gross), money("cbc:PayableAmount", gross),
          ]),
      ] + invoice.lines.enumerated().map { line($1, number: $0 + 1, root) }
    ).document
  }

  private func money(_ name: String, _ amount: Cents) -> SampleXML {
    SampleXML(name, shown(amount), [("currencyID", "EUR")])
  }

  private func taxCategory(_ name: String) -> SampleXML {
    SampleXML(
      "cac:" + name, [],
      [
        SampleXML("cbc:ID", "S"), SampleXML("cbc:Percent", "20"),
        SampleXML("cac:TaxScheme", [], [SampleXML("cbc:ID", "VAT")]),
      ])
  }

  private func party(_ party: SampleParty) -> SampleXML {
    SampleXML(
      "cac:Party", [],
      [
        party.code.map { SampleXML("cac:PartyIdentification", [], [SampleXML("cbc:ID", $0)]) },
        SampleXML(
          "cac:PostalAddress", [],
          [
            party.address.map { SampleXML("cbc:StreetName", $0) }, party.city.map { SampleXML("cbc:CityName", $0) },
            party.postcode.map { SampleXML("cbc:PostalZone", $0) },
            SampleXML("cac:Country", [], [SampleXML("cbc:IdentificationCode", "FR")]),
          ]),
        party.vat.map {
          SampleXML(
            "cac:PartyTaxScheme", [],
            [SampleXML("cbc:CompanyID", $0), SampleXML("cac:TaxScheme", [], [SampleXML("cbc:ID", "VAT")])])
        },
        SampleXML(
          "cac:PartyLegalEntity", [],
          [
            SampleXML("cbc:RegistrationName", party.name),
            party.siren.map { SampleXML("cbc:CompanyID", $0, [("schemeID", "0002")]) },
          ]),
        party.email.map { SampleXML("cac:Contact", [], [SampleXML("cbc:ElectronicMail", $0)]) },
      ])
  }

  private func line(_ line: SampleInvoice.Line, number: Int, _ root: String) -> SampleXML {
    SampleXML(
      "cac:\(root)Line", [],
      [
        SampleXML("cbc:ID", String(number)),
        SampleXML(
          isCredit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", quantity(line), [("unitCode", unitCode(line))]),
        money("cbc:LineExtensionAmount", line.amount),
        SampleXML(
          "cac:Item", [],
          [
            SampleXML("cbc:Name", line.name ?? "Divers"),
            line.product.map { SampleXML("cac:SellersItemIdentification", [], [SampleXML("cbc:ID", $0)]) },
            taxCategory("ClassifiedTaxCategory"),
          ]),
        SampleXML("cac:Price", [], [SampleXML("cbc:PriceAmount", price(line), [("currencyID", "EUR")])]),
      ])
  }
}

/// Who sells or buys.
struct SampleParty {
  /// The number the seller knows a buyer by.
  var code: String?
  let name: String
  var siren: String?
  var vat: String?
  var email: String?
  var address: String?
  var postcode: String?
  var city: String?
}

// MARK: - Cross Industry Invoice

extension SampleElectronicInvoice {
  /// As UN/CEFACT's Cross Industry Invoice.
  var cii: String {
    let standard = "urn:un:unece:uncefact:data:standard:"
    return SampleXML(
      "rsm:CrossIndustryInvoice",
      [
        ("xmlns:rsm", standard + "CrossIndustryInvoice:100"),
        ("xmlns:ram", standard + "ReusableAggregateBusinessInformationEntity:100"),
        ("xmlns:udt", standard + "UnqualifiedDataType:100"),
      ],
      [
        SampleXML(
          "rsm:ExchangedDocumentContext", [],
          [
            SampleXML(
              "ram:GuidelineSpecifiedDocumentContextParameter", [], [SampleXML("ram:ID", "urn:cen.eu:en16931:2017")])
          ]),
        SampleXML(
          "rsm:ExchangedDocument", [],
          [
            SampleXML("ram:ID", invoice.number), SampleXML("ram:TypeCode", isCredit ? "381" : "380"),
            SampleXML(
              "ram:IssueDateTime", [], [SampleXML("udt:DateTimeString", invoice.day.compact, [("format", "102")])]),
          ]),
        SampleXML(
          "rsm:SupplyChainTradeTransaction", [],
          invoice.lines.enumerated().map { tradeLine($1, number: $0 + 1) } + [
            SampleXML(
              "ram:ApplicableHeaderTradeAgreement", [],
              [tradeParty("SellerTradeParty", seller), tradeParty("BuyerTradeParty", buyer)]),
            SampleXML("ram:ApplicableHeaderTradeDelivery", [], []),
            settlement,
          ]),
      ]
    ).document
  }

  private func tradeLine(_ line: SampleInvoice.Line, number: Int) -> SampleXML {
    SampleXML(
      "ram:IncludedSupplyChainTradeLineItem", [],
      [
        SampleXML("ram:AssociatedDocumentLineDocument", [], [SampleXML("ram:LineID", String(number))]),
        SampleXML(
          "ram:SpecifiedTradeProduct", [],
          [
            line.product.map { SampleXML("ram:SellerAssignedID", $0) }, SampleXML("ram:Name", line.name ?? "Divers"),
          ]),
        SampleXML(
          "ram:SpecifiedLineTradeAgreement", [],
          [SampleXML("ram:NetPriceProductTradePrice", [], [SampleXML("ram:ChargeAmount", price(line))])]),
        SampleXML(
          "ram:SpecifiedLineTradeDelivery", [],
          [SampleXML("ram:BilledQuantity", quantity(line), [("unitCode", unitCode(line))])]),
        SampleXML(
          "ram:SpecifiedLineTradeSettlement", [],
          [
            tradeTax(of: nil),
            SampleXML(
              "ram:SpecifiedTradeSettlementLineMonetarySummation", [],
              [SampleXML("ram:LineTotalAmount", shown(line.amount))]),
          ]),
      ])
  }

  private func tradeTax(of net: Cents?) -> SampleXML {
    SampleXML(
      "ram:ApplicableTradeTax", [],
      [
        net.map { SampleXML("ram:CalculatedAmount", shown(SampleInvoice.tax(on: $0))) },
        SampleXML("ram:TypeCode", "VAT"),
        net.map { SampleXML("ram:BasisAmount", shown($0)) },
        SampleXML("ram:CategoryCode", "S"), SampleXML("ram:RateApplicablePercent", "20"),
      ])
  }

  private func tradeParty(_ name: String, _ party: SampleParty) -> SampleXML {
    SampleXML(
      "ram:" + name, [],
      [
        party.code.map { SampleXML("ram:ID", $0) }, SampleXML("ram:Name", party.name),
        party.siren.map {
          SampleXML("ram:SpecifiedLegalOrganization", [], [SampleXML("ram:ID", $0, [("schemeID", "0002")])])
        },
        SampleXML(
          "ram:PostalTradeAddress", [],
          [
            party.postcode.map { SampleXML("ram:PostcodeCode", $0) },
            party.address.map { SampleXML("ram:LineOne", $0) }, party.city.map { SampleXML("ram:CityName", $0) },
            SampleXML("ram:CountryID", "FR"),
          ]),
        party.vat.map {
          SampleXML("ram:SpecifiedTaxRegistration", [], [SampleXML("ram:ID", $0, [("schemeID", "VA")])])
        },
      ])
  }

  private var settlement: SampleXML {
    SampleXML(
      "ram:ApplicableHeaderTradeSettlement", [],
      [
        SampleXML("ram:InvoiceCurrencyCode", "EUR"), tradeTax(of: invoice.net),
        SampleXML(
          "ram:SpecifiedTradeSettlementHeaderMonetarySummation", [],
          [
            SampleXML("ram:LineTotalAmount", shown(invoice.net)),
            SampleXML("ram:TaxBasisTotalAmount", shown(invoice.net)),
            SampleXML("ram:TaxTotalAmount", shown(invoice.tax), [("currencyID", "EUR")]),
            SampleXML("ram:GrandTotalAmount", shown(gross)), SampleXML("ram:DuePayableAmount", shown(gross)),
          ]),
        invoice.preceding.map {
          SampleXML("ram:InvoiceReferencedDocument", [], [SampleXML("ram:IssuerAssignedID", $0)])
        },
      ])
  }
}
