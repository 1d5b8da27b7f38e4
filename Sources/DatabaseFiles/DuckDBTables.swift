import Database
import DatabaseDuckDB
import SQL

/// The tables of a folder in a DuckDB database in memory: rows that were read here, and views of
/// Parquet files, which DuckDB reads itself.
final class DuckDBTables {
  let connection: DuckDBConnection
  private var names: Set<String> = []

  /// Loads DuckDB.
  ///
  /// - Throws: `cannotConnect` where there is none.
  init(_ options: ConnectionOptions) throws(DatabaseError) {
    connection = try DuckDBConnection(inMemory: options)
  }

  /// Makes sure that tables are there, each in the state in which it was first seen.
  func ensure(_ tables: [NamedTable]) async throws(DatabaseError) {
    for table in tables {
      if case .parquet(let file, let fingerprint) = table {
        guard Fingerprint(path: file.path) == fingerprint else {
          throw FileFault("the file was changed while it was read; run again").told(of: file)
        }
      }
      let name = table.file.name
      guard !names.contains(name) else { continue }
      switch table {
      case .rows(let rows): try await load(name, rows)
      case .parquet(let file, _): try await view(file)
      }
      names.insert(name)
    }
  }

  /// What is known of a Parquet file's columns.
  func reflect(_ file: TableFile) async throws(DatabaseError) -> TableRecord? {
    guard let record = try await connection.reflect(TableName([file.name])) else { return nil }
    return TableRecord(name: TableName([file.name]), columns: record.columns)
  }

  /// Loads a table whole or not at all: half of one must not be read by the next query.
  private func load(_ name: String, _ rows: FileTable) async throws(DatabaseError) {
    do {
      try await connection.create(name, from: try rows.frame())
    } catch {
      try? await connection.execute("DROP TABLE IF EXISTS \(connection.dialect.quoted(name))")
      throw error
    }
  }

  private func view(_ file: TableFile) async throws(DatabaseError) {
    let name = connection.dialect.quoted(file.name)
    let sql = """
      CREATE VIEW \(name) AS SELECT * FROM read_parquet(\(DuckDBTables.literal(file.path)), \
      hive_partitioning = false)
      """
    do {
      try await connection.execute(sql)
    } catch .queryFailed(_, let reason) {
      throw FileFault(reason).told(of: file)
    }
  }

  /// A path as text in SQL, of which DuckDB must not take any letter for a pattern's or a place's.
  static func literal(_ path: String) -> String {
    let plain = path.hasPrefix("/") ? path : "./" + path
    var text = "'"
    for letter in plain {
      switch letter {
      case "'": text += "''"
      case "*", "?", "[": text += "[\(letter)]"
      default: text.append(letter)
      }
    }
    return text + "'"
  }
}

/// A table that was named.
enum NamedTable: Sendable {
  /// A file that is read here.
  case rows(FileTable)
  /// A file that DuckDB reads, as it was when it was first seen.
  case parquet(TableFile, Fingerprint?)

  var file: TableFile {
    switch self {
    case .rows(let table): table.file
    case .parquet(let file, _): file
    }
  }

  /// The table, where it is read here.
  var rows: FileTable? {
    if case .rows(let table) = self { return table }
    return nil
  }

  /// Whether only DuckDB serves the table, or keeps its numbers exact.
  var wantsDuckDB: Bool {
    rows.map { $0.columns.contains { $0.type.isBeyondDoubles } } ?? true
  }
}
