import Units

/// A chart as values: series on axes, direct labels, and the table that holds the same figures.
///
/// The browser draws it; without scripts, and for those who do not see it, the table stands in.
public struct ChartModel: Equatable, Sendable {
  /// How the series are drawn.
  public enum Kind: String, Sendable {
    /// Lines or columns over time or ranks, bottom to top.
    case upright
    /// Bars by name, left to right.
    case lying
    /// From one amount to another by gains and losses.
    case waterfall
    /// One mark a customer.
    case scatter
    /// From names at the left to names at the right, as broad as they are many.
    case flow
  }

  /// How one series is drawn.
  public enum Form: String, Sendable { case line, area, step, bar, hollow, point }

  /// What an axis measures: whole units of the currency, parts of one, numbers, hours.
  public enum Unit: String, Sendable { case euros, percent, count, hours }

  /// Which of the page's colours; the meaning is also in words.
  public enum Tone: String, Sendable {
    case accent, soft, good, bad, ink
    /// Steps along one hue, from the palest to the fullest.
    case step1, step2, step3, step4, step5, step6
  }

  /// One axis.
  public struct Axis: Equatable, Sendable {
    let title: String
    let unit: Unit
    /// The names along the axis; empty for an axis of numbers.
    let names: [String]
    let isLogarithmic: Bool
    /// Makes an axis.
    public init(_ title: String = "", unit: Unit = .count, names: [String] = [], isLogarithmic: Bool = false) {
      self.title = title
      self.unit = unit
      self.names = names
      self.isLogarithmic = isLogarithmic
    }
  }

  /// One point: where it is, what it says under the pointer, where it leads.
  public struct Point: Equatable, Sendable {
    let x: Double
    let y: Double?
    let words: String
    let link: Link?
    let tone: Tone?
    /// What stands beside it; empty for most.
    let label: String
    /// In a waterfall, whether it stands on the axis rather than on the step before.
    let isBase: Bool
    /// Makes a point.
    public init(
      _ x: Double, _ y: Double?, words: String, link: Link? = nil, tone: Tone? = nil, label: String = "",
      isBase: Bool = false
    ) {
      self.x = x
      self.y = y
      self.words = words
      self.link = link
      self.tone = tone
      self.label = label
      self.isBase = isBase
    }
  }

  /// One series.
  public struct Series: Equatable, Sendable {
    let name: String
    let form: Form
    let tone: Tone
    let points: [Point]
    /// What stands at its end, or beside its first bar, instead of a legend.
    let label: String
    /// Makes a series.
    public init(_ name: String, _ form: Form, tone: Tone = .accent, points: [Point], label: String = "") {
      self.name = name
      self.form = form
      self.tone = tone
      self.points = points
      self.label = label
    }
  }

  /// A place that is named in the chart.
  public struct Mark: Equatable, Sendable {
    let x: Double
    let y: Double
    let words: String
    let tone: Tone
    /// Makes a mark.
    public init(_ x: Double, _ y: Double, words: String, tone: Tone = .ink) {
      self.x = x
      self.y = y
      self.words = words
      self.tone = tone
    }
  }

  /// An amount that is named across the chart, such as a floor: a line over all of the axis of names or numbers.
  public struct Level: Equatable, Sendable {
    let value: Double
    let words: String
    let tone: Tone
    /// Makes a level.
    public init(_ value: Double, words: String, tone: Tone = .ink) {
      self.value = value
      self.words = words
      self.tone = tone
    }
  }

  /// What goes from a name at the left to a name at the right, both places of the axis of names.
  public struct Flow: Equatable, Sendable {
    let from: Int
    let to: Int
    let amount: Double
    let words: String
    /// Makes a flow.
    public init(from: Int, to: Int, amount: Double, words: String) {
      self.from = from
      self.to = to
      self.amount = amount
      self.words = words
    }
  }

  /// The chart's place in the page.
  public let id: String
  /// How it is drawn.
  public let kind: Kind
  /// What it shows, in a sentence.
  public let title: String
  /// The axis along the bottom, or of names.
  public let x: Axis
  /// The axis of amounts.
  public let y: Axis
  /// The series.
  public let series: [Series]
  /// Named places.
  public let marks: [Mark]
  /// Amounts named across the chart.
  public let levels: [Level]
  /// What goes from name to name.
  public let flows: [Flow]
  /// Whether the bars or areas of one place stand one on another rather than side by side.
  public let isStacked: Bool
  /// The same figures as a table.
  public let table: TableModel
  /// What opens the table.
  public let tableWords: String
  let voice: Voice

  /// Makes a chart.
  public init(
    id: String, _ kind: Kind, title: String, x: Axis, y: Axis, series: [Series], marks: [Mark] = [],
    levels: [Level] = [], flows: [Flow] = [], isStacked: Bool = false, table: TableModel, voice: Voice
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.marks = marks
    self.levels = levels
    self.flows = flows
    self.isStacked = isStacked
    self.table = table
    self.voice = voice
    tableWords = Phrase(fr: "Les chiffres de ce graphique", en: "The figures of this chart").text(in: voice)
  }

  var markup: Markup {
    .element(.figure, "chart") {
      Markup.element(
        .div,
        [
          .id: id, .class: "canvas " + kind.rawValue, .role: "img", .ariaLabel: title, .dataChart: json,
          .dataCount: String(series.first?.points.count ?? flows.count),
        ])
      Markup.element(.details) {
        Markup.element(.summary) { tableWords }
        table.markup
      }
    }
  }

  /// What the drawing program reads.
  var json: String {
    var json = JSONWriter()
    json.object { json in
      json.key("kind")
      json.value(kind.rawValue)
      json.key("language")
      json.value(voice.language.rawValue)
      json.key("symbol")
      json.value(voice.symbol)
      json.key("x")
      write(x, to: &json)
      json.key("y")
      write(y, to: &json)
      json.key("stacked")
      json.value(isStacked)
      json.key("series")
      json.array { json in series.forEach { write($0, to: &json) } }
      json.key("marks")
      json.array { json in
        for mark in marks {
          json.object { json in
            json.key("x")
            json.value(mark.x)
            json.key("y")
            json.value(mark.y)
            json.key("words")
            json.value(mark.words)
            json.key("tone")
            json.value(mark.tone.rawValue)
          }
        }
      }
      json.key("flows")
      json.array { json in
        for flow in flows {
          json.object { json in
            json.key("from")
            json.value(Int64(flow.from))
            json.key("to")
            json.value(Int64(flow.to))
            json.key("amount")
            json.value(flow.amount)
            json.key("words")
            json.value(flow.words)
          }
        }
      }
      json.key("levels")
      json.array { json in
        for level in levels {
          json.object { json in
            json.key("value")
            json.value(level.value)
            json.key("words")
            json.value(level.words)
            json.key("tone")
            json.value(level.tone.rawValue)
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func write(_ axis: Axis, to json: inout JSONWriter) {
    json.object { json in
      json.key("title")
      json.value(axis.title)
      json.key("unit")
      json.value(axis.unit.rawValue)
      json.key("log")
      json.value(axis.isLogarithmic)
      json.key("names")
      json.array { json in axis.names.forEach { json.value($0) } }
    }
  }

  private func write(_ series: Series, to json: inout JSONWriter) {
    json.object { json in
      json.key("name")
      json.value(series.name)
      json.key("form")
      json.value(series.form.rawValue)
      json.key("tone")
      json.value(series.tone.rawValue)
      json.key("label")
      json.value(series.label)
      json.key("points")
      json.array { json in
        for point in series.points {
          json.object { json in
            json.key("x")
            json.value(point.x)
            json.key("y")
            if let y = point.y { json.value(y) } else { json.null() }
            json.key("words")
            json.value(point.words)
            if let link = point.link {
              json.key("link")
              json.value(link.href)
            }
            if let tone = point.tone {
              json.key("tone")
              json.value(tone.rawValue)
            }
            if !point.label.isEmpty {
              json.key("label")
              json.value(point.label)
            }
            if point.isBase {
              json.key("base")
              json.value(true)
            }
          }
        }
      }
    }
  }
}
