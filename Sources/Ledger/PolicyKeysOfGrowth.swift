import Units

/// Growth, the rhythm of orders, and what behaviour suggests.
extension PolicyKey {
  static let growth: [PolicyKey] = [
    whole(
      "growth.leastMonths", \.growth.leastMonths, 1...12,
      fr: "mois comparés à ceux d’un an plus tôt au-dessous desquels rien n’est prouvé",
      en: "months compared with those a year earlier under which nothing is proven"),
    whole(
      "growth.gateMedianOrders", \.growth.gateMedianOrders, 0...20,
      fr: "une variation de moins de tant de commandes médianes est du bruit",
      en: "a change of fewer median orders than this is noise"),
    rate(
      "growth.gateDeviations", \.growth.gateDeviations, 0...1000,
      fr: "… ou de moins de tant d’écarts-types (1.28 : une chance sur dix)",
      en: "… or of fewer standard deviations than this (1.28: one chance in ten)"),
    whole(
      "growth.gateLastOrders", \.growth.gateLastOrders, 3...1000,
      fr: "dernières commandes sur lesquelles le bruit se mesure",
      en: "last orders that noise is measured on"),
    whole(
      "growth.gateFewOrders", \.growth.gateFewOrders, 3...100,
      fr: "commandes au-dessous desquelles une variation ne se mesure pas",
      en: "orders under which no variation is measured"),
    rate(
      "growth.gateLeastValueVariation", \.growth.gateLeastValueVariation, 0...1000,
      fr: "variation minimale retenue du montant des commandes (écart-type ÷ moyenne)",
      en: "least variation of the orders' values that is believed (standard deviation ÷ mean)"),
    rate(
      "growth.gateMostValueVariation", \.growth.gateMostValueVariation, 0...1000, fr: "… maximale",
      en: "… the greatest"),
    rate(
      "growth.gateFewValueVariation", \.growth.gateFewValueVariation, 0...1000, fr: "… avec trop peu de commandes",
      en: "… with too few orders"),
    rate(
      "growth.gateLeastGapVariation", \.growth.gateLeastGapVariation, 0...1000,
      fr: "variation minimale retenue des intervalles entre commandes",
      en: "least variation of the gaps between orders that is believed"),
    rate(
      "growth.gateMostGapVariation", \.growth.gateMostGapVariation, 0...1000, fr: "… maximale", en: "… the greatest"),
    rate(
      "growth.gateFewGapVariation", \.growth.gateFewGapVariation, 0...1000, fr: "… avec trop peu de commandes",
      en: "… with too few orders"),
    rate(
      "growth.gateRhythmGapVariation", \.growth.gateRhythmGapVariation, 0...1000,
      fr: "… maximale d’un client régulier ou saisonnier", en: "… the greatest of a regular or seasonal customer"),
    whole(
      "growth.rhythm.regularGaps", \.growth.rhythm.regularGaps, 2...1000,
      fr: "intervalles au-dessous desquels personne n’est régulier", en: "gaps under which nobody is regular"),
    rate(
      "growth.rhythm.regularSpread", \.growth.rhythm.regularSpread, 0...1000,
      fr: "le plus long moins le plus court, au plus cette part de l’intervalle médian",
      en: "the longest less the shortest, at most this part of the median gap"),
    whole(
      "growth.rhythm.seasonMonths", \.growth.rhythm.seasonMonths, 1...11, fr: "mois d’affilée qui font une saison",
      en: "months in a row that make a season"),
    rate(
      "growth.rhythm.seasonShare", \.growth.rhythm.seasonShare, 1...100,
      fr: "part des commandes qui doit y tomber", en: "part of the orders that has to fall in them"),
    whole(
      "growth.rhythm.seasonOrders", \.growth.rhythm.seasonOrders, 1...1000,
      fr: "commandes à partir desquelles une saison compte", en: "orders that a season counts from"),
    whole(
      "growth.rhythm.seasons", \.growth.rhythm.seasons, 1...20, fr: "nombre de telles saisons qu’il faut",
      en: "how many such seasons there have to be"),
    rate(
      "growth.growthRatio", \.growth.growthRatio, 100...1000, fr: "12 mois ÷ 12 mois d’avant à partir duquel on croît",
      en: "12 months ÷ the 12 before from which it is growth"),
    rate(
      "growth.highHeadroom", \.growth.highHeadroom, 0...10_000,
      fr: "potentiel restant ÷ chiffre d’affaires à partir duquel il compte",
      en: "headroom ÷ revenue from which it counts"),
    whole(
      "growth.smallBands", \.growth.smallBands, 1...50, fr: "tranches du bas où chercher les clients de demain",
      en: "bottom bands in which tomorrow's customers are looked for"),
    whole(
      "growth.potentialMonths", \.growth.potentialMonths, 1...240, fr: "mois pendant lesquels un potentiel jugé vaut",
      en: "months for which a judged potential holds"),
    whole(
      "growth.earlyMonths", \.growth.earlyMonths, 1...120, fr: "âge jusqu’auquel un rythme est un rythme de début",
      en: "age up to which a rhythm is an early one"),
    whole(
      "growth.earlyOrders", \.growth.earlyOrders, 1...1000,
      fr: "commandes à partir desquelles il y a un rythme de début",
      en: "orders from which there is an early rhythm"),
    whole(
      "growth.earlyPeers", \.growth.earlyPeers, 1...1000,
      fr: "clients de la première tranche dont les débuts doivent être connus pour comparer",
      en: "customers of the first band whose beginnings must be known to compare"),
    whole(
      "growth.marginFallYears", \.growth.marginFallYears, 1...10,
      fr: "baisses annuelles de suite du taux de marge à partir desquelles un client est signalé",
      en: "yearly falls in a row of the margin rate from which a customer is listed"),
  ]

  static let suggestions: [PolicyKey] = [
    whole(
      "suggestions.mostCategories", \.suggestions.mostCategories, 2...50, fr: "nombre maximal de catégories proposées",
      en: "the most categories proposed"),
    whole(
      "suggestions.leastCustomers", \.suggestions.leastCustomers, 2...100_000,
      fr: "clients actifs au-dessous desquels rien n’est proposé",
      en: "active customers below which nothing is proposed"),
    whole(
      "suggestions.sample", \.suggestions.sample, 10...5000,
      fr: "clients comparés un à un ; les autres rejoignent le plus proche",
      en: "customers compared one by one; the others join the nearest"),
    whole(
      "suggestions.leastMembers", \.suggestions.leastMembers, 1...1000,
      fr: "clients comparés au-dessous desquels une catégorie est trop petite",
      en: "customers compared under which a category is too small"),
    rate(
      "suggestions.leastMemberShare", \.suggestions.leastMemberShare, 0...50, fr: "… et en part des clients comparés",
      en: "… and as a share of the customers compared"),
    rate(
      "suggestions.leastSilhouette", \.suggestions.leastSilhouette,
      fr: "netteté moyenne au-dessous de laquelle on dit qu’il n’y a pas de catégories",
      en: "mean silhouette below which there are said to be no categories"),
  ]
}
