package import Database
import Expressions
package import SQL

extension PostgreSQLConnection {
  package func tables() async throws(DatabaseError) -> [TableName] {
    try rows(CatalogueQuery.tables).map { row in TableName(row.compactMap(\.self)) }
  }

  /// What the catalogue knows of a table, in one round trip.
  ///
  /// A name of one part is looked for along the session's search path; one of three parts must name
  /// the session's own database. Names are taken letter for letter, as in quotes.
  package func reflect(_ table: TableName) async throws(DatabaseError) -> TableRecord? {
    guard (1...3).contains(table.parts.count), !table.parts.contains(where: { $0.utf8.contains(0) })
    else { return nil }
    // Missing parts are empty.
    let parts = Array(repeating: "", count: 3 - table.parts.count) + table.parts
    let found = try rows(CatalogueQuery.table, parts)
    guard let head = found.first(where: { $0[0] == "table" }) else { return nil }
    return TableRecord(
      name: table, isView: head[1] == "v" || head[1] == "m",
      columns: found.filter { $0[0] == "column" }.map(column),
      foreignKeys: foreignKeys(found.filter { $0[0] == "foreign key" }), comment: head[2])
  }

  /// One column: name, declared type, type's name, its kind, modifier, flags, default, comment.
  private func column(_ row: [String?]) -> ColumnRecord {
    let declared = row[2] ?? ""
    let type = ReflectedType(name: row[3] ?? "", kind: row[4] ?? "", declared: declared).type
    let flags = row[6] ?? ""
    return ColumnRecord(
      name: row[1] ?? "", type: type, declaredType: declared,
      scale: type == .decimal ? NumericModifier.scale(row[5].flatMap { Int($0) } ?? -1) : nil,
      isNullable: !flags.contains("n"), isPrimaryKey: flags.contains("k"),
      defaultValue: row[7], comment: row[8])
  }

  /// The keys from their pairs of columns: key, column, schema where needed, table, column there.
  private func foreignKeys(_ rows: [[String?]]) -> [ForeignKeyRecord] {
    var keys: [(id: String?, table: TableName, columns: [String], referenced: [String])] = []
    for row in rows {
      if keys.last?.id != row[1] {
        keys.append((row[1], TableName([row[3], row[4]].compactMap(\.self)), [], []))
      }
      keys[keys.count - 1].columns.append(row[2] ?? "")
      keys[keys.count - 1].referenced.append(row[5] ?? "")
    }
    return keys.map {
      ForeignKeyRecord(columns: $0.columns, table: $0.table, referenced: $0.referenced)
    }
  }
}
