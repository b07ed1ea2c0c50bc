import Desk
import Foundation
import Ledger
import Pages
import SourceFiles
import Units

/// What an import tells: a few lines for people, one object for programs.
enum ImportText {
  /// The summary of one file.
  static func text(_ outcome: ImportOutcome, in language: Language) -> String {
    let record = outcome.record
    let voice = Voice(language)
    var lines = [headline(outcome, voice)]
    lines.append(
      "  "
        + language(
          fr: "\(voice.integer(record.accepted)) lignes gardées sur \(voice.integer(record.rows))",
          en: "\(voice.integer(record.accepted)) rows kept of \(voice.integer(record.rows))")
        + period(record, language))
    if record.kind == .sales, record.waitingForPrice < record.accepted { lines.append("  " + money(record, voice)) }
    lines.append("  " + reading(record.reading, language))
    if record.waitingForPrice > 0 {
      lines.append(
        "  "
          + language(
            fr: "\(voice.integer(record.waitingForPrice)) lignes sans montant : leur prix vient du fichier produits",
            en: "\(voice.integer(record.waitingForPrice)) lines without an amount: the product file prices them"))
    }
    if record.waitingForInvoice > 0 {
      lines.append(
        "  "
          + language(
            fr: "\(voice.integer(record.waitingForInvoice)) lignes sans date : elle vient des en-têtes de factures",
            en: "\(voice.integer(record.waitingForInvoice)) lines without a date: it comes from the invoice headers"))
    }
    for earlier in record.supersedes {
      lines.append(
        "  "
          + language(
            fr: "\(voice.integer(earlier.invoices)) factures remplacent celles de l’import \(earlier.id)",
            en: "\(voice.integer(earlier.invoices)) invoices take the place of those of import \(earlier.id)"))
    }
    lines += outcome.notes.map { "  " + $0.sentence(in: language) }
    if record.rejected > 0 { lines += rejects(outcome, voice) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func headline(_ outcome: ImportOutcome, _ voice: Voice) -> String {
    let (record, language) = (outcome.record, voice.language)
    if outcome.duplicates > 0 {
      return language(
        fr: "\(record.file) : déjà importé (import \(record.id)), rien n’a changé",
        en: "\(record.file): imported before (import \(record.id)), nothing changed")
    }
    let what = record.kind.name(in: language)
    guard outcome.isKept else {
      return language(
        fr: "\(record.file) : \(what) (essai, rien n’est gardé)",
        en: "\(record.file): \(what) (dry run, nothing is kept)")
    }
    return language(
      fr: "\(record.file) : \(what), import \(record.id)", en: "\(record.file): \(what), import \(record.id)")
  }

  private static func period(_ record: ImportRecord, _ language: Language) -> String {
    guard let from = record.from.flatMap({ Day(iso: $0) }), let to = record.to.flatMap({ Day(iso: $0) }) else {
      return ""
    }
    let voice = Voice(language)
    return language(
      fr: ", du \(voice.day(from)) au \(voice.day(to))", en: ", from \(voice.day(from)) to \(voice.day(to))")
  }

  private static func money(_ record: ImportRecord, _ voice: Voice) -> String {
    let all = voice.euros(Cents(record.revenueCents), cents: true)
    guard record.unattributedLines > 0 else {
      return voice.language(fr: "chiffre d’affaires \(all)", en: "revenue \(all)")
    }
    let part = voice.euros(Cents(record.unattributedCents), cents: true)
    let lines = voice.integer(record.unattributedLines)
    return voice.language(
      fr: "chiffre d’affaires \(all), dont \(part) sans client (\(lines) lignes)",
      en: "revenue \(all), of which \(part) without a customer (\(lines) lines)")
  }

  private static func reading(_ reading: TableReading, _ language: Language) -> String {
    let columns = reading.columns.compactMap { column in
      reading.header(of: column.field).map { "\(column.field.rawValue) ← \($0)" }
    }.joined(separator: ", ")
    guard reading.format == .csv else { return "\(reading.format.rawValue) · \(columns)" }
    let delimiter =
      reading.delimiter == .tab
      ? language(fr: "tabulation", en: "tab")
      : language(fr: "« \(reading.delimiter.rawValue) »", en: "“\(reading.delimiter.rawValue)”")
    let marks = language(
      fr: "séparateur \(delimiter), décimales « \(reading.decimalMark.rawValue) », dates \(reading.dateOrder.rawValue)",
      en: "delimiter \(delimiter), decimals “\(reading.decimalMark.rawValue)”, dates \(reading.dateOrder.rawValue)")
    return "\(reading.encoding.rawValue), \(marks) · \(columns)"
  }

  private static func rejects(_ outcome: ImportOutcome, _ voice: Voice) -> [String] {
    let language = voice.language
    let place = outcome.isKept ? outcome.rejectsFile.map { language(fr: " : voir \($0)", en: ": see \($0)") } ?? "" : ""
    let count = outcome.record.rejected
    var lines = [
      "  "
        + language(
          fr: count == 1 ? "1 ligne mise de côté" : "\(voice.integer(count)) lignes mises de côté",
          en: count == 1 ? "1 row set aside" : "\(voice.integer(count)) rows set aside")
        + place
    ]
    for fault in outcome.faults.sorted(by: { $0.count > $1.count }).prefix(5) {
      let column = fault.column.map { " (\($0))" } ?? ""
      lines.append(
        "    \(voice.integer(fault.count)) × \(label(fault.code, language))\(column), "
          + language(fr: "la première à la ligne \(fault.firstLine)", en: "the first on line \(fault.firstLine)"))
    }
    return lines
  }

  /// What a fault's code means, in few words; the rejects file says it in full.
  private static func label(_ code: String, _ language: Language) -> String {
    switch code {
    case "tooManyFields": language(fr: "champs en trop", en: "too many fields")
    case "tooFewFields": language(fr: "champs manquants", en: "too few fields")
    case "unclosedQuote": language(fr: "guillemet jamais fermé", en: "quote never closed")
    case "recordTooLong": language(fr: "ligne démesurée", en: "line too long")
    case "invalidText": language(fr: "caractères illisibles", en: "unreadable characters")
    case "nulByte": language(fr: "octet nul", en: "zero byte")
    case "notADay": language(fr: "pas une date", en: "not a date")
    case "dayOutOfRange": language(fr: "date hors du possible", en: "date out of range")
    case "notANumber": language(fr: "pas un nombre", en: "not a number")
    case "numberOutOfRange": language(fr: "nombre hors du possible", en: "number out of range")
    case "notAFlag": language(fr: "ni oui ni non", en: "neither yes nor no")
    case "unknownKind": language(fr: "type inconnu", en: "unknown kind")
    case "noAmount": language(fr: "sans montant", en: "no amount")
    case "noRate": language(fr: "devise sans cours", en: "currency without a rate")
    case "notAnObject": language(fr: "pas un objet JSON", en: "not a JSON object")
    case _ where code.hasPrefix("missing"): language(fr: "valeur manquante", en: "missing value")
    default: code
    }
  }
}
