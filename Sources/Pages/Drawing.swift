/// A picture being drawn in plain SVG; lengths are CSS pixels at the width it is drawn for.
struct Drawing {
  /// How a shape looks; the style sheet gives each its colour by day, by night and on paper.
  enum Look: String {
    case axis, grid, curve, level, bar, hollow, gain, loss, base, dot, peak, end, area
  }

  /// Where a text stands from its point.
  enum Anchor: String { case start, middle, end }

  /// About the width of a letter.
  static let letter = 7.2

  let width: Double
  let height: Double
  private var parts: [Markup] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ look: Look) {
    parts.append(
      .element(.line, [.class: look.rawValue, .x1: px(x1), .y1: px(y1), .x2: px(x2), .y2: px(y2)]))
  }

  /// A bar between two heights, with what it says under the pointer.
  mutating func bar(_ x: Double, _ top: Double, _ width: Double, _ bottom: Double, _ look: Look, hint: String? = nil) {
    let high = max(abs(bottom - top), 1)
    parts.append(
      .element(
        .rect, [.class: look.rawValue, .x: px(x), .y: px(min(top, bottom)), .width: px(width), .height: px(high)]
      ) { if let hint { Markup.element(.title) { hint } } })
  }

  mutating func dot(_ x: Double, _ y: Double, _ look: Look, hint: String? = nil) {
    parts.append(
      .element(.circle, [.class: look.rawValue, .cx: px(x), .cy: px(y), .r: "4"]) {
        if let hint { Markup.element(.title) { hint } }
      })
  }

  /// A line through points.
  mutating func path(_ points: [(x: Double, y: Double)], _ look: Look) {
    guard let first = points.first else { return }
    var shape = "M" + px(first.x) + "," + px(first.y)
    for point in points.dropFirst() { shape += "L" + px(point.x) + "," + px(point.y) }
    parts.append(.element(.path, [.class: look.rawValue, .d: shape]))
  }

  /// A word at a point; `strong` is for what the chart is about.
  mutating func label(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, strong: Bool = false
  ) {
    parts.append(
      .element(
        .text, [.class: strong ? "strong" : "label", .x: px(x), .y: px(y), .textAnchor: anchor.rawValue]
      ) { text })
  }

  /// The picture, with its name and what it shows for those who do not see it.
  func markup(_ style: String, title: String, description: String) -> Markup {
    .element(.svg, [.class: style, .viewBox: "0 0 " + px(width) + " " + px(height), .role: "img"]) {
      Markup.element(.title) { title }
      Markup.element(.desc) { description }
      parts
    }
  }

  /// A length with one decimal at most.
  private func px(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let size = tenths.magnitude
    return sign + String(size / 10) + (size % 10 == 0 ? "" : "." + String(size % 10))
  }
}

/// A scale from values to lengths.
struct Scale {
  let low: Double
  let high: Double
  let from: Double
  let to: Double

  /// Where a value lies.
  func callAsFunction(_ value: Double) -> Double {
    high == low ? from : from + (value - low) / (high - low) * (to - from)
  }

  /// Round values from low to high, about `count` of them: 1, 2 or 5 times a power of ten apart.
  func ticks(_ count: Int) -> [Double] {
    let rough = (high - low) / Double(max(count, 1))
    guard rough > 0, rough.isFinite else { return [low] }
    var step = 1.0
    while step * 10 <= rough { step *= 10 }
    while step > rough { step /= 10 }
    let ratio = rough / step
    let factor: Double = ratio > 5 ? 10 : ratio > 2 ? 5 : ratio > 1 ? 2 : 1
    step *= factor
    var ticks: [Double] = []
    var tick = (low / step).rounded(.up) * step
    while tick <= high + step / 1000, ticks.count < 50 {
      ticks.append(tick.magnitude < step / 1000 ? 0 : tick)
      tick += step
    }
    return ticks
  }
}
