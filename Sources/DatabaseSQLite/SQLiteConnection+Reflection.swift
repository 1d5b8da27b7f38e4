import CSQLite
package import Database
import Expressions
import Frame
package import SQL

extension SQLiteConnection {
  package func tables() async throws(DatabaseError) -> [TableName] {
    try rows(
      """
      SELECT name FROM pragma_table_list WHERE schema = 'main'
        AND type IN ('table', 'view', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY name
      """
    ).map { TableName([$0[0] ?? ""]) }
  }

  package func reflect(_ table: TableName) async throws(DatabaseError) -> TableRecord? {
    guard let asked = table.parts.last, table.parts.count == 1 || table.schema == "main" else {
      return nil
    }
    let found = try rows(
      """
      SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND name = ?1 COLLATE NOCASE
      """, [asked])
    guard let found = found.first, let name = found[0] else { return nil }
    return TableRecord(
      name: TableName(table.parts.dropLast() + [name]), isView: found[1] == "view",
      columns: try columns(of: name), foreignKeys: try foreignKeys(of: name))
  }

  /// The columns, generated ones too; those that a virtual table hides are left out.
  private func columns(of table: String) throws(DatabaseError) -> [ColumnRecord] {
    let rows = try rows(
      """
      SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_xinfo(?1, 'main')
      WHERE hidden <> 1 ORDER BY cid
      """, [table])
    let keys = rows.count { $0[4] != "0" }
    var columns: [ColumnRecord] = []
    for row in rows {
      let (name, words, isKey) = (row[0] ?? "", row[1] ?? "", row[4] != "0")
      let declared = DeclaredType(words)
      // The row's own id is never null, whatever the declaration says.
      let isRowID = isKey && keys == 1 && words.uppercased() == "INTEGER"
      let type: ValueType =
        if let known = declared.type { known } else { try typeOfValues(name, in: table) }
      columns.append(
        ColumnRecord(
          name: name, type: type, declaredType: words, scale: declared.scale,
          isNullable: row[2] == "0" && !isRowID, isPrimaryKey: isKey, defaultValue: row[3]))
    }
    return columns
  }

  /// The type of a column that declares none, as views' computed columns do: what its first
  /// thousand values are.
  private func typeOfValues(_ column: String, in table: String) throws(DatabaseError) -> ValueType {
    let name = dialect.quoted(column)
    let kinds = try rows(
      """
      SELECT DISTINCT typeof(value) FROM
        (SELECT \(name) AS value FROM main.\(dialect.quoted(table)) LIMIT 1000)
      WHERE value IS NOT NULL
      """
    ).map { $0[0] ?? "" }
    return switch Set(kinds) {
    case ["integer"]: .integer
    case ["real"], ["integer", "real"]: .double
    case ["text"]: .text
    case []: .unsupported("no type and no values")
    default: .unsupported("values of several kinds")
    }
  }

  /// The foreign keys in the order of their declaration.
  private func foreignKeys(of table: String) throws(DatabaseError) -> [ForeignKeyRecord] {
    let rows = try rows(
      """
      SELECT id, "table", "from", "to" FROM pragma_foreign_key_list(?1, 'main')
      ORDER BY id DESC, seq
      """, [table])
    var keys: [(id: String?, table: String, columns: [String], referenced: [String?])] = []
    for row in rows {
      if keys.last?.id != row[0] { keys.append((row[0], row[1] ?? "", [], [])) }
      keys[keys.count - 1].columns.append(row[2] ?? "")
      keys[keys.count - 1].referenced.append(row[3])
    }
    var records: [ForeignKeyRecord] = []
    for key in keys {
      // Without named columns the key refers to the other table's primary key.
      let named = key.referenced.compactMap(\.self)
      let referenced = try named.count == key.columns.count ? named : primaryKey(of: key.table)
      records.append(
        ForeignKeyRecord(
          columns: key.columns, table: TableName([key.table]), referenced: referenced))
    }
    return records
  }

  private func primaryKey(of table: String) throws(DatabaseError) -> [String] {
    try rows(
      "SELECT name FROM pragma_table_xinfo(?1, 'main') WHERE pk > 0 ORDER BY pk", [table]
    ).map { $0[0] ?? "" }
  }

  /// The rows of a statement about the schema, as texts.
  private func rows(
    _ sql: String, _ arguments: [String] = []
  ) throws(DatabaseError) -> [[String?]] {
    let statement = try prepare(sql)
    for (index, argument) in arguments.enumerated() {
      statement.bind(.text(argument), at: Int32(index + 1))
    }
    let count = sqlite3_column_count(statement.pointer)
    var rows: [[String?]] = []
    while try statement.step() { rows.append((0..<count).map { statement.text($0) }) }
    return rows
  }
}

extension TableName {
  /// The part before the table's own name.
  fileprivate var schema: String? { parts.count == 2 ? parts[0].lowercased() : nil }
}
