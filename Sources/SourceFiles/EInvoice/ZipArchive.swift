import CLibZip
import Ledger

/// The files of a zip archive, unpacked one after the other and never beyond bounds.
///
/// Names are only names: nothing is written anywhere.
final class ZipArchive {
  /// A file of an archive.
  struct Entry {
    fileprivate let index: UInt64
    /// Its path as the archive says.
    let name: String
    /// Its size when unpacked, as the archive says.
    fileprivate let size: UInt64
    fileprivate let packedSize: UInt64
    fileprivate let isEncrypted: Bool
  }

  private let archive: OpaquePointer
  /// Bytes in memory that the library reads from, for as long as it is open.
  private let memory: UnsafeMutableRawBufferPointer?
  private let limits: EInvoiceLimits
  private let packedSize: Int
  private var unpacked = 0
  /// The files, by name; those of the Mac's own bookkeeping left out.
  let entries: [Entry]

  /// Opens an archive.
  convenience init(path: String, limits: EInvoiceLimits) throws(EInvoiceProblem) {
    let size: Int
    do throws(SourceFileError) {
      size = try FileBytes(path: path).size
    } catch {
      throw EInvoiceProblem(reason: .unreadableFile)
    }
    guard let archive = zip_open(path, ZIP_RDONLY, nil) else { throw EInvoiceProblem(reason: .damagedArchive) }
    try self.init(archive, memory: nil, packedSize: size, limits: limits)
  }

  /// Opens an archive that is in memory.
  convenience init(bytes: [UInt8], limits: EInvoiceLimits) throws(EInvoiceProblem) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    memory.copyBytes(from: bytes)
    guard let source = zip_source_buffer_create(memory.baseAddress, UInt64(bytes.count), 0, nil) else {
      memory.deallocate()
      throw EInvoiceProblem(reason: .damagedArchive)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      memory.deallocate()
      throw EInvoiceProblem(reason: .damagedArchive)
    }
    try self.init(archive, memory: memory, packedSize: bytes.count, limits: limits)
  }

  private init(
    _ archive: OpaquePointer, memory: UnsafeMutableRawBufferPointer?, packedSize: Int, limits: EInvoiceLimits
  ) throws(EInvoiceProblem) {
    self.archive = archive
    self.memory = memory
    self.packedSize = packedSize
    self.limits = limits
    let count = Int(max(0, zip_get_num_entries(archive, 0)))
    entries = count <= limits.archiveEntries ? sortedEntries(of: archive, count: count) : []
    guard count <= limits.archiveEntries else {
      throw EInvoiceProblem(reason: .tooManyEntries(limit: limits.archiveEntries))
    }
  }

  deinit {
    zip_discard(archive)
    memory?.deallocate()
  }

  /// Opens a file of the archive.
  func bytes(of entry: Entry) throws(EInvoiceProblem) -> ZipEntryBytes {
    guard !entry.isEncrypted else { throw EInvoiceProblem(reason: .encryptedEntry) }
    if entry.size > UInt64(limits.documentBytes) {
      let isBomb = entry.size / UInt64(limits.archiveRatio) > entry.packedSize
      throw EInvoiceProblem(reason: isBomb ? .archiveBomb : .documentTooBig(limit: limits.documentBytes))
    }
    guard let file = zip_fopen_index(archive, entry.index, 0) else { throw EInvoiceProblem(reason: .damagedArchive) }
    return ZipEntryBytes(file, archive: self)
  }

  /// Whether more was unpacked than an archive of this size can hold of invoices.
  ///
  /// Files that share their packed bytes unpack to any size, each looking harmless: only the sum tells.
  var isExhausted: Bool { (unpacked - limits.archiveBytes) / limits.archiveRatio > packedSize }

  /// Whether it is a workbook, a text or a program, which other software keeps in a zip archive.
  var isOfficeFile: Bool {
    entries.contains { ["[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"].contains($0.name) }
  }

  fileprivate func count(_ bytes: Int) { unpacked += bytes }
}

private func sortedEntries(of archive: OpaquePointer, count: Int) -> [ZipArchive.Entry] {
  var entries: [ZipArchive.Entry] = []
  for index in 0..<UInt64(count) {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, index, 0, &status) == 0, let start = status.name else { continue }
    let name = String(cString: start)
    let isBookkeeping = name.hasPrefix("__MACOSX/") || name.split(separator: "/").last?.hasPrefix(".") == true
    guard !name.hasSuffix("/"), !isBookkeeping else { continue }
    entries.append(
      ZipArchive.Entry(
        index: index, name: name, size: status.size, packedSize: status.comp_size,
        isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE)))
  }
  return entries.sorted { $0.name == $1.name ? $0.index < $1.index : precedes($0.name, $1.name) }
}

/// Whether a name comes before another, by its bytes: the same on every machine.
func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }

/// The content of a file of an archive.
final class ZipEntryBytes: ByteSource {
  private let file: OpaquePointer
  private let archive: ZipArchive
  /// What was wrong with the archive, once reading failed.
  private(set) var problem: EInvoiceProblem?
  private(set) var bytesTaken = 0

  fileprivate init(_ file: OpaquePointer, archive: ZipArchive) {
    self.file = file
    self.archive = archive
  }

  deinit { zip_fclose(file) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFileError) -> Int {
    guard let start = buffer.baseAddress else { return 0 }
    let count = Int(zip_fread(file, start, UInt64(buffer.count)))
    archive.count(max(0, count))
    guard count >= 0, !archive.isExhausted else {
      problem = EInvoiceProblem(reason: count < 0 ? .damagedArchive : .archiveBomb)
      throw .unreadable(file: "", reason: "")
    }
    bytesTaken += count
    return count
  }
}
