/// What the dashboard's pages load from us.
public enum PageAssets {
  /// The style sheet of all pages.
  public static var style: [UInt8] { Array((StyleSheet.base + StyleSheet.web).utf8) }

  /// The program that draws charts and minds the keyboard.
  public static var program: [UInt8] { PackageResources.placing_js + PackageResources.clientele_js }

  /// The picture that browsers put beside the page's title.
  public static var icon: [UInt8] { PackageResources.icon_svg }

  /// Where that picture is.
  public static let iconPath = "/icon.svg"

  /// What stands in the margins of printed pages.
  public static func paper(top: String, bottom: String, page: String) -> [UInt8] {
    Array(StyleSheet.paper(top: top, bottom: bottom, page: page).utf8)
  }
}
