import Desk
import Engine
import Hummingbird
import Logging
import Pages
import ServiceLifecycle
import Units

/// The dashboard of one workspace, on one address.
public struct DashboardServer: Sendable {
  /// Where and how to serve.
  public struct Configuration: Sendable {
    /// The company's folder.
    public let workspace: Workspace
    /// The engine's settings.
    public let settings: EngineSettings
    /// Where to look for what pages load.
    public let assetFolders: [String]
    /// The address to listen on; only this machine's own by default.
    public let host: String
    /// The port; 0 takes any that is free.
    public let port: Int
    /// Names the server goes by beside numbers and localhost.
    public let names: [String]
    /// The most bytes that the files of one form may have.
    public let uploadLimit: Int

    /// Makes a configuration.
    public init(
      workspace: Workspace, settings: EngineSettings, assetFolders: [String], host: String = "127.0.0.1",
      port: Int = 8080, names: [String] = [], uploadLimit: Int = 2 << 30
    ) {
      self.workspace = workspace
      self.settings = settings
      self.assetFolders = assetFolders
      self.host = host
      self.port = port
      self.names = names
      self.uploadLimit = uploadLimit
    }
  }

  private let configuration: Configuration
  private let assets: AssetStore
  private let logger: Logger

  /// Makes a server; it does not listen yet.
  /// - Throws: `AssetFault` when set-up has not fetched what pages load.
  public init(_ configuration: Configuration, logger: Logger) throws(AssetFault) {
    self.configuration = configuration
    self.logger = logger
    assets = try AssetStore(lookingIn: configuration.assetFolders)
  }

  /// Serves until the process is asked to end, then finishes what it is answering.
  /// - Parameter listening: told the port once the server listens.
  /// - Throws: `ListenFault` when it cannot listen.
  public func run(listening: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
    let office = Office(workspace: configuration.workspace, settings: configuration.settings, logger: logger)
    let maker = PageMaker(office: office, assets: assets, seal: FormSeal())
    let router = Router(context: BasicRequestContext.self, options: [.autoGenerateHeadEndpoints])
    let methods = HTTPMethodCheck()
    router.addMiddleware {
      SecurityHeaders()
      FaultAnswers(maker: maker)
      HostCheck(names: Set(configuration.names.map { $0.lowercased() }))
      methods
      OriginCheck()
    }
    PageRoutes(maker: maker).add(to: router)
    CustomerRoutes(maker: maker).add(to: router)
    ProspectRoutes(maker: maker).add(to: router)
    MethodRoutes(maker: maker).add(to: router)
    RecordRoutes(maker: maker).add(to: router)
    CeasingRoutes(maker: maker).add(to: router)
    OfferRoutes(maker: maker).add(to: router)
    DuplicateRoutes(maker: maker).add(to: router)
    WhatIfRoutes(maker: maker).add(to: router)
    DecisionRoutes(maker: maker).add(to: router)
    CategoryRoutes(maker: maker).add(to: router)
    DataRoutes(maker: maker).add(to: router)
    ImportRoutes(maker: maker, uploadLimit: configuration.uploadLimit).add(to: router)
    ApiRoutes(maker: maker).add(to: router)
    methods.learn(router.routes)
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port), serverName: nil),
      services: [office], onServerRunning: { channel in listening(channel.localAddress?.port ?? 0) }, logger: logger)
    do { try await application.runService() } catch let error as any Explained { throw error } catch {
      throw ListenFault(error, host: configuration.host, port: configuration.port)
    }
  }
}
