import Units

/// The first page of an empty workspace: bring a file, or look at a company that does not exist.
public struct WelcomePage: Equatable, Sendable {
  /// What the product answers.
  public let title: [Inline]
  /// The sample company, for who has no file at hand.
  public let sample: FormModel
  private let zone: DropZone
  private let context: PageContext

  /// Makes the page.
  public init(_ context: PageContext) {
    self.context = context
    title = context.voice.inline(
      Phrase(
        fr: "Quels clients vous font vivre, lesquels vous coûtent ? Vos factures le disent.",
        en: "Which customers feed you, which cost you? Your invoices tell."))
    zone = DropZone(context)
    sample = FormModel(
      action: Link(.action("/sample")), method: .post, fields: [],
      buttons: [
        FormModel.Button(
          context.say(Phrase(fr: "Regarder une entreprise d'exemple", en: "Look at a sample company")), isQuiet: true)
      ], token: context.token)
  }

  /// The whole page.
  public var frame: PageFrame {
    func say(_ phrase: Phrase) -> String { context.say(phrase) }
    return PageFrame(
      context: context, address: .dashboard, title: say(Phrase(fr: "Bienvenue", en: "Welcome")),
      content: [
        .element(.h1) { title.markup },
        .element(.p, "sub") {
          say(
            Phrase(
              fr: """
                Apportez un export de vos ventes : en une minute, vous saurez qui fait votre marge, qui la détruit, et \
                ce que coûte chacun. Tout se passe sur cette machine ; rien n'en sort.
                """,
              en: """
                Bring an export of your sales: within a minute you know who makes your margin, who destroys it, and \
                what each of them costs. Everything happens on this machine; nothing leaves it.
                """))
        },
        .group(zone.markup),
        .element(.section, [.class: "panel", .id: "sample", .ariaLabelledby: "sample-title"]) {
          Markup.element(.h2, [.id: "sample-title"]) {
            say(Phrase(fr: "Pas de fichier sous la main ?", en: "No file at hand?"))
          }
          Markup.element(.p, "how") {
            say(
              Phrase(
                fr: """
                  Un grossiste inventé : 400 clients, 60 000 lignes de facture, des produits, une équipe, des visites. \
                  Vous pourrez tout oublier ensuite.
                  """,
                en: """
                  An invented wholesaler: 400 customers, 60,000 invoice lines, products, people, visits. You can \
                  forget it all afterwards.
                  """))
          }
          sample.markup
        },
      ])
  }
}
