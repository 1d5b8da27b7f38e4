package import Database
import Expressions
package import Frame
package import SQL

/// A session with a SQL warehouse of Databricks, or with Apache Spark's Thrift server.
///
/// One session runs one statement at a time. It is closed when its owner lets go of it, which may
/// take up to two seconds where the server does not answer.
package final class SparkConnection: Connection {
  package let dialect: any Dialect

  let settings: Settings
  let service: Service
  private let session: Handle

  /// Opens a session by a `databricks://` or `spark://` URL.
  ///
  /// - Throws: `badURL`, or `cannotConnect` with what a person can do about it.
  package convenience init(
    _ url: DatabaseURL, _ options: ConnectionOptions = ConnectionOptions()
  ) throws(DatabaseError) {
    let settings = try Settings(url, options)
    let http = CurlClient(CurlClient.Settings(authorities: settings.authorities))
    let service = Service(settings, http: http, clock: LiveClock(), progress: options.progress)
    try self.init(settings, service)
  }

  /// Opens a session over a service, in the time of a query or a quarter of an hour.
  init(_ settings: Settings, _ service: Service) throws(DatabaseError) {
    self.settings = settings
    self.service = service
    dialect = settings.profile.hasNativeParameters ? DatabricksDialect() : SparkDialect()
    session = try SparkConnection.open(settings, service)
  }

  private static func open(_ settings: Settings, _ service: Service) throws(DatabaseError) -> Handle
  {
    let limit = settings.limit ?? .seconds(900)
    let watch = service.watch(limit: limit)
    let response: OpenSession.Response
    do throws(ServiceFailure) {
      response = try service.call(OpenSession(settings), watch)
    } catch {
      switch error {
      case .stopped(.interrupted): throw .interrupted
      case .stopped(.overdue):
        throw .cannotConnect(
          settings.shown, reason: "the server opened no session within \(limit.inSeconds) seconds")
      case .failed(let reason): throw .cannotConnect(settings.shown, reason: reason)
      }
    }
    if let session = response.session, !response.status.hasFailed { return session }
    let sentence = ServerMessage.sentence(response.status.message)
    throw .cannotConnect(settings.shown, reason: service.scrubbed(sentence))
  }

  deinit {
    // Nobody waits for the answer: a session that stays open is closed by the server in the end.
    let watch = service.watch(limit: .seconds(2), heedsCancellation: false)
    _ = try? service.call(CloseSession(session: session), watch)
  }

  package func beginSnapshot(joining other: Snapshot?) async throws(DatabaseError) -> Snapshot? {
    // Each statement reads the tables as they are when it begins.
    nil
  }

  package func check(_ query: CompiledQuery) async throws(DatabaseError) {
    // It tells the columns of a query without running it, and takes nothing but a query.
    let statement = try SparkStatement(query, query.samples, settings.profile)
    _ = try run(statement.describing, columns: [])
  }

  package func fetch(
    _ query: CompiledQuery, parameters: [String: Value]
  ) async throws(DatabaseError) -> DataFrame {
    let statement = try SparkStatement(query, try query.values(parameters), settings.profile)
    return try run(statement, columns: query.columns)
  }

  /// Runs a statement and reads its rows.
  func run(_ statement: SparkStatement, columns: [ScopeColumn]) throws(DatabaseError) -> DataFrame {
    let operation = Operation(statement, on: session, of: service, settings)
    return try operation.run(columns: columns)
  }
}

extension OpenSession {
  /// The session that settings ask for.
  fileprivate init(_ settings: Settings) {
    isDatabricks = settings.profile.isDatabricks
    var configuration = settings.profile.configuration
    if !isDatabricks { configuration["use:database"] = settings.schema }
    self.configuration = configuration
    catalog = settings.catalog
    schema = settings.schema
  }
}
