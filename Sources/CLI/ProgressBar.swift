import Desk
import Foundation
import Units

/// A bar on a terminal, a line a stage elsewhere; always on standard error.
final class ProgressBar {
  private let language: Language
  private let isTerminal = isatty(2) == 1
  private var last = ""
  private var isOpen = false

  init(language: Language) { self.language = language }

  func show(_ progress: ImportProgress) {
    guard isTerminal else {
      let line = "\(progress.file): \(stage(progress.stage))"
      if line != last { remark(line) }
      last = line
      return
    }
    let width = 24
    let bar: String
    if let done = progress.done {
      let full = Int((min(1, max(0, done)) * Double(width)).rounded())
      bar =
        String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
        + " \(Int(done * 100)) %"
    } else {
      bar = String(repeating: "▒", count: width)
    }
    let line = "\r\u{1B}[K\(progress.file)  \(bar)  \(stage(progress.stage))"
    guard line != last else { return }
    last = line
    isOpen = true
    FileHandle.standardError.write(Data(line.utf8))
  }

  /// Clears the bar.
  func end() {
    if isOpen { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    isOpen = false
  }

  private func stage(_ stage: ImportProgress.Stage) -> String {
    switch stage {
    case .writing: language(fr: "écriture de l’entreprise d’exemple", en: "writing the sample company")
    case .looking: language(fr: "examen du fichier", en: "looking at the file")
    case .cleaning: language(fr: "lecture des lignes", en: "reading the rows")
    case .storing: language(fr: "rangement", en: "storing")
    }
  }
}
