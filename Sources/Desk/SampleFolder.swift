import Foundation
import Ledger
import Sample
import SourceFiles
import Units

/// The sample company's source files, written to a folder.
public enum SampleFolder {
  /// Writes the files and gives the paths of those to import, in an order in which each finds what it needs.
  ///
  /// `stories.csv`, which tells what happens to whom, is written as well and is not among them.
  /// - Throws: `DeskError` or `SourceFileError.unwritable`; what was written stays.
  public static func write(_ company: SampleCompany, to folder: String) throws -> [String] {
    try makeFolder(folder)
    var outputs: [SampleFile: FileSink] = [:]
    for file in company.files { outputs[file] = try FileSink(path: "\(folder)/\(company.name(of: file))") }
    try company.write { (file, bytes) throws(SourceFileError) in try outputs[file]?.write(bytes) }
    for file in company.files { try outputs[file]?.close() }
    return company.files.filter { $0 != .stories }.map { "\(folder)/\(company.name(of: $0))" }
  }
}
