import Units

extension Method {
  static let file = Method(
    question: Phrase(
      fr: "Que manque-t-il dans le fichier client, et chez qui d'abord ?",
      en: "What is missing in the customer file, and of whom first?"),
    formula: [
      Phrase(
        fr:
          "De chaque champ vaut la parole d'une personne ; sinon celle de la source la plus sûre ; sinon la plus récente.",
        en: "Of each field a person's word counts; else that of the surest source; else the newest."),
      Phrase(
        fr: "Complétude = poids des champs connus ÷ poids des champs qui comptent.",
        en: "Completeness = weight of the fields known ÷ weight of the fields that count."),
      Phrase(
        fr:
          "Fraîcheur = poids des champs dits depuis moins longtemps que le seuil ÷ poids des champs dont la date est connue.",
        en: "Freshness = weight of the fields said more lately than the limit ÷ weight of those whose date is known."),
      Phrase(
        fr: "Ordre = chiffre d'affaires × poids de ce qui manque, du plus grand au plus petit.",
        en: "Order = revenue × weight of what is missing, from the greatest to the least."),
    ],
    example: Example(
      given: Phrase(
        fr: "Comptent le nom (3), le SIREN (3) et le courriel (2) ; le seuil est de 24 mois, fin décembre 2025.",
        en:
          "The name (3), the company number (3) and the e-mail (2) count; the limit is 24 months, end of December 2025."
      ),
      grid: .example(
        [
          .example(Phrase(fr: "Client", en: "Customer")),
          ReportColumn("revenueCents", Phrase(fr: "Chiffre d'affaires", en: "Revenue"), .euros),
          ReportColumn("what", Phrase(fr: "Ce qui est connu", en: "What is known"), .text),
          ReportColumn("completeness", Phrase(fr: "Complète à", en: "Complete"), .percent(digits: 1)),
          ReportColumn("freshness", Phrase(fr: "Fraîche à", en: "Fresh"), .percent(digits: 1)),
        ],
        [
          [
            .text("A"), .cents(Cents(1_000_000)),
            .phrase(Phrase(fr: "nom (2025), SIREN (2023)", en: "name (2025), company number (2023)")),
            .share(0.75), .share(0.5),
          ],
          [
            .text("B"), .cents(Cents(200_000)), .phrase(Phrase(fr: "courriel (2025)", en: "e-mail (2025)")),
            .share(0.25), .share(1),
          ],
          [.text("C"), .cents(Cents(200_000)), .phrase(Phrase(fr: "rien", en: "nothing")), .share(0), .unknown],
        ]),
      found: [
        Phrase(
          fr: "À A il manque 2 pour 10 000 €, à C 8 et à B 6 pour 2 000 € : l'ordre est A, C, B.",
          en: "A lacks 2 for €10,000, C 8 and B 6 for €2,000: the order is A, C, B.")
      ]),
    limits: [
      Phrase(
        fr:
          "La date d'une valeur est celle de son import, ou de sa saisie : un vieux fichier importé hier paraît frais.",
        en: "A value's date is that of its import, or of its entry: an old file imported yesterday looks fresh."),
      Phrase(
        fr: "Un nom qui ne vient que des lignes de facture est connu, mais sans date.",
        en: "A name that only invoice lines carry is known, but without a date."),
    ],
    source: nil, rules: ["file.trusted", "file.staleMonths"])
}
