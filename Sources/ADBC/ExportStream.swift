import CADBC

/// Hands a sequence of input batches to a driver, which pulls them one by one.
final class ExportStream {
  private let columns: [InputColumn]
  private var first: InputBatch?
  private let more: () throws -> InputBatch?
  private let failure: SourceFailure
  private var complaint: UnsafeMutablePointer<CChar>?

  private init(_ first: InputBatch, _ failure: SourceFailure, _ more: @escaping () throws -> InputBatch?) {
    self.first = first
    self.failure = failure
    self.more = more
    columns = first.columns
  }

  deinit { complaint?.deallocate() }

  /// Makes the Arrow struct.
  ///
  /// The names and types of the first batch hold for all. What `more` throws is also left in `failure`.
  static func make(
    _ first: InputBatch, then more: @escaping () throws -> InputBatch?, failure: SourceFailure
  ) -> ArrowArrayStream {
    ArrowArrayStream(
      get_schema: { stream, out in
        guard let out, let source = ExportStream.of(stream) else { return Errno.invalid }
        out.initialize(to: Export.schema(source.columns))
        return 0
      },
      get_next: { stream, out in
        guard let out, let source = ExportStream.of(stream) else { return Errno.invalid }
        out.initialize(to: ArrowArray())
        return source.next(into: out)
      },
      get_last_error: { stream in ExportStream.of(stream)?.complaint.map { UnsafePointer($0) } },
      release: { stream in
        guard let stream, let source = stream.pointee.private_data else { return }
        stream.pointee.release = nil
        stream.pointee.private_data = nil
        Unmanaged<ExportStream>.fromOpaque(source).release()
      }, private_data: Unmanaged.passRetained(ExportStream(first, failure, more)).toOpaque())
  }

  private static func of(_ stream: UnsafeMutablePointer<ArrowArrayStream>?) -> ExportStream? {
    stream?.pointee.private_data.map { Unmanaged<ExportStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func next(into out: UnsafeMutablePointer<ArrowArray>) -> CInt {
    do {
      guard let batch = try first ?? more() else { return 0 }
      first = nil
      let shape = { (columns: [InputColumn]) in columns.map { [$0.name, $0.format] } }
      guard shape(batch.columns) == shape(columns) else {
        throw ADBCError(.bind, .invalidArgument, "The batches do not all have the same columns.")
      }
      out.initialize(to: Export.array(batch))
      return 0
    } catch {
      let words = (error as? ADBCError)?.message ?? String(describing: error)
      failure.set(ADBCError(.bind, .invalidData, "The rows to load broke off: \(words)"))
      complain(words)
      return Errno.invalid
    }
  }

  private func complain(_ words: String) {
    complaint?.deallocate()
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: words.utf8.count + 1)
    for (index, byte) in words.utf8.enumerated() { copy[index] = CChar(bitPattern: byte) }
    copy[words.utf8.count] = 0
    complaint = copy
  }
}

/// Why a source of batches broke off: some drivers take that for its end, and would report success.
final class SourceFailure: @unchecked Sendable {
  private let lock = Lock()
  private var first: ADBCError?

  func set(_ error: ADBCError) { lock.withLock { first = first ?? error } }

  func check() throws(ADBCError) {
    if let error = lock.withLock({ first }) { throw error }
  }
}
