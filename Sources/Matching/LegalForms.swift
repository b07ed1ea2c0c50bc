/// The legal forms a company's name may carry; they are no part of who it is.
enum LegalForms {
  /// What a legal form says of a company, as far as it tells two companies apart.
  enum Family: UInt8, Sendable {
    case unknown
    /// A company that trades.
    case trading
    /// A company that owns a building or a property (SCI): often a sister of the one that trades, never the same.
    case property
  }

  /// The family of a word that is a legal form wherever it stands in a name.
  static func family(anywhere word: String) -> Family? { everywhere[word] }

  /// The family of a word that is a legal form as the first word of a name: elsewhere it may mean something.
  static func family(first word: String) -> Family? { leading[word] }

  /// The family of a word that is a legal form as the last word of a name.
  static func family(last word: String) -> Family? { leading[word] ?? trailing[word] }

  private static let everywhere = families([
    .property: "sci scpi",
    .trading: """
    sarl sas sasu eurl snc selarl selas selarlu selasu sela scop scic gaec earl scea eirl
    gmbh ug kgaa ohg gbr ltd limited llc llp inc incorporated plc corp corporation
    bv bvba sprl srl sarls nv srls sapa slu slne sociedad oyj aps kft zrt doo sro spzoo kommanditgesellschaft
    aktiengesellschaft
    """,
  ])

  private static let leading = families([.trading: "sa sca scs sc scm scp gie ei eta"])
  private static let trailing = families([
    .trading: """
    ag kg eg ev se co company compagnie cie spa sl sll lda oy ab as asa pty pvt pte lp pc pllc kk ooo ооо
    """
  ])

  private static func families(_ lists: [Family: String]) -> [String: Family] {
    var found: [String: Family] = [:]
    for (family, list) in lists {
      for word in list.split(whereSeparator: \.isWhitespace) { found[String(word)] = family }
    }
    return found
  }
}
