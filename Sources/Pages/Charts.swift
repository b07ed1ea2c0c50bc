import Units

/// A chart in two sizes: the style sheet shows the one that fits the page, so that its words keep their size.
struct Chart {
  /// What the chart shows, in words.
  let title: String
  let description: String
  let draw: (_ width: Double) -> Drawing

  var markup: Markup {
    .element(.figure, "chart") {
      draw(560).markup("wide", title: title, description: description)
      draw(340).markup("narrow", title: title, description: description)
    }
  }
}

/// A line for a figure's last months, without axes, from its least to its most: the last one carries a dot.
func sparkline(_ values: [Double], title: String) -> Markup {
  var drawing = Drawing(width: 240, height: 36)
  let across = Scale(low: 0, high: Double(max(values.count - 1, 1)), from: 5, to: 235)
  let (least, most) = (values.min() ?? 0, values.max() ?? 0)
  let up = Scale(low: least, high: max(most, least + 1e-9), from: 30, to: 6)
  if least < 0, most > 0 { drawing.line(5, up(0), 235, up(0), .grid) }
  let points = values.enumerated().map { (x: across(Double($0)), y: up($1)) }
  drawing.path(points, .curve)
  if let last = points.last { drawing.dot(last.x, last.y, .dot) }
  return drawing.markup("spark", title: title, description: title)
}

/// A curve of cumulated amounts over ranked customers, its peak and its end named.
struct CumulativeCurve {
  /// Cumulated amounts after each customer, the biggest first.
  let amounts: [Cents]
  let peakLabel: String
  let endLabel: String
  let firstLabel: String
  let lastLabel: String

  func draw(_ width: Double, voice: Voice) -> Drawing {
    var drawing = Drawing(width: width, height: 260)
    let values = [0] + amounts.map { Double($0.value) }
    let peak = values.indices.max { (values[$0], -$0) < (values[$1], -$1) } ?? 0
    let low = min(0, values.min() ?? 0)
    let across = Scale(low: 0, high: Double(max(values.count - 1, 1)), from: 58, to: width - 12)
    let up = Scale(low: low, high: max(values[peak], 1), from: 226, to: 34)
    for tick in up.ticks(5) {
      drawing.line(58, up(tick), width - 12, up(tick), tick == 0 ? .axis : .grid)
      drawing.label(voice.compactEuros(Cents(Int64(tick))), 52, up(tick) + 4, .end)
    }
    let kept = CumulativeCurve.thinned(values.count, to: 240, keeping: [peak])
    drawing.path(kept.map { (x: across(Double($0)), y: up(values[$0])) }, .curve)
    let last = values.count - 1
    let (peakX, endY) = (across(Double(peak)), up(values[last]))
    let falls = values[last] < values[peak]
    if falls {
      drawing.line(peakX, up(values[peak]), width - 12, up(values[peak]), .level)
      drawing.dot(peakX, up(values[peak]), .peak)
      // The peak's words stand over it, away from the edges.
      drawing.label(peakLabel, min(max(peakX, 120), width - 90), up(values[peak]) - 10, .middle, strong: true)
    }
    drawing.dot(width - 12, endY, falls ? .end : .peak)
    drawing.label(endLabel, width - 20, min(endY + 22, 222), .end, strong: true)
    drawing.label(firstLabel, 58, 248)
    drawing.label(lastLabel, width - 12, 248, .end)
    return drawing
  }

  /// About `limit` places out of `count`, evenly apart, with the first, the last and those to keep.
  static func thinned(_ count: Int, to limit: Int, keeping: [Int] = []) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    let even = (0..<limit).map { $0 * (count - 1) / (limit - 1) }
    return Set(even + keeping).sorted()
  }
}

/// Pairs of horizontal bars: what was meant, hollow, and what was done, filled.
struct PairedBars {
  struct Row {
    let label: String
    let hollow: Double
    let filled: Double
    let hollowText: String
    let filledText: String
  }
  let rows: [Row]
  let hollowName: String
  let filledName: String

  func draw(_ width: Double) -> Drawing {
    let left = width < 400 ? 84.0 : 150.0
    var drawing = Drawing(width: width, height: Double(rows.count) * 50 + 30)
    let longest = rows.map { max($0.hollow, $0.filled) }.max() ?? 0
    let texts = rows.enumerated().flatMap { place, row in
      place == 0
        ? [row.hollowText + " " + hollowName, row.filledText + " " + filledName] : [row.hollowText, row.filledText]
    }
    let words = Double(texts.map(displayWidth).max() ?? 0) * Drawing.letter
    let along = Scale(low: 0, high: max(longest, 1e-9), from: left, to: max(width - words - 10, left + 60))
    for (place, row) in rows.enumerated() {
      let top = Double(place) * 50 + 8
      drawing.label(row.label, 0, top + 23, strong: true)
      drawing.bar(left, top, along(row.hollow) - left, top + 15, .hollow)
      drawing.bar(left, top + 19, along(row.filled) - left, top + 34, .bar)
      let first = place == 0
      drawing.label(first ? row.hollowText + " " + hollowName : row.hollowText, along(row.hollow) + 6, top + 12)
      drawing.label(
        first ? row.filledText + " " + filledName : row.filledText, along(row.filled) + 6, top + 31, strong: true)
    }
    drawing.line(left, 2, left, Double(rows.count) * 50 + 2, .axis)
    return drawing
  }
}

/// From one amount to another by its gains and losses.
struct Waterfall {
  struct Step {
    let label: String
    /// A change, or a level that stands on the axis.
    let amount: Cents
    let isLevel: Bool
  }
  let steps: [Step]

  func draw(_ width: Double, voice: Voice) -> Drawing {
    var drawing = Drawing(width: width, height: Double(steps.count) * 34 + 8)
    let left = width < 400 ? 108.0 : 150.0
    var level = 0.0
    let spans = steps.map { step -> (Double, Double) in
      let before = step.isLevel ? 0 : level
      level = before + Double(step.amount.value)
      return (before, level)
    }
    let ends = spans.flatMap { [$0.0, $0.1] }
    let low = min(0, ends.min() ?? 0)
    let along = Scale(low: low, high: max(ends.max() ?? 0, low + 1), from: left, to: width - 84)
    for (place, (step, span)) in zip(steps, spans).enumerated() {
      let top = Double(place) * 34 + 6
      let look: Drawing.Look = step.isLevel ? .base : step.amount < .zero ? .loss : .gain
      drawing.label(step.label, 0, top + 16, strong: step.isLevel)
      let (near, far) = (along(min(span.0, span.1)), along(max(span.0, span.1)))
      drawing.bar(near, top, far - near, top + 22, look, hint: voice.euros(step.amount, signed: !step.isLevel))
      drawing.label(voice.compactEuros(step.amount, signed: !step.isLevel), far + 6, top + 16, strong: step.isLevel)
      if place + 1 < steps.count {
        drawing.line(along(span.1), top + 22, along(span.1), top + 34, .grid)
      }
    }
    drawing.line(along(0), 2, along(0), drawing.height - 4, .axis)
    return drawing
  }
}

/// The cumulative share of ranked customers, and how many make the part that is looked for.
struct ParetoCurve {
  /// The share of each customer and all bigger ones.
  let shares: [Double]
  /// How many customers are marked.
  let marked: Int
  let label: String
  let lastLabel: String

  func draw(_ width: Double, voice: Voice) -> Drawing {
    var drawing = Drawing(width: width, height: 260)
    let across = Scale(low: 0, high: Double(shares.count), from: 48, to: width - 12)
    let up = Scale(low: 0, high: 1, from: 226, to: 16)
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      drawing.line(48, up(tick), width - 12, up(tick), tick == 0 ? .axis : .grid)
      drawing.label(voice.percent(tick, digits: 0), 42, up(tick) + 4, .end)
    }
    let kept = CumulativeCurve.thinned(shares.count, to: 240, keeping: [marked - 1])
    drawing.path(
      [(x: across(0), y: up(0))] + kept.map { (x: across(Double($0 + 1)), y: up(shares[$0])) }, .curve)
    let (x, y) = (across(Double(marked)), up(shares[marked - 1]))
    drawing.line(x, 226, x, y, .level)
    drawing.dot(x, y, .peak)
    let isLeft = x < width * 0.6
    drawing.label(label, isLeft ? x + 10 : x - 10, y + 20, isLeft ? .start : .end, strong: true)
    drawing.label(lastLabel, width - 12, 248, .end)
    return drawing
  }
}
