/// What counts as nothing in a source file, the same for whoever reads it.
public enum TextRules {
  /// Words that databases and spreadsheets write where there is nothing.
  public static let empty = ["NULL", "\\N", "#N/A", "NaN"]

  /// The characters dropped at both ends of every value: white space of every sort and the byte order mark.
  public static let trimmed =
    "\u{09}\u{0A}\u{0B}\u{0C}\u{0D}\u{20}\u{A0}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}"
    + "\u{2009}\u{200A}\u{200B}\u{202F}\u{205F}\u{2060}\u{3000}\u{FEFF}"
}
