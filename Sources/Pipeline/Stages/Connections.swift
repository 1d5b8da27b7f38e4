import Database
import Diagnostics

/// The connections of one worker, each opened when first asked for.
///
/// A class without locks, because it never leaves the task that made it.
final class Connections {
  private let sources: SourceTable
  private let world: Surroundings
  private let asSnapshot: Bool
  private var open: [String?: any Connection] = [:]
  /// Whether every connection reads one consistent snapshot.
  private(set) var areSnapshots = true

  /// Connections to a report's sources; `asSnapshot` begins each with a consistent view.
  init(_ sources: SourceTable, world: Surroundings, asSnapshot: Bool) {
    self.sources = sources
    self.world = world
    self.asSnapshot = asSnapshot
  }

  /// The connection to a source.
  func connection(for name: String?) async throws(RunFailure) -> any Connection {
    if let connection = open[name] { return connection }
    guard let source = sources[name] else {
      throw RunFailure(.badSpec, [Diagnostic("there is no source '\(name ?? "")'")])
    }
    do throws(DatabaseError) {
      let connection = try await world.connect(source.url, world.connectionOptions)
      if asSnapshot {
        let snapshot = try await connection.beginSnapshot(joining: nil)
        areSnapshots = areSnapshots && snapshot != nil
      }
      open[name] = connection
      return connection
    } catch {
      throw RunFailure(error, at: source.place)
    }
  }
}
