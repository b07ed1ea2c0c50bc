import Desk
import HTTPTypes
import Hummingbird
import Units

/// What the API answers, ready to be sent as often as it is asked for.
struct ApiAnswer: Sendable {
  let body: ByteBuffer
  /// How many bytes.
  let size: Int
  let type: String
  /// The header that hands a file over, for answers that are files.
  let disposition: String?

  init(_ bytes: [UInt8], type: String = "application/json", disposition: String? = nil) {
    body = ByteBuffer(bytes: bytes)
    size = bytes.count
    self.type = type
    self.disposition = disposition
  }

  /// The answer with its tag.
  func response(tag: String? = nil) -> Response {
    var headers: HTTPFields = [.contentType: type, .vary: ApiAnswer.vary]
    headers[.contentDisposition] = disposition
    headers[.eTag] = tag
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
  }

  /// Says that the asker has the answer already.
  static func same(tag: String) -> Response { Response(status: .notModified, headers: [.eTag: tag, .vary: vary]) }

  /// What the language depends on where the address does not name it.
  private static let vary = "Accept-Language, Cookie"
}

/// Tags of answers: they change with what an answer is made of.
///
/// Source: RFC 9110, section 8.8.3, "ETag". They are weak: a workbook says when it was written.
struct ApiTags: Sendable {
  /// Another server process may be another version of the program.
  private let process = FormSeal.newSession()

  /// The tag of what is asked, of some state of the workspace.
  func tag(_ request: Request, _ ask: ApiAsk, of revision: String = "") -> String {
    let made = [process, revision, ask.language.rawValue, request.uri.string].joined(separator: "\n")
    return "W/\"" + ContentDigest.of(Array(made.utf8)).prefix(32) + "\""
  }

  /// Whether the asker names a tag as one it has.
  static func has(_ tag: String, _ request: Request) -> Bool {
    (request.headers[.ifNoneMatch] ?? "").split(separator: ",").contains { $0.drop { $0 == " " } == tag }
  }
}
