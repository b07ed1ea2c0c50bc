import Desk
import HTTPTypes
import Hummingbird
import Pages
import Units

/// What a form sent, after it was seen to have been made here.
struct SentForm {
  private let items: [Link.Item]

  /// Reads a form of at most a megabyte.
  /// - Throws: `ServerError.strangeForm` without the proof that it was made for this browser.
  init(_ request: Request, ask: Ask, maker: PageMaker) async throws {
    let body = try await request.body.collect(upTo: 1 << 20)
    items = formItems(String(decoding: body.readableBytesView, as: UTF8.self))
    guard let token = self["token"], maker.seal.accepts(token, for: ask.session) else { throw ServerError.strangeForm }
  }

  /// The value of an item, nothing when it is empty.
  subscript(name: String) -> String? { items.first { $0.name == name && !$0.value.isEmpty }?.value }

  /// What was answered, without what only proves where the form comes from.
  var answers: [Link.Item] { items.filter { $0.name != "token" && !$0.value.isEmpty } }
}

extension Response {
  /// HTML, a page or a part of one, in the language and for the session that the request names.
  static func html(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8", .vary: "Accept-Language, Cookie"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Sends the browser on to a page, which it asks for anew.
  static func see(_ link: Link) -> Response {
    Response(status: .seeOther, headers: [.location: link.href])
  }
}
