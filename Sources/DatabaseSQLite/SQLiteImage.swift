import CSQLite
import SQL

/// A database in memory, which any number of connections read in place.
///
/// It is made by an ``SQLiteImageBuilder`` and never changes. It lives as long as a connection
/// reads it.
///
/// Unchecked: the bytes are written before this owns them and only read from then on.
package final class SQLiteImage: @unchecked Sendable {
  /// The database as it would be in a file.
  let bytes: UnsafeMutableBufferPointer<UInt8>

  /// Takes over bytes that were allocated for it.
  init(owning bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  deinit { bytes.deallocate() }
}

/// A table to be made in memory.
package struct SQLiteTable: Hashable, Sendable {
  package let name: String
  /// The columns' names and declared types.
  package let columns: [Column]

  /// A column as it is declared.
  package struct Column: Hashable, Sendable {
    package let name: String
    package let declaredType: String

    package init(name: String, declaredType: String) {
      self.name = name
      self.declaredType = declaredType
    }
  }

  package init(name: String, columns: [Column]) {
    self.name = name
    self.columns = columns
  }

  /// The statement that makes the table.
  var sql: String {
    let dialect = SQLiteDialect()
    let columns = columns.map { "\(dialect.quoted($0.name)) \($0.declaredType)" }
    return "CREATE TABLE \(dialect.quoted(name)) (\(columns.joined(separator: ", ")))"
  }
}
