import Ledger
import Units

extension Field {
  /// What people call the field among the rows of a kind.
  public func label(in kind: SourceKind) -> Phrase {
    switch (self, kind) {
    case (.cost, .products), (.price, .products): productLabel
    case (.kind, .services): Phrase(fr: "Nature du service", en: "Kind of service")
    case (.kind, _): Phrase(fr: "Nature du contrat", en: "Kind of contract")
    case (.name, .people): Phrase(fr: "Nom de la personne", en: "Person's name")
    case (.region, .people): Phrase(fr: "Secteur géographique", en: "Territory")
    case (.cost, .services): Phrase(fr: "Coût du service", en: "Cost of the service")
    case (.nature, .payments): Phrase(fr: "Règlement ou perte", en: "Payment or loss")
    case (.nature, _): Phrase(fr: "Nature de la ligne", en: "Nature of the line")
    case (.date, .sales), (.date, .invoices), (.date, .payments): Phrase(fr: "Date de facture", en: "Invoice date")
    case (.since, .products): Phrase(fr: "Au catalogue depuis", en: "In the catalogue since")
    default: isOfSales ? saleLabel : isOfCustomers ? customerLabel : otherLabel
    }
  }

  private var isOfSales: Bool { SourceKind.sales.fields.contains(self) }
  private var isOfCustomers: Bool { SourceKind.customers.fields.contains(self) }

  private var productLabel: Phrase {
    self == .cost
      ? Phrase(fr: "Coût d'une unité", en: "Cost of a unit") : Phrase(fr: "Prix d'une unité", en: "Price of a unit")
  }

  private var saleLabel: Phrase {
    switch self {
    case .invoice: Phrase(fr: "Numéro de facture", en: "Invoice number")
    case .date: Phrase(fr: "Date", en: "Date")
    case .customer: Phrase(fr: "Client (code ou nom)", en: "Customer (code or name)")
    case .customerName: Phrase(fr: "Nom du client", en: "Customer's name")
    case .product: Phrase(fr: "Produit (code ou nom)", en: "Product (code or name)")
    case .productName: Phrase(fr: "Nom du produit", en: "Product's name")
    case .range: Phrase(fr: "Gamme", en: "Range")
    case .quantity: Phrase(fr: "Quantité", en: "Quantity")
    case .unit: Phrase(fr: "Unité", en: "Unit")
    case .unitPrice: Phrase(fr: "Prix unitaire hors taxes", en: "Unit price without tax")
    case .amount: Phrase(fr: "Montant hors taxes de la ligne", en: "Line's amount without tax")
    case .cost: Phrase(fr: "Coût direct de la ligne", en: "Line's direct cost")
    case .unitCost: Phrase(fr: "Coût direct d'une unité", en: "Direct cost of a unit")
    case .discount: Phrase(fr: "Remise", en: "Discount")
    case .salesperson: Phrase(fr: "Commercial", en: "Salesperson")
    case .currency: Phrase(fr: "Devise", en: "Currency")
    default: Phrase(fr: "Facture d'origine d'un avoir", en: "Invoice that a credit note corrects")
    }
  }

  private var customerLabel: Phrase {
    switch self {
    case .name: Phrase(fr: "Nom", en: "Name")
    case .group: Phrase(fr: "Groupe", en: "Group")
    case .category: Phrase(fr: "Catégorie", en: "Category")
    case .sector: Phrase(fr: "Secteur d'activité", en: "Line of business")
    case .region: Phrase(fr: "Région", en: "Region")
    case .size: Phrase(fr: "Taille", en: "Size")
    case .potential: Phrase(fr: "Potentiel d'achat par an", en: "Buying potential a year")
    case .potentialDate: Phrase(fr: "Date du potentiel", en: "Date of the potential")
    case .risk: Phrase(fr: "Risque", en: "Risk")
    case .interest: Phrase(fr: "Intérêt", en: "Interest")
    case .culture: Phrase(fr: "Culture d'entreprise", en: "Company culture")
    case .need: Phrase(fr: "Besoin", en: "Need")
    case .decisionMode: Phrase(fr: "Mode de décision", en: "How it decides")
    case .decisionMaker: Phrase(fr: "Décideur", en: "Who decides")
    case .since: Phrase(fr: "Client depuis", en: "Customer since")
    case .siren: Phrase(fr: "SIREN ou SIRET", en: "SIREN or SIRET")
    case .vat: Phrase(fr: "Numéro de TVA", en: "VAT number")
    case .email: Phrase(fr: "Adresse électronique", en: "E-mail")
    case .phone: Phrase(fr: "Téléphone", en: "Phone")
    case .address: Phrase(fr: "Adresse", en: "Address")
    case .postcode: Phrase(fr: "Code postal", en: "Postcode")
    case .city: Phrase(fr: "Ville", en: "Town")
    case .country: Phrase(fr: "Pays", en: "Country")
    case .optOut: Phrase(fr: "Ne veut pas être sollicité", en: "Does not want to be solicited")
    case .strategicUntil: Phrase(fr: "Stratégique jusqu'au", en: "Strategic until")
    case .sponsor: Phrase(fr: "Qui en répond", en: "Who answers for it")
    default: Phrase(fr: "Stratégique", en: "Strategic")
    }
  }

  private var otherLabel: Phrase {
    switch self {
    case .withdrawn: Phrase(fr: "Retiré le", en: "Withdrawn on")
    case .prospect: Phrase(fr: "Prospect (code ou nom)", en: "Prospect (code or name)")
    case .source: Phrase(fr: "Origine", en: "Source")
    case .role: Phrase(fr: "Fonction", en: "Role")
    case .hoursPerMonth: Phrase(fr: "Heures par mois", en: "Hours a month")
    case .costPerHour: Phrase(fr: "Coût d'une heure", en: "Cost of an hour")
    case .minutes: Phrase(fr: "Minutes", en: "Minutes")
    case .promised: Phrase(fr: "Promis pour le", en: "Promised for")
    case .done: Phrase(fr: "Fait le", en: "Done on")
    case .note: Phrase(fr: "Note", en: "Note")
    case .start: Phrase(fr: "Début", en: "Start")
    case .renewal: Phrase(fr: "Renouvellement", en: "Renewal")
    case .noticeMonths: Phrase(fr: "Préavis en mois", en: "Notice in months")
    case .value: Phrase(fr: "Valeur par an", en: "Value a year")
    case .handler: Phrase(fr: "Suivi par", en: "Handled by")
    case .paid: Phrase(fr: "Réglé le", en: "Paid on")
    case .answered: Phrase(fr: "Répondu le", en: "Answered on")
    default: Phrase(fr: "Issue", en: "Outcome")
    }
  }
}
