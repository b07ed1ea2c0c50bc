import Units

extension Method {
  static let prices = Method(
    question: Phrase(
      fr: "Ce client paie-t-il ce que paient les autres, et de qui faut-il revoir le prix ?",
      en: "Does this customer pay what the others pay, and whose price should be looked at again?"),
    formula: [
      Phrase(
        fr:
          "Prix net = montant de la ligne après remises, moins sa part des avoirs sans quantité : celui qui nomme un produit baisse le prix de ce produit, l'autre celui de tous les achats de la période.",
        en:
          "Net price = the line's amount after discounts, less its share of credits without a quantity: one that names a product lowers the price of that product, another that of all purchases of the period."
      ),
      Phrase(
        fr:
          "Indice = ce que le client a payé ÷ les mêmes quantités au prix moyen des autres clients, produit par produit et trimestre par trimestre, là où assez d'autres l'ont acheté. Sous 100 %, il paie moins.",
        en:
          "Index = what the customer paid ÷ the same quantities at the mean price of the other customers, product by product and quarter by quarter, where enough others bought it. Below 100% it pays less."
      ),
      Phrase(
        fr: "Bande de prix : les ventes comparables par indice, de cinq en cinq points.",
        en: "Price band: comparable sales by index, in steps of five points."),
      Phrase(
        fr: "Trop peu de son chiffre d'affaires se compare : il n'a pas d'indice.",
        en: "Too little of its revenue can be compared: it has no index."),
      Phrase(
        fr: "Marge de hausse = 1 ÷ indice − 1 : de combien ses prix peuvent monter pour rejoindre ceux des autres.",
        en: "Room to rise = 1 ÷ index − 1: by how much its prices may rise to reach the others'."),
      Phrase(
        fr:
          "Volume semblable : de la moitié au double de ce que le client achète, au prix des autres. Il manque ce qu'il paierait de plus à l'indice médian de ces semblables.",
        en:
          "Like volume: from half to twice what the customer buys, at the others' prices. What lacks is what it would pay more at the median index of those."
      ),
      Phrase(
        fr:
          "Dispersion d'un produit = écart-type des prix de ses acheteurs ÷ leur moyenne ; laissé sous la médiane : ce que paieraient de plus ceux qui sont sous le prix médian des autres acheteurs de volume semblable.",
        en:
          "Spread of a product = standard deviation of its buyers' prices ÷ their mean; left below the median: what those below the median price of the other buyers of like volume would pay more."
      ),
      Phrase(
        fr:
          "Un prix est à revoir quand le client paie moins que ses semblables, que son taux de marge brute baisse d'année en année, ou qu'il est sous son plancher de marge et que son prix l'explique mieux que le service ; se demande en un an le plafond de l'échelle, ou ce qui mène aux prix des autres.",
        en:
          "A price is to be looked at again when the customer pays less than its like, when its gross margin rate falls year after year, or when it is under its floor of margin and its price explains that better than its service; what may be asked in a year is the ladder's cap, or what leads to the others' prices."
      ),
    ],
    example: Example(
      given: Phrase(
        fr: "Quatre clients achètent de la farine au même trimestre.",
        en: "Four customers buy flour in the same quarter."),
      grid: .example(
        [
          .example(Phrase(fr: "Client", en: "Customer")),
          ReportColumn("quantity", Phrase(fr: "Quantité, kg", en: "Quantity, kg"), .integer),
          ReportColumn("paid", Phrase(fr: "Payé", en: "Paid"), .euros),
          ReportColumn("expected", Phrase(fr: "Au prix des autres", en: "At the others' price"), .cents),
          ReportColumn("index", Phrase(fr: "Indice", en: "Index"), .percent(digits: 1)),
        ],
        [
          [.text("A"), .integer(10), .euros(90), .cents(Cents(10_500)), .share(90 / 105)],
          [.text("B"), .integer(10), .euros(100), .cents(Cents(10_250)), .share(100 / 102.5)],
          [.text("C"), .integer(20), .euros(200), .cents(Cents(20_667)), .share(200 / 206.67)],
          [.text("D"), .integer(10), .euros(120), .cents(Cents(9_750)), .share(120 / 97.5)],
        ]),
      found: [
        Phrase(
          fr: "Les autres ont payé 420 € pour 40 kg, 10,50 € le kilo : A paie 90 ÷ 105 = 85,7 % de leurs prix.",
          en: "The others paid €420 for 40 kg, €10.50 a kilo: A pays 90 ÷ 105 = 85.7% of their prices."),
        Phrase(
          fr: "L'indice médian des trois autres est 97,6 % : à ce prix A paierait 102,44 €, 12,44 € de plus.",
          en: "The median index of the three others is 97.6%: at it A would pay €102.44, €12.44 more."),
      ]),
    limits: [
      Phrase(
        fr: "Un prix qui diffère pour une raison (port compris, contrat) ressemble à tous les autres.",
        en: "A price that differs for a reason (freight included, a contract) looks like any other."),
      Phrase(
        fr: "Le montant est ce qui se demande, pas ce que le client accepterait.",
        en: "The amount is what may be asked, not what the customer would accept."),
      Phrase(
        fr: "Qui n'a pas d'indice n'est ni cher ni bon marché : on ne sait pas.",
        en: "Who has no index is neither dear nor cheap: it is not known."),
    ],
    source: Phrase(
      fr: "Marn et Rosiello, « Managing Price, Gaining Profit », Harvard Business Review, 1992.",
      en: "Marn & Rosiello, “Managing Price, Gaining Profit”, Harvard Business Review, 1992."),
    rules: [
      "prices.otherBuyers", "prices.leastCoverage", "prices.volumeFactor", "prices.leastGap", "growth.marginFallYears",
      "floors.company.rate",
    ])

  static let pvm = Method(
    question: Phrase(
      fr: "Le chiffre d'affaires a changé : par les prix, par les quantités ou par les clients ?",
      en: "Revenue changed: because of prices, of quantities or of customers?"),
    formula: [
      Phrase(
        fr:
          "Un produit acheté par le même client dans les deux périodes : prix = ce qu'il a payé − les mêmes quantités à l'ancien prix ; volume et mix = ces quantités à l'ancien prix − ce qu'il payait.",
        en:
          "A product that the same customer bought in both periods: price = what it paid − the same quantities at the old price; volume and mix = these quantities at the old price − what it used to pay."
      ),
      Phrase(
        fr:
          "Volume et mix se séparent dans une même unité de mesure : le volume est ce que donneraient les anciens achats si tous avaient crû comme l'ensemble.",
        en:
          "Volume and mix are told apart within one unit of measure: volume is what the old purchases would come to had all of them grown as the whole did."
      ),
      Phrase(
        fr:
          "Acheté dans une seule des périodes : produit pris ou quitté. Sans quantité, ou quantité rendue : retours et avoirs.",
        en:
          "Bought in one of the periods only: a product taken up or left. No quantity, or one that came back: returns."
      ),
      Phrase(
        fr: "Client d'une seule des périodes : nouveau, revenu s'il avait acheté plus tôt, perdu.",
        en: "A customer of one of the periods only: new, won back if it had bought earlier, lost."),
      Phrase(
        fr:
          "Marge : les mêmes parts, et l'effet des coûts directs à côté de celui des prix. Les deux ponts ferment au centime.",
        en:
          "Margin: the same parts, and the effect of direct costs beside that of prices. Both bridges close to the cent."
      ),
    ],
    example: Example(
      given: Phrase(
        fr: "A achète deux produits au kilo, d'une année à l'autre.",
        en: "A buys two products by the kilo, year on year."),
      grid: .example(
        [
          .example(Phrase(fr: "Produit", en: "Product")),
          ReportColumn("oldQuantity", Phrase(fr: "Avant, kg", en: "Before, kg"), .integer),
          ReportColumn("old", Phrase(fr: "Avant", en: "Before"), .euros),
          ReportColumn("quantity", Phrase(fr: "Maintenant, kg", en: "Now, kg"), .integer),
          ReportColumn("now", Phrase(fr: "Maintenant", en: "Now"), .euros),
          ReportColumn("price", Phrase(fr: "Prix", en: "Price"), .euros),
        ],
        [
          [.text("x"), .integer(100), .euros(1_000), .integer(120), .euros(1_320), .euros(120)],
          [.text("y"), .integer(50), .euros(200), .integer(45), .euros(180), .euros(0)],
        ]),
      found: [
        Phrase(
          fr: "À l'ancien prix : 1 200 + 180 = 1 380 €. Prix : 1 500 − 1 380 = 120 €.",
          en: "At the old price: 1,200 + 180 = €1,380. Price: 1,500 − 1,380 = €120."),
        Phrase(
          fr: "Volume : 1 200 × 165 ÷ 150 − 1 200 = 120 €. Mix : 1 380 − 1 200 − 120 = 60 €.",
          en: "Volume: 1,200 × 165 ÷ 150 − 1,200 = €120. Mix: 1,380 − 1,200 − 120 = €60."),
        Phrase(fr: "1 200 + 120 + 120 + 60 = 1 500 €.", en: "1,200 + 120 + 120 + 60 = €1,500 now."),
      ]),
    limits: [
      Phrase(
        fr: "Un nouveau code pour la même marchandise est un produit quitté et un pris, pas un prix.",
        en: "A new code for the same goods is a product left and one taken up, not a price."),
      Phrase(
        fr: "Un prix monté au milieu de l'année se voit pour moitié dans chacune des deux.",
        en: "A price that rose in the middle of the year shows by half in each of two."),
      Phrase(
        fr: "Les quantités sans unité de mesure comptent pour une même unité.",
        en: "Quantities without a unit of measure count as one and the same unit."),
    ],
    source: Phrase(
      fr: "Horngren, Datar et Rajan, « Cost Accounting » : écarts de prix, de quantité et de mix.",
      en: "Horngren, Datar & Rajan, “Cost Accounting”: price, quantity and mix variances."),
    rules: ["calendar.windowMonths"])
}
