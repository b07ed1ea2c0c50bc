/// A family of products.
struct ProductRange {
  let name: String
  /// Gross margin at list price, in thousandths.
  let margin: Int
  /// The list price of its cheapest and dearest product, in cents.
  let prices: ClosedRange<Int>
  let goods: [String]
  let variants: [String]
  let unit: String

  /// Only bought from May to July and from October to December.
  static let seasonal = 7

  static let all = [
    ProductRange(
      name: "Hygiène et entretien", margin: 459, prices: 450...5200,
      goods: [
        "Nettoyant multi-usages", "Dégraissant cuisine", "Désinfectant surfaces", "Liquide vaisselle", "Détartrant",
      ],
      variants: ["5 L", "1 L x 12", "750 ml x 6", "dose x 250", "20 L", "concentré 2 L", "sans parfum 5 L"],
      unit: "bidon"),
    ProductRange(
      name: "Papier et essuyage", margin: 369, prices: 900...4800,
      goods: ["Essuie-mains", "Papier toilette", "Bobine d'essuyage", "Serviettes 2 plis", "Mouchoirs"],
      variants: [
        "colis de 6", "colis de 12", "colis de 36", "recyclé colis de 12", "blanc colis de 24", "éco colis de 48",
        "doux colis de 20",
      ],
      unit: "colis"),
    ProductRange(
      name: "Emballage alimentaire", margin: 379, prices: 700...6400,
      goods: ["Barquettes", "Sacs kraft", "Boîtes pâtissières", "Sachets sous vide", "Pots à soupe"],
      variants: [
        "petit x 500", "moyen x 250", "grand x 125", "imprimé x 1000", "compostable x 400", "blanc x 250",
        "fenêtre x 200",
      ],
      unit: "carton"),
    ProductRange(
      name: "Table et jetable", margin: 439, prices: 500...3900,
      goods: ["Gobelets carton", "Couverts bois", "Assiettes canne", "Pailles papier", "Coupelles"],
      variants: ["x 1000", "x 500", "x 250", "x 100", "noir x 600", "blanc x 600", "kraft x 300"],
      unit: "carton"),
    ProductRange(
      name: "Petit équipement", margin: 409, prices: 1500...24000,
      goods: ["Bacs inox", "Plats de service", "Verres", "Couteaux de table", "Plateaux"],
      variants: [
        "lot de 6", "lot de 12", "lot de 24", "lot de 48", "professionnel lot de 12", "empilable lot de 6",
        "premium lot de 24",
      ],
      unit: "lot"),
    ProductRange(
      name: "Matériel de nettoyage", margin: 429, prices: 1200...42000,
      goods: ["Chariot de lavage", "Balai trapèze", "Aspirateur", "Distributeur mural", "Seau essoreur"],
      variants: ["compact", "grand modèle", "standard", "renforcé", "eco", "pro", "premium"],
      unit: "pièce"),
    ProductRange(
      name: "Protection", margin: 389, prices: 500...4200,
      goods: ["Gants nitrile", "Masques", "Charlottes", "Blouses visiteur", "Manchettes"],
      variants: ["taille M x 100", "taille L x 100", "x 50", "x 100", "bleu x 200", "blanc x 200", "x 1000"],
      unit: "boîte"),
    ProductRange(
      name: "Saison et fêtes", margin: 479, prices: 800...5600,
      goods: ["Décor de table", "Bougies", "Boîtes cadeau", "Serviettes décor", "Lampions"],
      variants: ["rouge x 12", "doré x 24", "blanc x 48", "assortis x 36", "vert x 24", "kraft x 50", "été x 20"],
      unit: "carton"),
    ProductRange(
      name: "Produits d'accueil", margin: 499, prices: 900...6800,
      goods: ["Savon", "Gel douche", "Shampooing", "Lait corporel", "Kit d'accueil"],
      variants: ["x 500", "x 250", "x 100", "éco x 300", "luxe x 200", "sans parfum x 400", "agrumes x 300"],
      unit: "carton"),
  ]
}

/// A product of the sample company.
struct Product {
  let name: String
  let range: Int
  /// List price and cost when the data begin, in cents.
  let price: Int
  let cost: Int
  /// The months, counted from the first, from and before which it is sold.
  let since: Int
  let withdrawn: Int?
}

/// All products, range after range.
struct Catalogue {
  let products: [Product]
  /// Where each range begins; one more at the end.
  let starts: [Int]
  /// The training whose cost nobody knows, sold to few.
  let training: Int
  /// The freight charged on small orders.
  let freight: Int

  /// For each sector a hundred ranges, each as often as the sector's demand for it.
  let rangeOfHundredth: [Int] = Sector.all.flatMap { sector in
    sector.mix.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
  }

  /// Each good of each range in each variant.
  init(seed: UInt64) {
    precondition(rangeOfHundredth.count == Sector.all.count * 100, "each sector's demand adds up to a hundred")
    var products: [Product] = []
    var starts = [0]
    for (place, range) in ProductRange.all.enumerated() {
      for (row, good) in range.goods.enumerated() {
        for (column, variant) in range.variants.enumerated() {
          var draws = Draws(seed, .catalogue, place, row * 16 + column)
          let spread = draws.below(1000) * draws.below(1000) / 1000
          let raw = range.prices.lowerBound + (range.prices.upperBound - range.prices.lowerBound) * spread / 1000
          let price = raw / 10 * 10 + 5 * draws.below(2)
          let margin = range.margin + draws.within(-60, 60)
          let fate = draws.below(60)
          products.append(
            Product(
              name: good + " " + variant, range: place, price: price, cost: price * (1000 - margin) / 1000,
              since: fate < 3 && column > 0 ? 14 + 4 * fate : 0,
              withdrawn: fate > 57 && column > 0 ? 26 + 3 * (fate - 58) : nil))
        }
      }
      starts.append(products.count)
    }
    training = products.count
    freight = training + 1
    let other = ProductRange.all.count
    products.append(
      Product(name: "Formation HACCP sur site", range: other, price: 39000, cost: 0, since: 0, withdrawn: nil))
    products.append(
      Product(name: "Participation aux frais de port", range: other, price: 990, cost: 690, since: 0, withdrawn: nil))
    self.products = products
    self.starts = starts
  }

  /// The name of the range of a product.
  func rangeName(_ product: Int) -> String {
    product >= training ? "Prestations" : ProductRange.all[products[product].range].name
  }

  /// The unit a product is sold by.
  func unit(_ product: Int) -> String {
    product >= training ? "forfait" : ProductRange.all[products[product].range].unit
  }

  /// The code of a product in the files.
  static func code(_ product: Int) -> String { "A" + String(1001 + product) }

  /// The product in a month, or the one of its range that takes its place before it exists and once it is withdrawn.
  func sold(_ product: Int, month: Int) -> Int {
    let entry = products[product]
    if month < entry.since { return product - 1 }
    if let end = entry.withdrawn, month >= end { return product - 1 }
    return product
  }

  /// List prices and costs of a month in cents.
  ///
  /// Prices are raised each January; costs rise each quarter, a little faster.
  func prices(month: Int, since first: Int) -> (prices: [Int], costs: [Int]) {
    let januaries = (first - 1 + month) / 12
    let priceIndex = [1000, 1030, 1055, 1082, 1108, 1135][min(5, januaries)]
    let costIndex = 1000 + month / 3 * 8
    return (
      products.map { ($0.price * priceIndex + 500) / 1000 }, products.map { ($0.cost * costIndex + 500) / 1000 }
    )
  }
}
