import Ledger

/// The headers under which each field is found in French and English files, the surest first.
enum HeaderNames {
  /// A header that names a field.
  struct Name: Sendable {
    let field: Field
    let words: HeaderWords
    /// 0 for the surest name of the field.
    let rank: Int
  }

  /// The names of a kind's fields.
  struct Table: Sendable {
    /// The names by their words, for headers that are names word for word.
    let exact: [HeaderWords: [Name]]
    /// The names of several words, for headers that have more words besides.
    let long: [Name]

    fileprivate init(_ names: [Name]) {
      exact = Dictionary(grouping: names, by: \.words)
      long = names.filter { $0.words.words.count >= 2 }
    }
  }

  /// The names of a kind's fields.
  static func table(of kind: SourceKind) -> Table { tables[kind] ?? Table([]) }

  /// How many headers are names of one kind's fields, of the kind that knows most.
  static func known(_ headers: [String], kind: SourceKind?) -> Int {
    let words = headers.map(HeaderWords.init).filter { !$0.words.isEmpty }
    let kinds = kind.map { [$0] } ?? SourceKind.allCases
    return kinds.map { kind in
      let table = table(of: kind)
      return words.count { table.exact[$0] != nil }
    }.max() ?? 0
  }

  /// Words that make a header speak of something else, unless the field's name has them.
  static let telling: Set<String> = [
    "ttc", "tva", "vat", "tax", "taxe", "brut", "gross", "incl", "inclu", "livraison", "delivery", "ship", "shipping",
    "billing", "echeance", "due", "precedent", "parent", "mere", "old", "ancien", "stock", "birth", "naissance",
    "ligne", "total", "souscategorie", "sousfamille", "categorie", "famille", "fournisseur", "creation", "statut",
    "type", "cumul", "date", "montant", "prix", "cout", "quantite", "taux", "commande", "marge", "group", "groupe",
    "prenom", "last", "first", "email", "telephone", "adresse",
  ]

  /// The halves of a person's name.
  static let firstNames = ["first name", "prénom", "given name"].map(HeaderWords.init)
  static let lastNames = ["last name", "nom", "surname", "family name", "nom de famille"].map(HeaderWords.init)
  /// Headers of an organisation's name.
  static let companies = [
    "raison sociale", "company", "company name", "société", "entreprise", "organisation", "organization", "nom société",
    "dénomination", "dénomination sociale", "site name", "nom entreprise", "account name", "nom du compte", "enseigne",
  ].map(HeaderWords.init)

  private static let tables: [SourceKind: Table] = {
    var tables: [SourceKind: Table] = [:]
    for kind in SourceKind.allCases {
      let names = kind.fields.flatMap { field in
        // The field's own name is surest; but "Client" is a sale's customer's name where there is a code beside it.
        // And what a line is, no table says: it is told from accounts.
        let own = kind == .sales && [.customer, .nature].contains(field) ? [] : [field.rawValue]
        return (own + texts(of: field, kind)).enumerated().map {
          Name(field: field, words: HeaderWords($0.element), rank: $0.offset)
        }
      }
      tables[kind] = Table(names)
    }
    return tables
  }()

  private static func texts(of field: Field, _ kind: SourceKind) -> [String] {
    switch field {
    case .customer: customerNames(kind)
    case .name: namesOfName(kind)
    case .salesperson: salespersonNames(kind)
    case .kind: kind == .services ? serviceKindNames : contractKindNames
    case .cost: kind == .products ? productCostNames : kind == .services ? serviceCostNames : lineCostNames
    case .date: dateNames(kind)
    case .category where kind == .prospects: ["catégorie", "category", "segment", "type"]
    case .source: ["source", "origine", "origine du prospect", "lead source", "provenance", "canal"]
    default: common[field] ?? []
    }
  }

  private static func customerNames(_ kind: SourceKind) -> [String] {
    let codes = [
      "code client", "customer id", "n° client", "customer key", "customer code", "réf client", "customer no",
      "identifiant client", "id client", "compte client", "client no", "customer account", "account no", "account id",
      "code tiers", "n° tiers", "tiers", "code compte", "n° compte", "compte", "matricule client", "client ref",
      "buyer id",
    ]
    if kind == .customers { return codes + ["code", "id", "n°", "identifiant", "référence", "numéro", "key"] }
    if kind == .sales { return codes + ["client"] }
    return codes + ["client", "nom client", "raison sociale", "société", "company"]
  }

  private static func namesOfName(_ kind: SourceKind) -> [String] {
    switch kind {
    case .people:
      [
        "nom", "full name", "nom complet", "nom commercial", "nom vendeur", "salesperson name", "employee name",
        "nom salarié", "nom prénom",
      ]
    case .prospects:
      [
        "nom prospect", "prospect name", "raison sociale", "société", "company", "company name", "entreprise", "nom",
        "nom société", "organisation", "dénomination", "lead name",
      ]
    default:
      [
        "raison sociale", "nom client", "customer name", "company name", "company", "société", "entreprise",
        "nom société", "dénomination", "dénomination sociale", "organisation", "organization", "account name",
        "nom du compte", "nom entreprise", "site name", "enseigne", "intitulé", "intitulé client", "full name",
        "nom complet", "client", "nom",
      ]
    }
  }

  private static func salespersonNames(_ kind: SourceKind) -> [String] {
    let names = [
      "code commercial", "salesperson id", "commercial", "vendeur", "représentant", "sales rep", "sales rep id",
      "sales person", "sales person id", "code vendeur", "code représentant", "n° commercial", "id commercial",
      "rep id",
      "rep", "support rep id", "responsable commercial", "nom commercial", "nom vendeur", "chargé de clientèle",
      "account manager", "technico commercial", "attaché commercial", "agent commercial", "atc", "sales agent",
      "ingénieur commercial", "sales", "owner", "sales employee",
    ]
    guard kind == .people else {
      return kind == .services
        ? names + ["intervenant", "technicien", "collaborateur", "employé", "employee", "employee id"] : names
    }
    return [
      "matricule", "employee id", "code commercial", "salesperson id", "code salarié", "employee no", "id employé",
      "code vendeur", "n° commercial", "person id", "staff id",
    ] + names + ["code", "id", "employé", "employee", "collaborateur", "identifiant", "n°"]
  }

  private static func dateNames(_ kind: SourceKind) -> [String] {
    switch kind {
    case .services:
      [
        "date visite", "date appel", "date intervention", "date événement", "event date", "date service", "jour", "day",
        "date début", "visit date", "call date",
      ]
    case .enquiries:
      ["date demande", "enquiry date", "inquiry date", "date contact", "request date", "reçu le", "jour", "received"]
    default:
      [
        "date facture", "date de facturation", "invoice date", "date pièce", "date document", "date vente", "sale date",
        "order date", "date commande", "document date", "transaction date", "posting date", "date comptable",
        "date opération", "date écriture", "date mouvement", "billing date", "invoice day", "jour", "day",
        "purchase date", "date achat", "date livraison", "ship date", "timestamp", "datetime",
      ]
    }
  }

  private static let serviceKindNames = [
    "nature", "type", "type de service", "service type", "service", "type d'événement", "event type", "activité",
    "activity type", "activity", "action", "type d'action", "motif", "prestation", "type contact", "contact type",
  ]
  private static let contractKindNames = [
    "type", "nature", "type de contrat", "contract type", "nature du contrat", "genre",
  ]
  private static let lineCostNames = [
    "coût ligne", "line cost", "coût total", "total cost", "coût de revient total", "coût", "prix de revient total",
    "coût des ventes", "cost amount", "cogs", "coût d'achat total", "coût direct", "direct cost", "montant coût",
    "prix de revient ligne", "achat total",
  ]
  private static let productCostNames = [
    "prix de revient", "product cost", "coût unitaire", "unit cost", "coût de revient", "standard cost",
    "coût standard", "prix d'achat", "purchase price", "coût", "coût d'achat", "prix d'achat HT", "PA HT", "PRU", "PMP",
    "cump", "prix de revient unitaire", "coût produit",
  ]
  private static let serviceCostNames = ["coût", "coût réel", "montant", "amount", "frais", "coût total", "expense"]

  private static let common: [Field: [String]] = [
    .invoice: [
      "n° facture", "invoice id", "numéro de facture", "invoice key", "code facture", "réf facture", "n° pièce",
      "pièce", "n° document", "document no", "document id", "doc no", "facture", "invoice", "sales invoice",
      "billing document", "order no", "sales order", "sales order no", "order id", "n° commande", "sales order id",
      "n° de bon", "n° BL", "commande", "réf pièce", "ticket", "n° ticket", "receipt no", "transaction id",
      "transaction no", "numéro", "n°", "document", "réf commande", "order",
    ],
    .customerName: [
      "nom client", "customer name", "raison sociale", "nom du client", "intitulé client", "client name", "société",
      "company", "company name", "raison sociale client", "libellé client", "désignation client", "nom société",
      "nom tiers", "intitulé tiers", "account name", "client", "nom", "entreprise", "intitulé", "dénomination",
    ],
    .product: [
      "code article", "product id", "product key", "code produit", "réf article", "stock code", "sku",
      "référence article",
      "product code", "item no", "item code", "item id", "article no", "réf produit", "product no", "product SKU",
      "product ref", "track id", "material", "material no", "part no", "ean", "code EAN", "gtin", "référence", "réf",
      "article id", "n° article", "product", "article", "item", "produit", "code prestation", "track",
    ],
    .productName: [
      "désignation", "nom produit", "product name", "libellé article", "désignation article", "description",
      "libellé produit", "libellé", "désignation produit", "item name", "item description", "description article",
      "product description", "nom article", "article description", "material description", "intitulé article",
      "désignation commerciale", "model name", "line description", "prestation", "détail",
    ],
    .range: [
      "famille", "gamme", "product range", "famille article", "famille produit", "product category", "category",
      "catégorie", "catégorie produit", "product family", "product line", "ligne de produits", "item category",
      "product group", "groupe article", "groupe produit", "item group", "code famille", "libellé famille", "rayon",
      "univers", "catégorie article", "product type", "type produit", "sous famille", "subcategory", "sous catégorie",
      "product subcategory", "product subcategory key", "category key", "genre", "department", "collection", "activité",
    ],
    .quantity: [
      "qté", "quantité", "order quantity", "quantité facturée", "qté facturée", "quantity ordered", "units", "nombre",
      "quantité livrée", "quantité vendue", "invoiced quantity", "qty sold", "nb", "volume", "quantity invoiced",
      "quantité commandée", "count", "cds",
    ],
    .unit: ["unité", "unit of measure", "uom", "unité de vente", "unité de mesure", "um", "conditionnement", "unit"],
    .unitPrice: [
      "PU HT", "prix unitaire", "prix unitaire HT", "unit price", "prix de vente unitaire", "prix unit HT", "PU",
      "PU net", "prix unitaire net", "net unit price", "prix de vente HT", "prix de vente", "selling price",
      "sales price", "prix HT", "PV HT", "prix net", "prix", "price", "PV", "tarif HT", "rate",
    ],
    .amount: [
      "montant HT", "total HT", "montant net HT", "montant ligne HT", "total ligne HT", "CA HT", "net amount",
      "line total", "line amount", "montant ligne", "total ligne", "line net amount", "net total", "montant net",
      "total net HT", "total net", "sales amount", "chiffre d'affaires", "chiffre d'affaires HT", "CA", "CA net",
      "montant facturé HT", "montant facturé", "extended price", "net value", "net sales", "valeur HT", "valeur nette",
      "revenue", "sales", "net HT", "net", "HT", "prix total HT", "prix total", "total price", "montant", "amount",
      "total", "amt", "vente HT", "subtotal", "sous total",
    ],
    .unitCost: [
      "coût unitaire", "unit cost", "prix de revient unitaire", "coût de revient unitaire", "PRU",
      "prix d'achat unitaire",
      "prix d'achat", "prix d'achat HT", "prix de revient", "purchase price", "coût d'achat", "standard cost",
      "product cost", "coût standard", "PA HT", "cump", "PMP", "cost price", "coût de revient",
    ],
    .discount: [
      "remise", "remise %", "% remise", "taux de remise", "discount", "discount %", "discount rate", "discount percent",
      "taux remise", "rabais", "remise ligne", "line discount", "rem",
    ],
    .currency: ["devise", "currency", "code devise", "currency code", "monnaie"],
    .precedingInvoice: [
      "facture d'origine", "facture origine", "preceding invoice", "n° facture origine", "original invoice",
      "facture précédente", "n° facture d'origine", "facture liée", "réf facture origine", "avoir sur facture",
      "credited invoice", "facture avoirée",
    ],
    .price: [
      "prix de vente", "prix de vente HT", "product price", "unit price", "list price", "prix HT", "prix catalogue",
      "prix public", "tarif", "tarif HT", "prix unitaire", "prix unitaire HT", "PU HT", "PV HT", "prix", "price",
      "selling price", "sales price", "prix de base",
    ],
    .paid: [
      "date règlement", "date de règlement", "date paiement", "date de paiement", "payé le", "réglé le", "paid on",
      "payment date", "paid date", "date paid", "settlement date", "date encaissement", "encaissé le",
    ],
    .since: [
      "client depuis", "customer since", "date de création", "created at", "creation date", "date création", "depuis",
      "depuis le", "date d'entrée", "en vente depuis", "date de lancement", "launch date", "created", "first order",
      "date ouverture", "sell start date",
    ],
    .withdrawn: [
      "retiré le", "date de retrait", "date fin", "fin de vie", "end of life", "date d'arrêt", "discontinued",
      "discontinued date", "date de fin", "sell end date", "arrêté le", "end date",
    ],
    .group: [
      "groupe", "group", "groupe client", "customer group", "maison mère", "parent", "parent company", "parent account",
      "société mère", "holding", "groupement", "centrale", "enseigne groupe",
    ],
    .category: [
      "catégorie", "category", "catégorie client", "customer category", "type client", "customer type", "segment",
      "type de client", "customer segment", "classe", "famille client", "typologie", "channel", "canal",
    ],
    .sector: [
      "secteur", "secteur d'activité", "sector", "industry", "activité", "branche", "NAF", "code NAF", "code APE",
      "APE",
      "business sector", "métier", "domaine",
    ],
    .region: [
      "région", "region", "territoire", "territory", "zone", "secteur géographique", "département", "state", "province",
      "zone géographique", "code région", "area",
    ],
    .size: ["taille", "size", "effectif", "effectifs", "employees", "headcount", "nombre de salariés", "company size"],
    .potential: [
      "potentiel", "potential", "potentiel annuel", "CA potentiel", "potentiel d'achat", "potentiel total",
      "yearly potential", "annual potential", "potential revenue", "budget", "budget annuel",
    ],
    .potentialDate: [
      "date potentiel", "potential date", "date du potentiel", "potentiel au", "date estimation potentiel",
    ],
    .risk: ["risque", "risk", "niveau de risque", "risk level", "cote", "note de risque", "scoring"],
    .interest: ["intérêt", "interest", "niveau d'intérêt"],
    .culture: ["culture", "affinité", "fit"],
    .need: ["besoin", "besoins", "need", "needs", "attente"],
    .decisionMode: ["mode de décision", "decision mode", "processus de décision", "decision process"],
    .decisionMaker: ["décideur", "decision maker", "interlocuteur", "contact", "nom contact", "contact name"],
    .siren: ["siren", "siret", "n° siren", "n° siret", "code siren", "company no", "registration no"],
    .vat: [
      "TVA intracommunautaire", "n° TVA", "n° TVA intracommunautaire", "VAT", "VAT number", "VAT id", "TVA intra",
      "n° TVA intra", "identifiant TVA", "tax id", "code TVA intra",
    ],
    .email: [
      "email", "e-mail", "courriel", "mail", "adresse email", "adresse e-mail", "email address", "adresse mail",
    ],
    .phone: ["téléphone", "phone", "tél", "phone number", "n° téléphone", "mobile", "portable", "téléphone fixe"],
    .address: [
      "adresse", "address", "rue", "street", "adresse 1", "address line 1", "street address", "adresse ligne 1",
      "adresse postale", "voie",
    ],
    .postcode: ["code postal", "CP", "postal code", "zip", "zip code", "postcode"],
    .city: ["ville", "city", "commune", "localité", "town", "suburb"],
    .country: ["pays", "country", "code pays", "country code"],
    .optOut: [
      "opt out", "optout", "désinscrit", "ne pas contacter", "do not contact", "unsubscribed", "stop mailing",
      "refus prospection", "no mailing",
    ],
    .strategicUntil: [
      "stratégique jusqu'au", "stratégique jusqu'à", "fin de la dérogation", "strategic until", "strategic end",
    ],
    .sponsor: ["parrain", "qui en répond", "répondant", "sponsor", "executive sponsor"],
    .strategic: ["stratégique", "strategic", "client stratégique", "compte clé", "key account", "grand compte"],
    .prospect: [
      "prospect", "code prospect", "prospect id", "n° prospect", "id prospect", "lead", "lead id", "prospect code",
      "code piste", "piste", "nom prospect", "prospect name",
    ],
    .role: [
      "fonction", "role", "rôle", "poste", "title", "job title", "métier", "job", "service", "équipe", "team", "emploi",
    ],
    .hoursPerMonth: [
      "heures par mois", "hours per month", "heures mensuelles", "monthly hours", "heures/mois", "h/mois",
      "capacité mensuelle",
    ],
    .costPerHour: [
      "coût horaire", "cost per hour", "taux horaire", "hourly cost", "hourly rate", "coût par heure", "coût/heure",
      "hour cost",
    ],
    .minutes: [
      "minutes", "durée (min)", "durée en minutes", "durée minutes", "duration minutes", "temps (min)", "durée",
      "duration",
      "temps passé", "temps passé (min)", "minutes passées", "time spent",
    ],
    .promised: [
      "promis le", "promised", "date promise", "date prévue", "due date", "promised date", "échéance", "planned date",
    ],
    .done: [
      "fait le", "done", "date réelle", "date de réalisation", "réalisé le", "done date", "actual date", "livré le",
      "delivered", "clôturé le",
    ],
    .note: [
      "note", "commentaire", "comment", "remarque", "observation", "observations", "compte rendu", "notes", "mémo",
    ],
    .start: [
      "début", "start", "date de début", "start date", "date d'effet", "effective date", "début contrat", "signé le",
    ],
    .renewal: [
      "renouvellement", "renewal", "date de renouvellement", "renewal date", "échéance", "date d'échéance", "fin",
      "date de fin", "end date", "fin de contrat", "expiration", "expiry", "date fin contrat", "expiry date",
    ],
    .noticeMonths: [
      "préavis", "préavis (mois)", "notice months", "mois de préavis", "durée préavis", "notice", "notice period",
    ],
    .value: [
      "valeur", "value", "montant", "montant annuel", "valeur annuelle", "contract value", "annual value", "montant HT",
      "montant du contrat", "amount",
    ],
    .handler: [
      "traité par", "handler", "handled by", "pris en charge par", "responsable", "commercial", "vendeur",
      "assigned to", "owner",
    ],
    .answered: [
      "répondu le", "answered", "date de réponse", "answer date", "date réponse", "réponse le", "answered at",
      "response date",
    ],
    .outcome: ["issue", "outcome", "résultat", "suite", "result", "suite donnée", "statut", "status"],
  ]
}
