/// The two small letters of a country, from its code or its name in French, English or its own language.
func countryCode(_ text: String) -> String? {
  let compact = compactText(text)
  guard !compact.isEmpty else { return nil }
  if compact == "uk" { return "gb" }
  return compact.utf8.count == 2 ? compact : countryNames[compact]
}

private let countryNames: [String: String] = {
  var found: [String: String] = [:]
  for (code, names) in [
    "fr": "fra france francemetropolitaine", "be": "bel belgique belgium belgie",
    "de": "deu allemagne germany deutschland",
    "it": "ita italie italy italia", "es": "esp espagne spain espana",
    "nl": "nld paysbas netherlands nederland thenetherlands",
    "lu": "lux luxembourg", "ch": "che suisse switzerland schweiz svizzera",
    "gb": "gbr royaumeuni unitedkingdom angleterre england",
    "us": "usa etatsunis unitedstates unitedstatesofamerica", "at": "aut autriche austria osterreich",
    "pt": "prt portugal",
    "ie": "irl irlande ireland", "ca": "can canada", "mc": "mco monaco", "pl": "pol pologne poland polska",
    "dk": "dnk danemark denmark danmark", "se": "swe suede sweden sverige", "no": "nor norvege norway norge",
    "fi": "fin finlande finland suomi", "au": "aus australie australia", "ma": "mar maroc morocco",
    "dz": "dza algerie algeria",
    "tn": "tun tunisie tunisia",
  ] { for name in names.split(separator: " ") { found[String(name)] = code } }
  return found
}()
