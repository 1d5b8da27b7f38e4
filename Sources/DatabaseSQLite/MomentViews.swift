import CSQLite
import Database
import Expressions

/// Dates and timestamps are compared as text, which is right only in one form: `YYYY-MM-DD` and
/// `YYYY-MM-DD HH:MM:SS[.f…]`.
///
/// A table that holds them otherwise (numbers, a `T`, zones) is hidden behind a temporary view of
/// the same name that gives them in that form. Such a table is known by its first rows.
enum MomentViews {
  /// Rows of a table that are looked at.
  private static let sample = 100

  /// Makes the views that a database needs; returns an SQLite code.
  static func create(on handle: OpaquePointer) -> Int32 {
    do throws(Refusal) {
      for table in try tables(handle) where try isOtherwise(table, handle) {
        try run(view(of: table), handle) { _ in }
      }
      return SQLITE_OK
    } catch {
      return error.code
    }
  }

  private struct Refusal: Error { let code: Int32 }

  private struct Table {
    let name: String
    var columns: [(name: String, isDate: Bool?)] = []

    /// The columns of moments: true for dates.
    var moments: [(name: String, isDate: Bool)] {
      columns.compactMap { column in column.isDate.map { (column.name, $0) } }
    }
  }

  private static func tables(_ handle: OpaquePointer) throws(Refusal) -> [Table] {
    var tables: [Table] = []
    let sql = """
      SELECT t.name, c.name, c.type FROM main.sqlite_schema AS t, pragma_table_xinfo(t.name) AS c
      WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND c.hidden <> 1
        AND t.sql NOT LIKE 'CREATE VIRTUAL%'
      ORDER BY t.name, c.cid
      """
    try run(sql, handle) { row in
      if tables.last?.name != row[0] { tables.append(Table(name: row[0])) }
      let type = DeclaredType(row[2]).type
      let isDate: Bool? = type == .date ? true : type == .timestamp ? false : nil
      tables[tables.count - 1].columns.append((row[1], isDate))
    }
    return tables.filter { !$0.moments.isEmpty }
  }

  /// Whether any of the first rows holds a moment in another form.
  private static func isOtherwise(_ table: Table, _ handle: OpaquePointer) throws(Refusal) -> Bool {
    let conditions = table.moments.map { column in
      let name = quoted(column.name)
      let shape =
        column.isDate
        ? "\(name) GLOB '????-??-??'"
        : "(\(name) GLOB '????-??-?? ??:??:??' OR \(name) GLOB '????-??-?? ??:??:??.*[0-9]')"
      return "(\(name) IS NOT NULL AND NOT (typeof(\(name)) = 'text' AND \(shape)))"
    }
    let names = table.moments.map { quoted($0.name) }.joined(separator: ", ")
    var isOtherwise = false
    let sql = """
      SELECT 1 FROM (SELECT \(names) FROM main.\(quoted(table.name)) LIMIT \(sample))
      WHERE \(conditions.joined(separator: " OR ")) LIMIT 1
      """
    try run(sql, handle) { _ in isOtherwise = true }
    return isOtherwise
  }

  private static func view(of table: Table) -> String {
    let columns = table.columns.map { column in
      let name = quoted(column.name)
      switch column.isDate {
      case nil: return name
      case false: return "bs_time(\(name)) AS \(name)"
      // A time of the day in a column of dates is left for the reader to complain of.
      case true:
        return """
          CASE WHEN bs_time(\(name)) = bs_date(\(name)) || ' 00:00:00' THEN bs_date(\(name)) \
          ELSE bs_time(\(name)) END AS \(name)
          """
      }
    }
    let name = quoted(table.name)
    return "CREATE TEMP VIEW \(name) AS SELECT \(columns.joined(separator: ", ")) FROM main.\(name)"
  }

  private static func quoted(_ name: String) -> String { name.quoted(with: "\"") }

  /// Runs a statement and shows its rows as texts, empty for null.
  private static func run(
    _ sql: String, _ handle: OpaquePointer, _ row: ([String]) -> Void
  ) throws(Refusal) {
    var pointer: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &pointer, nil)
    guard code == SQLITE_OK, let pointer else { throw Refusal(code: code) }
    let statement = SQLiteStatement(pointer: pointer, sql: sql)
    let columns = sqlite3_column_count(pointer)
    while true {
      let code = sqlite3_step(statement.pointer)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw Refusal(code: code) }
      row((0..<columns).map { statement.text($0) ?? "" })
    }
  }
}
