package import Database
import Expressions
import Frame
package import SQL

extension DuckDBConnection {
  package func tables() async throws(DatabaseError) -> [TableName] {
    let rows = try await texts(
      """
      SELECT database_name = current_database(), schema_name = current_schema(), database_name,
        schema_name, name
      FROM (\(everyTable)) ORDER BY database_name, schema_name, name
      """)
    let names = rows.map { row in
      let parts = row.suffix(3).map { $0 ?? "" }
      guard row[0] == "true" else { return TableName(parts) }
      return TableName(Array(parts.dropFirst(row[1] == "true" ? 2 : 1)))
    }
    return (1...3).flatMap { count in names.filter { $0.parts.count == count } }
  }

  package func reflect(_ table: TableName) async throws(DatabaseError) -> TableRecord? {
    guard let place = try await place(of: table) else { return nil }
    return TableRecord(
      name: TableName(table.parts.dropLast() + [place.name]), isView: place.isView,
      columns: try await columns(of: place),
      foreignKeys: try await foreignKeys(of: place, prefix: table.parts.dropLast()),
      comment: place.comment)
  }

  /// Where a table is, in the words of the catalogue.
  private struct Place {
    let database: String
    let schema: String
    let name: String
    let isView: Bool
    let comment: String?

    var parts: [String] { [database, schema, name] }
  }

  /// The table that DuckDB would read under a name; names do not mind the case of A to Z.
  ///
  /// Two parts are a schema and a table or a database and a table; the schema goes first.
  private func place(of table: TableName) async throws(DatabaseError) -> Place? {
    let near = "database_name = current_database()"
    let condition: String
    switch table.parts.count {
    case 1:
      condition = "lower(name) = lower($1) AND \(near) AND schema_name = current_schema()"
    case 2:
      condition = """
        lower(name) = lower($2) AND (\(near) AND lower(schema_name) = lower($1)
          OR lower(database_name) = lower($1) AND schema_name = 'main')
        """
    case 3:
      condition = """
        lower(name) = lower($3) AND lower(schema_name) = lower($2)
          AND lower(database_name) = lower($1)
        """
    default: return nil
    }
    let rows = try await texts(
      """
      SELECT database_name, schema_name, name, is_view, comment FROM (\(everyTable))
      WHERE \(condition)
      ORDER BY \(near) DESC LIMIT 1
      """, table.parts)
    guard let row = rows.first else { return nil }
    return Place(
      database: row[0] ?? "", schema: row[1] ?? "", name: row[2] ?? "", isView: row[3] == "true",
      comment: row[4])
  }

  /// The columns; their types are those of the table's rows, of which none is read.
  private func columns(of place: Place) async throws(DatabaseError) -> [ColumnRecord] {
    let types = try await types(of: place)
    let rows = try await texts(
      """
      SELECT column_name, data_type, is_nullable, column_default, comment, column_name IN
        (SELECT unnest(constraint_column_names) FROM duckdb_constraints()
         WHERE constraint_type = 'PRIMARY KEY' AND \(isPlace))
      FROM duckdb_columns() WHERE \(isPlace) ORDER BY column_index
      """, place.parts)
    return rows.map { row in
      let (name, declared) = (row[0] ?? "", row[1] ?? "")
      let column = types[name]
      return ColumnRecord(
        name: name, type: column?.type ?? .unsupported(declared), declaredType: declared,
        scale: column?.scale, isNullable: row[2] == "true", isPrimaryKey: row[5] == "true",
        defaultValue: row[3], comment: row[4])
    }
  }

  private func types(of place: Place) async throws(DatabaseError) -> [String: ResultColumn] {
    let name = place.parts.map(dialect.quoted).joined(separator: ".")
    let sql = "SELECT * FROM \(name) LIMIT 0"
    let columns = try await interruptibly(sql) { interruption throws(DatabaseError) in
      var result = try StreamedResult(self.prepare(sql), interruption)
      return result.columns
    }
    return Dictionary(columns.map { ($0.name, $0) }) { first, _ in first }
  }

  private func foreignKeys(
    of place: Place, prefix: ArraySlice<String>
  ) async throws(DatabaseError) -> [ForeignKeyRecord] {
    let rows = try await texts(
      """
      SELECT constraint_index, referenced_table, unnest(constraint_column_names),
        unnest(referenced_column_names)
      FROM duckdb_constraints() WHERE constraint_type = 'FOREIGN KEY' AND \(isPlace)
      """, place.parts)
    var keys: [(index: String?, table: String, columns: [String], referenced: [String])] = []
    for row in rows {
      if keys.last?.index != row[0] { keys.append((row[0], row[1] ?? "", [], [])) }
      keys[keys.count - 1].columns.append(row[2] ?? "")
      keys[keys.count - 1].referenced.append(row[3] ?? "")
    }
    // A key never leaves its schema.
    return keys.map { key in
      ForeignKeyRecord(
        columns: key.columns, table: TableName(prefix + [key.table]), referenced: key.referenced)
    }
  }

  /// The rows of a statement about the catalogue, as texts.
  private func texts(
    _ sql: String, _ arguments: [String] = []
  ) async throws(DatabaseError) -> [[String?]] {
    let query = CompiledQuery(
      sql: sql, bindings: arguments.map { .literal(.text($0)) }, columns: [])
    let frame = try await fetch(query, parameters: [:])
    return (0..<frame.rowCount).map { row in
      frame.columns.map { $0.isPresent(row) ? $0[row].description : nil }
    }
  }
}

/// Every table and view of every database that is attached, but DuckDB's own.
private let everyTable = """
  SELECT database_name, schema_name, table_name AS name, false AS is_view, comment
  FROM duckdb_tables() WHERE NOT internal AND NOT temporary
  UNION ALL
  SELECT database_name, schema_name, view_name, true, comment
  FROM duckdb_views() WHERE NOT internal AND NOT temporary
  """

/// A row of the catalogue belongs to the table whose three parts are bound.
private let isPlace = "database_name = $1 AND schema_name = $2 AND table_name = $3"
