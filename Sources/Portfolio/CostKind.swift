import Ledger
import Units

/// What serving a customer costs money for: a kind of service, waiting for its money, losing it.
public enum CostKind: Hashable, CaseIterable, Sendable {
  /// Visits, calls, deliveries and the like.
  case service(ServiceKind)
  /// The money that a customer has not paid yet has to be financed.
  case timeToPay
  /// What was never paid.
  case badDebt

  /// Every kind of service, then what payments cost.
  public static let allCases = ServiceKind.allCases.map { CostKind.service($0) } + [.timeToPay, .badDebt]

  /// The name in JSON.
  public var code: String {
    switch self {
    case .service(let kind): kind.rawValue
    case .timeToPay: "timeToPay"
    case .badDebt: "badDebt"
    }
  }
}

/// What one kind of cost came to.
public struct CostPart: Hashable, Sendable {
  /// The kind.
  public let kind: CostKind
  /// Its cost.
  public let cost: Cents

  /// Makes a part.
  public init(kind: CostKind, cost: Cents) {
    self.kind = kind
    self.cost = cost
  }
}

/// One kind of cost over a span: what customers took of it, and what nobody known did.
public struct CostLine: Hashable, Sendable {
  /// The kind.
  public let kind: CostKind
  /// What customers cost.
  public let customers: Cents
  /// What is tied to no customer.
  public let unattributed: Cents

  /// The whole.
  public var total: Cents { customers + unattributed }
}

extension CostToServe {
  /// Every kind that costs something, in its own order; together they are `total`.
  public var lines: [CostLine] {
    var nobodys = [ServiceKind: Cents]()
    for cell in unattributedCells { nobodys[cell.kind, default: .zero] += cell.cost }
    func line(_ kind: CostKind, _ total: Cents, _ nobodys: Cents) -> CostLine {
      CostLine(kind: kind, customers: total - nobodys, unattributed: nobodys)
    }
    let services = kinds.map { line(.service($0.kind), $0.cost, nobodys[$0.kind, default: .zero]) }
    let (all, stray) = (payments.total, payments.unattributed)
    let waiting = line(.timeToPay, all.timeToPay.value ?? .zero, stray.timeToPay.value ?? .zero)
    let lost = line(.badDebt, all.badDebt.value ?? .zero, stray.badDebt.value ?? .zero)
    return (services + [waiting, lost]).filter { $0.customers != .zero || $0.unattributed != .zero }
  }
}
