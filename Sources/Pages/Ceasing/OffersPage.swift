import Decisions
import Ledger
import Portfolio
import Units

/// Price rises and last offers: who was asked what, and what became of it.
public struct OffersPage: Equatable, Sendable {
  /// What became of them, in a sentence.
  public let title: [Inline]
  /// What was refused just now, and why.
  public let refusal: [Inline]
  /// The parts.
  public let panels: [Panel]

  /// Where its forms are sent.
  public static let target = Address.action(Address.offers.path)

  /// What a person asks the page to begin with.
  public struct Asked: Sendable {
    /// Whom a new offer is for.
    public let customer: String
    /// What it would be.
    public let kind: PriceOffer.Kind
    let rate: String
    let offer: Int?
    let refusal: String?

    /// Describes it.
    /// - Parameters:
    ///   - customer: whom a new offer is for.
    ///   - rate: the rise in percent, as it was typed; empty for the one that is proposed.
    ///   - offer: the one to answer.
    ///   - refusal: why what was typed cannot be taken.
    public init(
      customer: String = "", kind: PriceOffer.Kind = .rise, rate: String = "", offer: Int? = nil,
      refusal: String? = nil
    ) {
      self.customer = customer
      self.kind = kind
      self.rate = rate
      self.offer = offer
      self.refusal = refusal
    }
  }

  /// Makes the page.
  /// - Parameters:
  ///   - offers: those that stand, the newest day first, then those that were withdrawn.
  ///   - belowCost: customers whose goods were sold below what they cost.
  ///   - noticed: customers of whom a notice runs, and since when.
  ///   - proposed: the rise to ask of the customer a new offer is for; nothing where none is known.
  public init(
    _ offers: [PriceOffer], customers: CustomerFile, policy: Policy, asked: Asked, proposed: ProposedRise? = nil,
    belowCost: Set<ID<Customer>> = [], noticed: [ID<Customer>: Day] = [:], today: Day, context: PageContext
  ) {
    let voice = context.voice
    let standing = offers.filter { !$0.isWithdrawn }
    title = voice.inline(Phrase.offers(standing))
    refusal = asked.refusal.map { [.text($0)] } ?? []
    panels = [
      Self.list(offers, customers: customers, policy: policy, belowCost: belowCost, noticed: noticed, context),
      Self.log(asked, proposed, customers: customers, noticed: noticed, today: today, context),
      Self.answer(offers, customers: customers, chosen: asked.offer, context),
    ].compactMap { $0 }
  }

  private static func list(
    _ offers: [PriceOffer], customers: CustomerFile, policy: Policy, belowCost: Set<ID<Customer>>,
    noticed: [ID<Customer>: Day], _ context: PageContext
  ) -> Panel {
    let voice = context.voice
    func column(_ title: Phrase, isNumeric: Bool = false, isName: Bool = false, width: Int = 10) -> TableModel.Column {
      TableModel.Column(context.say(title), isNumeric: isNumeric, isName: isName, width: width)
    }
    let cap = policy.ladder.priceCap
    // An offer of before the letter is none during the notice.
    func isNoticed(_ offer: PriceOffer) -> Bool {
      guard !offer.isWithdrawn, let place = customers.index(of: offer.customer) else { return false }
      return noticed[customers.ids[place]].map { offer.terms.day >= $0 } ?? false
    }
    let rows = offers.map { offer -> [[Inline]] in
      let place = customers.index(of: offer.customer)
      let name = place.map { customers.names[$0] } ?? offer.customer.text
      let steep = offer.terms.asked > cap
      return [
        (place.map { [.link(context.link(.customer(customers.ids[$0])), [.name(cut(name, 60))])] } ?? [.name(name)])
          + (place.map { belowCost.contains(customers.ids[$0]) } ?? false
            ? [.text(" "), .toned(.bad, [.text(context.say(Phrase(fr: "sous le coût", en: "below cost")))])] : []),
        [.text(voice.shortDay(offer.terms.day))], voice.inline(offer.terms.kind.label),
        [.text(voice.percent(offer.terms.asked))]
          + (steep
            ? [.text(" "), .toned(.bad, [.text(context.say(Phrase(fr: "à annoncer", en: "to be warned")))])] : [])
          + (isNoticed(offer)
            ? [.text(" "), .toned(.bad, [.text(context.say(Phrase(fr: "préavis en cours", en: "notice runs")))])] : []),
        offer.isWithdrawn
          ? [.toned(.faint, [.text(context.say(Phrase(fr: "retirée", en: "withdrawn")))])]
          : voice.inline(offer.terms.outcome.label), [.name(offer.terms.note)], [.name(offer.made.author)],
        [
          .link(
            context.link(.offers, [Link.Item("offer", String(offer.number))], fragment: "answer"),
            [.text(context.say(Phrase(fr: "Changer", en: "Change")))])
        ],
      ]
    }
    let warned = offers.contains { !$0.isWithdrawn && $0.terms.asked > cap }
    let held: [[Inline]] =
      offers.contains(where: isNoticed)
      ? [
        voice.inline(
          Phrase(
            fr: "« Préavis en cours » : les conditions d'avant valent pendant le préavis, prix compris.",
            en: "“Notice runs”: prior conditions hold during the notice, prices too."))
      ] : []
    let isBelow = offers.contains { offer in
      customers.index(of: offer.customer).map { belowCost.contains(customers.ids[$0]) } ?? false
    }
    let source = LegalSource.resaleBelowCost
    let below: [[Inline]] =
      isBelow
      ? [
        voice.inline(Phrase(fr: "« Sous le coût » : ", en: "“Below cost”: ") + .article(source)),
        [.strong(voice.inline(.haveCounselCheck))],
      ] : []
    let notes: [[Inline]] =
      warned
      ? [
        voice.inline(
          Phrase(
            fr: """
              « À annoncer » : plus de \(percent: cap.value, digits: cap.digits), une hausse est une rupture partielle ; elle s'écrit \
              et se préavise comme une fin. Le dossier du client dit combien.
              """,
            en: """
              “To be warned”: beyond \(percent: cap.value, digits: cap.digits) a rise is a rupture in part; it is written and warned \
              as an end is. The customer's case tells how long.
              """))
      ] + (isBelow ? [] : [[.strong(voice.inline(.haveCounselCheck))]]) : []
    return Panel(
      id: "offers", title: voice.inline(Phrase(fr: "Ce qui a été demandé", en: "What was asked")),
      parts: [
        .table(
          TableModel(
            id: "offers-table",
            caption: context.say(Phrase(fr: "Hausses et dernières offres", en: "Price rises and last offers")),
            columns: [
              column(Phrase(fr: "Client", en: "Customer"), isName: true, width: 24),
              column(Phrase(fr: "Jour", en: "Day")),
              column(Phrase(fr: "Quoi", en: "What")), column(Phrase(fr: "Demandé", en: "Asked"), isNumeric: true),
              column(Phrase(fr: "Réponse", en: "Answer")), column(Phrase(fr: "Note", en: "Note"), width: 20),
              column(Phrase(fr: "Noté par", en: "Noted by")), column(Phrase(fr: "Changer", en: "Change")),
            ], rows: rows,
            nothing: context.say(
              Phrase(fr: "Aucune hausse n'est notée.", en: "No price rise is noted.")))),
        .notes(held + notes + below),
      ])
  }

  private static func outcome(_ value: String, _ context: PageContext) -> [FormModel.Field] {
    [
      FormModel.Field(
        "outcome", context.say(Phrase(fr: "Réponse", en: "Answer")),
        .choice(
          value: value,
          options: PriceOffer.Outcome.codes.map {
            FormModel.Field.Option($0, context.say(PriceOffer.Outcome.choice($0)))
          })),
      FormModel.Field(
        "part", context.say(Phrase(fr: "Hausse acceptée, en %", en: "Rise accepted, in %")),
        .text(value: "", placeholder: ""),
        help: context.voice.inline(Phrase(fr: "Pour une réponse « en partie ».", en: "For an answer “in part”."))),
    ]
  }

  private static func log(
    _ asked: Asked, _ proposed: ProposedRise?, customers: CustomerFile, noticed: [ID<Customer>: Day], today: Day,
    _ context: PageContext
  ) -> Panel {
    let place = customers.index(of: ID(asked.customer))
    let name = place.map { customers.names[$0] }
    let warned = place.map { noticed[customers.ids[$0]] != nil } ?? false
    let fields =
      [
        FormModel.Field(
          "customer", context.say(Phrase(fr: "Client, nom ou code", en: "Customer, name or code")),
          .text(value: asked.customer, placeholder: ""), help: name.map { [.name(cut($0, 60))] } ?? []),
        FormModel.Field(
          "kind", context.say(Phrase(fr: "Quoi", en: "What")),
          .choice(
            value: asked.kind.rawValue,
            options: PriceOffer.Kind.allCases.map { FormModel.Field.Option($0.rawValue, context.say($0.label)) })),
        FormModel.Field(
          "asked", context.say(Phrase(fr: "Hausse demandée, en %", en: "Rise asked, in %")),
          .text(
            value: asked.rate.isEmpty ? proposed.map { context.voice.percent($0.rate) } ?? "" : asked.rate,
            placeholder: context.say(Phrase(fr: "4,5", en: "4.5"))),
          help: warned
            ? [.toned(.bad, context.voice.inline(.conditionsHold))]
            : proposed.map { context.voice.inline($0.words) } ?? []),
        FormModel.Field("day", context.say(Phrase(fr: "Jour", en: "Day")), .day(value: today.iso)),
      ] + outcome("asked", context)
      + [FormModel.Field("note", context.say(Phrase(fr: "Note", en: "Note")), .text(value: "", placeholder: ""))]
    return Panel(
      id: "log",
      title: context.voice.inline(
        Phrase(fr: "Noter une hausse ou une dernière offre", en: "Note a rise or a last offer")),
      parts: [
        .form(
          FormModel(
            action: Link(target), method: .post, fields: fields,
            buttons: [FormModel.Button(context.say(Phrase(fr: "Noter", en: "Note it")), name: "do", value: "log")],
            token: context.token, mark: "log-"))
      ])
  }

  private static func answer(
    _ offers: [PriceOffer], customers: CustomerFile, chosen: Int?, _ context: PageContext
  ) -> Panel? {
    let voice = context.voice
    guard
      let first = offers.first(where: { $0.number == chosen })
        ?? offers.first(where: { $0.terms.outcome == .asked && !$0.isWithdrawn })
    else { return nil }
    let options = offers.map { offer in
      let name = customers.index(of: offer.customer).map { customers.names[$0] } ?? offer.customer.text
      return FormModel.Field.Option(
        String(offer.number),
        cut(name, 40) + ", " + voice.shortDay(offer.terms.day) + ", "
          + voice.percent(offer.terms.asked))
    }
    let fields =
      [
        FormModel.Field(
          "offer", context.say(Phrase(fr: "Offre", en: "Offer")), .choice(value: String(first.number), options: options)
        )
      ] + outcome(first.terms.outcome.code, context)
    return Panel(
      id: "answer", title: voice.inline(Phrase(fr: "Noter une réponse", en: "Note an answer")),
      how: voice.inline(
        Phrase(
          fr: "Une offre retirée ne compte plus ; lui donner une réponse la remet.",
          en: "An offer that is withdrawn no longer counts; giving it an answer puts it back.")),
      parts: [
        .form(
          FormModel(
            action: Link(target), method: .post, fields: fields,
            buttons: [
              FormModel.Button(
                context.say(Phrase(fr: "Noter la réponse", en: "Note the answer")), name: "do", value: "answer"),
              FormModel.Button(
                context.say(Phrase(fr: "Retirer cette offre", en: "Withdraw this offer")), name: "do",
                value: "withdraw",
                isQuiet: true),
            ], token: context.token, mark: "answer-"))
      ])
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    PageFrame(
      context: context, address: .offers, title: title.plain,
      content: [
        .element(.h1) { title.markup },
        .element(.p, "sub") {
          context.voice.inline(
            Phrase(
              fr: """
                Notez chaque hausse demandée à un client, et ce qu'il en dit. Tant qu'une dernière offre peut encore le ramener \
                à son plancher, le verdict ne dit « cesser » que si elle a été refusée, sans accord depuis.
                """,
              en: """
                Note each price rise that was asked of a customer, and what it says. As long as a last offer may yet bring it to \
                its floor, the verdict says “cease” only once that was refused, with nothing agreed on since.
                """)
          ).markup
        },
        refusal.isEmpty ? .nothing : .element(.p, [.class: "warning", .role: "alert"]) { refusal.markup },
        .element(.div, "panels") { panels.map(\.markup) },
      ])
  }
}

extension Phrase {
  /// What became of offers, in a sentence.
  static func offers(_ offers: [PriceOffer]) -> Phrase {
    guard !offers.isEmpty else {
      return Phrase(fr: "Aucune hausse de prix n'est notée", en: "No price rise is noted")
    }
    func count(_ code: String) -> Int { offers.count { $0.terms.outcome.code == code } }
    let parts: [Phrase] = [
      count("accepted") > 0
        ? Phrase(
          fr: "\(count("accepted"), "acceptée", "acceptées")", en: "\(count("accepted"), "accepted", "accepted")")
        : nil,
      count("partly") > 0
        ? Phrase(fr: "\(count("partly")) en partie", en: "\(count("partly")) in part") : nil,
      count("refused") > 0
        ? Phrase(fr: "\(count("refused"), "refusée", "refusées")", en: "\(count("refused"), "refused", "refused")")
        : nil,
      count("asked") > 0
        ? Phrase(fr: "\(count("asked")) sans réponse", en: "\(count("asked")) without an answer") : nil,
    ].compactMap { $0 }
    let head = Phrase(
      fr: "\(offers.count, "hausse demandée", "hausses demandées") : ",
      en: "\(offers.count, "price rise", "price rises") asked: ")
    return head + .list(parts)
  }
}
