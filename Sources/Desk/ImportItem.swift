import Foundation
import Ledger
import SourceFiles
import Units

/// One import to be: a table, the books of accounts, or the electronic invoices of a file, an archive or a folder.
struct ImportItem {
  let path: String
  /// The file's or the folder's name, without the folders above it.
  let name: String
  let content: Content
  /// What the person should see before the reading.
  var notes: [TableNote] = []
  /// Whether it was found in a folder, rather than named by a person.
  var isOfFolder = false

  enum Content {
    case table(SniffOptions)
    case accounts(SniffOptions)
    /// Files, in order.
    case invoices([String])
  }

  /// The file and what is forced about its reading, where it is a table.
  var table: ImportRequest.SourceFile? {
    if case .table(let options) = content { ImportRequest.SourceFile(path, options) } else { nil }
  }

  /// What a request's files are; a folder gives an import for each table and for each year's books, and one for all of its
  /// invoices.
  /// - Throws: `DeskError` for a path that leads nowhere, `SourceFileError` for a file that is recognised as nothing.
  static func all(of files: [ImportRequest.SourceFile]) throws -> [ImportItem] {
    try files.flatMap { file in
      guard let isFolder = isFolder(file.path) else { throw DeskError.noFile(file.path) }
      guard FileManager.default.isReadableFile(atPath: file.path) else { throw DeskError.noPermission(file.path) }
      return isFolder ? try items(of: file) : [try item(file)]
    }
  }

  static func item(_ file: ImportRequest.SourceFile) throws -> ImportItem {
    let name = (file.path as NSString).lastPathComponent
    func item(_ content: Content) -> ImportItem { ImportItem(path: file.path, name: name, content: content) }
    switch file.options.format {
    case .fec: return item(.accounts(file.options))
    case .eInvoice: return item(.invoices([file.path]))
    default: break
    }
    let sample = try FileSample(path: file.path)
    do throws(SourceFileError) {
      guard try tableFormat(of: sample) == .csv, file.options.kind == nil, file.options.map.isEmpty,
        !RejectsFile.isRejectsFile(sample), try fecReading(of: sample, encoding: file.options.encoding) != nil
      else { return item(.table(file.options)) }
      return item(.accounts(file.options))
    } catch .notATable(_, .xml), .notATable(_, .pdf), .notATable(_, .zip) {
      return item(.invoices([file.path]))
    }
  }

  /// What a folder holds, its own folders included, by name; hidden files are not looked at.
  private static func items(of folder: ImportRequest.SourceFile) throws -> [ImportItem] {
    if folder.options.format == .eInvoice {
      return [ImportItem(path: folder.path, name: folderName(folder.path), content: .invoices([folder.path]))]
    }
    var items: [ImportItem] = []
    var invoices: [String] = []
    var unknown: [String] = []
    for path in files(below: folder.path) {
      do {
        var found = try item(ImportRequest.SourceFile(path, folder.options))
        found.isOfFolder = true
        if case .invoices(let paths) = found.content {
          if try eInvoiceContainer(at: path) != nil || path.lowercased().hasSuffix(".xml") {
            invoices += paths
          } else {
            unknown.append(String(path.dropFirst(folder.path.count + 1)))
          }
        } else {
          if case .table(let options) = found.content { try recognise(path, options) }
          items.append(found)
        }
      } catch is SourceFileError { unknown.append(String(path.dropFirst(folder.path.count + 1))) }
    }
    if !invoices.isEmpty {
      items.append(ImportItem(path: folder.path, name: folderName(folder.path), content: .invoices(invoices)))
    }
    guard !items.isEmpty else { throw DeskError.emptyFolder(folder.path) }
    if !unknown.isEmpty { items[items.count - 1].notes.append(.filesPassedOver(unknown)) }
    return items
  }

  /// A text that is no table, a licence say, lies in many a folder; workbooks and the like are there on purpose.
  private static func recognise(_ path: String, _ options: SniffOptions) throws(SourceFileError) {
    let sample = try FileSample(path: path)
    guard try tableFormat(of: sample) == .csv, !RejectsFile.isRejectsFile(sample) else { return }
    _ = try sniffedTable(sample, options: options)
  }

  private static func folderName(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
  }

  fileprivate static func files(below folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let path = folder + "/" + name
      return isFolder(path).map { $0 ? files(below: path) : [path] } ?? []
    }
  }
}

/// Whether a path leads to a folder; nothing when it leads nowhere.
private func isFolder(_ path: String) -> Bool? {
  var isFolder: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) ? isFolder.boolValue : nil
}

/// The fingerprint of several files: of their contents and of their names below a folder.
func digest(of paths: [String], below folder: String) throws -> String {
  let all = ContentDigest()
  for path in paths.flatMap({ isFolder($0) == true ? ImportItem.files(below: $0) : [$0] }) {
    let one = ContentDigest()
    try eachChunk(of: try FileBytes(path: path)) { one.feed($0) }
    let name = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    Array((name + "\n" + one.finish() + "\n").utf8).withUnsafeBytes { all.feed($0) }
  }
  return all.finish()
}
