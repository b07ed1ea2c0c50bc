import ADBC
import Units

/// Why the engine could not do what it was asked.
public enum EngineError: Explained {
  /// The engine's library is not where set-up puts it.
  case notInstalled(searched: [String])
  /// The description of the installed engine cannot be read.
  case brokenInstallation(file: String)
  /// Reading or writing Excel files needs an extension that set-up did not bring.
  case noSpreadsheets
  /// The engine refused; its own words.
  case refused(doing: Task, ADBCError)

  /// What the engine was doing.
  public enum Task: String, Sendable {
    case opening, reading, writing, analysing
  }

  /// What happened and what to do, in one sentence.
  public func sentence(in language: Language) -> String {
    switch self {
    case .notInstalled(let searched):
      language(
        fr: "Le moteur DuckDB est introuvable (cherché dans \(list(searched))) : lancez « make setup ».",
        en: "The DuckDB engine was not found (looked in \(list(searched))): run `make setup`.")
    case .brokenInstallation(let file):
      language(
        fr: "La description du moteur, \(file), est illisible : relancez « make setup ».",
        en: "The engine's description, \(file), cannot be read: run `make setup` again.")
    case .noSpreadsheets:
      language(
        fr: "Les fichiers Excel demandent une extension qui manque : relancez « make setup ».",
        en: "Excel files need an extension that is missing: run `make setup` again.")
    case .refused(let task, let error):
      words(of: task, in: language) + " " + firstLine(error.message)
    }
  }

  private func list(_ places: [String]) -> String { places.joined(separator: ", ") }

  private func firstLine(_ text: String) -> String {
    String(text.split(whereSeparator: \.isNewline).first ?? "")
  }

  private func words(of task: Task, in language: Language) -> String {
    switch task {
    case .opening: language(fr: "Le moteur ne s’ouvre pas :", en: "The engine does not open:")
    case .reading: language(fr: "Le fichier n’a pas pu être lu :", en: "The file could not be read:")
    case .writing: language(fr: "Le fichier n’a pas pu être écrit :", en: "The file could not be written:")
    case .analysing: language(fr: "L’analyse a échoué :", en: "The analysis failed:")
    }
  }
}
