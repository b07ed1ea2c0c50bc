import Desk
import Foundation
import Ledger
import Pages
import Server
import SourceFiles
import Units

/// What an import tells: a few lines for people, one object for programs.
enum ImportText {
  /// The summary of one file.
  static func text(_ outcome: ImportOutcome, in language: Language) -> String {
    let voice = Voice(language)
    let summary = ImportSummary(outcome.record)
    guard outcome.duplicates == 0 else { return headline(outcome, voice) + "\n" }
    let format = outcome.record.reading.format
    var lines = [headline(outcome, voice), "  " + summary.kept.text(in: voice)]
    // The notes of accounts say it finer: accruals are no sales without a customer.
    if let revenue = summary.revenue, format != .fec { lines.append("  " + revenue.text(in: voice)) }
    // Which column gives what is nothing to choose where a law or a standard says it.
    if format.isTable { lines.append("  " + reading(outcome.record.reading, voice)) }
    lines += summary.remarks.map { "  " + $0.text(in: voice) }
    lines += outcome.notes.map { "  " + $0.sentence(in: language) }
    if outcome.record.rejected > 0 { lines += rejects(outcome, summary, voice) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func headline(_ outcome: ImportOutcome, _ voice: Voice) -> String {
    let (record, language) = (outcome.record, voice.language)
    if outcome.duplicates > 0 {
      return language(
        fr: "\(record.file) : déjà importé (import \(record.id)), rien n’a changé",
        en: "\(record.file): imported before (import \(record.id)), nothing changed")
    }
    let what =
      record.reading.format.isTable
      ? record.kind.name(in: language) : record.reading.format.label.text(in: voice)
    guard outcome.isKept else {
      return language(
        fr: "\(record.file) : \(what) (essai, rien n’est gardé)",
        en: "\(record.file): \(what) (dry run, nothing is kept)")
    }
    return language(
      fr: "\(record.file) : \(what), import \(record.id)", en: "\(record.file): \(what), import \(record.id)")
  }

  private static func reading(_ reading: TableReading, _ voice: Voice) -> String {
    let columns = reading.columns.compactMap { column in
      reading.header(of: column.field).map { "\(column.field.rawValue) ← \($0)" }
    }.joined(separator: ", ")
    guard reading.format == .csv else { return "\(reading.format.label.text(in: voice)) · \(columns)" }
    let marks = voice.language(
      fr: """
        séparateur \(reading.delimiter.label.text(in: voice)), décimales « \(reading.decimalMark.rawValue) », \
        dates \(reading.dateOrder.rawValue)
        """,
      en: """
        delimiter \(reading.delimiter.label.text(in: voice)), decimals “\(reading.decimalMark.rawValue)”, \
        dates \(reading.dateOrder.rawValue)
        """)
    return "\(reading.encoding.rawValue), \(marks) · \(columns)"
  }

  private static func rejects(_ outcome: ImportOutcome, _ summary: ImportSummary, _ voice: Voice) -> [String] {
    let language = voice.language
    let place = outcome.isKept ? outcome.rejectsFile.map { language(fr: " : voir \($0)", en: ": see \($0)") } ?? "" : ""
    return ["  " + summary.setAside.text(in: voice) + place]
      + outcome.faults.sorted { $0.count > $1.count }.prefix(5).map { "    " + FaultTally($0).phrase.text(in: voice) }
  }
}
