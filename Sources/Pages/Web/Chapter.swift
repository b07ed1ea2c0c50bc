/// The parts of the dashboard, each with its pages, the first the one it opens with.
enum Chapter: CaseIterable {
  case month, customers, verdicts, growth, life, outlook, margins, effort, stakes, data

  var pages: [Address] {
    switch self {
    case .month: [.dashboard, .report(.month)]
    case .customers: [.report(.ranking), .customers, .report(.tomorrow), .report(.cleanup), .report(.file)]
    case .verdicts: [.report(.verdicts), .whatIf, .offers, .cases, .door]
    case .growth: [.report(.replication), .report(.lookalikes), .report(.whitespace), .report(.targets), .categories]
    case .life: [.report(.stages), .report(.transitions), .report(.losses)]
    case .outlook: [.report(.forecast), .report(.nextorders)]
    case .margins:
      [
        .report(.profitability), .report(.floors), .report(.prices), .report(.pricepolicy), .report(.pvm),
        .report(.categories), .report(.suggestions),
      ]
    case .effort: [.report(.bands), .report(.time), .report(.effort)]
    case .stakes: [.report(.stakes), .report(.adequacy)]
    case .data: [.imports, .newImport, .duplicates, .report(.reconciliation), .policy]
    }
  }

  var label: Phrase {
    switch self {
    case .month: Phrase(fr: "Le mois", en: "The month")
    case .customers: Phrase(fr: "Clients", en: "Customers")
    case .verdicts: Phrase(fr: "Verdicts", en: "Verdicts")
    case .growth: Phrase(fr: "Développer", en: "Grow")
    case .life: Phrase(fr: "Vie", en: "Life")
    case .outlook: Phrase(fr: "Avenir", en: "Outlook")
    case .margins: Phrase(fr: "Marges", en: "Margins")
    case .effort: Phrase(fr: "Temps", en: "Time")
    case .stakes: Phrase(fr: "Enjeux", en: "Stakes")
    case .data: Phrase(fr: "Données", en: "Data")
    }
  }
}

extension Address {
  /// The page of the menu that a page belongs to.
  var kin: Address {
    switch self {
    case .customer, .record, .decision: .customers
    case .ceasing, .letter, .letterTemplate: .cases
    case .duplicatePair: .duplicates
    case .category: .categories
    case .prospect: .report(.lookalikes)
    case .lines: .report(.reconciliation)
    case .importDetail: .imports
    case .upload: .newImport
    case .method(let name): .report(name)
    default: self
    }
  }

  /// Whether the page has something to show before there are books.
  var standsAlone: Bool {
    switch self {
    case .imports, .importDetail, .newImport, .upload, .policy, .style: true
    default: false
    }
  }

  /// What the menu calls the page.
  var label: Phrase {
    switch self {
    case .report(let name): name.label
    case .dashboard: Phrase(fr: "Tableau de bord", en: "Dashboard")
    case .customers, .customer, .record, .decision: Phrase(fr: "Tous les clients", en: "All customers")
    case .cases, .ceasing: Phrase(fr: "Relations à cesser", en: "Relations to end")
    case .letter: Phrase(fr: "Lettre", en: "Letter")
    case .letterTemplate: Phrase(fr: "Modèle de lettre", en: "Letter template")
    case .offers: Phrase(fr: "Hausses et dernières offres", en: "Price rises and last offers")
    case .door: Phrase(fr: "Refus à la porte", en: "Refused at the door")
    case .duplicates, .duplicatePair: Phrase(fr: "Doublons", en: "Duplicates")
    case .prospect: Phrase(fr: "Prospect", en: "Prospect")
    case .categories, .category: Phrase(fr: "Vos catégories", en: "Your categories")
    case .lines: Phrase(fr: "Lignes de facture", en: "Invoice lines")
    case .imports, .importDetail: Phrase(fr: "Imports", en: "Imports")
    case .newImport, .upload: Phrase(fr: "Importer", en: "Import")
    case .whatIf: Phrase(fr: "Et si… ?", en: "What if…?")
    case .policy: Phrase(fr: "Vos règles", en: "Your rules")
    case .method: Phrase(fr: "Méthode", en: "Method")
    case .style: Phrase(fr: "Composants", en: "Components")
    case .action: Phrase(fr: "", en: "")
    }
  }
}
