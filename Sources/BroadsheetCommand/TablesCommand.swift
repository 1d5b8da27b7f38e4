import ArgumentParser
import Database
import Diagnostics
import JSON
import Pipeline
import SQL

/// `broadsheet tables`: what reflection sees.
struct TablesCommand: AsyncParsableCommand {
  /// The words for output formats.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, yaml
  }

  static let configuration = CommandConfiguration(
    commandName: "tables", abstract: "Show what a database holds, as the reports see it.")

  @Argument(help: "A database, such as sqlite:///output/demo.db.")
  var url: String

  @Argument(help: "A table; default: all tables by name.")
  var table: String?

  @Option(help: "table, json or yaml.")
  var format: Format = .table

  func run() async throws {
    do throws(DatabaseError) {
      let world = Surroundings.live()
      let connection = try await world.connect(url, world.connectionOptions)
      if let table {
        try await describe(table, on: connection)
      } else {
        let names = try await connection.tables()
        list(names.map(\.description))
      }
    } catch {
      throw Stop(error.exitStatus, [Diagnostic("\(error)")])
    }
  }

  private func list(_ names: [String]) {
    switch format {
    case .table: for name in names { Terminal.write(name) }
    case .json: Terminal.write(JSONValue.array(names.map { .string($0) }).text())
    case .yaml: for name in names { Terminal.write("- \(JSONValue.string(name).line())") }
    }
  }

  private func describe(_ name: String, on connection: any Connection) async throws(DatabaseError) {
    let parts = name.split(separator: ".").map(String.init)
    var record = try await connection.reflect(TableName(parts))
    if record == nil { record = try await connection.reflect(TableName([name])) }
    guard let record else {
      let known = try await connection.tables().map(\.description)
      Terminal.end(
        Stop(
          .badSpec,
          [
            Diagnostic("there is no table '\(name)'", hints: hints(forUnknown: name, among: known))
          ]))
    }
    switch format {
    case .table: Terminal.write(TextTable(record).text)
    case .json: Terminal.write(JSONValue(record).text())
    // JSON is YAML too; one column a line.
    case .yaml: Terminal.write(JSONValue(record).text())
    }
  }
}

extension TextTable {
  /// A table's columns.
  fileprivate init(_ record: TableRecord) {
    let rows = record.columns.map { column in
      let key = record.foreignKeys.first { $0.columns == [column.name] }
      let notes = [
        column.isPrimaryKey ? "primary key" : nil,
        key.map { "→ \($0.table)(\($0.referenced.joined(separator: ", ")))" },
        column.defaultValue.map { "default \($0)" }, column.comment,
      ]
      return [
        column.name, "\(column.type)", column.declaredType, column.isNullable ? "" : "not null",
        notes.compactMap(\.self).joined(separator: ", "),
      ]
    }
    self.init(head: ["column", "type", "declared", "null", "notes"], rows: rows)
  }
}

extension JSONValue {
  /// A reflected table.
  fileprivate init(_ record: TableRecord) {
    let columns = record.columns.map { column in
      JSONValue.object([
        ("name", .string(column.name)), ("type", .string("\(column.type)")),
        ("declared", .string(column.declaredType)), ("nullable", .boolean(column.isNullable)),
        ("primary_key", .boolean(column.isPrimaryKey)), ("default", .string(column.defaultValue)),
        ("comment", .string(column.comment)),
      ])
    }
    let keys = record.foreignKeys.map { key in
      JSONValue.object([
        ("columns", .array(key.columns.map { .string($0) })),
        ("table", .string("\(key.table)")),
        ("referenced", .array(key.referenced.map { .string($0) })),
      ])
    }
    self = .object([
      ("table", .string("\(record.name)")), ("view", .boolean(record.isView)),
      ("columns", .array(columns)), ("foreign_keys", .array(keys)),
    ])
  }
}
