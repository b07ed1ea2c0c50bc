/// A town customers are in.
struct Place {
  let city: String
  let postcode: String
  /// A place in `Place.regions`.
  let region: Int

  static let regions = ["Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté", "Provence-Alpes-Côte d'Azur"]

  static let all: [Place] =
    towns(
      0,
      [
        "69003 Lyon", "69100 Villeurbanne", "42000 Saint-Étienne", "38000 Grenoble", "63000 Clermont-Ferrand",
        "74000 Annecy", "73000 Chambéry", "26000 Valence", "01000 Bourg-en-Bresse", "42300 Roanne", "38200 Vienne",
        "26200 Montélimar", "43000 Le Puy-en-Velay", "15000 Aurillac", "03200 Vichy", "03000 Moulins",
        "69400 Villefranche-sur-Saône", "07200 Aubenas", "73200 Albertville", "74200 Thonon-les-Bains",
      ])
    + towns(
      1,
      [
        "21000 Dijon", "25000 Besançon", "71100 Chalon-sur-Saône", "71000 Mâcon", "89000 Auxerre", "58000 Nevers",
        "90000 Belfort", "25200 Montbéliard", "39100 Dole", "39000 Lons-le-Saunier", "70000 Vesoul", "21200 Beaune",
        "71200 Le Creusot", "89100 Sens", "25300 Pontarlier", "71400 Autun",
      ])
    + towns(
      2,
      [
        "13008 Marseille", "84000 Avignon", "13100 Aix-en-Provence", "83000 Toulon", "06000 Nice", "05000 Gap",
        "04000 Digne-les-Bains", "13200 Arles", "84100 Orange", "84200 Carpentras", "83600 Fréjus", "04100 Manosque",
        "06400 Cannes", "05100 Briançon", "83400 Hyères", "83300 Draguignan", "84300 Cavaillon",
        "13300 Salon-de-Provence",
      ])

  private static func towns(_ region: Int, _ list: [String]) -> [Place] {
    list.map { Place(city: String($0.dropFirst(6)), postcode: String($0.prefix(5)), region: region) }
  }

  static let streets = [
    "rue de la République", "avenue Jean-Jaurès", "rue des Tanneurs", "boulevard Victor-Hugo", "rue du Moulin",
    "place du Marché", "route de Lyon", "chemin des Vignes", "avenue de la Gare", "rue Pasteur", "allée des Tilleuls",
    "zone artisanale des Prés", "rue de l'Industrie", "quai des Bateliers", "rue du Four", "montée des Remparts",
  ]
}
