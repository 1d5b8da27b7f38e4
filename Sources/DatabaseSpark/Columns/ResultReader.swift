import Database
import Expressions
import Frame
import SQL

/// Reads the row sets of a result into columns.
struct ResultReader {
  private let names: [String]
  private var readers: [any ColumnReading]
  /// How many rows there are so far.
  private(set) var count = 0

  /// Readers for a result's columns: of the types that the query's check found, or else of what the
  /// server tells.
  init(_ schema: [SchemaColumn], columns: [ScopeColumn], sql: String) throws(DatabaseError) {
    names = try ResultColumns.names(schema.map(\.name), expected: columns, sql: sql)
    readers = schema.enumerated().map { place, told in
      told.reader(as: columns.isEmpty ? nil : columns[place])
    }
  }

  /// How many columns there are.
  var width: Int { readers.count }

  /// Reads a row set of as many columns as there are readers.
  mutating func read(_ rows: RowSet) throws(DatabaseError) {
    for index in readers.indices {
      do throws(Trouble) {
        try readers[index].read(rows.columns[index])
      } catch {
        throw .badValue(
          column: names[index], row: count + error.row + 1, found: error.found,
          expected: error.expected)
      }
    }
    count += rows.count
  }

  /// All rows that were read.
  var frame: DataFrame {
    DataFrame(zip(names, readers).map { (name: $0, column: $1.column) })
  }
}

extension SchemaColumn {
  /// The reader of a column as it is wanted, or else as it is.
  fileprivate func reader(as wanted: ScopeColumn?) -> any ColumnReading {
    switch wanted?.type ?? ownType {
    case .boolean: BooleanReader()
    case .integer: IntegerReader()
    case .decimal: DecimalReader(scale: wanted?.scale ?? ownScale, isComputed: isComputed)
    case .double: DoubleReader()
    case .date: DateReader()
    case .timestamp: TimestampReader()
    case .text, .interval: TextReader()
    case .null, .unsupported: wanted == nil ? TextReader() : reader(as: nil)
    }
  }

  /// The type by what the server tells.
  private var ownType: ValueType {
    switch type {
    case .boolean: .boolean
    case .tinyint, .smallint, .int, .bigint: .integer
    case .decimal: .decimal
    case .float, .double: .double
    case .date: .date
    case .timestamp: .timestamp
    default: .text
    }
  }

  /// Spark gives casts and results of arithmetic all the digits there are: their scale says nothing
  /// of the values.
  private var isComputed: Bool { type == .decimal && precision == 38 }

  private var ownScale: Int { isComputed ? 0 : type == .decimal ? scale ?? 0 : 0 }
}
