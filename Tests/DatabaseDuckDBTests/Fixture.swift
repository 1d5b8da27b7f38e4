import Database
import DatabaseDuckDB
import Expressions
import Frame
import Glibc
import SQL
import TestSupport
import Testing

/// The environment of the tests, where DuckDB is found.
@Sendable func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

let options = ConnectionOptions(environment: environment)

/// Raw SQL without parameters.
func raw(_ sql: String) -> CompiledQuery { CompiledQuery(sql: sql, bindings: [], columns: []) }

/// Raw SQL whose columns have known types.
func query(_ sql: String, _ columns: [(String, ValueType)]) -> CompiledQuery {
  CompiledQuery(
    sql: sql, bindings: [], columns: columns.map { ScopeColumn(name: $0.0, type: $0.1) })
}

extension DuckDBConnection {
  func rows(_ sql: String) async throws(DatabaseError) -> DataFrame {
    try await fetch(raw(sql), parameters: [:])
  }
}
