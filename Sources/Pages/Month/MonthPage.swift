import Decisions
import Ledger
import Portfolio
import Units

/// The month on one page: a single HTML file that needs nothing else, for a screen, a phone and A4 paper.
public struct MonthPage: Sendable {
  private let analysis: CompanyAnalysis
  private let voice: Voice

  /// The page of an analysis, in one language and in the company's currency.
  public init(_ analysis: CompanyAnalysis, language: Language) {
    self.analysis = analysis
    voice = Voice(language, currency: analysis.policy.company.currency)
  }

  /// The page's file, in UTF-8.
  public var bytes: [UInt8] {
    Markup.element(.html, [.lang: voice.language.rawValue]) {
      head
      Markup.element(.body) {
        Markup.hatching
        masthead
        Markup.element(.main) { content }
        footer
      }
    }.page
  }

  private static let portfolio = Phrase(fr: "Portefeuille clients", en: "Customer portfolio")

  private var company: String {
    analysis.policy.company.name.isEmpty
      ? MonthPage.portfolio.text(in: voice) : analysis.policy.company.name
  }

  private var month: String { voice.month(analysis.books.window.asOf) }

  private var head: Markup {
    .element(.head) {
      Markup.element(.meta, [.charset: "utf-8"])
      Markup.element(.meta, [.name: "viewport", .content: "width=device-width,initial-scale=1"])
      Markup.element(.title) { company + " · " + month }
      Markup.element(.style) {
        Markup.rules(
          StyleSheet.rules(
            top: company + " · " + month, bottom: "Clientele · " + voice.day(analysis.books.window.asOf.lastDay),
            page: Phrase(fr: "page", en: "page").text(in: voice)))
      }
    }
  }

  private var masthead: Markup {
    .element(.header, "mast") {
      Markup.element(.p, "company") { Markup.element(.bdi) { company } }
      Markup.element(.p) {
        (analysis.policy.company.name.isEmpty ? "" : MonthPage.portfolio.text(in: voice) + " · ") + month
      }
    }
  }

  private var content: [Markup] {
    guard analysis.books.history != nil else { return [nothingYet] }
    let sections = MonthSections(analysis, voice: voice).all
    return [
      .element(.h1) { voice.markup(Health(analysis).sentence) },
      .element(.p, "sub") { voice.markup(Health(analysis).context) },
      KeyFigures(company: analysis.company, voice: voice).figures().markup,
      lookFirst,
      .element(
        .nav, [.class: "contents", .ariaLabel: Phrase(fr: "Sommaire", en: "Contents").text(in: voice)]
      ) {
        for section in sections {
          Markup.element(.a, [.href: "#" + section.id]) { voice.markup(section.title) }
        }
      },
    ] + sections.map { $0.markup(in: voice) }
  }

  private var lookFirst: Markup {
    let look = LookFirst(analysis)
    return .element(.section, [.id: "first", .ariaLabelledby: "first-title"]) {
      Markup.element(.h2, [.id: "first-title"]) {
        voice.markup(Phrase(fr: "À regarder d'abord", en: "Look at this first"))
      }
      if look.items.isEmpty {
        Markup.element(.div, "missing") {
          for sentence in LookFirst.nothing(analysis) { Markup.element(.p) { voice.markup(sentence) } }
        }
      } else {
        Markup.element(.p, "how") { voice.markup(LookFirst.how) }
        look.table(in: voice, books: analysis.books).markup
      }
    }
  }

  private var nothingYet: Markup {
    .group([
      .element(.h1) { voice.markup(Phrase(fr: "Pas encore de vente", en: "No sale yet")) },
      .element(.div, "missing") {
        Markup.element(.p) {
          voice.markup(
            Phrase(
              fr: "Tout part de vos factures : une ligne par vente, avec date, client et montant.",
              en: "Everything starts from your invoices: a line for each sale, with date, customer and amount."))
        }
        Markup.element(.p) {
          voice.markup(
            Phrase(
              fr: "clientele import factures.csv (ou un export FEC), puis relancez le rapport.",
              en: "clientele import invoices.csv (or a FEC export), then run the report again."))
        }
      },
    ])
  }

  private var footer: Markup {
    .element(.footer, "foot") {
      voice.markup(
        Phrase(
          fr: """
            Montants hors taxes. Rien après le \(analysis.books.window.asOf.lastDay) n'est lu. Page faite par Clientele ; \
            elle ne contient ni script ni lien vers l'extérieur.
            """,
          en: """
            Amounts without tax. Nothing after \(analysis.books.window.asOf.lastDay) is read. Page made by Clientele; it \
            holds no script and no link outside.
            """))
    }
  }
}

extension Phrase {
  /// What to bring for margins to be known.
  static let bringCosts = Phrase(
    fr: """
      Apportez le coût direct : une colonne « coût » ou « coût unitaire » dans les ventes, ou un fichier de produits \
      avec leur coût (--as products).
      """,
    en: """
      Bring the direct cost: a “cost” or “unit cost” column in the sales, or a file of products with their cost \
      (--as products).
      """)
}
