import Decisions
import Ledger
import Portfolio
import Units

/// Somebody who is no customer yet: who it is, what to do next, how near it is to what is sought, whom it resembles, and what holds
/// at the door.
public struct ProspectPage: Equatable, Sendable {
  /// How good a target it is.
  public let title: [Inline]
  /// Over which months its like were looked at.
  public let how: [Inline]
  /// Its score, its resemblance, what is expected.
  public let figures: [Figure]
  /// The parts.
  public let panels: [Panel]
  private let back: [Inline]
  private let id: ID<Prospect>

  /// Makes the page.
  /// - Parameters:
  ///   - place: among the prospects.
  ///   - rules: those that hold at the door, the newest first.
  public init(of place: Int, in analysis: CompanyAnalysis, rules: [DoorRule], context: PageContext) {
    let prospect = analysis.books.prospects[place]
    let parts = ProspectPanels(
      prospect: prospect, place: place, analysis: analysis, rules: rules, context: context)
    id = prospect.id
    title = context.voice.inline(parts.finding)
    how = context.voice.inline(
      Phrase.months(analysis.books.window)
        + Phrase(
          fr: "Ce que dit votre fichier de prospects, et ce que sont vos clients.",
          en: "What your file of prospects tells, and what your customers are."))
    figures = parts.figures
    panels = parts.all
    back = [
      .link(
        context.link(.report(.lookalikes)), [.text("← ")] + context.voice.inline(ReportName.lookalikes.label)),
      .text(" · "), .link(context.link(.report(.targets)), context.voice.inline(ReportName.targets.label)),
    ]
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(
      context: context, address: .prospect(id), title: title.plain,
      content: [
        .element(.p, "back") { back.markup }, .element(.h1) { title.markup }, .element(.p, "sub") { how.markup },
        figures.markup, .element(.div, "panels") { panels.map(\.markup) },
      ])
  }
}

/// The parts of a prospect's page.
private struct ProspectPanels {
  let prospect: Prospect
  let analysis: CompanyAnalysis
  let context: PageContext
  let category: String?
  let check: DoorCheck
  let score: TargetScores.Row?
  let alike: LookAlikes.Row?
  let planned: ReplicationPlan.Candidate?

  init(prospect: Prospect, place: Int, analysis: CompanyAnalysis, rules: [DoorRule], context: PageContext) {
    let subject = LookAlikes.Subject.prospect(place)
    self.prospect = prospect
    self.analysis = analysis
    self.context = context
    category = analysis.portfolio.categories.name(ofProspect: prospect)
    check = analysis.doorCheck(of: prospect, rules)
    score = analysis.life.targets.rows.first { $0.subject == subject }
    alike = analysis.life.lookAlikes.value?.prospects.first { $0.subject == subject }
    planned = analysis.life.replication.rows.lazy.flatMap(\.prospects).first { $0.row.subject == subject }
  }

  private var voice: Voice { context.voice }
  private func say(_ phrase: Phrase) -> String { context.say(phrase) }
  private var bar: DoorBar? { check.bar }

  var finding: Phrase {
    let name = Phrase(fr: "« \(name: cut(prospect.name, 60)) » : ", en: "“\(name: cut(prospect.name, 60))”: ")
    switch bar {
    case .refused: return name + Phrase(fr: "vos règles le refusent à la porte", en: "your rules refuse it at the door")
    case .losingCategory:
      return name
        + Phrase(
          fr: "sa catégorie perd de l'argent, à n'accepter qu'à conditions",
          en: "its category loses money, to be taken on conditions only")
    case .conditions, nil:
      guard let planned, planned.isTarget else {
        return name
          + Phrase(
            fr: "\(percent: score?.score.value ?? 0) de ce que vous cherchez",
            en: "\(percent: score?.score.value ?? 0) of what you seek")
      }
      return name
        + Phrase(
          fr: "à gagner, \(euros: planned.expected, .compact) par an estimés",
          en: "to win, an estimated \(euros: planned.expected, .compact) a year")
    }
  }

  var figures: [Figure] {
    [
      Figure(
        label: say(Phrase(fr: "Note", en: "Score")), value: percent(score?.score.value),
        context: [
          voice.inline(
            Phrase(
              fr: "\(percent: score?.completeness.value ?? 0) des critères connus",
              en: "\(percent: score?.completeness.value ?? 0) of the criteria known"))
        ], link: context.link(.report(.targets))),
      Figure(
        label: say(Phrase(fr: "Ressemblance", en: "Resemblance")), value: percent(alike?.score),
        context: [
          voice.inline(Phrase(fr: "50 % : autant que les autres", en: "50%: as much as the others"))
        ], link: context.link(.report(.lookalikes))),
      Figure(
        label: say(Phrase(fr: "Attendu par an, estimé", en: "Expected a year, estimated")),
        value: voice.inline(.cents(planned?.expected)),
        context: [
          voice.inline(
            planned == nil
              ? Phrase(fr: "hors du plan de réplication", en: "not in the plan of replication")
              : Phrase(fr: "le CA médian de sa catégorie", en: "the median revenue of its category"))
        ], link: context.link(.report(.replication))),
    ]
  }

  private func percent(_ share: Double?) -> [Inline] {
    [.text(share.map { voice.percent($0, digits: 0) } ?? Mark.unknown)]
  }

  var all: [Panel] { [next, identity, criteria, reasons, door].compactMap { $0 } }

  // MARK: - What to do

  private var next: Panel {
    var steps: [[Inline]] = []
    switch bar {
    case .refused:
      steps.append(
        voice.inline(
          Phrase(
            fr: "Ne pas le démarcher. S'il vient de lui-même, dites ce qui suit.",
            en: "Do not approach it. If it comes by itself, say what stands below.")))
    case .losingCategory:
      steps.append(
        voice.inline(
          Phrase(
            fr: "Décidez d'abord de sa catégorie : la refuser, ou l'admettre sous conditions. ",
            en: "Decide on its category first: refuse it, or admit it on conditions. "))
          + [.link(context.link(.door, fragment: "toxic"), voice.inline(Address.door.label))])
    case .conditions, nil:
      steps.append(voice.inline(who))
      if let unknown = score?.unknown, !unknown.isEmpty {
        steps.append(
          voice.inline(
            unknown.dropFirst().reduce(
              Phrase(fr: "Lui demander, car inconnu : ", en: "Ask, for it is not known: ") + unknown[0].label
            ) { $0 + Phrase(fr: ", ", en: ", ") + $1.label } + .stop))
      }
      steps.append(voice.inline(offer))
    }
    return Panel(
      id: "next", title: voice.inline(Phrase(fr: "Et maintenant", en: "What to do next")), parts: [.notes(steps)],
      isHalf: true)
  }

  private var seller: String? {
    prospect.salesperson.map { id in analysis.books.people.first { $0.id == id }?.name ?? id.text }
  }

  private var who: Phrase {
    seller.map {
      Phrase(fr: "\(name: $0) prend rendez-vous.", en: "\(name: $0) makes the appointment.")
    }
      ?? Phrase(
        fr: "Personne ne le suit : nommez un commercial dans votre fichier de prospects.",
        en: "Nobody looks after it: name a salesperson in your file of prospects.")
  }

  private var offer: Phrase {
    let ranges = alike?.reasons.first { $0.trait == .mainRange && $0.weight > 0 }
    guard let ranges else {
      return Phrase(
        fr: "À proposer d'abord : ce qu'achètent les clients de sa catégorie.",
        en: "To offer first: what customers of its category buy.")
    }
    return Phrase(fr: "À proposer d'abord : ", en: "To offer first: ") + ranges.value.words + .stop
  }

  // MARK: - Who it is

  private var identity: Panel {
    func text(_ value: String?) -> [Inline] {
      value.map { [.name($0)] } ?? [.toned(.faint, voice.inline(Phrase(fr: "non renseigné", en: "not told")))]
    }
    let facts = [
      Panel.Fact(say(Phrase(fr: "Code", en: "Code")), [.name(prospect.id.text)]),
      Panel.Fact(
        say(Phrase(fr: "Catégorie", en: "Category")),
        category.map { [.link(context.link(.category($0)), [.name($0)])] } ?? text(nil)),
      Panel.Fact(say(Phrase(fr: "Secteur", en: "Sector")), text(prospect.sector)),
      Panel.Fact(say(Phrase(fr: "Région", en: "Region")), text(prospect.region)),
      Panel.Fact(say(Phrase(fr: "Taille", en: "Size")), text(prospect.size)),
      Panel.Fact(
        say(Phrase(fr: "Potentiel par an", en: "Potential a year")),
        prospect.potential.map { voice.inline(.cents($0)) } ?? text(nil)),
      Panel.Fact(say(Phrase(fr: "Commercial", en: "Salesperson")), text(seller)),
      Panel.Fact(say(Phrase(fr: "Origine", en: "Source")), text(prospect.source)),
    ]
    return Panel(
      id: "identity", title: voice.inline(Phrase(fr: "Qui c'est", en: "Who it is")), parts: [.facts(facts)],
      isHalf: true)
  }

  private var criteria: Panel? {
    guard let score, !score.judgements.isEmpty else { return nil }
    let finding = Phrase(
      fr: "Note de \(percent: score.score.value), critère par critère",
      en: "A score of \(percent: score.score.value), criterion by criterion")
    return Panel(
      id: "criteria", title: voice.inline(finding),
      how: [.link(context.link(.method(.targets)), voice.inline(Phrase(fr: "La méthode", en: "The method")))],
      parts: [.notes(score.judgements.map { voice.inline(.tag($0.tag)) })], isHalf: true)
  }

  private var reasons: Panel? {
    guard let alike, !alike.reasons.isEmpty else { return nil }
    let finding = Phrase(
      fr: "Pourquoi il ressemble à vos meilleurs clients, ou non", en: "Why it resembles your best customers, or not")
    return Panel(
      id: "reasons", title: voice.inline(finding),
      how: [.link(context.link(.method(.lookalikes)), voice.inline(Phrase(fr: "La méthode", en: "The method")))],
      parts: [.notes(alike.reasons.map { voice.inline(.tag($0.tag)) })], isHalf: true)
  }

  private var door: Panel {
    let finding = Phrase(fr: "À la porte : ", en: "At the door: ") + check.finding
    return Panel(
      id: "door", title: voice.inline(finding),
      how: [.link(context.link(.door), voice.inline(Address.door.label))],
      parts: check.isFree
        ? []
        : [.notes((check.preface + check.refusal.sentences).map { voice.inline($0) })]
          + (check.isFromFigures ? check.losing.map { [.form(DoorPage.ruling(of: $0, context))] } ?? [] : []))
  }
}
