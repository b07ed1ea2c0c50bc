import Units

/// A table of names against months or other steps, whose outstanding cells are tinted and marked; every figure is
/// printed.
public struct HeatTable: Equatable, Sendable {
  /// Whether a figure stands out against its own row; told by an arrow as well as by the tint.
  public enum Heat: Equatable, Sendable { case plain, low, high }

  /// One figure.
  public struct Cell: Equatable, Sendable {
    let value: [Inline]
    let heat: Heat
    /// Makes a cell.
    public init(_ value: [Inline], _ heat: Heat = .plain) {
      self.value = value
      self.heat = heat
    }
  }

  /// One name with its figures.
  public struct Row: Equatable, Sendable {
    let name: [Inline]
    let cells: [Cell]
    /// Makes a row.
    public init(_ name: [Inline], _ cells: [Cell]) {
      self.name = name
      self.cells = cells
    }
  }

  /// What the table shows, for those who do not see it.
  public let caption: String
  /// What the names are.
  public let corner: String
  /// What the columns are.
  public let heads: [[Inline]]
  /// The rows; each has a cell for each head.
  public let rows: [Row]

  /// Makes a table.
  public init(caption: String, corner: String, heads: [[Inline]], rows: [Row]) {
    precondition(rows.allSatisfy { $0.cells.count == heads.count }, "a cell for each head")
    self.caption = caption
    self.corner = corner
    self.heads = heads
    self.rows = rows
  }

  var markup: Markup {
    .element(.div, [.class: "scroll", .tabindex: "0", .role: "group", .ariaLabel: caption]) {
      Markup.element(.table, "report heat") {
        Markup.element(.colgroup) {
          Markup.element(.col, "w16")
          for _ in heads { Markup.element(.col, "w7") }
        }
        Markup.element(.thead) {
          Markup.element(.tr) {
            Markup.element(.th, [.scope: "col", .class: "row"]) { corner }
            for head in heads { Markup.element(.th, [.scope: "col", .class: "n"]) { head.markup } }
          }
        }
        Markup.element(.tbody) {
          for row in rows {
            Markup.element(.tr) {
              Markup.element(.th, [.scope: "row"]) { row.name.markup }
              for cell in row.cells {
                Markup.element(.td, [.class: "n" + cell.heat.style]) {
                  cell.value.markup
                  cell.heat.mark
                }
              }
            }
          }
        }
      }
    }
  }
}

extension HeatTable.Heat {
  fileprivate var style: String {
    switch self {
    case .plain: ""
    case .low: " low"
    case .high: " high"
    }
  }
  fileprivate var mark: String {
    switch self {
    case .plain: ""
    case .low: Mark.noBreak + "↓"
    case .high: Mark.noBreak + "↑"
    }
  }
}
