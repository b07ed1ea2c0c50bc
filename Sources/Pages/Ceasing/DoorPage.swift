import Decisions
import Ledger
import Portfolio
import Units

/// Who is refused at the door or admitted on conditions, the question whether somebody is, and the categories that should be.
public struct DoorPage: Equatable, Sendable {
  /// How many are, in a sentence.
  public let title: [Inline]
  /// What was refused just now, and why.
  public let refusal: [Inline]
  /// The parts.
  public let panels: [Panel]

  /// Where its forms are sent.
  public static let target = Address.action(Address.door.path)

  /// Somebody looked up at the door.
  public struct Question: Sendable {
    let name: String
    let category: String
    let buyer: Buyer
    let mayBeAbuse: Bool
    /// Whether no customer has the category.
    let isCategoryUnknown: Bool
    let answer: DoorCheck

    /// Describes who was looked up.
    public init(
      name: String, category: String, buyer: Buyer, mayBeAbuse: Bool, isCategoryUnknown: Bool = false, answer: DoorCheck
    ) {
      self.name = name
      self.category = category
      self.buyer = buyer
      self.mayBeAbuse = mayBeAbuse
      self.isCategoryUnknown = isCategoryUnknown
      self.answer = answer
    }
  }

  /// Makes the page.
  /// - Parameters:
  ///   - rules: those that hold, the newest first.
  ///   - isEmpty: whether nobody was named in a question that was sent.
  ///   - known: prospects and customers of today that the rules meet, by name.
  ///   - toxic: the categories that lose money.
  ///   - terms: on which a category that loses money is sold to all the same.
  public init(
    _ rules: [DoorRule], question: Question?, isEmpty: Bool = false, known: [(name: String, rule: DoorRule)],
    toxic: [ToxicCategoryFigures], terms: (_ category: String) -> DoorTerms = { _ in .none }, refused: String? = nil,
    context: PageContext
  ) {
    let voice = context.voice
    let refusals = rules.count { $0.content.ruling == .refused }
    title = voice.inline(
      rules.isEmpty
        ? Phrase(fr: "Personne n'est refusé à la porte", en: "Nobody is refused at the door")
        : Phrase(
          fr:
            "À la porte : \(refusals) \(agreeing: refusals, "refus", "refus"), \(rules.count - refusals) sous conditions",
          en: "At the door: \(refusals) refused, \(rules.count - refusals) on conditions"))
    refusal = refused.map { [.text($0)] } ?? []
    panels = [
      Self.ask(question, isEmpty: isEmpty, context), Self.list(rules, known: known, terms: terms, context),
      Self.toxic(toxic, rules: rules, context),
      Self.add(context),
    ].compactMap { $0 }
  }

  private static func ask(_ question: Question?, isEmpty: Bool, _ context: PageContext) -> Panel {
    let voice = context.voice
    let form = FormModel(
      action: Link(.door), method: .get,
      fields: [
        FormModel.Field(
          "name", context.say(Phrase(fr: "Nom ou code", en: "Name or code")),
          .text(value: question?.name ?? "", placeholder: ""),
          problem: isEmpty
            ? voice.inline(
              Phrase(fr: "Écrivez un nom, un code ou une catégorie.", en: "Write a name, a code or a category."))
            : []),
        FormModel.Field(
          "category", context.say(Phrase(fr: "Catégorie", en: "Category")),
          .text(value: question?.category ?? "", placeholder: "")),
        FormModel.Field(
          "buyer", context.say(CeasingFact.buyer.label),
          .choice(
            value: question?.buyer.rawValue ?? Buyer.business.rawValue,
            options: Buyer.allCases.map {
              FormModel.Field.Option($0.rawValue, context.say(CeasingFact.buyer.option($0.rawValue)))
            })),
        FormModel.Field(
          "abuse",
          context.say(
            Phrase(
              fr: "Vous dominez ce marché, ou il dépend de vous", en: "You dominate this market, or it depends on you")),
          .flag(question?.mayBeAbuse ?? false)),
      ],
      buttons: [FormModel.Button(context.say(Phrase(fr: "Que dire à la porte ?", en: "What to say at the door?")))],
      mark: "ask-")
    guard let question else {
      return Panel(
        id: "ask",
        title: voice.inline(Phrase(fr: "Quelqu'un veut devenir client", en: "Somebody wants to become a customer")),
        how: voice.inline(economic), parts: [.form(form)])
    }
    let answer = question.answer
    let finding =
      answer.isFree && question.isCategoryUnknown
      ? Phrase(
        fr: "aucune règle, et rien n'est connu de sa catégorie", en: "no rule, and nothing is known of its category")
      : answer.finding
    let name = question.name.isEmpty ? question.category : question.name
    return Panel(
      id: "ask",
      title: voice.inline(Phrase(fr: "« \(name: cut(name, 60)) » : ", en: "“\(name: cut(name, 60))”: ") + finding),
      how: voice.inline(economic),
      parts: [
        .notes(
          (question.isCategoryUnknown ? [voice.inline(.unknownCategory(cut(question.category, 60)))] : [])
            + answer.preface.map { voice.inline($0) }
            + answer.rules.map { rule in
              voice.inline(rule.opening) + (rule.content.note.isEmpty ? [] : [.text(" "), .name(rule.content.note)])
            } + answer.refusal.sentences.map { voice.inline($0) })
      ] + (answer.isFromFigures ? answer.losing.map { [.form(ruling(of: $0, context))] } ?? [] : []) + [.form(form)])
  }

  /// On which grounds alone.
  private static let economic = Phrase(
    fr: "Sur des motifs économiques seulement, jamais sur un motif protégé (art. 225-1 C. pén.).",
    en: "On economic grounds alone, never on a protected one (art. 225-1, French penal code).")

  private static func list(
    _ rules: [DoorRule], known: [(name: String, rule: DoorRule)], terms: (_ category: String) -> DoorTerms,
    _ context: PageContext
  ) -> Panel {
    let voice = context.voice
    let table = TableModel(
      id: "rules", caption: context.say(Address.door.label),
      columns: [
        TableModel.Column(context.say(Phrase(fr: "Qui", en: "Who")), isName: true, width: 24),
        TableModel.Column(context.say(Phrase(fr: "Règle", en: "Rule")), width: 16),
        TableModel.Column(context.say(Phrase(fr: "Motif", en: "Ground")), width: 36),
        TableModel.Column(context.say(Phrase(fr: "Condition", en: "Condition")), width: 24),
        TableModel.Column(context.say(Phrase(fr: "Note", en: "Note")), width: 20),
        TableModel.Column(context.say(Phrase(fr: "Noté par", en: "Noted by")), width: 12),
      ],
      rows: rules.map { rule in
        [
          voice.inline(rule.content.subject.words), voice.inline(rule.content.ruling.label),
          voice.inline(rule.content.ground.sentence), condition(of: rule.content.ground, terms, voice),
          [.name(rule.content.note)], [.name(rule.made.author)],
        ]
      }, nothing: context.say(Phrase(fr: "Aucune règle.", en: "No rule.")))
    let met = known.prefix(20).map { entry in
      [Inline.name(cut(entry.name, 60))] + voice.inline(Phrase(fr: " : ", en: ": ") + entry.rule.words)
    }
    var parts: [Panel.Part] = [.table(table)]
    if !met.isEmpty { parts.append(.notes(met)) }
    if let first = rules.first {
      parts.append(
        .form(
          FormModel(
            action: Link(target), method: .post,
            fields: [
              FormModel.Field(
                "rule", context.say(Phrase(fr: "Règle", en: "Rule")),
                .choice(
                  value: String(first.number),
                  options: rules.map {
                    FormModel.Field.Option(
                      String($0.number), cut($0.content.subject.name, 60) + ", " + context.say($0.content.ruling.label))
                  }))
            ],
            buttons: [
              FormModel.Button(
                context.say(Phrase(fr: "Annuler cette règle", en: "Take this rule back")), name: "do", value: "undo",
                isQuiet: true)
            ], token: context.token, mark: "undo-")))
    }
    let count = known.count
    return Panel(
      id: "list",
      title: voice.inline(
        count == 0
          ? Phrase(fr: "Vos règles", en: "Your rules")
          : Phrase(
            fr: "Vos règles : \(count, "prospect connu est visé", "prospects connus sont visés")",
            en: "Your rules: \(count, "known prospect is", "known prospects are") meant")),
      how: voice.inline(
        Phrase(
          fr: "Elles sont lues quand un client ou un prospect entre, et à chaque import de ces fichiers.",
          en: "They are read when a customer or a prospect enters, and with each import of such files.")), parts: parts)
  }

  /// On what conditions a ground is answered: least margin, least order, payment; a dash where there is none.
  private static func condition(
    of ground: DoorGround, _ terms: (_ category: String) -> DoorTerms, _ voice: Voice
  ) -> [Inline] {
    var own = DoorTerms.none
    if case .toxicCategory(let name) = ground { own = terms(name) }
    let all = DoorRefusal.conditions(ground, own).map(\.words)
    guard let first = all.first else { return [.text("–")] }
    return voice.inline(all.dropFirst().reduce(first) { $0 + Phrase(fr: " ; ", en: "; ") + $1 })
  }

  private static func toxic(_ toxic: [ToxicCategoryFigures], rules: [DoorRule], _ context: PageContext) -> Panel? {
    let voice = context.voice
    let open = toxic.filter { category in !rules.contains { $0.meets(names: [], category: category.name) } }
    guard !open.isEmpty else { return nil }
    return Panel(
      id: "toxic",
      title: voice.inline(
        Phrase(
          fr: """
            \(open.count, "catégorie perd", "catégories perdent") de l'argent, \
            \(agreeing: open.count, "prise dans son ensemble", "chacune prise dans son ensemble")
            """,
          en: "\(open.count, "category loses", "categories lose") money taken together")),
      how: [.link(context.link(.report(.verdicts)), voice.inline(ReportName.verdicts.label))],
      parts: open.flatMap { category -> [Panel.Part] in
        [
          .text(
            [.strong([.name(category.name)])]
              + voice.inline(
                Phrase(
                  fr: """
                     : \(category.negative) de ses \(category.customers, "client", "clients") \
                    \(agreeing: category.negative, "coûte plus qu'il ne rapporte", "coûtent plus qu'ils ne rapportent") ; \
                    \(euros: category.margin) de marge pour \(euros: category.revenue).
                    """,
                  en: """
                    : \(category.negative) of its \(category.customers, "customer", "customers") \
                    \(agreeing: category.negative, "costs more than it brings", "cost more than they bring"); \(euros: category.margin) of margin on \
                    \(euros: category.revenue).
                    """))
              + category.conditions.flatMap { [.text(" ")] + voice.inline($0.sentence) }),
          .form(ruling(of: category.name, context)),
        ]
      })
  }

  /// A form that rules of a category that loses money, at one click.
  static func ruling(of category: String, _ context: PageContext) -> FormModel {
    FormModel(
      action: Link(target), method: .post,
      fields: [
        FormModel.Field("subject", "", .hidden("category")), FormModel.Field("name", "", .hidden(category)),
        FormModel.Field("ground", "", .hidden("toxicCategory")), FormModel.Field("do", "", .hidden("rule")),
      ],
      buttons: [
        FormModel.Button(
          context.say(Phrase(fr: "Admettre sous conditions", en: "Admit on conditions")), name: "ruling",
          value: DoorRule.Ruling.conditions.rawValue),
        FormModel.Button(
          context.say(Phrase(fr: "Refuser à la porte", en: "Refuse at the door")), name: "ruling",
          value: DoorRule.Ruling.refused.rawValue, isQuiet: true),
      ], token: context.token)
  }

  private static func add(_ context: PageContext) -> Panel {
    let voice = context.voice
    func options(_ all: [(String, Phrase)]) -> [FormModel.Field.Option] {
      all.map { FormModel.Field.Option($0.0, context.say($0.1)) }
    }
    return Panel(
      id: "add", title: voice.inline(Phrase(fr: "Ajouter une règle", en: "Add a rule")), how: voice.inline(economic),
      parts: [
        .form(
          FormModel(
            action: Link(target), method: .post,
            fields: [
              FormModel.Field(
                "subject", context.say(Phrase(fr: "Qui", en: "Who")),
                .choice(
                  value: "company",
                  options: options([
                    ("company", Phrase(fr: "une société, par nom ou code", en: "a company, by name or code")),
                    ("category", Phrase(fr: "une catégorie", en: "a category")),
                  ]))),
              FormModel.Field(
                "name", context.say(Phrase(fr: "Nom ou code", en: "Name or code")), .text(value: "", placeholder: "")),
              FormModel.Field(
                "ruling", context.say(Phrase(fr: "Règle", en: "Rule")),
                .choice(value: "refused", options: options(DoorRule.Ruling.allCases.map { ($0.rawValue, $0.label) }))),
              FormModel.Field(
                "ground", context.say(Phrase(fr: "Motif économique", en: "Economic ground")),
                .choice(value: "unpaid", options: options(DoorGround.codes.map { ($0, DoorGround.choice($0)) }))),
              FormModel.Field(
                "figure",
                context.say(
                  Phrase(fr: "Chiffre : impayé, commande ou marge en %", en: "Figure: unpaid, order, or margin in %")),
                .text(value: "", placeholder: ""),
                help: voice.inline(
                  Phrase(fr: "Pour les motifs qui en ont un.", en: "For the grounds that have one."))),
              FormModel.Field(
                "least",
                context.say(Phrase(fr: "Minimum : commande ou marge en %", en: "Least: order, or margin in %")),
                .text(value: "", placeholder: ""),
                help: voice.inline(
                  Phrase(
                    fr: "Pour une commande trop petite ou une marge trop faible.",
                    en: "For an order too small or a margin too low."))),
              FormModel.Field("note", context.say(Phrase(fr: "Note", en: "Note")), .text(value: "", placeholder: "")),
            ],
            buttons: [FormModel.Button(context.say(Phrase(fr: "Ajouter", en: "Add")), name: "do", value: "rule")],
            token: context.token, mark: "add-"))
      ])
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(
      context: context, address: .door, title: title.plain,
      content: [
        .element(.h1) { title.markup },
        .element(.p, "sub counsel") { context.voice.inline(.haveCounselCheck).markup },
        refusal.isEmpty ? .nothing : .element(.p, [.class: "warning", .role: "alert"]) { refusal.markup },
        .element(.div, "panels") { panels.map(\.markup) },
      ])
  }
}

extension DoorRule {
  /// The rule in a sentence.
  public var words: Phrase { opening + Phrase(fr: " ", en: " ") + content.ground.sentence }

  /// Whom it is about and what holds, without the ground.
  var opening: Phrase {
    content.subject.words + Phrase(fr: " : ", en: ": ") + content.ruling.label + Phrase(fr: ".", en: ".")
  }
}

extension DoorRule.Subject {
  /// Whom it is about.
  var words: Phrase {
    switch self {
    case .company(let name): Phrase(name: name)
    case .category(let name): Phrase(fr: "catégorie \(name: name)", en: "category \(name: name)")
    }
  }
}

extension DoorRule.Ruling {
  /// What holds.
  var label: Phrase {
    switch self {
    // Of a company or of a category: both feminine in French.
    case .refused: Phrase(fr: "refusée", en: "refused")
    case .conditions: Phrase(fr: "admise sous conditions", en: "admitted on conditions")
    }
  }
}

extension DoorGround {
  /// The name of a ground where one chooses.
  static func choice(_ code: String) -> Phrase {
    Phrase(fr: "\(words: word(code, in: .fr))", en: "\(words: word(code, in: .en))")
  }
}
