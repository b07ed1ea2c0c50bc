import Decisions
import Ledger
import Portfolio
import Units

/// The parts of a case's page.
struct CeasingPanels {
  let file: CeasingFile
  let known: CeasingCase?
  /// The last offer to make; nothing where none is known.
  let proposed: ProposedRise?
  let today: Day
  let refused: CeasingPage.Refused?
  let context: PageContext

  var all: [Panel] {
    let isOpen = known?.isOpen ?? false
    return [steps, relation, notice] + (isOpen ? [asked(isOfLetter: false), asked(isOfLetter: true)] : [])
  }

  private var voice: Voice { context.voice }
  private func say(_ phrase: Phrase) -> String { context.say(phrase) }

  /// How far the case is, in a sentence.
  var finding: Phrase {
    let name = Phrase(fr: "« \(name: cut(file.name, 60)) » : ", en: "“\(name: cut(file.name, 60))”: ")
    switch known?.state {
    case .ended?: return name + Phrase(fr: "relation terminée", en: "the relation is over") + on(known?.last.day)
    case .withdrawn?, nil:
      return name + Phrase(fr: "cesser la relation ? ", en: "end the relation? ") + file.notice.proposed
    case let state?: return name + state.headline + ending
    }
  }

  private func on(_ day: Day?) -> Phrase {
    day.map { Phrase(fr: " le \($0)", en: " since \($0)") } ?? Phrase(fr: "", en: "")
  }

  private var ending: Phrase {
    file.end.map { Phrase(fr: ", fin le \($0)", en: ", the end on \($0)") }
      ?? Phrase(fr: ", fin à déterminer", en: ", the end is to be found")
  }

  // MARK: - How far it is

  private var steps: Panel {
    var parts: [Panel.Part] = []
    var notes = [voice.inline(file.lastOffer.sentence)]
    if case .none = file.lastOffer, let proposed {
      notes[0] += [.text(" ")] + voice.inline(proposed.asLastOffer)
    }
    if case .waits(let offer) = file.lastOffer {
      notes[0] += [
        .text(" "),
        .link(
          context.link(.offers, [Link.Item("offer", String(offer.number))], fragment: "answer"),
          [.text(say(Phrase(fr: "Noter sa réponse", en: "Note the answer")))]),
      ]
    } else if !file.lastOffer.isDone {
      notes[0] += [
        .text(" "),
        .link(
          context.link(
            .offers, [Link.Item("customer", file.id.text), Link.Item("kind", "lastOffer")], fragment: "log"),
          [.text(say(Phrase(fr: "Noter une dernière offre", en: "Note a last offer")))]),
      ]
    }
    if let known, [.sent, .acknowledged].contains(known.state), let end = file.end, end > today {
      notes.append(
        voice.inline(
          Phrase(
            fr: "Le préavis court jusqu'au \(end).", en: "The notice runs until \(end).")))
    }
    if let short = file.shortWarning { notes.append(voice.inline(short)) }
    if let said = file.relation.saidLater, let since = file.relation.since {
      notes.append(voice.inline(Notice.Reason.invoicesGoBackFurther(said: said, since: since).sentence))
    }
    parts.append(.notes(notes))
    if let known { parts.append(.table(history(known))) }
    parts.append(.form(next))
    if let known, known.history.count > 1 {
      parts.append(
        .form(
          FormModel(
            action: Link(CeasingPage.target(file.id)), method: .post, fields: [],
            buttons: [
              FormModel.Button(
                say(Phrase(fr: "Annuler la dernière étape", en: "Take the last step back")), name: "do", value: "undo",
                isQuiet: true)
            ], token: context.token)))
    }
    return Panel(
      id: "steps",
      title: voice.inline(
        Phrase(fr: "Dernière offre d'abord, puis la lettre", en: "The last offer first, then the letter")),
      how: voice.inline(
        Phrase(
          fr: "Chaque étape garde son jour et qui l'a notée ; la dernière peut être annulée.",
          en: "Each step keeps its day and who noted it; the last can be taken back.")), parts: parts)
  }

  private func history(_ known: CeasingCase) -> TableModel {
    TableModel(
      id: "history", caption: say(Phrase(fr: "Étapes", en: "Steps")),
      columns: [
        TableModel.Column(say(Phrase(fr: "Étape", en: "Step")), isName: true, width: 14),
        TableModel.Column(say(Phrase(fr: "Jour", en: "Day")), width: 14),
        TableModel.Column(say(Phrase(fr: "Note", en: "Note")), width: 24),
        TableModel.Column(say(Phrase(fr: "Noté par", en: "Noted by")), width: 12),
      ],
      rows: known.steps.map { step in
        let undone: [Inline] =
          step.undone == nil
          ? [] : [.text(" "), .toned(.faint, [.text(say(Phrase(fr: "annulée", en: "taken back")))])]
        return [
          voice.inline(step.state.label) + undone, [.text(voice.day(step.day))], [.name(step.note)],
          [.name(step.made.author)],
        ]
      })
  }

  /// The steps that may follow, a button each.
  private var next: FormModel {
    let states = known.flatMap { $0.isOpen ? $0.state.next : nil } ?? [.prepared]
    let fields =
      states == [.prepared]
      ? []
      : [
        FormModel.Field("day", say(Phrase(fr: "Jour", en: "Day")), .day(value: today.iso)),
        FormModel.Field("note", say(Phrase(fr: "Note", en: "Note")), .text(value: "", placeholder: "")),
      ] + states.flatMap { file.confirmations(before: $0, on: today) }.map(confirming)
    return FormModel(
      action: Link(CeasingPage.target(file.id)), method: .post, fields: fields,
      buttons: states.enumerated().map { place, state in
        FormModel.Button(say(state.verb), name: "do", value: state.rawValue, isQuiet: place > 0)
      }, token: context.token, mark: "step-")
  }

  /// What stands against a step is passed over knowingly.
  private func confirming(_ asked: CeasingConfirmation) -> FormModel.Field {
    let help =
      switch asked {
      case .withoutOffer:
        Phrase(
          fr: "Aucune n'est notée : cochez pour noter l'envoi tout de même.",
          en: "None is noted: tick to note that the letter was sent all the same.")
      case .shortNotice:
        Phrase(
          fr: "Un préavis trop court engage votre responsabilité : cochez pour noter l'envoi tout de même.",
          en: "Too short a notice makes you liable: tick to note that the letter was sent all the same.")
      case .agreedEarlier(let day):
        Phrase(
          fr: "Cochez pour noter la fin avant le \(day) ; les étapes le gardent.",
          en: "Tick to note the end before \(day); the steps keep it.")
      }
    return FormModel.Field(asked.code, asked.word(in: voice.language), .flag(false), help: voice.inline(help))
  }

  // MARK: - What it is

  private var relation: Panel {
    let share = file.weight.map { voice.percent($0.value, digits: 1) } ?? "–"
    var facts =
      [
        Panel.Fact(say(Phrase(fr: "Client depuis", en: "Customer since")), since),
        Panel.Fact(say(ReportColumn.revenue().title), voice.inline(.cents(file.revenue))),
        Panel.Fact(say(Phrase(fr: "Part de vos ventes", en: "Part of your sales")), [.text(share)]),
        Panel.Fact(
          say(Phrase(fr: "Part de ses achats faits chez vous", en: "Part of its purchases made here")), dependence),
      ] + effect
    facts.append(Panel.Fact(say(Phrase(fr: "Contrats et appels d'offres", en: "Contracts and tenders")), contracts))
    facts.append(Panel.Fact(say(Phrase(fr: "Promis et pas encore fait", en: "Promised and not done yet")), open))
    return Panel(
      id: "relation", title: voice.inline(file.verdict.sentence(isSecured: file.isSecured)),
      how: [
        .link(
          context.link(.customer(file.id), fragment: "ladder"),
          [.text(say(Phrase(fr: "Les chiffres du verdict", en: "The figures of the verdict")))])
      ],
      parts: [.facts(facts)])
  }

  /// What ceasing brings, when: first the notice, then a year in which some costs stay, then at most what the margin loses now.
  private var effect: [Panel.Fact] {
    let facts = file.verdict.facts.current
    guard let first = facts.effectOfCeasing else {
      return [
        Panel.Fact(
          say(Phrase(fr: "Effet de cesser", en: "Effect of ceasing")), voice.inline(.cents(nil, else: .marginUnknown)))
      ]
    }
    let months =
      switch file.notice.proposal {
      case .months(let months), .ask(atLeast: let months): months
      case .none: 0
      }
    let notice =
      months == 0
      ? []
      : [
        Panel.Fact(
          say(Phrase(fr: "D'abord, le préavis", en: "First, the notice")),
          voice.inline(
            Phrase(
              fr: "\(months, "mois", "mois") pendant lesquels rien ne change",
              en: "\(months, "month", "months") in which nothing changes")))
      ] + NoticeCost(monthsOfNotice: months, margin: facts.margin).facts(in: voice)
    return notice + [
      Panel.Fact(
        say(Phrase(fr: "Effet de cesser, la première année", en: "Effect of ceasing, the first year")),
        voice.inline(.cents(first))),
      Panel.Fact(
        say(Phrase(fr: "dont coûts qui restent d'abord", en: "of which costs that stay at first")),
        voice.inline(.cents(facts.stranded))),
      Panel.Fact(
        say(Phrase(fr: "ensuite, par an", en: "after that, a year")),
        voice.inline(
          Phrase(fr: "jusqu'à \(euros: first + facts.stranded)", en: "up to \(euros: first + facts.stranded)"))),
    ]
  }

  private var since: [Inline] {
    guard let tenure = file.tenure else { return unknown(Phrase(fr: "inconnu", en: "not known")) }
    return voice.inline(
      tenure.censored
        ? Phrase(
          fr: "\(tenure.since) au plus tard : les données commencent alors",
          en: "\(tenure.since) at the latest: the data begin then")
        : Phrase(fr: "\(tenure.since)", en: "\(tenure.since)"))
  }

  private var dependence: [Inline] {
    guard let share = file.dependence else {
      return unknown(
        Phrase(fr: "inconnue : ni potentiel connu, ni saisie", en: "not known: no potential is known, none was entered")
      )
    }
    let origin =
      file.dependenceOrigin == .person
      ? Phrase(fr: ", saisie", en: ", entered") : Phrase(fr: ", CA ÷ potentiel", en: ", revenue ÷ potential")
    return [.text(voice.percent(share.value))] + voice.inline(origin)
  }

  private var contracts: [Inline] {
    guard let contracts = file.commitments.contracts else {
      return unknown(
        Phrase(
          fr: "aucun fichier de contrats n'est importé : saisissez-les plus bas",
          en: "no file of contracts is imported: enter them below"))
    }
    guard !contracts.isEmpty else { return voice.inline(Phrase(fr: "aucun", en: "none")) }
    return lines(
      contracts.map { contract in
        let kind =
          contract.isTender ? Phrase(fr: "appel d'offres", en: "tender") : Phrase(fr: "contrat", en: "contract")
        let start = contract.start.map { Phrase(fr: " du \($0)", en: " from \($0)") } ?? Phrase(fr: "", en: "")
        let end = contract.renewal.map { Phrase(fr: " au \($0)", en: " to \($0)") } ?? Phrase(fr: "", en: "")
        let notice =
          contract.noticeMonths.map {
            Phrase(fr: ", \($0, "mois", "mois") de préavis", en: ", \($0, "month", "months") of notice")
          } ?? Phrase(fr: "", en: "")
        return kind + start + end + notice
      })
  }

  private var open: [Inline] {
    guard let open = file.commitments.open else {
      return unknown(
        Phrase(
          fr: "aucun fichier ne dit ce qui est promis et fait : vérifiez les commandes en cours",
          en: "no file tells what is promised and done: check the open orders"))
    }
    guard !open.isEmpty else { return voice.inline(Phrase(fr: "rien", en: "nothing")) }
    return lines(
      open.prefix(12).map { promise in
        promise.kind.label + Phrase(fr: " pour le \(promise.promised)", en: " for \(promise.promised)")
      } + (open.count > 12 ? [Phrase(fr: "et \(open.count - 12) de plus", en: "and \(open.count - 12) more")] : []))
  }

  private func lines(_ phrases: [Phrase]) -> [Inline] {
    phrases.enumerated().flatMap { place, phrase in (place == 0 ? [] : [Inline.text(" · ")]) + voice.inline(phrase) }
  }

  private func unknown(_ words: Phrase) -> [Inline] { [.toned(.faint, voice.inline(words))] }

  // MARK: - The notice

  private var notice: Panel {
    Panel(
      id: "notice", title: voice.inline(file.notice.proposed),
      how: voice.inline(
        Phrase(
          fr: "Une proposition de vos règles (ceasing) à partir de ce qui est connu ; rien n'en est retranché.",
          en: "A proposal of your rules (ceasing) from what is known; nothing is taken off it.")),
      parts: [
        .table(
          TableModel(
            id: "reasons", caption: say(Phrase(fr: "Motifs du préavis", en: "Reasons of the notice")),
            columns: [
              TableModel.Column(say(Phrase(fr: "Motif", en: "Reason")), isName: true, width: 48),
              TableModel.Column(say(Phrase(fr: "Ce qu'il fait", en: "What it does")), width: 18),
            ],
            rows: file.notice.reasons.map { [voice.inline($0.sentence), voice.inline($0.weight.label)] })),
        .notes(file.notice.sources.map { voice.inline(.article($0)) } + [[.strong(voice.inline(.haveCounselCheck))]]),
      ])
  }

  // MARK: - What people know

  private func asked(isOfLetter: Bool) -> Panel {
    let fields = CeasingFact.allCases.filter { $0.isOfLetter == isOfLetter }
    let form = FormModel(
      action: Link(CeasingPage.target(file.id)), method: .post,
      fields: fields.map(field),
      buttons: [
        FormModel.Button(
          say(
            isOfLetter
              ? Phrase(fr: "Garder, puis voir la lettre", en: "Keep, then see the letter")
              : Phrase(fr: "Garder et proposer de nouveau", en: "Keep and propose anew")), name: "do",
          value: isOfLetter ? "letter" : "facts")
      ], token: context.token)
    let seen: [Inline] = [
      .link(context.link(.letter(file.id)), [.text(say(Phrase(fr: "Voir la lettre", en: "See the letter")))]),
      .text(" · "),
      .link(context.link(.letterTemplate), [.text(say(Phrase(fr: "Modifier le modèle", en: "Edit the template")))]),
    ]
    let kept: [Inline] =
      known?.sentLetter(in: voice.language).map { sent in
        [.text(" · ")]
          + voice.inline(
            Phrase(
              fr: "La lettre envoyée le \(sent.day) est gardée telle quelle : rien de ceci n'y change plus.",
              en: "The letter that was sent on \(sent.day) is kept as it was: nothing here changes it any more."))
      } ?? []
    return Panel(
      id: isOfLetter ? "letter" : "facts",
      title: voice.inline(
        isOfLetter
          ? Phrase(fr: "Ce que dit la lettre", en: "What the letter says")
          : Phrase(fr: "Ce que vous savez de la relation", en: "What you know of the relation")),
      how: isOfLetter
        ? seen + kept
        : voice.inline(
          Phrase(
            fr: "Ce que vous écrivez remplace ce que disent les fichiers ; une case vide leur rend la parole.",
            en: "What you write takes the place of what files tell; an empty field lets them speak again.")),
      parts: [.form(form)])
  }

  private func field(_ fact: CeasingFact) -> FormModel.Field {
    let kept = known?.facts[fact] ?? ""
    let typed = refused?.typed[fact]
    let control: FormModel.Field.Control
    switch fact.form {
    case .day: control = .day(value: typed ?? kept)
    case .word(let words):
      control = .choice(
        value: typed ?? (kept.isEmpty ? words[0] : kept),
        options: words.map { FormModel.Field.Option($0, say(fact.option($0))) })
    case .percent:
      let shown = Int64(kept).map { voice.percent(Rate(millionths: $0)) }
      control = .text(value: typed ?? shown ?? "", placeholder: "")
    case .lines: control = .lines(value: typed ?? kept)
    case .whole, .line: control = .text(value: typed ?? kept, placeholder: "")
    }
    return FormModel.Field(
      fact.rawValue, say(fact.label), control, help: fact.help.map { voice.inline($0) } ?? [],
      problem: refused?.fact == fact ? [.text(refused?.sentence ?? "")] : [])
  }
}
