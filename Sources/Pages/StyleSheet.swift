/// The style of every page: paper and ink by day and by night, cards on a phone, A4 in black on white.
enum StyleSheet {
  /// The rules of a page that stands alone, with what stands in the margins of printed sheets.
  static func rules(top: String, bottom: String, page: String) -> String {
    base + columns + paper(top: top, bottom: bottom, page: page)
  }

  /// Type, colour, figures, tables, charts.
  static let base = String(decoding: PackageResources.base_css, as: UTF8.self)

  /// What the dashboard's pages add.
  static let web = String(decoding: PackageResources.web_css, as: UTF8.self)

  /// Widths of columns in percent.
  private static let columns = (1...90).map { "col.w\($0){width:\($0)%}" }.joined() + "\n"

  /// The margins of printed sheets: company and month, product, page number.
  static func paper(top: String, bottom: String, page: String) -> String {
    """
    @page{size:A4;margin:18mm 16mm 18mm;@top-left{content:\(quoted(top));font:9pt sans-serif;color:#444}
    @bottom-left{content:\(quoted(bottom));font:9pt sans-serif;color:#444}
    @bottom-right{content:\(quoted(page)) " " counter(page) " / " counter(pages);font:9pt sans-serif;color:#444}}

    """ + String(decoding: PackageResources.print_css, as: UTF8.self)
  }

  /// A text as a CSS string in which nothing can end the string or the style sheet.
  ///
  /// Source: CSS Syntax Level 3, "consume an escaped code point".
  static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      let isPlain = scalar.properties.isAlphabetic || (48...57).contains(scalar.value) || scalar == " "
      return isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return "\"" + escaped.joined() + "\""
  }
}
