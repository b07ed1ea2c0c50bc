import Units

extension Method {
  static let forecast = Method(
    question: Phrase(
      fr: "Que vont commander nos clients ? Que vendrons-nous, et faut-il le croire ?",
      en: "What will our customers order? What shall we sell, and is it to be believed?"),
    formula: [
      Phrase(
        fr: """
          Un achat est un jour avec une facture d'un total de zéro ou plus. D'un client, le modèle lit trois nombres : ses \
          retours x, la semaine du dernier achat t, les semaines T depuis le premier.
          """,
        en: """
          A purchase is a day with an invoice of a total of zero or more. Of a customer the model reads three numbers: its \
          repeats x, the week of the last purchase t, the weeks T since the first.
          """),
      Phrase(
        fr: """
          BG/NBD, MBG/NBD et Pareto/NBD : chacun achète à son rythme, puis s'en va sans le dire ; les rythmes et les départs \
          varient d'un client à l'autre. Le modèle le plus proche du passé, client par client, est retenu.
          """,
        en: """
          BG/NBD, MBG/NBD and Pareto/NBD: everyone buys at their own pace, then leaves without a word; paces and departures \
          vary among customers. The model nearest to the past, customer by customer, is taken.
          """),
      Phrase(
        fr: """
          Encore actif : la chance d'une commande dans les mois prévus ; celle du modèle et, pour un client perdu, celle \
          qu'ont eue nos pertes passées de revenir.
          """,
        en: """
          Still active: the chance of an order in the months predicted; the model's and, of a lost customer, that which our \
          past losses had to come back.
          """),
      Phrase(
        fr: """
          Commandes : celles du modèle, à moins que « l'an dernier », tel quel ou × la chance d'être actif, n'ait été plus \
          proche de 5 % à deux des trois dates du passé.
          """,
        en: """
          Orders: the model's, unless “last year”, as it was or × the chance of being active, was nearer by 5 % at two of \
          three dates in the past.
          """),
      Phrase(
        fr:
          "CA attendu = commandes attendues × valeur d'une commande (Gamma-Gamma) ; marge = CA × taux de marge du client.",
        en:
          "Expected revenue = expected orders × worth of an order (Gamma-Gamma); margin = revenue × the customer's rate."
      ),
      Phrase(
        fr: """
          Entreprise : clients connus × leur saison + clients à venir ; contre « le même mois de l'an dernier ». Le modèle ne \
          sert que s'il a été meilleur de 5 % à deux des trois dates du passé.
          """,
        en: """
          Company: known customers × their season + customers to come; against “the same month last year”. The model serves \
          only if it was better by 5 % at two of three dates in the past.
          """),
    ],
    example: Example(
      given: Phrase(
        fr: "Trois clients, un modèle BG/NBD ajusté aux disques CDNOW ; 52 semaines à venir.",
        en: "Three customers, a BG/NBD model fitted to the CDNOW records; 52 weeks ahead."),
      grid: .example(
        [
          .example(Phrase(fr: "Client", en: "Customer")),
          ReportColumn("x", Phrase(fr: "Retours", en: "Repeats"), .integer),
          ReportColumn("t", Phrase(fr: "Dernier achat, semaine", en: "Last purchase, week"), .number(digits: 1)),
          ReportColumn("T", Phrase(fr: "Semaines connues", en: "Weeks known"), .number(digits: 1)),
          ReportColumn("alive", Phrase(fr: "Encore actif", en: "Still active"), .percent(digits: 0)),
          ReportColumn("orders", Phrase(fr: "Commandes attendues", en: "Expected orders"), .number(digits: 1)),
        ],
        [
          [.text("Ana"), .integer(26), .number(30.857), .number(31), .share(0.9689), .number(25.757)],
          [.text("Bo"), .integer(2), .number(30.4), .number(38.9), .share(0.73), .number(1.8)],
          [.text("Cy"), .integer(2), .number(5), .number(38.9), .share(0.28), .number(0.7)],
        ]),
      found: [
        Phrase(
          fr: "Bo et Cy ont acheté autant de fois ; Cy se tait depuis 34 semaines, et le modèle n'y croit plus guère.",
          en: "Bo and Cy bought as often; Cy has been silent for 34 weeks, and the model hardly believes in it.")
      ]),
    limits: [
      Phrase(
        fr:
          "Le modèle ne connaît ni croissance ni promesse : une entreprise dont les clients grandissent est prévue trop bas.",
        en: "The model knows no growth and no promise: a company whose customers grow is predicted too low."),
      Phrase(
        fr: "Moins de 20 clients, ou de 10 revenus une fois : pas de modèle, le rythme de chacun le remplace.",
        en: "Under 20 customers, or 10 that came back: no model; each customer's rhythm stands in."),
      Phrase(
        fr: "Moins d'un an de mois : pas de prévision de l'entreprise ; moins de deux ans : pas d'intervalle.",
        en: "Under a year of months: no forecast of the company; under two years: no interval."),
    ],
    source: Phrase(
      fr:
        "Fader, Hardie et Lee, 2005 ; Schmittlein, Morrison et Colombo, 1987 ; Batislam et coll., 2007 ; Tashman, 2000.",
      en: "Fader, Hardie and Lee, 2005; Schmittlein, Morrison and Colombo, 1987; Batislam et al., 2007; Tashman, 2000."),
    rules: [
      "prediction.horizonMonths", "prediction.residualMonths", "prediction.discountRate", "prediction.dropoutGain",
      "prediction.origins", "prediction.holdOutMonths", "prediction.holdOutPart", "prediction.leastGain",
      "prediction.winningShare", "prediction.coverage", "prediction.leastTrend", "prediction.mostTrend",
    ])

  static let nextOrders = Method(
    question: Phrase(
      fr: "Quand chaque client devrait-il commander, et qui tarde ?",
      en: "When should each customer order, and who is late?"),
    formula: [
      Phrase(
        fr:
          "Rythme : les derniers intervalles entre les commandes du client, 24 au plus ; sous 5, ceux de sa catégorie.",
        en: "Rhythm: the customer's last gaps between orders, 24 at most; under 5, those of its category."),
      Phrase(
        fr: """
          Jour attendu : dernière commande + l'intervalle du milieu parmi ceux qui dépassent le silence actuel ; au plus tôt \
          et au plus tard, le premier et le dernier dixième.
          """,
        en: """
          Expected day: last order + the middle one of the gaps that are longer than today's silence; earliest and latest, \
          the first and the last tenth.
          """),
      Phrase(
        fr: "Client saisonnier : les jours entre le début de sa saison et sa première commande, année par année.",
        en: "Seasonal customer: the days between the beginning of its season and its first order, year by year."),
      Phrase(
        fr: "Tarde : silence plus long que neuf intervalles sur dix. En retard : plus long que tous.",
        en: "Late: a silence longer than nine gaps in ten. Overdue: longer than all."),
    ],
    example: Example(
      given: Phrase(
        fr:
          "Un client a commandé aux intervalles de 20, 28, 28, 30 et 45 jours ; sa dernière commande date de 29 jours.",
        en: "A customer ordered at gaps of 20, 28, 28, 30 and 45 days; its last order was 29 days ago."),
      grid: .example(
        [
          .example(Phrase(fr: "Ce qui reste possible", en: "What remains possible")),
          ReportColumn("days", Phrase(fr: "Jours après la dernière", en: "Days after the last"), .integer),
        ],
        [
          [.phrase(Phrase(fr: "jour attendu", en: "expected day")), .integer(30)],
          [.phrase(Phrase(fr: "au plus tard", en: "latest")), .integer(45)],
        ]),
      found: [
        Phrase(
          fr:
            "Deux intervalles dépassent 29 jours, 30 et 45 : la commande est attendue demain, dans seize jours au plus tard.",
          en:
            "Two gaps are longer than 29 days, 30 and 45: the order is expected tomorrow, in sixteen days at the latest."
        )
      ]),
    limits: [
      Phrase(
        fr: "Les clients perdus n'y sont pas : voyez ce que vaut leur reconquête.",
        en: "Lost customers are left out: see what winning them back is worth."),
      Phrase(
        fr: "Un rythme qui change est suivi avec retard : les vieux intervalles comptent encore.",
        en: "A rhythm that changes is followed late: old gaps still count."),
    ],
    source: Phrase(
      fr: "Quantiles au rang le plus proche, Hyndman et Fan, 1996, définition 1.",
      en: "Quantiles by nearest rank, Hyndman and Fan, 1996, definition 1."),
    rules: ["prediction.ownGaps", "prediction.lastGaps", "prediction.coverage"])
}
