import Decisions
import Ledger
import Portfolio
import Units

extension ListDocument {
  /// Price rises and last offers, in the order given.
  public static func offers(_ offers: [PriceOffer], customers: CustomerFile) -> ListDocument {
    let standing = offers.filter { !$0.isWithdrawn }
    func count(_ code: String) -> ReportCell { .integer(standing.count { $0.terms.outcome.code == code }) }
    return ListDocument(
      "offers", title: .offers(standing),
      subtitle: Phrase(
        fr: "Hausses et dernières offres ; celles qui sont retirées ne comptent pas.",
        en: "Price rises and last offers; those that are withdrawn do not count."),
      totals: [
        ReportTotal("offers", .integer(standing.count)), ReportTotal("accepted", count("accepted")),
        ReportTotal("partly", count("partly")), ReportTotal("refused", count("refused")),
        ReportTotal("unanswered", count("asked")),
      ],
      grid: ReportGrid(
        columns: [
          ReportColumn("offer", Phrase(fr: "N°", en: "No."), .integer),
          ReportColumn("customer", Phrase(fr: "Code", en: "Code"), .text),
          ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text, .optional(1)),
          ReportColumn("day", Phrase(fr: "Jour", en: "Day"), .day),
          ReportColumn("kind", Phrase(fr: "Quoi", en: "What"), .text),
          ReportColumn("asked", Phrase(fr: "Demandé", en: "Asked"), .percent(digits: 2)),
          ReportColumn("outcome", Phrase(fr: "Réponse", en: "Answer"), .text),
          ReportColumn("granted", Phrase(fr: "Accordé", en: "Granted"), .percent(digits: 2), .optional(2)),
          ReportColumn("withdrawn", Phrase(fr: "Retirée", en: "Withdrawn"), .flag, .optional(4)),
          ReportColumn("note", Phrase(fr: "Note", en: "Note"), .text, .optional(3)),
          ReportColumn("by", Phrase(fr: "Par", en: "By"), .text, .optional(5)),
        ],
        rows: ReportRows(
          offers.map { offer in
            let terms = offer.terms
            let place = customers.index(of: offer.customer)
            return [
              .integer(offer.number), .text((place.map { customers.ids[$0] } ?? offer.customer).text),
              .text(place.map { customers.names[$0] } ?? offer.customer.text), .day(terms.day),
              .tag(ReportCell.Tag(terms.kind.rawValue, terms.kind.label)), .share(terms.asked.value),
              .tag(ReportCell.Tag(terms.outcome.code, terms.outcome.label)), .share(offer.granted?.value),
              .flag(offer.isWithdrawn), .text(terms.note), .text(offer.made.author),
            ]
          })))
  }

  /// Relations that are or were to be ended, in the order given.
  public static func ceasing(_ entries: [CasesPage.Entry]) -> ListDocument {
    let open = entries.count { $0.known.isOpen }
    func day(_ day: Day?) -> ReportCell { day.map { .day($0) } ?? .unknown }
    return ListDocument(
      "ceasing",
      title: Phrase(
        fr: "\(open, "relation est", "relations sont") à cesser",
        en: "\(open, "relation is", "relations are") to be ended"),
      subtitle: .haveCounselCheck,
      totals: [ReportTotal("open", .integer(open)), ReportTotal("cases", .integer(entries.count))],
      grid: ReportGrid(
        columns: [
          ReportColumn("case", Phrase(fr: "N°", en: "No."), .integer),
          ReportColumn("customer", Phrase(fr: "Code", en: "Code"), .text),
          ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text, .optional(1)),
          ReportColumn("state", Phrase(fr: "État", en: "State"), .text),
          ReportColumn("since", Phrase(fr: "Depuis", en: "Since"), .day),
          ReportColumn("decided", Phrase(fr: "Décidé", en: "Decided"), .day, .optional(3)),
          ReportColumn("sent", Phrase(fr: "Envoyé", en: "Sent"), .day, .optional(2)),
          ReportColumn("acknowledged", Phrase(fr: "Reçu", en: "Received"), .day, .optional(4)),
          ReportColumn("end", Phrase(fr: "Fin", en: "End"), .day),
        ],
        rows: ReportRows(
          entries.map { entry in
            let known = entry.known
            return [
              .integer(known.number), .text(entry.id.text), .text(entry.name),
              .tag(ReportCell.Tag(known.state.rawValue, known.state.label)), .day(known.last.day),
              day(known.day(of: .decided)), day(known.day(of: .sent)), day(known.day(of: .acknowledged)),
              day(known.day(of: .ended) ?? (known.isOpen ? entry.end : nil)),
            ]
          })))
  }

  /// The letters of cases, in the order given, each with the pages it can be printed from.
  /// - Parameter today: the date of a letter until it is sent.
  public static func letters(_ entries: [CasesPage.Entry], today: Day) -> ListDocument {
    let sent = entries.count { $0.known.day(of: .sent) != nil }
    return ListDocument(
      "letters",
      title: entries.isEmpty
        ? Phrase(fr: "Aucune lettre à écrire", en: "No letter to be written")
        : Phrase(
          fr: "\(entries.count, "lettre", "lettres"), dont \(sent, "envoyée", "envoyées")",
          en: "\(entries.count, "letter", "letters"), of which \(sent) sent"),
      subtitle: .haveCounselCheck,
      totals: [ReportTotal("letters", .integer(entries.count)), ReportTotal("sent", .integer(sent))],
      grid: ReportGrid(
        columns: [
          ReportColumn("case", Phrase(fr: "N°", en: "No."), .integer),
          ReportColumn("customer", Phrase(fr: "Code", en: "Code"), .text),
          ReportColumn("name", Phrase(fr: "Client", en: "Customer"), .text, .optional(1)),
          ReportColumn("kind", Phrase(fr: "Quoi", en: "What"), .text),
          ReportColumn("state", Phrase(fr: "État", en: "State"), .text),
          ReportColumn("date", Phrase(fr: "Date", en: "Date"), .day),
          ReportColumn("sent", Phrase(fr: "Envoyée", en: "Sent"), .flag),
          ReportColumn("asSent", Phrase(fr: "Telle qu'envoyée", en: "As sent"), .flag, .optional(2)),
          ReportColumn("documents", Phrase(fr: "Pages", en: "Pages"), .text, .hidden),
        ],
        rows: ReportRows(
          entries.map { entry in
            let (known, kind) = (entry.known, LetterKind.ceasing)
            let sent = known.day(of: .sent)
            return [
              .integer(known.number), .text(entry.id.text), .text(entry.name),
              .tag(ReportCell.Tag(kind.rawValue, kind.label)),
              .tag(ReportCell.Tag(known.state.rawValue, known.state.label)), .day(sent ?? today), .flag(sent != nil),
              .flag(Language.allCases.contains { known.sentLetter(in: $0) != nil }),
              .list(
                Language.allCases.map { language in
                  .object([
                    .init("language", .text(language.rawValue)),
                    .init(
                      "address", .text(Link(.letter(entry.id), [Link.Item("letter", language.rawValue)]).href)),
                    .init(
                      "text",
                      .text(known.sentLetter(in: language).map { Letter(kept: $0.text, in: language).text })),
                  ])
                }),
            ]
          })))
  }

  /// The rules at the door, in the order given.
  /// - Parameter toxic: the categories that lose money, sold to on terms until a person rules.
  public static func door(_ rules: [DoorRule], toxic: [ToxicCategoryFigures]) -> ListDocument {
    let refused = rules.count { $0.content.ruling == .refused }
    return ListDocument(
      "door",
      title: rules.isEmpty
        ? Phrase(fr: "Personne n'est refusé à la porte", en: "Nobody is refused at the door")
        : Phrase(
          fr:
            "À la porte : \(refused) \(agreeing: refused, "refus", "refus"), \(rules.count - refused) sous conditions",
          en: "At the door: \(refused) refused, \(rules.count - refused) on conditions"),
      subtitle: .haveCounselCheck,
      totals: [
        ReportTotal("rules", .integer(rules.count)), ReportTotal("refused", .integer(refused)),
        ReportTotal(
          "losingCategories",
          .list(
            toxic.map { category in
              .object([
                .init("category", .text(category.name)), .init("customers", .integer(category.customers)),
                .init("revenueCents", .cents(category.revenue)), .init("marginCents", .cents(category.margin)),
                .init("leastMarginRate", .share(category.terms.leastRate?.value)),
                .init("leastOrderCents", .cents(category.terms.leastOrder)),
                .init("ruled", .flag(rules.contains { $0.meets(names: [], category: category.name) })),
              ])
            })),
      ],
      grid: ReportGrid(
        columns: [
          ReportColumn("rule", Phrase(fr: "N°", en: "No."), .integer),
          ReportColumn("subject", Phrase(fr: "Quoi", en: "What"), .text, .hidden),
          ReportColumn("name", Phrase(fr: "Qui", en: "Who"), .text),
          ReportColumn("ruling", Phrase(fr: "Règle", en: "Rule"), .text),
          ReportColumn("ground", Phrase(fr: "Motif", en: "Ground"), .text),
          ReportColumn("note", Phrase(fr: "Note", en: "Note"), .text, .optional(1)),
          ReportColumn("by", Phrase(fr: "Par", en: "By"), .text, .optional(2)),
        ],
        rows: ReportRows(
          rules.map { rule in
            let content = rule.content
            return [
              .integer(rule.number), .text(content.subject.code), .text(content.subject.name),
              .tag(ReportCell.Tag(content.ruling.rawValue, content.ruling.label)),
              .tag(ReportCell.Tag(content.ground.code, content.ground.sentence)), .text(content.note),
              .text(rule.made.author),
            ]
          })))
  }

  /// The notice that a relation needs, and how far its end is.
  public static func ceasing(_ file: CeasingFile, case known: CeasingCase?) -> ListDocument {
    var months = ReportCell.integer(0)
    var isAsked = false
    switch file.notice.proposal {
    case .months(let count): months = .integer(count)
    case .ask(let least): (months, isAsked) = (.integer(least), true)
    case .none: break
    }
    let sent = Language.allCases.lazy.compactMap { known?.sentLetter(in: $0) }.first
    let state = known.map { ReportCell.tag(ReportCell.Tag($0.state.rawValue, $0.state.label)) }
    return ListDocument(
      "notice", title: Phrase(fr: "« \(name: file.name) » : ", en: "“\(name: file.name)”: ") + file.notice.proposed,
      subtitle: .haveCounselCheck,
      totals: [
        ReportTotal("customer", .text(file.id.text)),
        ReportTotal(
          "state", state ?? .unknown(Phrase(fr: "aucun dossier", en: "no case")), Phrase(fr: "Dossier", en: "Case")),
        ReportTotal("lastOffer", .phrase(file.lastOffer.sentence), Phrase(fr: "Dernière offre", en: "Last offer")),
        ReportTotal("noticeMonths", months), ReportTotal("atLeast", .flag(isAsked)),
        ReportTotal("start", .day(file.notice.start)),
        ReportTotal("end", file.end.map { .day($0) } ?? .unknown, Phrase(fr: "Fin", en: "End")),
        ReportTotal(
          "short", file.shortWarning.map { .phrase($0) } ?? .unknown,
          file.isShort ? Phrase(fr: "Attention", en: "Mind") : nil),
        ReportTotal(
          "letter", sent.map { .phrase(.asSent(on: $0.day)) } ?? .unknown, Phrase(fr: "Lettre", en: "Letter")),
      ],
      grid: ReportGrid(
        columns: [
          ReportColumn("sentence", Phrase(fr: "Motif", en: "Reason"), .text),
          ReportColumn("weight", Phrase(fr: "Ce qu'il fait", en: "What it does"), .text),
        ],
        rows: ReportRows(
          file.notice.reasons.map { reason in
            [.phrase(reason.sentence), .tag(ReportCell.Tag(reason.weight.rawValue, reason.weight.label))]
          })))
  }
}
