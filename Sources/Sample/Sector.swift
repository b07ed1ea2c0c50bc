/// A category of customers: what they are, need and cost.
struct Sector {
  let category: String
  let activity: String
  let season: Season
  /// Members in a thousand of those drawn at random.
  let share: Int
  /// Their size against other customers', as an exponent of two in 1024ths.
  let size: Int
  /// Growth of the whole sector, thousandths of today's demand a month.
  let drift: Int
  /// What part of demand goes to each product range, in the order of `ProductRange.all`.
  let mix: [Int]
  /// How its companies are called; `*` stands for a surname.
  let names: [String]
  let need: String

  /// The sector that suffers from outside: its members buy less and less.
  static let declining = 9
  /// The category that loses money as a whole; members are cast, never drawn.
  static let toxic = 10

  static let all = [
    Sector(
      category: "Hôtellerie", activity: "Hôtels et hébergement", season: .tourism, share: 130, size: 250, drift: 2,
      mix: [22, 18, 4, 6, 14, 10, 4, 8, 14],
      names: ["Hôtel *", "Hôtel du Parc *", "Auberge *", "Relais *", "Hôtel Bellevue *", "Résidence *"],
      need: "Produits d'accueil et entretien des chambres"),
    Sector(
      category: "Restauration", activity: "Restauration traditionnelle", season: .tourism, share: 180, size: -150,
      drift: 1, mix: [14, 18, 20, 14, 16, 4, 4, 6, 4],
      names: ["Restaurant *", "Brasserie *", "Bistrot *", "La Table *", "Le Comptoir *", "Pizzeria *"],
      need: "Livraison tôt le matin, petit conditionnement"),
    Sector(
      category: "Restauration collective", activity: "Cuisines centrales et cantines", season: .teaching, share: 90,
      size: 900, drift: 1, mix: [22, 18, 26, 6, 8, 8, 10, 0, 2],
      names: ["Cuisine centrale *", "Restauration *", "SIVU restauration *", "Traiteur de collectivités *"],
      need: "Barquettes et traçabilité"),
    Sector(
      category: "Maisons de retraite", activity: "Hébergement médicalisé", season: .flat, share: 110, size: 500,
      drift: 3, mix: [28, 24, 4, 6, 6, 10, 18, 0, 4],
      names: ["EHPAD *", "Résidence *", "Les Jardins *", "Maison de retraite *"],
      need: "Hygiène des soins, commandes mensuelles"),
    Sector(
      category: "Boulangerie", activity: "Boulangerie-pâtisserie", season: .festive, share: 150, size: -350, drift: 1,
      mix: [10, 10, 56, 6, 6, 3, 3, 4, 2],
      names: ["Boulangerie *", "Fournil *", "Maison *", "Au Pain de *", "Pâtisserie *"],
      need: "Emballage imprimé"),
    Sector(
      category: "Propreté", activity: "Nettoyage de bâtiments", season: .flat, share: 100, size: 350, drift: 3,
      mix: [36, 22, 0, 0, 0, 28, 14, 0, 0],
      names: ["* Propreté", "* Services", "Net *", "* Nettoyage", "Clair et Net *"],
      need: "Prix au litre dilué, machines"),
    Sector(
      category: "Enseignement", activity: "Écoles et lycées privés", season: .teaching, share: 90, size: 150, drift: 0,
      mix: [26, 30, 10, 6, 4, 16, 6, 0, 2],
      names: ["École *", "Lycée *", "Institut *", "Collège *", "Campus *"],
      need: "Commande de rentrée, bon de commande obligatoire"),
    Sector(
      category: "Santé", activity: "Cliniques et laboratoires", season: .flat, share: 70, size: 700, drift: 3,
      mix: [26, 22, 2, 2, 2, 8, 36, 0, 2],
      names: ["Clinique *", "Centre de soins *", "Laboratoire *", "Polyclinique *"],
      need: "Désinfection normée, fiches techniques"),
    Sector(
      category: "Campings et loisirs", activity: "Campings et parcs de loisirs", season: .tourism, share: 40, size: 100,
      drift: 2, mix: [26, 24, 14, 12, 6, 10, 2, 4, 2],
      names: ["Camping *", "Village vacances *", "Parc *", "Domaine *"],
      need: "Stock de début de saison"),
    Sector(
      category: "Bars et discothèques", activity: "Débits de boissons", season: .flat, share: 80, size: -200,
      drift: -16, mix: [14, 20, 14, 28, 16, 2, 2, 4, 0],
      names: ["Bar *", "Le *", "Club *", "Café *"],
      need: "Gobelets et serviettes"),
    Sector(
      category: "Événementiel", activity: "Organisation d'événements", season: .tourism, share: 0, size: -500, drift: 0,
      mix: [6, 10, 20, 40, 10, 2, 2, 10, 0],
      names: ["* Événements", "Agence *", "* Réceptions", "Festival *", "* Organisation"],
      need: "Tout pour hier, reprise des invendus"),
    Sector(
      category: "Commerces de bouche", activity: "Traiteurs, boucheries, fromageries", season: .festive, share: 80,
      size: -100, drift: 1, mix: [14, 14, 44, 8, 8, 4, 4, 4, 0],
      names: ["Boucherie *", "Fromagerie *", "Traiteur *", "Épicerie *", "Caves *"],
      need: "Emballage alimentaire de belle présentation"),
  ]
}
