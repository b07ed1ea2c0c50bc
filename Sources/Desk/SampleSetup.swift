import Engine
import Foundation
import Ledger
import Sample
import SourceFiles
import Units

extension Workspace {
  /// Whether the workspace is one that the sample company was written to.
  public static func isSample(_ root: String) -> Bool {
    FileManager.default.fileExists(atPath: sampleFolder(root) + "/" + SampleFile.stories.frenchName)
  }

  private static func sampleFolder(_ root: String) -> String { root + "/sources" }

  /// Writes the sample company's files into an empty workspace and imports them; rules that nobody changed become those
  /// of the sample company.
  /// - Parameter now: the clock's time in seconds since 1970.
  /// - Throws: `DeskError.notEmpty` when something was imported before, and what an import throws; then nothing is kept
  ///   but the source files.
  public func bringSample(
    settings: EngineSettings, language: Language, now: Int, progress: @escaping (ImportProgress) throws -> Void
  ) throws -> [ImportOutcome] {
    guard try imports().isEmpty else { throw DeskError.notEmpty(root) }
    let company = SampleCompany()
    try progress(ImportProgress(file: company.name(of: company.files[0]), stage: .writing, done: nil))
    let files = try SampleFolder.write(company, to: Workspace.sampleFolder(root))
    let policy = try PolicyFile.policy(of: self)
    let outcomes = try Importer(self, settings: settings, policy: policy, language: language, progress: progress).run(
      ImportRequest(files: files, now: now))
    if policy == Policy() { try replacePolicy(Workspace.samplePolicy(language), language: language) }
    return outcomes
  }

  /// What the sample company decided: a name, who signs its letters, its fixed costs, the revenue it expects.
  private static func samplePolicy(_ language: Language) -> Policy {
    var policy = Policy()
    policy.company.name = language(fr: "Entreprise d’exemple", en: "Sample company")
    policy.company.address = ["12 rue de l’Exemple", "44000 Nantes"]
    policy.company.place = "Nantes"
    policy.company.fixedCosts = Cents(30_000_000)
    policy.adequacy.expectedRevenue = Cents(360_000_000)
    return policy
  }
}
