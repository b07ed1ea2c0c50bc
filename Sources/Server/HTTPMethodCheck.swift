import HTTPTypes
import Hummingbird
import Synchronization

/// Refuses methods that an address does not answer, and says which it does.
///
/// It stands before forms are looked at: a program that asks wrongly is told so, not suspected.
final class HTTPMethodCheck: RouterMiddleware {
  typealias Context = BasicRequestContext

  private struct Place {
    let path: RouterPath
    var methods: Set<String>
  }
  private let places = Mutex<[Place]>([])

  /// Takes over which addresses answer which methods, once all of them are known.
  func learn(_ routes: [Router<BasicRequestContext>.RouteDescription]) {
    var known: [Place] = []
    for route in routes {
      let methods: Set<String> =
        route.method == .get
        ? [HTTPRequest.Method.get.rawValue, HTTPRequest.Method.head.rawValue] : [route.method.rawValue]
      if let place = known.firstIndex(where: { $0.path == route.path }) {
        known[place].methods.formUnion(methods)
      } else {
        known.append(Place(path: route.path, methods: methods))
      }
    }
    let all = known
    places.withLock { $0 = all }
  }

  func handle(
    _ request: Request, context: BasicRequestContext,
    next: (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    let allowed = methods(at: request.uri.path)
    // Where no method is allowed there is nothing at all, which others say.
    guard allowed.isEmpty || allowed.contains(request.method.rawValue) else {
      throw ServerError.methodNotAllowed(allowed: allowed.sorted())
    }
    return try await next(request, context)
  }

  /// The methods that an address answers.
  private func methods(at path: String) -> Set<String> {
    let parts = path.split(separator: "/")
    return places.withLock { places in
      places.filter { place in
        place.path.components.count == parts.count && zip(place.path.components, parts).allSatisfy { $0 ~= $1 }
      }.reduce(into: []) { $0.formUnion($1.methods) }
    }
  }
}
