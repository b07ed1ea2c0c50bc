import Units

/// Stages, losses and prices; forecasts, for analyses to come.
extension PolicyKey {
  static let stages: [PolicyKey] = [
    whole(
      "lifeCycle.lost.leastGaps", \.lifeCycle.lost.leastGaps, 1...100,
      fr: "intervalles au-dessous desquels un client n’a pas de mesure à lui",
      en: "gaps between orders under which a customer has no measure of its own"),
    whole(
      "lifeCycle.lost.months", \.lifeCycle.lost.months, 1...240,
      fr: "mois sans commande après lesquels il est alors perdu",
      en: "months without an order after which it is then lost"),
    rate(
      "lifeCycle.lost.gapPercentile", \.lifeCycle.lost.gapPercentile, fr: "sinon, centile de ses propres intervalles …",
      en: "otherwise, percentile of its own gaps …"),
    rate(
      "lifeCycle.lost.gapFactor", \.lifeCycle.lost.gapFactor, 100...1000,
      fr: "… et perdu après ce nombre de fois cet intervalle",
      en: "… and lost after so many times that gap"),
    whole(
      "lifeCycle.lost.leastMonths", \.lifeCycle.lost.leastMonths, 1...240, fr: "mais jamais avant ce nombre de mois",
      en: "but never before this many months"),
    whole(
      "lifeCycle.lost.mostMonths", \.lifeCycle.lost.mostMonths, 1...240, fr: "et au plus tard après ce nombre de mois",
      en: "and at the latest after this many months"),
    whole(
      "lifeCycle.newMonths", \.lifeCycle.newMonths, 1...60,
      fr: "mois après la première commande où un client est nouveau",
      en: "months after the first order during which a customer is new"),
    whole(
      "lifeCycle.wonBackMonths", \.lifeCycle.wonBackMonths, 1...60,
      fr: "mois après son retour où un client perdu est reconquis",
      en: "months after its return during which a lost customer is won back"),
    whole(
      "lifeCycle.episodic.months", \.lifeCycle.episodic.months, 1...240,
      fr: "mois où l’on cherche les clients épisodiques", en: "months in which episodic customers are looked for"),
    whole(
      "lifeCycle.episodic.mostOrders", \.lifeCycle.episodic.mostOrders, 0...100,
      fr: "épisodique jusqu’à ce nombre de commandes", en: "episodic up to this many orders"),
    whole(
      "lifeCycle.episodic.leastActiveMonths", \.lifeCycle.episodic.leastActiveMonths, 0...240,
      fr: "… ou avec moins de mois actifs que cela (un sixième de 24)",
      en: "… or with fewer active months than this (a sixth of 24)"),
    rate(
      "lifeCycle.declining.ratio", \.lifeCycle.declining.ratio, 0...1000,
      fr: "12 mois ÷ 12 mois d’avant jusqu’auquel un client décline",
      en: "12 months ÷ the 12 before up to which a customer declines"),
    rate(
      "lifeCycle.declining.slowRatio", \.lifeCycle.declining.slowRatio, 0...1000,
      fr: "12 mois ÷ ceux de deux ans plus tôt, pour un déclin lent",
      en: "12 months ÷ those two years before, for a slow decline"),
    rate(
      "lifeCycle.declining.slowYearRatio", \.lifeCycle.declining.slowYearRatio, 0...1000,
      fr: "… à condition que 12 mois ÷ 12 mois d’avant ne le dépasse pas",
      en: "… provided that 12 months ÷ the 12 before is not above this"),
    whole(
      "lifeCycle.silence.leastGaps", \.lifeCycle.silence.leastGaps, 1...100,
      fr: "intervalles au-dessous desquels un silence ne dit rien",
      en: "gaps between orders under which silence says nothing"),
    rate(
      "lifeCycle.silence.gapPercentile", \.lifeCycle.silence.gapPercentile, fr: "centile des intervalles du client …",
      en: "percentile of the customer's gaps …"),
    rate(
      "lifeCycle.silence.gapFactor", \.lifeCycle.silence.gapFactor, 100...1000,
      fr: "… silence plus long que ce nombre de fois cet intervalle",
      en: "… silence longer than so many times that gap"),
    rate(
      "lifeCycle.silence.longestGapFactor", \.lifeCycle.silence.longestGapFactor, 0...1000,
      fr: "… et que ce nombre de fois le plus long intervalle", en: "… and than so many times the longest gap"),
    whole(
      "lifeCycle.silence.leastDays", \.lifeCycle.silence.leastDays, 0...3660, fr: "… et que ce nombre de jours",
      en: "… and than so many days"),
    rate(
      "lifeCycle.developing.ratio", \.lifeCycle.developing.ratio, 0...1000,
      fr: "12 mois ÷ 12 mois d’avant à partir duquel un client se développe",
      en: "12 months ÷ the 12 before from which a customer develops"),
    rate(
      "lifeCycle.developing.ratioWithRange", \.lifeCycle.developing.ratioWithRange, 0...1000,
      fr: "… quand une gamme a été gagnée", en: "… when a range was gained"),
    rate(
      "lifeCycle.mature.leastRatio", \.lifeCycle.mature.leastRatio, 0...1000,
      fr: "12 mois ÷ 12 mois d’avant le plus bas d’un client en maturité",
      en: "least 12 months ÷ the 12 before of a mature customer"),
    rate(
      "lifeCycle.mature.mostRatio", \.lifeCycle.mature.mostRatio, 0...1000, fr: "… et le plus haut",
      en: "… and the greatest"),
    rate(
      "lifeCycle.mature.gateShare", \.lifeCycle.mature.gateShare, fr: "ou variation sous cette part du bruit",
      en: "or a change under this part of the noise"),
    rate(
      "lifeCycle.health.leastShare", \.lifeCycle.health.leastShare,
      fr: "sain au-dessus de cette part en développement et en maturité",
      en: "healthy above this share developing and mature"),
    rate(
      "lifeCycle.health.alarmPoints", \.lifeCycle.health.alarmPoints,
      fr: "alarme quand la part en déclin monte de tant (0.03 : trois points)",
      en: "alarm when the declining share rises by this (0.03: three points)"),
    whole(
      "lifeCycle.health.alarmMonths", \.lifeCycle.health.alarmMonths, 1...120, fr: "… en ce nombre de mois",
      en: "… within this many months"),
  ]

  static let losses: [PolicyKey] = [
    whole(
      "losses.signalMonths", \.losses.signalMonths, 1...120,
      fr: "mois avant la dernière commande où l’on cherche des signaux",
      en: "months before the last order in which signals are looked for"),
    whole(
      "losses.leastEvents", \.losses.leastEvents, 1...1000,
      fr: "réclamations, ou livraisons en retard, à partir desquelles c’est un signal",
      en: "complaints, or late deliveries, from which they are a signal"),
    whole(
      "losses.leastEventsWhenNew", \.losses.leastEventsWhenNew, 1...1000, fr: "… chez un nouveau client",
      en: "… with a new customer"),
    rate(
      "losses.timesOthers", \.losses.timesOthers, 0...10_000,
      fr: "… et tant de fois plus souvent que chez les autres", en: "… and so many times as often as with the others"),
    rate(
      "losses.priceRise", \.losses.priceRise, 0...1000,
      fr: "hausse de ses prix au-dessus de la hausse médiane (0.03 : trois points)",
      en: "rise of its prices above the median rise (0.03: three points)"),
    rate(
      "losses.serviceRatio", \.losses.serviceRatio,
      fr: "visites et appels ÷ ceux de l’année d’avant jusqu’auxquels le suivi a baissé",
      en: "visits and calls ÷ those a year earlier up to which service dropped"),
    whole(
      "losses.leastContacts", \.losses.leastContacts, 1...1000, fr: "… s’il y en avait au moins ce nombre",
      en: "… where there were at least so many"),
    rate(
      "losses.withdrawnShare", \.losses.withdrawnShare,
      fr: "part de ses achats dans des produits retirés à partir de laquelle c’est un signal",
      en: "part of its purchases in withdrawn products from which that is a signal"),
    whole(
      "losses.answerDays", \.losses.answerDays, 0...365,
      fr: "jours après lesquels la réponse à une demande est tardive",
      en: "days after which the answer to an enquiry is late"),
    rate(
      "losses.sectorRatio", \.losses.sectorRatio, 0...1000,
      fr: "12 mois ÷ 12 mois d’avant des autres clients jusqu’auquel le secteur recule",
      en: "12 months ÷ the 12 before of the other customers up to which the sector falls"),
    whole(
      "losses.sectorMembers", \.losses.sectorMembers, 1...1000,
      fr: "autres clients au-dessous desquels un secteur n’a pas de tendance",
      en: "other customers under which a sector has no trend"),
    whole(
      "winBack.returnMonths", \.winBack.returnMonths, 1...240, fr: "délai, en mois, dans lequel un retour compte",
      en: "months within which a return counts"),
    whole(
      "winBack.leastLosses", \.winBack.leastLosses, 1...10_000,
      fr: "pertes au-dessous desquelles la chance de retour n’est pas connue",
      en: "losses under which the chance of a return is not known"),
    whole(
      "winBack.classLosses", \.winBack.classLosses, 1...10_000,
      fr: "pertes d’une classe à partir desquelles elle a sa propre chance",
      en: "losses of a class from which it has a chance of its own"),
    rate(
      "winBack.priorReturns", \.winBack.priorReturns, 0...100_000,
      fr: "retours dont l’estimation part (α de la loi bêta)",
      en: "returns that the estimate starts from (α of the beta distribution)"),
    rate(
      "winBack.priorLosses", \.winBack.priorLosses, 0...100_000, fr: "pertes définitives dont elle part (β)",
      en: "losses for good that it starts from (β)"),
    rate(
      "winBack.marginYears", \.winBack.marginYears, 0...10_000, fr: "années de marge que vaut un retour",
      en: "years of margin that a return is worth"),
    rate(
      "winBack.discountRate", \.winBack.discountRate,
      fr: "ce qu’une marge vaut de moins un an plus tard", en: "what a margin is worth less a year later"),
    money(
      "winBack.effort", \.winBack.effort, fr: "coût d’une reconquête tentée ; vide : inconnu",
      en: "cost of trying to win one customer back; empty: unknown"),
  ]

  static let renewal: [PolicyKey] = [
    whole(
      "prediction.renewalMonths", \.prediction.renewalMonths, 1...120,
      fr: "mois sur lesquels l’érosion est à remplacer", en: "months over which erosion has to be made good")
  ]

  static let prediction: [PolicyKey] = [
    rate(
      "prediction.dropoutGain", \.prediction.dropoutGain, 0...10_000,
      fr: "gain de vraisemblance (2 × log) sous lequel on ne voit pas de départs",
      en: "gain in likelihood (2 × log) under which no dropping out is seen"),
    rate(
      "prediction.leastTrend", \.prediction.leastTrend, 0...1000,
      fr: "tendance minimale (12 mois ÷ 12 mois d’avant) de la prévision rivale",
      en: "least trend (12 months ÷ the 12 before) of the rival forecast"),
    rate("prediction.mostTrend", \.prediction.mostTrend, 0...1000, fr: "… maximale", en: "… the greatest"),
    whole(
      "prediction.origins", \.prediction.origins, 1...120,
      fr: "combien de mois en arrière on refait la prévision pour la juger",
      en: "how many months back the forecast is made again to judge it"),
    whole(
      "prediction.holdOutMonths", \.prediction.holdOutMonths, 1...120, fr: "mois jugés, au plus",
      en: "months judged, at most"),
    whole(
      "prediction.holdOutPart", \.prediction.holdOutPart, 2...100, fr: "… et au plus un mois des données sur ce nombre",
      en: "… and at most one month of the data in this many"),
    rate(
      "prediction.coverage", \.prediction.coverage, 1...99, fr: "part des issues que les intervalles doivent contenir",
      en: "part of the outcomes that the intervals are meant to hold"),
    rate(
      "prediction.leastGain", \.prediction.leastGain,
      fr: "de combien l’erreur du modèle doit être plus petite que celle du rival",
      en: "how much smaller the model's error has to be than the rival's"),
    rate(
      "prediction.winningShare", \.prediction.winningShare,
      fr: "… sur cette part des prévisions refaites (deux sur trois)",
      en: "… on this part of the forecasts made again (two of three)"),
    whole(
      "prediction.horizonMonths", \.prediction.horizonMonths, 1...60, fr: "mois prévus", en: "months that are predicted"
    ),
    whole(
      "prediction.residualMonths", \.prediction.residualMonths, 1...600,
      fr: "mois sur lesquels compte la valeur résiduelle d’un client",
      en: "months over which a customer's residual value is counted"),
    rate(
      "prediction.discountRate", \.prediction.discountRate, 0...100,
      fr: "ce que perd une marge qui vient un an plus tard", en: "what a margin loses that comes a year later"),
    whole(
      "prediction.ownGaps", \.prediction.ownGaps, 1...100,
      fr: "intervalles entre commandes au-dessous desquels ceux de la catégorie donnent le rythme",
      en: "gaps between orders under which those of the category tell the rhythm"),
    whole(
      "prediction.lastGaps", \.prediction.lastGaps, 1...1000,
      fr: "derniers intervalles qui donnent le rythme, au plus", en: "last gaps that tell the rhythm, at most"),
  ]

  static let prices: [PolicyKey] = [
    whole(
      "prices.otherBuyers", \.prices.otherBuyers, 1...1000,
      fr: "autres acheteurs au-dessous desquels un prix ne se compare pas",
      en: "other buyers under which a price is not compared"),
    rate(
      "prices.leastCoverage", \.prices.leastCoverage,
      fr: "part comparée du chiffre d’affaires au-dessous de laquelle il n’y a pas d’indice",
      en: "share of revenue compared under which there is no index"),
    rate(
      "prices.volumeFactor", \.prices.volumeFactor, 100...100_000,
      fr: "fois plus, ou moins, jusqu’où un volume est semblable (2 : de la moitié au double)",
      en: "times as much, or as little, up to which a volume is like another (2: from half to twice)"),
    rate(
      "prices.leastGap", \.prices.leastGap,
      fr: "écart au prix médian à volume semblable à partir duquel un prix est à revoir",
      en: "gap to the median price of like volume from which a price is to be looked at again"),
  ]
}
