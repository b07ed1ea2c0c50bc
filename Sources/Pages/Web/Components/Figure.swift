import Units

/// A figure that stands alone: its name, its value, what it compares with, where it leads.
public struct Figure: Equatable, Sendable {
  /// What it is.
  public let label: String
  /// The figure, formatted.
  public let value: [Inline]
  /// What it compares with; a line each.
  public let context: [[Inline]]
  /// Its last months, the oldest first; fewer than three are no picture.
  public let months: Months?
  /// Where what is behind it stands.
  public let link: Link?

  /// A series of months as a small line.
  public struct Months: Equatable, Sendable {
    /// The values, in any unit.
    public let values: [Double]
    /// What the picture shows, in words.
    public let title: String
  }

  /// Makes a figure.
  public init(
    label: String, value: [Inline], context: [[Inline]] = [], months: Months? = nil, link: Link? = nil
  ) {
    self.label = label
    self.value = value
    self.context = context
    self.months = months
    self.link = link
  }

  /// A report's own figure; nothing for those that only programs read.
  init?(_ total: ReportTotal, in voice: Voice, link: Link? = nil) {
    guard let label = total.label else { return nil }
    self.init(label: label.text(in: voice), value: voice.inline(total.cell), link: link)
  }

  var markup: Markup {
    .element(.div, "figure") {
      Markup.element(.span, "label") { label }
      Markup.element(.strong) {
        if let link {
          Markup.element(.a, [.href: link.href]) { value.markup }
        } else {
          value.markup
        }
      }
      for line in context { Markup.element(.em) { line.markup } }
      if let months, months.values.count > 2 { sparkline(months.values, title: months.title) }
    }
  }
}

extension [Figure] {
  /// Figures side by side.
  var markup: Markup {
    isEmpty ? .nothing : .element(.div, [.class: "figures", .dataCount: String(count)]) { map(\.markup) }
  }
}
