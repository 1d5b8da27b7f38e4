import Database
import Diagnostics
import Expressions
import Frame
import Queries
import SQL
import Spec

/// A spec that the suite should be able to run, and what was told instead.
struct RefusedSpec: Error, CustomStringConvertible {
  let problems: [String]
  let sql: String

  var description: String { (problems + [sql]).joined(separator: "\n") }
}

extension DialectSuite {
  /// The rows of the last of some queries, written as in a spec's `queries:`; a table of this room
  /// is written `run.name`.
  ///
  /// The way is that of a report: read, reflect, check names and types, compile, check with the
  /// database, fetch.
  func rows(_ yaml: String, parameters: [String: Value] = [:]) async throws -> DataFrame {
    try await rows(yaml, parameters: parameters, over: try await engine.connect())
  }

  func rows(
    _ yaml: String, parameters: [String: Value] = [:], over connection: any Connection
  ) async throws -> DataFrame {
    let room = engine.table("").parts.dropLast().map { $0 + "." }.joined()
    let query = try await compiled(
      yaml.replacing("run.", with: room), parameters, over: connection)
    do {
      try await connection.check(query)
      return try await connection.fetch(query, parameters: parameters)
    } catch {
      throw RefusedSpec(problems: ["\(error)"], sql: query.sql)
    }
  }

  private func compiled(
    _ yaml: String, _ parameters: [String: Value], over connection: any Connection
  ) async throws -> CompiledQuery {
    let problems = Problems()
    let node = SpecReader.read(yaml, file: "suite.yaml", problems: problems)
    let entries = node?.entries("'queries'", problems: problems) ?? []
    let set = QuerySet(reading: entries, problems: problems)
    var catalog = Catalog(tables: [:])
    for (key, _) in set.tables {
      catalog.tables[key] = try await connection.reflect(key.table)
    }
    let checked = set.check(
      against: catalog, parameters: parameters.mapValues(\.valueType), problems: problems)
    guard let query = checked.last?.compiled(for: engine.dialect, problems: problems),
      problems.all.isEmpty
    else { throw RefusedSpec(problems: problems.all.map(\.description), sql: yaml) }
    return query
  }
}
