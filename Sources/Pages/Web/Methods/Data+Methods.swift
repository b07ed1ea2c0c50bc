import Units

extension Method {
  static let cleanUp = Method(
    question: Phrase(
      fr: "Quelles fiches encombrent le fichier clients ?", en: "Which records clutter the customer file?"),
    formula: [
      Phrase(
        fr:
          "Une seule commande : une commande dans toute l'histoire, plus vieille que le seuil et que les intervalles usuels de sa catégorie.",
        en: "A single order: one order in all of history, older than the limit and than its category's usual gaps."),
      Phrase(
        fr: "Éteinte : la dernière commande est plus vieille que le seuil. Vide : aucune ligne de vente.",
        en: "Dead: the last order is older than the limit. Empty: no sale line."),
      Phrase(
        fr: "Chaque fiche n'est proposée que pour une raison, la première qui tient.",
        en: "Each record is proposed for one reason only, the first that holds."),
    ],
    example: Example(
      given: Phrase(
        fr: "Fin décembre 2025, six fiches.", en: "At the end of December 2025, six records."),
      grid: .example(
        [
          .example(Phrase(fr: "Fiche", en: "Record")),
          ReportColumn("what", Phrase(fr: "Ce qu'elle a", en: "What it has"), .text),
          ReportColumn("found", Phrase(fr: "Proposée", en: "Proposed"), .text),
        ],
        [
          row("A", Phrase(fr: "commande le mois dernier", en: "ordered last month"), .stays),
          row(
            "B", Phrase(fr: "une commande, en 2023", en: "one order, in 2023"),
            Phrase(fr: "une seule commande", en: "a single order")),
          row(
            "C", Phrase(fr: "commandes jusqu'en décembre 2023", en: "orders until December 2023"),
            Phrase(fr: "éteinte", en: "dead")),
          row("D", Phrase(fr: "commandes jusqu'en janvier 2024", en: "orders until January 2024"), .stays),
          row("E", Phrase(fr: "aucune ligne", en: "no line"), Phrase(fr: "vide", en: "empty")),
          row("F", Phrase(fr: "un avoir de juin 2025", en: "a credit note of June 2025"), .stays),
        ]),
      found: [Phrase(fr: "De six fiches il en reste trois.", en: "Of six records three are left.")]),
    limits: [
      Phrase(
        fr: "Rien n'est ôté des totaux. Une personne décide ; la liste ne fait que proposer.",
        en: "Nothing leaves the totals. A person decides; the list only proposes."),
      Phrase(
        fr: "Un client en double est deux fiches : réunissez-les d'abord.",
        en: "A customer entered twice is two records: merge them first."),
    ],
    source: nil, rules: ["oneOff.months", "oneOff.gapPercentile", "oneOff.deadMonths"])

  private static func row(_ name: String, _ what: Phrase, _ found: Phrase) -> [ReportCell] {
    [.text(name), .phrase(what), .phrase(found)]
  }

  static let reconciliation = Method(
    question: Phrase(
      fr: "Chaque euro de mes livres est-il dans ces chiffres ?", en: "Is every euro of my books in these figures?"),
    formula: [
      Phrase(
        fr:
          "Clients + ventes sans client = tout le chiffre d'affaires, au centime, sur la période et sur toute l'histoire.",
        en: "Customers + sales without a customer = all revenue, to the cent, over the period and over all of history."),
      Phrase(
        fr: "Somme des imports − livres − lignes postérieures à la période = 0 ; sinon c'est une faute du programme.",
        en: "Sum of the imports − books − lines after the period = 0; otherwise it is the program's fault."),
      Phrase(
        fr:
          "Les lignes qui attendent un prix ou un en-tête de facture ne sont dans aucun chiffre ; leur nombre est dit.",
        en: "Lines that wait for a price or an invoice header are in no figure; how many is said."),
    ],
    example: Example(
      given: Phrase(fr: "Deux fichiers ont été importés.", en: "Two files were imported."),
      grid: .example(
        [
          .example(Phrase(fr: "Import", en: "Import")),
          ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .euros),
          ReportColumn("none", Phrase(fr: "Sans client", en: "No customer"), .euros),
          ReportColumn("all", Phrase(fr: "Tout", en: "All"), .euros),
        ],
        [
          [.phrase(Phrase(fr: "janvier.csv", en: "january.csv")), .euros(690), .euros(10), .euros(700)],
          [.phrase(Phrase(fr: "décembre.csv", en: "december.csv")), .euros(300), .euros(20), .euros(320)],
        ]),
      found: [
        Phrase(
          fr: "990 € de clients + 30 € sans client = 1 020 €, comme les imports : différence 0.",
          en: "990 of customers + 30 without = 1,020, as the imports: difference 0.")
      ]),
    limits: [
      Phrase(
        fr: "Une vente sans client compte dans le chiffre d'affaires, dans la marge de personne.",
        en: "A sale without a customer counts in the revenue, in nobody's margin."),
      Phrase(
        fr: "Une facture que personne n'a importée ne peut pas manquer ici : comparez le total à votre comptabilité.",
        en: "An invoice that nobody imported cannot be missed here: compare the total with your accounts."),
    ],
    source: nil, rules: ["calendar.completeMonths"])
}

extension Phrase {
  fileprivate static let stays = Phrase(fr: "non", en: "no")
}
