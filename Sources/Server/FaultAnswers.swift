import Decisions
import Desk
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Portfolio
import Units

/// Answers what cannot be answered with a sentence: a page for people, an object for programs.
struct FaultAnswers: RouterMiddleware {
  let maker: PageMaker

  func handle(
    _ request: Request, context: BasicRequestContext,
    next: (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    do { return try await next(request, context) } catch {
      var response = answer(error, to: request, logger: context.logger)
      if case ServerError.methodNotAllowed(let allowed) = error {
        response.headers[.allow] = allowed.joined(separator: ", ")
      }
      if response.status == .serviceUnavailable { response.headers[.retryAfter] = "1" }
      return request.method == .head ? response.createHeadResponse() : response
    }
  }

  private func answer(_ error: any Error, to request: Request, logger: Logger) -> Response {
    let (sentence, status) = fault(of: error, logger: logger)
    let plain = Request(
      head: .init(
        method: .get, scheme: nil, authority: request.head.authority, path: request.uri.path,
        headerFields: request.headers), body: request.body)
    guard !request.uri.path.hasPrefix("/api/"), let ask = try? Ask(plain) else {
      return problem(sentence, status, language: Ask.language(request, items: formItems(request.uri.query ?? "")))
    }
    return maker.fault(sentence, ask, status: status)
  }

  private func fault(of error: any Error, logger: Logger) -> (any Explained, HTTPResponse.Status) {
    switch error {
    case let error as ServerError: return (error, error.status)
    case let error as WhatIfLine.Fault: return (error, .unprocessableContent)
    case let error as WindowFault: return (error, error.status)
    case DeskError.noSuchCustomer(let id): return (DeskError.noSuchCustomer(id), .notFound)
    case CategoryTextFault.noSuchCategory(let name): return (CategoryTextFault.noSuchCategory(name), .notFound)
    case let error as HTTPError where error.status == .notFound: return (ServerError.noSuchPage, .notFound)
    case let error as HTTPError: return (ServerError.badRequest(error.body ?? ""), error.status)
    case let error as any Explained: return (error, .conflict)
    default:
      logger.error("\(error)")
      return (ServerError.internalFault, .internalServerError)
    }
  }

  /// A fault for programs.
  ///
  /// Source: RFC 9457, "Problem Details for HTTP APIs".
  private func problem(_ error: any Explained, _ status: HTTPResponse.Status, language: Language) -> Response {
    var json = JSONWriter()
    json.object { json in
      json.member("type", "about:blank")
      json.member("title", status.reasonPhrase)
      json.member("status", Int64(status.code))
      json.member("detail", error.sentence(in: language))
      if let parameter = (error as? ServerError)?.parameter { json.member("parameter", parameter) }
    }
    return Response(
      status: status, headers: [.contentType: "application/problem+json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
  }
}

extension WindowFault {
  /// Months without data are not there; a length that is none is a fault of who asks; the rest lies in the data.
  fileprivate var status: HTTPResponse.Status {
    switch self {
    case .beforeData, .afterData: .notFound
    case .length: .badRequest
    case .noSales, .noCompleteMonth: .conflict
    }
  }
}
