import CPostgres
package import Database
import Expressions
package import Frame
package import SQL

/// A session on a PostgreSQL server, for reading only.
///
/// The session is in UTC whatever the server's zone. Rows are streamed from the socket into
/// columns; no result is ever held twice.
package final class PostgreSQLConnection: Connection {
  package let dialect: any Dialect = PostgreSQLDialect()

  let link: ServerLink
  let queryLimit: Duration?
  /// Whether a transaction is open that holds a snapshot.
  var holdsSnapshot = false

  /// Connects to the server of a `postgresql://` URL and signs in.
  ///
  /// - Throws: `badURL` for options that nobody knows; `cannotConnect`, with what a person can do
  ///   about it; `interrupted`.
  package init(_ url: DatabaseURL, _ options: ConnectionOptions) throws(DatabaseError) {
    guard url.system == .postgresql else {
      throw .cannotConnect(url.redacted, reason: "it is no PostgreSQL server")
    }
    let settings = try PostgreSQLSettings(url, options)
    queryLimit = settings.queryLimit
    link = try ServerLink.open(url, settings)
    try begin(url, settings)
  }

  /// The session's own ways, whatever the server's settings; those of `options` are kept.
  private func begin(_ url: DatabaseURL, _ settings: PostgreSQLSettings) throws(DatabaseError) {
    let limit =
      queryLimit.map { "SET statement_timeout = \(min($0.inMilliseconds, Int64(Int32.max)));" }
      ?? ""
    do throws(DatabaseError) {
      try run(
        """
        SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres';
        SET extra_float_digits = 1; SET bytea_output = 'hex'; SET standard_conforming_strings = on;
        SET default_transaction_read_only = on; SET idle_in_transaction_session_timeout = 0; \(limit)
        """, within: settings.connectLimit)
    } catch .queryFailed(_, let reason) {
      throw .cannotConnect(url.redacted, reason: reason)
    } catch .timedOut {
      throw .cannotConnect(url.redacted, reason: "no answer within \(settings.connectLimit.words)")
    }
  }

  package func check(_ query: CompiledQuery) async throws(DatabaseError) {
    let columns = try describe(query, BoundTexts(typesOf: query))
    try ResultColumn.match(columns, query)
  }

  package func fetch(
    _ query: CompiledQuery, parameters: [String: Value]
  ) async throws(DatabaseError) -> DataFrame {
    let bound = try BoundTexts(query, parameters)
    // Raw SQL may give types that only the server can word; it words all of them then.
    var isText = false
    if query.columns.isEmpty {
      let columns = try describe(query, bound)
      try ResultColumn.match(columns, query)
      isText = columns.contains { $0.wire.isUnknown }
    }
    return try fetch(query, bound, isText: isText)
  }
}

extension WireType {
  /// Whether only the server can word the type.
  fileprivate var isUnknown: Bool { if case .unknown = self { true } else { false } }
}
