import Ledger
import Portfolio
import Units

/// A whole page: where one is, where one can go, and the content between.
public struct PageFrame: Sendable {
  let context: PageContext
  let address: Address
  /// The title of the window, without markup.
  let title: String
  let content: [Markup]
  /// What was asked of the page beside its months: kept when it is shown in another language.
  var items: [Link.Item] = []
  /// Whether the page asks for itself again while work goes on, for browsers without scripts.
  var reloads = false

  /// The page's bytes, in UTF-8.
  public var bytes: [UInt8] {
    Markup.element(.html, [.lang: context.voice.language.rawValue]) {
      head
      Markup.element(.body) {
        Markup.element(.a, [.class: "skip", .href: "#content"]) {
          context.say(Phrase(fr: "Aller au contenu", en: "Skip to the content"))
        }
        Markup.hatching
        header
        for banner in context.banners { markup(banner) }
        Markup.element(.main, [.id: "content", .tabindex: "-1"]) { content }
        footer
      }
    }.page
  }

  private var head: Markup {
    .element(.head) {
      Markup.element(.meta, [.charset: "utf-8"])
      Markup.element(.meta, [.name: "viewport", .content: "width=device-width,initial-scale=1"])
      Markup.element(.meta, [.name: "color-scheme", .content: "light dark"])
      Markup.element(
        .meta,
        [
          .name: "htmx-config",
          .content: #"{"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false}"#,
        ])
      Markup.element(.title) { title + " · " + company }
      Markup.element(.link, [.rel: "icon", .href: PageAssets.iconPath])
      if reloads {
        Markup.element(.noscript) { Markup.element(.meta, [.httpEquiv: "refresh", .content: "2"]) }
      }
      Markup.element(.link, [.rel: "stylesheet", .href: context.assets.style])
      Markup.element(.link, [.rel: "stylesheet", .href: context.assets.paper, .media: "print"])
      for script in [context.assets.htmx, context.assets.charts, context.assets.program] {
        Markup.element(.script, [.src: script, .defer: ""])
      }
    }
  }

  private var company: String {
    context.company.isEmpty
      ? context.say(Phrase(fr: "Portefeuille clients", en: "Customer portfolio")) : context.company
  }

  private var header: Markup {
    .element(.header, "top") {
      Markup.element(.div, "mast") {
        Markup.element(.a, [.class: "company", .href: context.link(.dashboard).href]) {
          Markup.element(.bdi) { company }
        }
        if context.window != nil {
          search
          months
        }
        language
      }
      navigation
    }
  }

  private var search: Markup {
    let label = context.say(Phrase(fr: "Chercher un client", en: "Find a customer"))
    return .element(.form, [.class: "find", .method: "get", .action: Address.customers.path, .role: "search"]) {
      for item in context.choice.items where !item.value.isEmpty {
        Markup.element(.input, [.type: "hidden", .name: item.name, .value: item.value])
      }
      Markup.element(
        .input,
        [
          .type: "search", .name: "q", .placeholder: label, .ariaLabel: label, .autocomplete: "off",
          .hxGet: Address.action("/find").path, .hxTrigger: "input changed delay:150ms", .hxTarget: "#found",
          .hxInclude: "closest form",
        ])
      Markup.element(.div, [.id: "found", .ariaLive: "polite"])
    }
  }

  /// The last month looked at, how many, and what counts as a customer; the page itself again with others.
  private var months: Markup {
    let voice = context.voice
    let asOf = context.window?.asOf
    let label = context.say(Phrase(fr: "Dernier mois", en: "Last month"))
    let lengthLabel = context.say(Phrase(fr: "Durée", en: "Length"))
    let chosen = context.choice.length ?? context.usualLength
    let lengths: [(WindowLength, Phrase)] =
      Set([3, 6, 12, 24] + [chosen, context.usualLength].compactMap(\.months)).sorted().map {
        (.months($0), Phrase(fr: "\($0) mois", en: "\($0, "month", "months")"))
      } + [(.all, Phrase(fr: "tout", en: "all"))]
    return .element(.form, [.class: "window", .method: "get", .action: address.path]) {
      Markup.element(.select, [.name: "asOf", .ariaLabel: label]) {
        for (place, month) in context.months.enumerated() {
          Markup.element(
            .option,
            // The newest month is no choice: the page follows the data.
            [(name: .value, value: place == 0 ? "" : month.iso)]
              + (month == asOf ? [(name: .selected, value: "")] : []), [.text(voice.month(month))])
        }
      }
      Markup.element(.select, [.name: "months", .ariaLabel: lengthLabel]) {
        for (length, words) in lengths {
          Markup.element(
            .option,
            [(name: .value, value: length == context.usualLength ? "" : ViewChoice(length: length).items[1].value)]
              + (length == chosen ? [(name: .selected, value: "")] : []), [.text(words.text(in: voice))])
        }
      }
      if context.hasGroups { scope }
      Markup.element(.button, [.type: "submit", .class: "quiet"]) {
        context.say(Phrase(fr: "Voir", en: "Show"))
      }
    }
  }

  /// Whether the customers of a group count as one.
  private var scope: Markup {
    let label = context.say(Phrase(fr: "Ce qui compte comme un client", en: "What counts as one customer"))
    return .element(.select, [.name: "per", .ariaLabel: label]) {
      for scope in CustomerScope.allCases {
        let words =
          switch scope {
          case .company: Phrase(fr: "par client", en: "per customer")
          case .group: Phrase(fr: "par groupe", en: "per group")
          }
        Markup.element(
          .option,
          [(name: .value, value: scope == .company ? "" : scope.rawValue)]
            + (scope == context.choice.scope ? [(name: .selected, value: "")] : []), [.text(context.say(words))])
      }
    }
  }

  /// The page itself, as it was asked for.
  private var here: String { context.link(address, items).href }

  private var language: Markup {
    let other: Language = context.voice.language == .fr ? .en : .fr
    let words = other == .fr ? "Français" : "English"
    return .element(
      .a,
      [
        .class: "language", .lang: other.rawValue, .hreflang: other.rawValue,
        .href: Link(.action("/language"), [Link.Item("to", other.rawValue), Link.Item("back", here)]).href,
      ]
    ) { words }
  }

  private var navigation: Markup {
    .element(.nav, [.class: "menu", .ariaLabel: context.say(Phrase(fr: "Pages", en: "Pages"))]) {
      for chapter in Chapter.allCases where context.window != nil || chapter == .data {
        Markup.element(.div, chapter.pages.contains(address.kin) ? "chapter here" : "chapter") {
          Markup.element(
            .a,
            [(name: .href, value: context.link(chapter.pages[0]).href)]
              + (chapter.pages[0] == address ? [(name: .ariaCurrent, value: "page")] : []),
            [.text(context.say(chapter.label))])
          if chapter.pages.contains(address.kin), chapter.pages.count > 1 {
            Markup.element(.ul) {
              for page in chapter.pages where context.window != nil || page.standsAlone {
                Markup.element(.li) {
                  Markup.element(
                    .a,
                    [(name: .href, value: context.link(page).href)]
                      + (page == address.kin ? [(name: .ariaCurrent, value: "page")] : []),
                    [.text(context.say(page.label))])
                }
              }
            }
          }
        }
      }
    }
  }

  private func markup(_ banner: PageContext.Banner) -> Markup {
    .element(.div, "banner") {
      switch banner {
      case .progress(let progress): progress.markup
      case .warning(let words):
        Markup.element(.p, [.class: "warning", .role: "alert"]) { words.markup }
      case .done(let words): Markup.element(.p, [.class: "done", .role: "status"]) { words.markup }
      }
    }
  }

  private var footer: Markup {
    .element(.footer, "foot") {
      Markup.element(.p) {
        if let window = context.window {
          context.say(
            Phrase(
              fr: "Montants hors taxes. Rien après le \(window.asOf.lastDay) n'est lu.",
              en: "Amounts without tax. Nothing after \(window.asOf.lastDay) is read."))
          " "
        }
        context.say(
          Phrase(
            fr: "Clientele tourne sur votre machine ; rien n'en sort.",
            en: "Clientele runs on your machine; nothing leaves it."))
      }
    }
  }
}

extension Markup {
  /// Hatching for what is lost: it shows without colour too.
  static let hatching = Markup.element(.svg, [.class: "defs", .ariaHidden: "true"]) {
    Markup.element(.defs) {
      Markup.element(
        .pattern,
        [.id: "hatch", .patternUnits: "userSpaceOnUse", .width: "6", .height: "6", .patternTransform: "rotate(45)"]
      ) {
        Markup.element(.path, [.d: "M0,0V6"])
      }
    }
  }
}
