import CSQLite
import Demo
import Foundation
import Testing

/// Demo data in a file of its own, which goes when the test is done.
final class Written {
  let file: URL
  private var handle: OpaquePointer?

  init(_ data: DemoData) throws {
    file = FileManager.default.temporaryDirectory.appending(path: "demo-\(UUID()).db")
    try data.write(to: file.path)
    try #require(sqlite3_open_v2(file.path, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
  }

  deinit {
    sqlite3_close(handle)
    try? FileManager.default.removeItem(at: file)
  }

  /// The only row of a query, its values as text with spaces between.
  func row(_ sql: String) throws -> String {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    try #require(code == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle)))")
    defer { sqlite3_finalize(statement) }
    try #require(sqlite3_step(statement) == SQLITE_ROW)
    let values = (0..<sqlite3_column_count(statement)).map { column in
      sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "NULL"
    }
    try #require(sqlite3_step(statement) == SQLITE_DONE)
    return values.joined(separator: " ")
  }

  /// The only value of a query, as a number.
  func number(_ sql: String) throws -> Double { try #require(Double(try row(sql))) }

  /// Pearson's correlation of two expressions over the rows where both are present.
  func correlation(_ x: String, _ y: String, in table: String) throws -> Double {
    try number(
      """
      SELECT (avg(x * y) - avg(x) * avg(y))
        / sqrt((avg(x * x) - avg(x) * avg(x)) * (avg(y * y) - avg(y) * avg(y)))
      FROM (SELECT 1.0 * (\(x)) AS x, 1.0 * (\(y)) AS y FROM \(table))
      WHERE x IS NOT NULL AND y IS NOT NULL
      """)
  }
}
