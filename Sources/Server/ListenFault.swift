import Foundation
import Units

/// Why the dashboard does not listen.
public enum ListenFault: Explained {
  /// Another program has the port.
  case portTaken(host: String, port: Int)
  /// The system refuses, in its own words.
  case refused(host: String, port: Int, reason: String)

  /// What happened and what to do, in one sentence.
  public func sentence(in language: Language) -> String {
    switch self {
    case .portTaken(let host, let port):
      language(
        fr: "Le port \(port) de \(host) est déjà pris par un autre programme : choisissez-en un autre avec --port N.",
        en: "Port \(port) of \(host) is taken by another program: choose another with --port N.")
    case .refused(let host, let port, let reason):
      language(
        fr: "Impossible d’écouter sur \(host), port \(port) : \(reason). Un autre port : --port N.",
        en: "Cannot listen on \(host), port \(port): \(reason). Another port: --port N.")
    }
  }

  /// The fault behind an error of the network library, which tells them apart in words alone: the system is asked again.
  init(_ error: any Error, host: String, port: Int) {
    self =
      port > 0 && ListenFault.isTaken(host: host, port: port)
      ? .portTaken(host: host, port: port) : .refused(host: host, port: port, reason: String(describing: error))
  }

  /// Whether another socket listens on a port.
  private static func isTaken(host: String, port: Int) -> Bool {
    var hints = addrinfo()
    #if canImport(Glibc)
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
      hints.ai_socktype = SOCK_STREAM
    #endif
    hints.ai_flags = AI_PASSIVE
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let address = found?.pointee else { return false }
    defer { freeaddrinfo(found) }
    let probe = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
    guard probe >= 0 else { return false }
    defer { close(probe) }
    var reuse: Int32 = 1
    setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
    return bind(probe, address.ai_addr, address.ai_addrlen) != 0 && errno == EADDRINUSE
  }
}
