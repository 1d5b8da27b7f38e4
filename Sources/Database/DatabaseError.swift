/// Why a database did not answer.
package enum DatabaseError: Error, Hashable, Sendable {
  /// The URL cannot be understood; it is told without its secrets.
  case badURL(String, reason: String)
  /// The database cannot be opened or signed in to.
  case cannotConnect(String, reason: String)
  /// A query was refused or broke off.
  case queryFailed(sql: String, reason: String)
  /// A query ran longer than it may.
  case timedOut(sql: String, seconds: Double)
  /// The task was cancelled while the database worked.
  case interrupted
  /// A value cannot be read as its column's type; rows count from 1.
  case badValue(column: String, row: Int, found: String, expected: String)
  /// A file of data cannot be read; line and column count from 1.
  case badFile(String, line: Int?, column: Int?, reason: String)
}

extension DatabaseError: CustomStringConvertible {
  /// The error in one line, without the SQL.
  package var description: String {
    switch self {
    case .badURL(let url, let reason): "'\(url)' is no source: \(reason)"
    case .cannotConnect(let url, let reason): "cannot connect to '\(url)': \(reason)"
    case .queryFailed(_, let reason): "the query failed: \(reason)"
    case .timedOut(_, let seconds): "the query ran longer than \(seconds) s"
    case .interrupted: "interrupted"
    case .badValue(let column, let row, let found, let expected):
      "column '\(column)', row \(row): found \(found), expected \(expected)"
    case .badFile(let name, let line, let column, let reason):
      "'\(name)'" + (line.map { ", line \($0)" } ?? "") + (column.map { ", column \($0)" } ?? "")
        + ": \(reason)"
    }
  }

  /// The SQL that was running, where there was one.
  package var sql: String? {
    switch self {
    case .queryFailed(let sql, _), .timedOut(let sql, _): sql
    case .badURL, .cannotConnect, .interrupted, .badValue, .badFile: nil
    }
  }
}
