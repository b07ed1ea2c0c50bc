import Units

/// Verdicts and what is done about them.
extension PolicyKey {
  static let verdict: [PolicyKey] = [
    whole(
      "verdict.strandedMonths", \.verdict.strandedMonths, 1...60,
      fr: "mois pendant lesquels un coût reste payé après la fin d’une relation",
      en: "months that costs stay paid after a relation ended"),
    rate(
      "verdict.fullPool", \.verdict.fullPool,
      fr: "part utilisée d’une équipe à partir de laquelle une heure libérée a de la valeur",
      en: "used part of a team from which a freed hour is worth something"),
    whole(
      "verdict.strategicMonths", \.verdict.strategicMonths, 1...60,
      fr: "fin au plus tard d’un client stratégique, en mois", en: "latest end of a strategic customer, in months"),
    rate(
      "verdict.costSpread", \.verdict.costSpread,
      fr: "de combien les coûts sont bougés pour dire un verdict ferme ou fragile",
      en: "how much costs are moved to tell a firm verdict from a fragile one"),
    whole(
      "verdict.cease.activeMonths", \.verdict.cease.activeMonths, 1...12,
      fr: "cesser : mois actifs qu’il faut sur chacune des deux années",
      en: "cease: active months needed in each of the two years"),
    whole(
      "verdict.cease.tenureMonths", \.verdict.cease.tenureMonths, 0...240, fr: "… ancienneté qu’il faut, en mois",
      en: "… tenure needed, in months"),
    rate(
      "verdict.cease.priceRise", \.verdict.cease.priceRise, 0...1000,
      fr: "… hausse jusqu’au plancher au-delà de laquelle une dernière offre est vaine",
      en: "… rise to the floor beyond which a last offer is vain"),
    rate(
      "verdict.develop.headroomShare", \.verdict.develop.headroomShare, 0...10_000,
      fr: "développer : potentiel restant ÷ chiffre d’affaires qu’il faut", en: "develop: headroom ÷ revenue needed"),
    rate(
      "verdict.develop.potentialPercentile", \.verdict.develop.potentialPercentile,
      fr: "… centile de la catégorie au-dessus duquel un potentiel n’est pas cru",
      en: "… percentile of the category above which no potential is believed"),
    rate(
      "verdict.develop.whiteSpacePercentile", \.verdict.develop.whiteSpacePercentile,
      fr: "… centile de la catégorie qui remplace un potentiel inconnu",
      en: "… percentile of the category that stands in for an unknown potential"),
    whole(
      "verdict.toxicCategory.leastMembers", \.verdict.toxicCategory.leastMembers, 1...10_000,
      fr: "catégorie toxique : membres au-dessous desquels on ne juge pas",
      en: "toxic category: members under which it is not judged"),
    rate(
      "verdict.toxicCategory.negativeShare", \.verdict.toxicCategory.negativeShare, 1...100,
      fr: "… part des membres à marge négative qu’il faut (deux tiers)",
      en: "… part of the members with a negative margin needed (two thirds)"),
    rate(
      "verdict.hiddenGems.headroomShare", \.verdict.hiddenGems.headroomShare, 0...10_000,
      fr: "pépite cachée : potentiel restant ÷ chiffre d’affaires qu’il faut",
      en: "hidden gem: headroom ÷ revenue needed"),
  ]

  static let ladder: [PolicyKey] = [
    rate(
      "ladder.priceCap", \.ladder.priceCap, 0...1000, fr: "hausse de prix qu’on peut demander à tous",
      en: "price rise that may be asked of anybody"),
    rate(
      "ladder.indexFactor", \.ladder.indexFactor, 100...1000,
      fr: "… et au plus combien de fois à qui paie moins que les autres",
      en: "… and at most how many times of those who pay less than others"),
    rate(
      "ladder.rebates", \.ladder.rebates, 0...99, fr: "ristournes et commissions qui suivent le chiffre d’affaires",
      en: "rebates and commissions that follow revenue"),
  ]

  /// The last step before ceasing: what price lists and first actions may propose at the most.
  static let lastOffer: [PolicyKey] = [
    rate(
      "ladder.lastOfferCap", \.ladder.lastOfferCap, 0...1000, fr: "hausse qu’une dernière offre peut demander",
      en: "rise that a last offer may ask")
  ]

  static let effort: [PolicyKey] =
    [
      rate(
        "effort.marginAtRisk", \.effort.marginAtRisk, fr: "part de la marge qui partirait sans aucune heure (δ)",
        en: "part of the margin that would go without any hour (δ)"),
      rate(
        "effort.leastLift", \.effort.leastLift, 100...10_000,
        fr: "marge minimale avec des heures sans fin, en fois celle d’aujourd’hui",
        en: "least margin with hours without end, in times today's"),
      rate("effort.mostLift", \.effort.mostLift, 100...10_000, fr: "… maximale", en: "… the greatest"),
      money(
        "effort.travelPerVisit", \.effort.travelPerVisit, fr: "coût du trajet d’une visite ; vide : non compté",
        en: "cost of the way to one visit; empty: left out"),
      whole(
        "effort.visitMinutes", \.effort.visitMinutes, 1...1440,
        fr: "minutes d’une visite, si ni le journal ni vos règles ne les disent",
        en: "minutes of a visit, where neither the log nor your rules tell them"),
      whole("effort.callMinutes", \.effort.callMinutes, 1...1440, fr: "… d’un appel", en: "… of a call"),
      whole(
        "effort.mostReassignments", \.effort.mostReassignments, 0...1000,
        fr: "le plus de clients qu’on propose de confier à un autre commercial",
        en: "the most customers proposed to another salesperson"),
      money(
        "effort.leastReassignmentGain", \.effort.leastReassignmentGain,
        fr: "… et ce que chacun doit rapporter de plus par an", en: "… and what each has to bring more a year"),
    ] + Policy.ServiceLevel.allCases.map(mostHours)

  private static func mostHours(_ level: Policy.ServiceLevel) -> PolicyKey {
    whole(
      "effort.mostHours.\(level.rawValue)", \.effort.mostHours[level, orElse: 0], 0...100_000,
      fr: "le plus d’heures de visites et d’appels par an, client en relation \(french(level))",
      en: "the most hours a year of visits and calls, customer of the \(level.rawValue) level")
  }

  private static func french(_ level: Policy.ServiceLevel) -> String {
    switch level {
    case .personal: "personnalisée"
    case .delegated: "déléguée"
    case .automated: "automatisée"
    }
  }

  static let ceasing: [PolicyKey] = [
    whole(
      "ceasing.noticeMonthsPerYear", \.ceasing.noticeMonthsPerYear, 0...12,
      fr: "mois de préavis par année de relation commencée", en: "months of notice for each year of the relation begun"),
    whole(
      "ceasing.leastNoticeMonths", \.ceasing.leastNoticeMonths, 0...60, fr: "préavis minimal, en mois",
      en: "shortest notice, in months"),
    whole(
      "ceasing.mostNoticeMonths", \.ceasing.mostNoticeMonths, 1...60,
      fr: "préavis maximal, en mois (18 suffisent toujours : L442-1 II C. com.)",
      en: "longest notice, in months (18 always suffice: L442-1 II C. com.)"),
    rate(
      "ceasing.dependentFrom", \.ceasing.dependentFrom,
      fr: "part de ses achats à partir de laquelle un client dépend de vous",
      en: "part of its purchases from which a customer depends on you"),
  ]

  static let targets: [PolicyKey] = [
    rate(
      "targets.weights.size", \.targets.weights.size, 0...10_000,
      fr: "poids de la taille ; seules les proportions comptent", en: "weight of the size; only proportions count"),
    rate(
      "targets.weights.activity", \.targets.weights.activity, 0...10_000, fr: "poids de l’activité",
      en: "weight of what it does"),
    rate(
      "targets.weights.region", \.targets.weights.region, 0...10_000, fr: "poids de la région",
      en: "weight of the region"),
    rate(
      "targets.weights.interest", \.targets.weights.interest, 0...10_000, fr: "poids de l’intérêt",
      en: "weight of its interest"),
    rate(
      "targets.weights.culture", \.targets.weights.culture, 0...10_000, fr: "poids de la culture",
      en: "weight of its culture"),
    rate(
      "targets.neutral", \.targets.neutral, fr: "ce que compte un critère inconnu",
      en: "what an unknown criterion counts as"),
    PolicyKey(
      "targets.sizes", \.targets.sizes, .text,
      fr: "tailles visées, avec les mots du fichier ; vide : celles de vos meilleurs clients",
      en: "sizes wanted, in the file's words; empty: those of your best customers"),
    PolicyKey(
      "targets.activities", \.targets.activities, .text,
      fr: "activités visées ; vide : celles de vos meilleurs clients",
      en: "lines of business wanted; empty: those of your best customers"),
    PolicyKey(
      "targets.regions", \.targets.regions, .text,
      fr: "régions visées ; vide : celles que sert quelqu’un de l’équipe",
      en: "regions wanted; empty: those that somebody of the team serves"),
    PolicyKey(
      "targets.cultures", \.targets.cultures, .text, fr: "cultures visées ; vide : celles de vos meilleurs clients",
      en: "cultures wanted; empty: those of your best customers"),
  ]

  static let alerts: [PolicyKey] = [
    whole(
      "alerts.months", \.alerts.months, 1...12, fr: "derniers mois comparés aux mêmes d’un an plus tôt",
      en: "last months compared with the same a year earlier"),
    rate(
      "alerts.ratio", \.alerts.ratio, 0...100, fr: "chiffre d’affaires ÷ un an plus tôt jusqu’auquel il y a perte",
      en: "revenue ÷ a year earlier up to which there is a loss"),
    rate(
      "alerts.medianOrders", \.alerts.medianOrders, 0...2000, fr: "… d’au moins ce nombre de commandes médianes",
      en: "… of at least this many median orders"),
    rate(
      "alerts.deviations", \.alerts.deviations, 0...1000, fr: "… et d’au moins ce nombre d’écarts-types du client",
      en: "… and of at least this many of the customer's standard deviations"),
    money(
      "alerts.leastDrop", \.alerts.leastDrop, fr: "… et d’au moins ce montant ; vide : aucun",
      en: "… and of at least this amount; empty: none"),
    rate(
      "alerts.companyDrop", \.alerts.companyDrop,
      fr: "baisse de toute l’entreprise au-delà de laquelle il n’y a qu’une alerte",
      en: "drop of the whole company beyond which there is one alert only"),
    whole(
      "alerts.seasonLeadMonths", \.alerts.seasonLeadMonths, 0...11,
      fr: "mois avant la saison d’un client où elle est annoncée",
      en: "months before a customer's season at which it is announced"),
    whole(
      "alerts.seasonMissedMonths", \.alerts.seasonMissedMonths, 0...11,
      fr: "mois après son début où une saison sans commande est manquée",
      en: "months after its start at which a season without orders is missed"),
    whole(
      "alerts.clearMonths", \.alerts.clearMonths, 0...60, fr: "mois calmes après lesquels la même alerte peut revenir",
      en: "clear months after which the same alert may come back"),
    whole(
      "alerts.judgedMonths", \.alerts.judgedMonths, 1...60, fr: "mois suivants qui jugent une alerte",
      en: "months after it that judge an alert"),
    rate(
      "alerts.judgedRatio", \.alerts.judgedRatio,
      fr: "leur chiffre d’affaires ÷ un an plus tôt jusqu’auquel elle avait raison",
      en: "their revenue ÷ a year earlier up to which it was right"),
  ]
}
