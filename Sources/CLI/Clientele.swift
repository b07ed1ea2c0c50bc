import ArgumentParser
import Decisions
import Desk
import Foundation
import Ledger
import Portfolio
import SourceFiles
import Units

/// The command line of Clientele.
@main
struct Clientele: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clientele",
    abstract: "Which customer relations to cease, to maintain, to develop, with figures.",
    version: "0.1.0",
    subcommands: [
      DemoCommand.self, InitCommand.self, SampleCommand.self, ImportCommand.self, ImportsCommand.self,
      ForgetCommand.self, ReportCommand.self, CustomerCommand.self, WhatIfCommand.self, LinesCommand.self,
      CategoriesCommand.self,
      DuplicatesCommand.self, GroupsCommand.self, LettersCommand.self, OffersCommand.self, DoorCommand.self,
      ProspectsCommand.self,
      PolicyCommand.self,
      CheckCommand.self, ServeCommand.self,
    ])

  /// Runs the command asked for; exit codes are those of the contract: 0 done, 1 failed, 2 wrong usage, 3 rows rejected.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as ExitCode {
      end(error.rawValue)
    } catch {
      let code = exitCode(for: error)
      guard code != .success else { Self.exit(withError: error) }
      if code == .validationFailure {
        FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
        end(2)
      }
      let language = Language.preferred
      let words = (error as? any Explained)?.sentence(in: language) ?? String(describing: error)
      FileHandle.standardError.write(Data((words + "\n").utf8))
      end(isUsage(error) ? 2 : 1)
    }
  }
}

/// Whether what was typed is at fault, and not what was done.
private func isUsage(_ error: any Error) -> Bool {
  switch error {
  case is any UsageFault: true
  case let fault as WindowFault: fault.isUsage
  case let fault as SourceFileError: fault.isUsage
  case is FieldFault: true
  case let fault as WhatIfLine.Fault: fault.isUsage
  case let fault as CeasingFault: fault.isUsage
  default: false
  }
}

extension CeasingFault {
  /// Whether what was typed cannot be taken, whatever was done before.
  fileprivate var isUsage: Bool {
    switch self {
    case .badValue, .noRise, .steepRise, .noPart, .inFuture, .offerInFuture, .notBegun, .noName, .noGround: true
    case .noCase, .alreadyOpen, .notNow, .before, .unconfirmed, .nothingToUndo, .noOffer, .noRule: false
    }
  }
}

/// A failure of what was typed, not of what was done.
protocol UsageFault: Explained {}

/// Where commands work.
struct WorkspaceOption: ParsableArguments {
  @Option(name: [.customShort("w"), .customLong("workspace")], help: "The company's folder.")
  var path: String?

  /// The folder: the option, else `$CLIENTELE_WORKSPACE`, else `./workspace`.
  var folder: String { path ?? ProcessInfo.processInfo.environment["CLIENTELE_WORKSPACE"] ?? "./workspace" }
}

/// The language of what people read.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("lang"), help: "fr or en; by default the system's.")
  var asked: Language?

  var language: Language {
    if let asked { Language.chosen.set(asked) }
    return Language.preferred
  }
}

extension Language: ExpressibleByArgument {
  /// The language of messages: the one asked for, else the system's, else English.
  static var preferred: Language {
    if let chosen = chosen.get() { return chosen }
    let environment = ProcessInfo.processInfo.environment
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return name.lowercased().hasPrefix("fr") ? .fr : .en
  }

  /// The language that `--lang` asked for, known to error messages as well.
  static let chosen = Chosen()

  /// A value set once at the start and read everywhere after.
  final class Chosen: @unchecked Sendable {
    private let lock = NSLock()
    private var language: Language?
    func set(_ language: Language) { lock.withLock { self.language = language } }
    func get() -> Language? { lock.withLock { language } }
  }
}

/// Writes text to standard output.
func printOut(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

/// Writes a line to standard error, where progress and remarks go.
func remark(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

/// Ends the process.
private func end(_ code: Int32) -> Never { exit(code) }
