import Decisions
import Ledger
import Portfolio
import Units

/// Scenarios kept as drafts of plans.
extension WhatIfWriter {
  /// The form that keeps the scenario as a draft of a plan.
  func keeping(_ tried: TriedScenario) -> Panel? {
    guard !tried.result.effects.isEmpty else { return nil }
    return Panel(
      id: "keeping", title: voice.inline(Phrase(fr: "En faire un projet de plan", en: "Make a draft of a plan")),
      how: voice.inline(
        Phrase(
          fr:
            "Une action par geste et par client, avec ce qu'elle devrait rapporter ; personne n'en est encore chargé.",
          en: "An action for each step and customer, with what it should bring; nobody is in charge of it yet.")),
      parts: [
        .form(
          FormModel(
            action: Link(.action(Address.whatIf.path)), method: .post,
            fields: [
              FormModel.Field(
                "name", say(Phrase(fr: "Nom du projet", en: "Name of the draft")), .text(value: "", placeholder: ""))
            ]
              + (context.choice.items + asked.items).filter { !$0.value.isEmpty && $0.name != "other" }.map {
                FormModel.Field($0.name, "", .hidden($0.value))
              },
            buttons: [FormModel.Button(say(Phrase(fr: "Garder", en: "Keep")), name: "do", value: "keep")],
            token: context.token))
      ], isHalf: true)
  }

  /// The drafts that stand.
  func drafts(_ drafts: [KeptDraft]) -> Panel? {
    let standing = drafts.filter { $0.dropped == nil }.reversed()
    guard !standing.isEmpty else { return nil }
    let title = Phrase(
      fr: "\(standing.count, "projet de plan gardé", "projets de plan gardés")",
      en: "\(standing.count, "draft of a plan kept", "drafts of plans kept")")
    let rows = standing.map { kept -> [[Inline]] in
      [
        [.link(context.link(.whatIf, kept.lines.map { Link.Item("step", $0) }), [.name(cut(kept.draft.name, 80))])],
        voice.inline(.month(kept.month)), [.text(voice.integer(kept.draft.actions.count))],
        [.text(voice.amount(kept.draft.expected))], [.text(voice.amount(kept.draft.assumed))],
        [.name(kept.made.author), .text(", " + voice.shortDay(Day(secondsSince1970: kept.made.time)))],
      ]
    }
    return Panel(
      id: "drafts", title: voice.inline(title),
      how: voice.inline(
        Phrase(
          fr: "Ouvrir un projet l'essaie de nouveau, avec les chiffres d'aujourd'hui.",
          en: "Opening a draft tries it again, with today's figures.")),
      parts: [
        .table(
          TableModel(
            id: "drafts-table", caption: say(title),
            columns: [
              TableModel.Column(say(Phrase(fr: "Projet", en: "Draft")), isName: true, width: 20),
              TableModel.Column(say(Phrase(fr: "Essayé sur", en: "Tried on")), width: 12),
              TableModel.Column(say(Phrase(fr: "Actions", en: "Actions")), isNumeric: true),
              TableModel.Column(
                say(Phrase(fr: "Attendu", en: "Expected")) + "," + Mark.noBreak + voice.symbol, isNumeric: true),
              TableModel.Column(
                say(Phrase(fr: "Pertes supposées", en: "Losses assumed")) + "," + Mark.noBreak + voice.symbol,
                isNumeric: true), TableModel.Column(say(Phrase(fr: "Gardé par", en: "Kept by")), width: 16),
            ], rows: rows)),
        .form(
          FormModel(
            action: Link(.action(Address.whatIf.path)), method: .post,
            fields: [
              FormModel.Field(
                "draft", say(Phrase(fr: "Projet à abandonner", en: "Draft to give up")),
                .choice(
                  value: standing.first.map { String($0.number) } ?? "",
                  options: standing.map { .init(String($0.number), cut($0.draft.name, 80)) }))
            ],
            buttons: [
              FormModel.Button(
                say(Phrase(fr: "Abandonner", en: "Give up")), name: "do", value: "drop", isQuiet: true)
            ],
            token: context.token)),
      ])
  }
}
