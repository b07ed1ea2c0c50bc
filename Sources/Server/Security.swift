import Desk
import HTTPTypes
import Hummingbird
import Units

/// Lets in only requests to a name the server goes by, so that no foreign name can be made to point here.
///
/// Source: OWASP, "DNS rebinding": check Host against the names that are ours.
struct HostCheck<Context: RequestContext>: RouterMiddleware {
  /// Names that were given to the server, in small letters.
  let names: Set<String>

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let host = request.head.authority ?? ""
    guard HostCheck.isOurs(host, names: names) else { throw ServerError.strangeHost(host) }
    return try await next(request, context)
  }

  /// Whether a host is ours: a number, which no foreign name server answers for, or a name we were given.
  static func isOurs(_ host: String, names: Set<String>) -> Bool {
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return false }
      let inside = host[host.index(after: host.startIndex)..<end]
      return inside.contains(":") && inside.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let name = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)[0].lowercased()
    let isNumber = name.split(separator: ".").count == 4 && name.allSatisfy { $0.isNumber || $0 == "." }
    return isNumber || name == "localhost" || names.contains(name)
  }
}

/// Lets in only forms that this site sent: the browser itself says where a request comes from.
///
/// Source: OWASP, "Cross-Site Request Forgery Prevention", verifying origin with standard headers.
struct OriginCheck<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    if request.method != .get, request.method != .head { try OriginCheck.check(request) }
    return try await next(request, context)
  }

  private static func check(_ request: Request) throws(ServerError) {
    let host = request.head.authority ?? ""
    if let site = request.headers[.secFetchSite], site != "same-origin" { throw .strangeForm }
    guard let origin = request.headers[.origin] else {
      // Browsers that do not name the origin name the site; whatever names neither is no browser's form.
      guard request.headers[.secFetchSite] == "same-origin" else { throw .strangeForm }
      return
    }
    guard origin == "http://" + host || origin == "https://" + host else { throw .strangeForm }
  }
}

/// Says on every answer what the page may do: nothing but show itself and load what is ours.
///
/// Source: W3C, "Content Security Policy Level 3"; OWASP, "HTTP Security Response Headers".
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
  static var policy: String {
    [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")
  }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[.contentSecurityPolicy] = SecurityHeaders.policy
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.referrerPolicy] = "same-origin"
    response.headers[.crossOriginOpenerPolicy] = "same-origin"
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-cache, private" }
    return response
  }
}

extension HTTPField.Name {
  static let secFetchSite = literal("Sec-Fetch-Site")
  static let referrerPolicy = literal("Referrer-Policy")
  static let hxRefresh = literal("HX-Refresh")
  static let hxRequest = literal("HX-Request")
  static let crossOriginOpenerPolicy = literal("Cross-Origin-Opener-Policy")

  static func literal(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("a header's name is a token") }
    return name
  }
}
