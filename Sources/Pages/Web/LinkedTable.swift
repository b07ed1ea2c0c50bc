import Units

extension TableModel {
  /// A table of all rows of a grid, its first column naming them, whose figures lead to what is behind them.
  /// - Parameter link: where a row's cell under a column's key leads; nothing for one that leads nowhere.
  init(
    _ grid: ReportGrid, id: String, caption: String, context: PageContext, link: (_ row: Int, _ key: String) -> Link?
  ) {
    let voice = context.voice
    let rows = Array(grid.rows)
    let fit = ColumnFit(grid.columns, rows: rows, voice: voice, width: nil)
    self.init(
      id: id, caption: caption,
      columns: fit.columns.enumerated().map { place, fitted in
        Column(
          voice.header(of: fitted.column), isNumeric: fitted.column.isNumeric, isName: place == 0, width: fitted.width)
      },
      rows: rows.enumerated().map { place, row in
        fit.columns.map { fitted in
          let cell = voice.inline(row[fitted.place], under: fitted.column)
          return link(place, fitted.column.key).map { [.link($0, cell)] } ?? cell
        }
      },
      nothing: context.say(Phrase(fr: "Rien à montrer ici.", en: "Nothing to show here.")))
  }
}
