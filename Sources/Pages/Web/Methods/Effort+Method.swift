import Units

extension Method {
  static let effort = Method(
    question: Phrase(
      fr: "Où les heures de mes commerciaux rapporteraient-elles le plus ? Qui reçoit trop de visites, qui trop peu ?",
      en: "Where would my salespeople's hours bring most? Who gets too many visits, who too few?"),
    formula: [
      Phrase(
        fr: """
          Temps = visites et appels donnés par le commercial du client. Marge avant ce temps = marge opérationnelle + ce que \
          ces visites et appels ont coûté.
          """,
        en: """
          Time = visits and calls given by the customer's salesperson. Margin before it = operating margin + what those \
          visits and calls cost.
          """),
      Phrase(
        fr: """
          Ce que rapportent h heures : le moins + (le plus − le moins) × h ÷ (d + h), courbe qui passe par la marge et les \
          heures d'aujourd'hui.
          """,
        en: """
          What h hours bring: the least + (the most − the least) × h ÷ (d + h), a curve through today's margin and today's \
          hours.
          """),
      Phrase(
        fr: """
          Le moins : ce qui resterait sans aucune heure, un quart. Le plus : 1,05 fois aujourd'hui, ou ce que permet un \
          potentiel connu et récent, jusqu'à 1,5 fois.
          """,
        en: """
          The least: what would be left without any hour, a quarter. The most: 1.05 times today's, or what a known and \
          recent potential allows, up to 1.5 times.
          """),
      Phrase(
        fr: """
          Chacun reçoit d'abord ce que son niveau promet ; puis chaque quart d'heure va là où il rapporte le plus, jusqu'au \
          plus que le niveau permet et aux heures du commercial.
          """,
        en: """
          Everybody first gets what the level promises; then each quarter of an hour goes where it brings most, up to the \
          most that the level allows and to the salesperson's hours.
          """),
      Phrase(
        fr: """
          Un client sans marge avant ce temps reçoit sa promesse, un client de marge inconnue garde ses heures, un petit \
          client de demain n'en perd pas.
          """,
        en: """
          A customer without margin before that time gets its promise, one of unknown margin keeps its hours, a small one of \
          tomorrow loses none.
          """),
      Phrase(
        fr:
          "Gain = marge attendue avec le plan − celle d'aujourd'hui − trajets en plus, si vos règles en disent le coût.",
        en: "Gain = margin expected with the plan − today's − more ways, where your rules tell their cost."),
    ],
    example: Example(
      given: Phrase(
        fr: "Anne a 35 heures pour trois clients. Yves pourrait acheter plus ; de Xavier on ne sait rien.",
        en: "Ann has 35 hours for three customers. Yves could buy more; of Xavier nothing is known."),
      grid: .example(
        [
          .example(Phrase(fr: "Client", en: "Customer")),
          ReportColumn("margin", Phrase(fr: "Marge avant ce temps", en: "Margin before that time"), .euros),
          ReportColumn("hours", Phrase(fr: "Temps donné", en: "Time given"), .hours),
          ReportColumn("most", Phrase(fr: "Le plus", en: "The most"), .euros),
          ReportColumn("planned", Phrase(fr: "Temps prévu", en: "Time planned"), .hours),
          ReportColumn("gain", Phrase(fr: "Marge en plus", en: "Margin gained"), .cents),
        ],
        [
          [
            .text("Xavier"), .euros(40_000), .minutes(1_200), .euros(42_000), .minutes(570), .cents(Cents(-193_846)),
          ],
          [.text("Yves"), .euros(40_000), .minutes(720), .euros(60_000), .minutes(1_500), .cents(Cents(787_879))],
          [.text("Zoé"), .euros(-500), .minutes(180), .unknown, .minutes(30), .cents(.zero)],
        ]),
      found: [
        Phrase(
          fr: "Onze visites de Xavier à Yves : + 4 425,18 € ; trois de Zoé à Yves : + 1 515,15 €.",
          en: "Eleven visits from Xavier to Yves: +4,425.18; three from Zoé to Yves: +1,515.15."),
        Phrase(
          fr: "Une heure de plus d'Anne rapporterait 358,20 €.", en: "One hour more of Ann's would bring 358.20."),
      ]),
    limits: [
      Phrase(
        fr: """
          Les parts et facteurs sont des jugements du métier, non mesurés chez vous : l'ordre des clients est plus sûr que \
          les euros.
          """,
        en: """
          Shares and factors are judgements of the trade, not measured with you: the order of customers is surer than the \
          euros.
          """),
      Phrase(
        fr: "Les trajets ne prennent ici que le temps que le relevé compte dans les visites.",
        en: "Ways take no more time here than the log counts in visits."),
      Phrase(
        fr:
          "Un client venu en cours de période compte avec ce qu'il a rapporté depuis : c'est sa promesse qui le protège.",
        en: "A customer that came within the period counts with what it brought since: its promise is what holds it."),
    ],
    source: Phrase(
      fr: "Lodish, « CALLPLAN : an interactive salesman's call planning system », Management Science, 1971.",
      en: "Lodish, “CALLPLAN: an interactive salesman's call planning system”, Management Science, 1971."),
    rules: [
      "effort.marginAtRisk", "effort.leastLift", "effort.mostLift", "effort.travelPerVisit", "effort.visitMinutes",
      "effort.callMinutes", "effort.mostHours.personal", "effort.mostHours.delegated", "effort.mostHours.automated",
      "effort.mostReassignments", "effort.leastReassignmentGain", "growth.potentialMonths", "costs.practicalCapacity",
    ])
}
