import Database
import DatabaseSQLite
import Expressions
import Frame
import SQL

/// A file whose columns are known.
struct FileTable: Sendable {
  let file: TableFile
  let columns: [InferredColumn]
  private let rows: Int
  private let fingerprint: Fingerprint?

  /// Reads the file for its columns.
  init(_ file: TableFile) throws(DatabaseError) {
    if let reason = file.reason {
      throw .badFile(file.fileName, line: nil, column: nil, reason: reason)
    }
    do throws(FileFault) {
      let window = try FileWindow(file.path)
      fingerprint = window.fingerprint
      var inspection = Inspection()
      let finding = try file.read(window, &inspection)
      guard window.fingerprint == fingerprint else { throw FileTable.changed }
      (columns, rows) = (finding.columns, finding.rows)
    } catch {
      throw error.told(of: file)
    }
    self.file = file
  }

  /// Reads the file again for its values, in columns.
  func frame() throws(DatabaseError) -> DataFrame { try load(columns, FrameSink(columns)).frame }

  /// Reads the file again for its values, in the columns of ``sqliteTable``.
  func load(into writer: SQLiteTableWriter) throws(DatabaseError) {
    _ = try load(columns.map(\.forSQLite), SQLiteSink(writer))
  }

  private func load<Sink: RowSink>(
    _ columns: [InferredColumn], _ sink: Sink
  ) throws(DatabaseError) -> Sink {
    do throws(FileFault) {
      let window = try FileWindow(file.path)
      guard window.fingerprint == fingerprint else { throw FileTable.changed }
      var loading = Loading(columns: columns, sink: sink)
      let count = try file.read(window, &loading)
      guard count == rows, window.fingerprint == fingerprint else { throw FileTable.changed }
      return loading.sink
    } catch {
      throw error.told(of: file)
    }
  }

  private static let changed = FileFault("the file was changed while it was read; run again")
}

extension FileTable {
  /// What reflection tells; `lack` is why there is no DuckDB, whose columns are then not read.
  func record(lack: String?) -> TableRecord {
    TableRecord(
      name: TableName([file.name]),
      columns: columns.map { column in
        var type = column.type.type
        if let lack, column.type.isBeyondDoubles {
          type = .unsupported("\(column.type.description) (only DuckDB keeps its digits; \(lack))")
        }
        return ColumnRecord(
          name: column.name, type: type, declaredType: declaration(of: column),
          scale: column.type.scale, isNullable: column.hasNulls)
      })
  }

  private func declaration(of column: InferredColumn) -> String {
    let type = "inferred \(column.type.description)"
    guard let spoiler = column.spoiler else { return type }
    let line = LineCount.line(of: spoiler.offset, in: file.path)
    return "\(type), for \(spoiler.value)\(line.map { " in line \($0)" } ?? "")"
  }

  /// The table as SQLite declares it.
  var sqliteTable: SQLiteTable {
    SQLiteTable(
      name: file.name,
      columns: columns.map(\.forSQLite).map {
        SQLiteTable.Column(name: $0.name, declaredType: $0.type.sqliteName)
      })
  }
}

extension InferredColumn {
  /// The column as SQLite can keep it: decimals that it would round as text.
  fileprivate var forSQLite: InferredColumn {
    let kept = type.isBeyondDoubles ? InferredType.text : type
    return InferredColumn(name: name, type: kept, hasNulls: hasNulls, spoiler: spoiler)
  }
}

extension InferredType {
  /// Digits after the point, of decimals.
  var scale: Int? {
    if case .decimal(_, let scale) = self { return scale }
    return nil
  }

  /// The type as SQLite's tables declare it.
  fileprivate var sqliteName: String {
    switch self {
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .decimal(let digits, let scale): "DECIMAL(\(digits),\(scale))"
    case .double: "DOUBLE"
    case .date: "DATE"
    case .timestamp: "TIMESTAMP"
    case .text: "TEXT"
    }
  }
}
