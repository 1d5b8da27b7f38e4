import Database
import Diagnostics
import SQL

/// The snapshots that a run reads, by source; nil for a source that has none to share.
typealias Snapshots = [String?: Snapshot]

/// The connections of one worker, each opened when first asked for.
///
/// A class without locks, because it never leaves the task that made it.
final class Connections {
  private let sources: SourceTable
  private let world: Surroundings
  private let limit: Duration?
  private let view: View
  private var open: [String?: any Connection] = [:]
  /// The snapshots that are read, by source.
  private(set) var snapshots: Snapshots = [:]

  /// What the connections see of a database that others write to.
  enum View {
    /// Each query what is there when it runs.
    case latest
    /// All queries of these connections one consistent state.
    case snapshot
    /// The states that other connections began to read, where they can be joined.
    case joining(Snapshots)
  }

  /// Connections to a report's sources.
  init(_ sources: SourceTable, options: RunOptions, world: Surroundings, view: View) {
    self.sources = sources
    self.world = world
    limit = options.limit
    self.view = view
  }

  /// The connection to a source, for a query where one asks.
  func connection(
    for name: String?, query: String? = nil
  ) async throws(RunFailure) -> any Connection {
    if let connection = open[name] { return connection }
    guard let source = sources[name] else {
      throw RunFailure(.badSpec, [Diagnostic("there is no source '\(name ?? "")'")])
    }
    var options = world.connectionOptions
    options.limit = limit
    do throws(DatabaseError) {
      let connection = try await world.connect(source.url, options)
      snapshots[name] = try await snapshot(of: name, on: connection)
      open[name] = connection
      return connection
    } catch {
      throw RunFailure(error, at: source.place, query: query)
    }
  }

  /// Whether what a source's connection reads is of one state, the same for the whole run.
  func isSnapshot(_ name: String?) -> Bool { snapshots[name] != nil }

  private func snapshot(
    of name: String?, on connection: any Connection
  ) async throws(DatabaseError) -> Snapshot? {
    guard connection.dialect.capabilities.contains(.snapshots) else { return nil }
    switch view {
    case .latest: return nil
    case .snapshot: return try await connection.beginSnapshot(joining: nil)
    case .joining(let known):
      guard let leading = known[name] else { return nil }
      return try await connection.beginSnapshot(joining: leading)
    }
  }
}
