import Database
import Delivery
import Diagnostics
import Frame
import SQL

/// The rows of a query with what the manifest says of them.
struct FetchedQuery: Sendable {
  /// What is kept of a query once its report is made.
  struct Receipt: Sendable {
    let query: PreparedQuery
    let rows: Int
    let seconds: Double
    /// Whether it was read from a consistent snapshot.
    let isSnapshot: Bool
    /// SHA-256 of the rows: equal where names, types and values are.
    let fingerprint: String
  }

  let frame: DataFrame
  let receipt: Receipt

  var name: String { receipt.query.name }
}

/// Runs queries.
struct Fetching {
  let report: PreparedReport
  let world: Surroundings

  /// The rows of one query for the given parameters.
  func fetch(
    _ query: PreparedQuery, parameters: [String: Value], on connections: Connections
  ) async throws(RunFailure) -> FetchedQuery {
    let connection = try await connections.connection(for: query.source, query: query.name)
    let start = world.clock()
    do throws(DatabaseError) {
      let frame = try await connection.fetch(query.compiled, parameters: parameters)
      let seconds = Double(world.clock() - start) / 1e9
      let receipt = FetchedQuery.Receipt(
        query: query, rows: frame.rowCount, seconds: seconds,
        isSnapshot: connections.isSnapshot(query.source),
        fingerprint: Digest.sha256(frame.canonicalBytes))
      return FetchedQuery(frame: frame, receipt: receipt)
    } catch {
      throw RunFailure(
        error, at: query.place, query: query.name, secrets: report.secrets)
    }
  }
}
