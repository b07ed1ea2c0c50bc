import Desk
import Foundation
import HTTPTypes
import Hummingbird
import SourceFiles
import Units

/// Takes the files of a form to the disk as they arrive, a megabyte of memory whatever their size.
struct UploadReceiver: Sendable {
  let uploads: Uploads
  /// The most bytes that all files of a form may have.
  let limit: Int
  /// Whether the form was made here: asked before any file is written.
  let accepts: @Sendable (String) -> Bool

  /// Takes a form's files.
  /// - Returns: what was brought; nothing when no file was chosen.
  /// - Throws: `ServerError`, `DeskError` or `SourceFileError`; nothing is left on the disk then.
  func receive(_ request: Request) async throws -> Upload? {
    // What is too large is told before it is read.
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw ServerError.tooLarge(megabytes: limit >> 20)
    }
    var taking = Taking(receiver: self)
    do {
      var reader = MultipartReader(boundary: try MultipartBoundary(contentType: request.headers[.contentType] ?? ""))
      var size = 0
      for try await chunk in request.body {
        size += chunk.readableBytes
        guard size <= limit else { throw ServerError.tooLarge(megabytes: limit >> 20) }
        for event in try reader.feed(chunk.readableBytesView) { try await taking.take(event) }
      }
      try reader.finish()
      return try taking.end()
    } catch {
      taking.discard()
      throw error is MultipartFault ? ServerError.brokenForm : error
    }
  }
}

/// A form while it is taken.
private struct Taking {
  let receiver: UploadReceiver
  private var upload: Upload?
  private var part = Part.none
  private var isAccepted = false
  private var fileCount = 0

  /// Where the content of the part goes that is being read.
  private enum Part {
    case none
    /// The proof that the form was made here.
    case token([UInt8])
    case file(UploadWriter, waiting: [UInt8])
  }

  /// The bytes that are written at once.
  private static let block = 1 << 20
  private static let tokenLimit = 1 << 10

  init(receiver: UploadReceiver) { self.receiver = receiver }

  mutating func take(_ event: MultipartReader.Event) async throws {
    switch event {
    case .part(let head): try await begin(head)
    case .content(let bytes): try await add(bytes)
    case .end: try await finishPart()
    }
  }

  private mutating func begin(_ head: MultipartHead) async throws {
    guard let name = head.file else {
      part = head.name == "token" ? .token([]) : .none
      return
    }
    guard isAccepted else { throw ServerError.strangeForm }
    // A field in which no file was chosen is sent as a file without a name.
    guard !name.isEmpty else { return part = .none }
    let (uploads, known) = (receiver.uploads, upload)
    let (upload, writer) = try await offload {
      let upload = try known ?? uploads.begin()
      return (upload, Result { try upload.add(named: name) })
    }
    self.upload = upload
    fileCount += 1
    part = .file(try writer.get(), waiting: [])
  }

  private mutating func add(_ bytes: [UInt8]) async throws {
    switch part {
    case .none: break
    case .token(let before):
      guard before.count + bytes.count <= Taking.tokenLimit else { throw ServerError.strangeForm }
      part = .token(before + bytes)
    case .file(let writer, var waiting):
      part = .none
      waiting += bytes
      if waiting.count >= Taking.block {
        let block = waiting
        try await offload { try writer.write(block) }
        waiting.removeAll(keepingCapacity: true)
      }
      part = .file(writer, waiting: waiting)
    }
  }

  private mutating func finishPart() async throws {
    switch part {
    case .none: break
    case .token(let bytes):
      guard receiver.accepts(String(decoding: bytes, as: UTF8.self)) else { throw ServerError.strangeForm }
      isAccepted = true
    case .file(let writer, let waiting):
      try await offload {
        try writer.write(waiting)
        try writer.close()
      }
    }
    part = .none
  }

  func end() throws -> Upload? {
    guard isAccepted else { throw ServerError.strangeForm }
    return upload
  }

  func discard() { upload?.remove() }
}
