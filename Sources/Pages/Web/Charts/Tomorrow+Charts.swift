import Decisions
import Ledger
import Portfolio
import Units

extension PanelWriter {
  /// Why small customers are named.
  var tomorrow: [Panel] { [reasons].compactMap { $0 } }

  private var reasons: Panel? {
    let tomorrow = analysis.tomorrow
    let named: [(label: Phrase, count: Int)] = [
      (Phrase(fr: "Croissance au-delà du hasard", en: "Growth beyond chance"), { $0.isGrowth }),
      (Phrase(fr: "Plus de gammes", en: "More ranges"), { $0.isWiderRange }),
      (Phrase(fr: "Potentiel restant", en: "Potential left"), { $0.isHeadroom }),
      (Phrase(fr: "Rythme précoce", en: "Early rhythm"), { $0.isEarlyRhythm }),
    ].map { (label: Phrase, holds: (Tomorrow.Reason) -> Bool) in
      (label, tomorrow.rows.count { $0.reasons.contains(where: holds) })
    }
    let several = tomorrow.rows.count { $0.reasons.count > 1 }
    guard !tomorrow.rows.isEmpty else { return nil }
    let finding =
      several == 0
      ? Phrase(
        fr: "\(tomorrow.rows.count, "client est nommé", "clients sont nommés"), chacun pour une raison",
        en: "\(tomorrow.rows.count, "customer is", "customers are") named, each for one reason")
      : Phrase(
        fr: """
          \(several, "client a", "clients ont") plus d'une raison d'être \(agreeing: several, "nommé", "nommés"), sur \
          \(tomorrow.rows.count)
          """,
        en:
          "\(several) of \(tomorrow.rows.count) customers named \(agreeing: several, "has", "have") more than one reason"
      )
    let plot = Plot(
      id: "reasons-chart", kind: .lying, title: finding,
      columns: [
        ReportColumn("reason", Phrase(fr: "Raison", en: "Reason"), .text),
        ReportColumn("customers", Phrase(fr: "Clients", en: "Customers"), .integer),
      ],
      lines: [Plot.Line(column: 1, form: .bar, tone: .good, showsFigures: true)],
      rows: named.map { Plot.Row(cells: [.phrase($0.label), .integer($0.count)]) })
    return panel(
      "reasons", finding,
      how: Phrase(
        fr: "Clients par raison, sur \(tomorrow.looked) petits clients examinés ; un client peut en avoir plusieurs.",
        en: "Customers by reason, of \(tomorrow.looked) small customers looked at; one may have several."),
      [plot.part(self)])
  }
}

extension Tomorrow.Reason {
  fileprivate var isGrowth: Bool { if case .growth = self { true } else { false } }
  fileprivate var isWiderRange: Bool { if case .widerRange = self { true } else { false } }
  fileprivate var isHeadroom: Bool { if case .headroom = self { true } else { false } }
  fileprivate var isEarlyRhythm: Bool { if case .earlyRhythm = self { true } else { false } }
}
