/// What the dashboard's pages add to the style of the month's page.
enum WebStyle {
  static let rules = ""
}
