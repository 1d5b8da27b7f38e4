import CSQLite
import Database
import Expressions
import Frame
import SQL

/// Reads the rows of a statement into columns.
struct ResultReader {
  private let names: [String]
  private var readers: [any ColumnReading]
  private var row = 0

  /// Readers for a statement's columns: of the types that the query's check found, or else of what
  /// the table declares, or else of what the values are.
  init(_ statement: borrowing SQLiteStatement, columns: [ScopeColumn]) throws(DatabaseError) {
    let count = Int(sqlite3_column_count(statement.pointer))
    names = try ResultColumns.names(
      (0..<count).map { ResultReader.text(sqlite3_column_name, statement, $0) ?? "" },
      expected: columns, sql: statement.sql)
    var readers: [any ColumnReading] = []
    for index in 0..<count {
      let told = columns.isEmpty ? nil : columns[index]
      let declared = ResultReader.text(sqlite3_column_decltype, statement, index) ?? ""
      readers.append(ResultReader.reader(names[index], told?.type, DeclaredType(declared)))
    }
    self.readers = readers
  }

  /// Reads the rows of a batch.
  mutating func read(_ batch: borrowing Batch) throws(DatabaseError) {
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
  }

  /// All rows that were read.
  var frame: DataFrame {
    DataFrame(zip(names, readers).map { (name: $0, column: $1.column) })
  }

  private static func reader(
    _ name: String, _ type: ValueType?, _ declared: DeclaredType
  ) -> any ColumnReading {
    switch type ?? .null {
    case .boolean: BooleanReader()
    case .integer: NumberReader.checkedIntegers
    case .double: NumberReader(isInteger: false)
    // A column of a table has exactly the digits that it has; a sum of such has rounding behind.
    case .decimal where declared.type == .decimal: DecimalReader(scale: declared.scale, slack: 0)
    case .decimal: DecimalReader(scale: nil, slack: 4)
    case .text: TextReader()
    case .date: DateReader()
    case .timestamp: TimestampReader()
    case .interval, .unsupported: InferringReader()
    case .null:
      if let known = declared.type, known.isReadable {
        reader(name, known, declared)
      } else {
        InferringReader()
      }
    }
  }

  private static func text(
    _ ask: (OpaquePointer?, Int32) -> UnsafePointer<CChar>?, _ statement: borrowing SQLiteStatement,
    _ index: Int
  ) -> String? {
    ask(statement.pointer, Int32(index)).map { String(cString: $0) }
  }
}

extension ValueType {
  /// Whether there is a reader for just this type.
  fileprivate var isReadable: Bool {
    switch self {
    case .interval, .null, .unsupported: false
    default: true
    }
  }
}
