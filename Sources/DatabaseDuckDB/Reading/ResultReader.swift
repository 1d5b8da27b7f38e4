import Database
import Expressions
import Frame
import SQL

/// Reads the rows of a result into columns.
struct ResultReader {
  private var columns: [(name: String, type: ValueType?, isLong: Bool, reader: any VectorReading)]
  private var rowCount = 0

  /// Readers for a result's columns, under the names and of the types that the query's check
  /// found, or else the database's own.
  init(_ found: [ResultColumn], _ query: CompiledQuery) throws(DatabaseError) {
    let names = try ResultColumns.names(
      found.map(\.name), expected: query.columns, sql: query.sql)
    columns = []
    for (index, column) in found.enumerated() {
      let told = query.columns.isEmpty ? nil : query.columns[index]
      let name = names[index]
      guard let reader = column.reader else {
        throw .queryFailed(sql: query.sql, reason: "the type of its column '\(name)' is unknown")
      }
      columns.append((name, told?.type, column.isLongInteger, reader))
    }
  }

  /// Reads all rows of the result.
  mutating func readAll(_ result: inout StreamedResult) throws(DatabaseError) {
    while let chunk = try result.next() {
      for index in columns.indices {
        guard let vector = chunk.vector(index) else { continue }
        if let trouble = columns[index].reader.read(vector) {
          throw .badValue(
            column: columns[index].name, row: rowCount + trouble.row + 1, found: trouble.found,
            expected: trouble.expected)
        }
      }
      rowCount += chunk.count
    }
  }

  /// All rows that were read.
  func frame() throws(DatabaseError) -> DataFrame {
    var pairs: [(name: String, column: Column)] = []
    for (name, type, isLong, reader) in columns {
      let column = reader.column
      guard let type else {
        pairs.append((name, isLong ? column.shortened : column))
        continue
      }
      do throws(Misfit) {
        pairs.append((name, try column.conforming(to: type)))
      } catch {
        throw .badValue(
          column: name, row: error.row + 1, found: column[error.row].description,
          expected: error.expected)
      }
    }
    return DataFrame(pairs)
  }
}
