import Decisions
import Pages
import Units

/// A text whose spaces are plain ones.
func plain(_ phrase: Phrase, in voice: Voice) -> String {
  phrase.text(in: voice).split { $0.isWhitespace || $0 == "\u{202F}" }.joined(separator: " ")
}

/// The notes of a report, their spaces plain ones.
func notes(_ analysis: CompanyAnalysis, _ name: ReportName, in voice: Voice) -> [String] {
  analysis.report(name).notes.map { plain($0, in: voice) }
}
