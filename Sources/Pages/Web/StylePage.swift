import Ledger
import Units

/// Every component once, in every state: what tests walk, and what a newcomer looks at first.
public struct StylePage: Equatable, Sendable {
  /// The components.
  public let panels: [Panel]

  /// Makes the page.
  public init(_ context: PageContext) {
    let voice = context.voice
    func say(_ fr: FrenchText, _ en: String) -> String { voice.language(fr: fr, en: en) }
    panels = [
      Panel(
        id: "figures", title: [.text(say("Chiffres", "Figures"))],
        how: [
          .text(
            say(
              "Un chiffre, ce à quoi il se compare, ses derniers mois.",
              "A figure, what it compares with, its last months."))
        ],
        parts: [.figures(StylePage.figures(voice, say))]),
      Panel(
        id: "words", title: [.text(say("Mots et tons", "Words and tones"))],
        parts: [
          .text([
            .toned(.good, [.text("▲ " + say("bonne nouvelle", "good news"))]), .text(" · "),
            .toned(.bad, [.text("▼ " + say("mauvaise nouvelle", "bad news"))]), .text(" · "),
            .toned(.faint, [.text(say("sans importance", "of no matter"))]), .text(" · "),
            .strong([.text(say("important", "important"))]), .text(" · "),
            .hint(say("le coût n'est pas connu", "the cost is not known"), [.text(Mark.unknown)]), .text(" · "),
            .link(Link(.style, fragment: "figures"), [.text(say("un lien", "a link"))]), .text(" · "),
            .name("Société « Œuvre & Fils » <b>"),
          ])
        ]),
      Panel(
        id: "upright", title: [.text(say("Lignes et colonnes", "Lines and columns"))],
        parts: [.chart(StylePage.upright(voice, say))], isHalf: true),
      Panel(
        id: "lying", title: [.text(say("Barres", "Bars"))], parts: [.chart(StylePage.lying(voice, say))], isHalf: true),
      Panel(
        id: "waterfall", title: [.text(say("Cascade", "Waterfall"))],
        parts: [.chart(StylePage.waterfall(voice, say))], isHalf: true),
      Panel(
        id: "scatter", title: [.text(say("Nuage", "Scatter"))],
        parts: [.chart(StylePage.scatter(voice, say))], isHalf: true),
      Panel(id: "table", title: [.text(say("Tableau", "Table"))], parts: [.table(StylePage.table(voice, say))]),
      Panel(
        id: "facts", title: [.text(say("Faits et notes", "Facts and notes"))],
        parts: [
          .facts([
            .init(say("Catégorie", "Category"), [.name("Boulangerie")]),
            .init(say("Client depuis", "Customer since"), [.text(voice.month(Month(year: 2021, month: 3)))]),
          ]),
          .notes([[.text(say("Ce qui limite les chiffres.", "What limits the figures."))]]),
        ], isHalf: true),
      Panel(
        id: "empty", title: [.text(say("Rien à montrer", "Nothing to show"))],
        parts: [
          .empty(
            EmptyState(
              [
                [.text(say("Les coûts manquent.", "Costs are missing."))],
                [.text(say("Sans eux on ne sait pas qui rapporte.", "Without them nobody knows who pays."))],
              ], action: [.link(Link(.newImport), [.text(say("Importer les articles", "Import the products"))])]))
        ], isHalf: true),
      Panel(
        id: "progress", title: [.text(say("Travail en cours", "Work going on"))],
        parts: [
          .progress(ProgressModel(words: say("Lecture de ventes.csv …", "Reading sales.csv …"), done: 0.4)),
          .progress(ProgressModel(words: say("Analyse en cours …", "Analysing …"), done: nil)),
        ], isHalf: true),
      Panel(
        id: "form", title: [.text(say("Formulaire", "Form"))], parts: [.form(StylePage.form(say))], isHalf: true),
    ]
  }

  private static func figures(_ voice: Voice, _ say: (FrenchText, String) -> String) -> [Figure] {
    let months = Figure.Months(
      values: [3, 4, 3.5, 5, 4.5, 6], title: say("Six mois, de 3 à 6", "Six months, from 3 to 6"))
    return [
      Figure(
        label: say("Chiffre d'affaires", "Revenue"), value: [.text(voice.compactEuros(Cents(35_900_000)))],
        context: [[.toned(.good, [.text("▲ " + voice.percent(0.153, signed: true))])]], months: months,
        link: Link(.style, fragment: "table")),
      Figure(
        label: say("Marge opérationnelle", "Operating margin"), value: [.text(voice.compactEuros(Cents(-480_000)))],
        context: [[.toned(.bad, [.text("▼ " + voice.percent(-0.08, signed: true))])]], months: months),
      Figure(label: say("Clients actifs", "Active customers"), value: [.text(voice.integer(242))]),
      Figure(label: say("Inconnu", "Unknown"), value: [.toned(.faint, [.text(Mark.unknown)])]),
    ]
  }

  private static func behind(
    _ id: String, _ rows: [(String, Double)], _ say: (FrenchText, String) -> String, _ write: (Double) -> String
  ) -> TableModel {
    TableModel(
      id: id, caption: say("Les chiffres du graphique", "The chart's figures"),
      columns: [.init(say("Nom", "Name"), isName: true), .init(say("Valeur", "Value"), isNumeric: true)],
      rows: rows.map { [[.text($0.0)], [.text(write($0.1))]] })
  }

  private static func upright(_ voice: Voice, _ say: (FrenchText, String) -> String) -> ChartModel {
    let values = [3.2, 3.0, 3.4, 2.8, 3.9, 4.1].map { $0 * 100_000 }
    let names = (1...6).map { voice.shortMonthName($0) }
    let margins = [0.2, 0.3, 0.5, -0.4, 0.6, 0.7].map { $0 * 100_000 }
    func points(_ values: [Double]) -> [ChartModel.Point] {
      values.enumerated().map { place, value in
        .init(Double(place), value, words: names[place] + say(" : ", ": ") + voice.euros(Cents(Int64(value * 100))))
      }
    }
    return ChartModel(
      id: "style-upright", .upright, title: say("Six mois", "Six months"), x: .init(names: names),
      y: .init(unit: .euros),
      series: [
        .init(say("chiffre d'affaires", "revenue"), .bar, tone: .accent, points: points(values)),
        .init(say("marge", "margin"), .line, tone: .good, points: points(margins), label: say("marge", "margin")),
      ], marks: [.init(5, values[5], words: voice.compactEuros(Cents(Int64(values[5] * 100))))],
      table: behind("style-upright-table", Array(zip(names, values)), say) { voice.euros(Cents(Int64($0 * 100))) },
      voice: voice)
  }

  private static func lying(_ voice: Voice, _ say: (FrenchText, String) -> String) -> ChartModel {
    let rows: [(String, Double)] = [
      (say("Tranche 1", "Band 1"), 122.7), (say("Tranche 2", "Band 2"), 104.3), (say("Tranche 3", "Band 3"), 62.2),
    ]
    return ChartModel(
      id: "style-lying", .lying, title: say("Heures par client", "Hours a customer"), x: .init(names: rows.map(\.0)),
      y: .init(unit: .hours),
      series: [
        .init(
          say("allouées", "allotted"), .hollow,
          points: rows.indices.map { .init(Double($0), 120 - Double($0) * 20, words: rows[$0].0) },
          label: say("allouées", "allotted")),
        .init(
          say("données", "given"), .bar, points: rows.indices.map { .init(Double($0), rows[$0].1, words: rows[$0].0) },
          label: say("données", "given")),
      ],
      table: behind("style-lying-table", rows, say) { voice.number($0, digits: 1) }, voice: voice)
  }

  private static func waterfall(_ voice: Voice, _ say: (FrenchText, String) -> String) -> ChartModel {
    let rows: [(String, Double, ChartModel.Tone)] = [
      (say("Chiffre d'affaires", "Revenue"), 351_229, .ink), (say("Coût direct", "Direct cost"), -245_204, .bad),
      (say("Remise regagnée", "Discount regained"), 12_000, .good), (say("Visites", "Visits"), -64_870, .bad),
      (say("Marge", "Margin"), 53_155, .ink),
    ]
    return ChartModel(
      id: "style-waterfall", .waterfall, title: say("Du chiffre d'affaires à la marge", "From revenue to margin"),
      x: .init(names: rows.map(\.0)), y: .init(unit: .euros),
      series: [
        .init(
          say("étapes", "steps"), .bar,
          points: rows.enumerated().map { place, row in
            .init(
              Double(place), row.1, words: row.0 + say(" : ", ": ") + voice.euros(Cents(Int64(row.1 * 100))),
              tone: row.2,
              isBase: row.2 == .ink)
          })
      ],
      table: behind("style-waterfall-table", rows.map { ($0.0, $0.1) }, say) { voice.euros(Cents(Int64($0 * 100))) },
      voice: voice)
  }

  private static func scatter(_ voice: Voice, _ say: (FrenchText, String) -> String) -> ChartModel {
    let points: [(Double, Double)] = [
      (1_200, 0.3), (4_000, 0.1), (9_000, -0.2), (40_000, 0.22), (330_000, 0.2),
    ]
    return ChartModel(
      id: "style-scatter", .scatter, title: say("Taille et marge", "Size and margin"),
      x: .init(say("Chiffre d'affaires", "Revenue"), unit: .euros, isLogarithmic: true),
      y: .init(say("Marge", "Margin"), unit: .percent),
      series: [
        .init(
          say("clients", "customers"), .point,
          points: points.map {
            .init(
              $0.0, $0.1, words: voice.euros(Cents(Int64($0.0 * 100))) + ", " + voice.percent($0.1),
              tone: $0.1 < 0 ? .bad : nil)
          })
      ],
      table: behind("style-scatter-table", points.map { (voice.euros(Cents(Int64($0.0 * 100))), $0.1) }, say) {
        voice.percent($0)
      },
      voice: voice)
  }

  private static func table(_ voice: Voice, _ say: (FrenchText, String) -> String) -> TableModel {
    let here = Link(.style)
    return TableModel(
      id: "style-table", caption: say("Trois clients", "Three customers"),
      columns: [
        .init(
          say("Client", "Customer"), isName: true, sort: .init(state: .none, link: here.with(.init("sort", "name")))),
        .init(
          say("Chiffre d'affaires, €", "Revenue, €"), isNumeric: true,
          sort: .init(state: .descending, link: here.with(.init("sort", "revenueCents")))),
        .init(say("Marge, €", "Margin, €"), isNumeric: true), .init(say("Jugement", "Judgement")),
        .init(say("Mois par mois", "Month by month")),
      ],
      rows: [
        ("Pâtisserie Hautetelin", 333_183, 67_550), ("Restaurant Lanmière", 101_739, -9_657), ("Caves", 49_614, 12_209),
      ]
      .map { (row: (String, Int64, Int64)) -> [[Inline]] in
        [
          [.link(here, [.name(row.0)])], [.text(voice.amount(Cents(row.1 * 100)))],
          [
            row.2 < 0
              ? .toned(.bad, [.text(voice.amount(Cents(row.2 * 100)))]) : .text(voice.amount(Cents(row.2 * 100)))
          ],
          [
            row.2 < 0
              ? .toned(.bad, [.text(say("▲ à revoir", "▲ to review"))])
              : .toned(.good, [.text(say("● sain", "● healthy"))])
          ],
          [
            .trend(
              [3, 4, 2, 5, 6, 4].map { Cents($0 * 100_000) }, first: voice.compactEuros(Cents(300_000)),
              last: voice.compactEuros(Cents(400_000)))
          ],
        ]
      },
      filter: .init(
        link: here, text: "", label: say("Chercher dans ces lignes", "Search these rows"),
        button: say("Chercher", "Search")),
      facets: [
        .init(
          label: say("Classe", "Class"),
          options: [
            .init(label: say("tous", "all"), link: here, isChosen: true),
            .init(label: "A (74)", link: here.with(.init("is.class", "A")), isChosen: false),
          ])
      ],
      paging: .init(
        words: say("1 à 3 sur 335", "1 to 3 of 335"), previous: nil, next: here.with(.init("page", "2")),
        previousWords: say("précédentes", "previous"), nextWords: say("suivantes", "next"),
        label: say("Pages du tableau", "Pages of the table")))
  }

  private static func form(_ say: (FrenchText, String) -> String) -> FormModel {
    FormModel(
      action: Link(.style), method: .get,
      fields: [
        .init(
          "kind", say("Nature des lignes", "What the rows are"),
          .choice(
            value: "sales",
            options: [.init("sales", say("ventes", "sales")), .init("products", say("articles", "products"))])),
        .init(
          "source", say("Origine", "Source"), .text(value: "", placeholder: say("par exemple ERP", "such as ERP")),
          help: [.text(say("Le logiciel d'où viennent les lignes.", "The software the rows come from."))]),
        .init("strict", say("Tout refuser à la première erreur", "Refuse everything at the first fault"), .flag(true)),
      ], buttons: [.init(say("Relire", "Look again")), .init(say("Annuler", "Cancel"), isQuiet: true)])
  }

  /// The whole page.
  public func frame(_ context: PageContext) -> PageFrame {
    let title = Phrase(fr: "Composants", en: "Components")
    return PageFrame(
      context: context, address: .style, title: context.say(title),
      content: [
        .element(.h1) { context.say(title) }, .element(.div, "panels") { panels.map(\.markup) },
      ])
  }
}
