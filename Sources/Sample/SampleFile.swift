/// One of the source files of the sample company.
public enum SampleFile: String, CaseIterable, Sendable {
  case sales, products, customers, people, services, contracts, prospects, enquiries, stories

  /// The file's name as a French company would call it.
  public var frenchName: String {
    switch self {
    case .sales: "ventes.csv"
    case .products: "articles.csv"
    case .customers: "clients.csv"
    case .people: "equipe.csv"
    case .services: "services.csv"
    case .contracts: "contrats.csv"
    case .prospects: "prospects.csv"
    case .enquiries: "demandes.csv"
    case .stories: "stories.csv"
    }
  }

  /// The first line of the French file, without its line end.
  var frenchHeader: String {
    switch self {
    case .sales:
      "N° facture;Date;Code client;Client;Réf. article;Désignation;Famille;Quantité;Unité;PU HT;Remise;Montant HT;"
        + "Coût unitaire;Commercial;Facture d'origine"
    case .products:
      "Réf. article;Désignation;Famille;Unité;Prix de vente;Prix de revient;Date de création;Date de retrait"
    case .customers:
      "Code client;Raison sociale;Groupe;Catégorie;Secteur;Région;Effectif;Commercial;Potentiel;Date du potentiel;"
        + "Risque;Intérêt;Culture;Besoin;Mode de décision;Décideur;Client depuis;SIREN;N° TVA;E-mail;Téléphone;"
        + "Adresse;Code postal;Ville;Pays;Opposition;Stratégique;Stratégique jusqu'au;Parrain"
    case .people: "Commercial;Nom;E-mail;Fonction;Heures par mois;Coût horaire;Région"
    case .services: "Code client;Date;Type;Minutes;Coût;Commercial;Promis le;Réalisé le;Note"
    case .contracts: "Code client;Type;Début;Renouvellement;Préavis (mois);Valeur;Note"
    case .prospects:
      "Prospect;Raison sociale;Catégorie;Secteur;Région;Effectif;Potentiel;Intérêt;Culture;Commercial;Origine;E-mail;"
        + "Téléphone"
    case .enquiries: "Prospect;Date;Traité par;Répondu le;Issue;Note"
    case .stories: "customer;story;since;detail"
    }
  }

  /// The first line of the plain file, without its line end.
  var plainHeader: String {
    switch self {
    case .sales: "invoice,date,customer,product,quantity,unitPrice,amount"
    case .products: "product,productName,range,price,cost"
    default: preconditionFailure("there is no plain \(rawValue) file")
    }
  }
}
