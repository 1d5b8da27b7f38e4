import Database
import Expressions
import Frame
import SQL

/// One column of a result, as the server describes it.
struct ResultColumn {
  let name: String
  let wire: WireType
  /// Digits after the point, where they are declared.
  let scale: Int?

  /// The columns of a result or of a described statement.
  static func all(of result: borrowing ServerResult) -> [ResultColumn] {
    var columns: [ResultColumn] = []
    for place in 0..<result.columnCount {
      columns.append(
        ResultColumn(
          name: result.name(place), wire: WireType(result.type(place)),
          scale: NumericModifier.scale(result.modifier(place))))
    }
    return columns
  }

  /// The columns as they come in text format, where every value is text.
  ///
  /// A type that we do not know stays the text that the server writes.
  var inWords: ResultColumn { ResultColumn(name: name, wire: .text, scale: scale) }

  /// Holds the server's columns against those that a query expects; raw SQL expects nothing.
  static func match(
    _ columns: [ResultColumn], _ query: CompiledQuery
  ) throws(DatabaseError) {
    guard !columns.isEmpty else {
      throw .queryFailed(sql: query.sql, reason: "it is no query: it gives no rows")
    }
    _ = try ResultColumns.names(columns.map(\.name), expected: query.columns, sql: query.sql)
  }
}

/// Reads the rows of a result into columns.
struct ResultReader {
  private let names: [String]
  private var readers: [any ColumnReading]
  private let batch: RowBatch
  /// Rows that were read.
  private var row = 0

  /// Readers for a statement's columns: of the types that the query's check found, or else of the
  /// server's own.
  ///
  /// `isText` says that the result comes in text format, where types that we do not know can be
  /// read too.
  init(
    _ columns: [ResultColumn], _ query: CompiledQuery, isText: Bool
  ) throws(DatabaseError) {
    try ResultColumn.match(columns, query)
    var names: [String] = []
    var readers: [any ColumnReading] = []
    for (place, column) in columns.enumerated() {
      let told = query.columns.isEmpty ? nil : query.columns[place]
      let wanted = told?.type.columnType ?? column.wire.columnType
      let sent = isText ? column.inWords : column
      guard let reader = ColumnReader.make(wanted, from: sent.wire, scale: column.scale) else {
        throw .queryFailed(
          sql: query.sql,
          reason: "column '\(told?.name ?? column.name)' comes as \(column.wire.words), not as"
            + " \(wanted); cast it")
      }
      names.append(told?.name ?? column.name)
      readers.append(reader)
    }
    (self.names, self.readers) = (names, readers)
    batch = RowBatch(columnCount: columns.count)
  }

  /// Takes a result of one row.
  mutating func take(_ result: borrowing ServerResult) throws(DatabaseError) {
    batch.append(result)
    if batch.isFull { try readBatch() }
  }

  /// Reads the rows that wait, column by column.
  private mutating func readBatch() throws(DatabaseError) {
    var first: (row: Int, column: Int, trouble: Trouble)?
    for index in readers.indices {
      guard let (row, trouble) = readers[index].read(index, of: batch) else { continue }
      if first.map({ row < $0.row }) ?? true { first = (row, index, trouble) }
    }
    if let first {
      throw .badValue(
        column: names[first.column], row: row + first.row + 1, found: first.trouble.found,
        expected: first.trouble.expected)
    }
    row += batch.rowCount
    batch.clear()
  }

  /// All rows that were taken.
  mutating func finish() throws(DatabaseError) -> DataFrame {
    try readBatch()
    return DataFrame(zip(names, readers).map { (name: $0, column: $1.column) })
  }
}

extension ValueType {
  /// The type of a column of such values; nil where the server's own is taken.
  fileprivate var columnType: ColumnType? {
    switch self {
    case .boolean: .boolean
    case .integer: .integer
    case .decimal: .decimal
    case .double: .double
    case .text: .text
    case .date: .date
    case .timestamp: .timestamp
    case .interval, .null, .unsupported: nil
    }
  }
}
