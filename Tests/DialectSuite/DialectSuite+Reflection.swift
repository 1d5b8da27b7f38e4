import Database
import Expressions
import Frame
import SQL
import Testing

extension DialectSuite {
  /// Tables and views are told as they are.
  func reflection() async throws {
    try await makeReflected()
    let connection = try await engine.connect()
    let names = try await connection.tables().map { $0.parts.last }
    #expect(names.contains("people") && names.contains("adults"))
    let people = try #require(try await connection.reflect(engine.table("people")))
    let adults = try #require(try await connection.reflect(engine.table("adults")))
    #expect(!people.isView && adults.isView)
    let types: [ValueType] = [
      .integer, .text, .decimal, .double, .date, .timestamp, .boolean, .integer,
    ]
    #expect(people.columns.map(\.name) == ["id", "name", "m", "x", "d", "at", "b", "boss"])
    #expect(people.columns.map(\.type) == types)
    #expect(people.columns.map(\.scale) == [nil, nil, 2, nil, nil, nil, nil, nil])
    #expect(adults.columns.map(\.type) == [.integer, .text])
    #expect(try await connection.reflect(engine.table("nobody")) == nil)
    if can(.reflectedKeys) { expectKeys(people) }
    if can(.reflectedComments) {
      #expect(people.columns.map(\.comment)[1] == "it's a \"name\"")
    }
    try await strangeColumnSpoilsItselfOnly()
  }

  private func makeReflected() async throws {
    let types: [(String, ValueType)] = [
      ("m", .decimal), ("x", .double), ("d", .date), ("at", .timestamp), ("b", .boolean),
    ]
    let plain = types.map {
      "\(engine.dialect.quoted($0)) \(engine.declaration(of: $1, digits: 10, scale: 2))"
    }
    let integer = engine.declaration(of: .integer, digits: 0, scale: 0)
    let text = engine.declaration(of: .text, digits: 0, scale: 0)
    let table = engine.table("people")
    let name = engine.quoted(table)
    let keys = can(.reflectedKeys)
    var statements = [
      """
      CREATE TABLE \(name) (id \(integer)\(keys ? " NOT NULL PRIMARY KEY" : ""),
        name \(text)\(keys ? " DEFAULT 'x' NOT NULL" : ""), \(plain.joined(separator: ", ")),
        boss \(integer)\(keys ? " REFERENCES \(name) (id)" : ""))
      """,
      "CREATE VIEW \(engine.quoted(engine.table("adults"))) AS SELECT id, name FROM \(name)",
    ]
    if can(.reflectedComments) {
      statements.append(engine.comment("it's a \"name\"", on: "name", of: table))
    }
    try await engine.execute(statements)
  }

  private func expectKeys(_ people: TableRecord) {
    #expect(people.columns.map(\.isPrimaryKey) == [true] + Array(repeating: false, count: 7))
    #expect(people.columns.map(\.isNullable) == [false, false] + Array(repeating: true, count: 6))
    #expect(people.columns[1].defaultValue?.contains("'x'") == true)
    #expect(people.foreignKeys.map(\.columns) == [["boss"]])
    #expect(people.foreignKeys.map(\.table.parts.last) == ["people"])
    #expect(people.foreignKeys.map(\.referenced) == [["id"]])
  }

  /// A column of a type that we do not read can be left out, counted and named; the others are read.
  private func strangeColumnSpoilsItselfOnly() async throws {
    guard let strange = engine.strangeColumn else { return }
    let name = engine.quoted(engine.table("odd_types"))
    let integer = engine.declaration(of: .integer, digits: 0, scale: 0)
    try await engine.execute([
      "CREATE TABLE \(name) (a \(integer), s \(strange.declaration), z \(integer))",
      "INSERT INTO \(name) VALUES (1, \(strange.value), 2), (3, NULL, 4)",
    ])
    let record = try await engine.connect().reflect(engine.table("odd_types"))
    let types = try #require(record).columns.map(\.type)
    #expect(types[0] == .integer && types[2] == .integer)
    if case .unsupported = types[1] {} else { Issue.record("\(types[1]) is a type that we read") }
    await expect(
      "q: { from: run.odd_types, select: [a, z], order_by: [a] }", gives: ["1 | 2", "3 | 4"])
    await expect(
      "q: { from: run.odd_types, select: [{ n: count(s), m: count(*) }] }", gives: ["1 | 2"])
  }

  /// Names are sent in quotes, whatever is in them.
  func oddNames() async throws {
    let names = [
      "two words", "Capitals", "quo\"te", "back`tick", "semi;colon", "apo'strophe", "new\nline",
      "ünïcode 名", "quote\"\u{301}accent", "select", "per%cent", "back\\slash", "[bracket]", "a.b",
      "--", "$1", ":p", "?1",
    ]
    let columns = names.filter { engine.takes(name: $0, forTable: false) }
    let frame = DataFrame(
      columns.enumerated().map { ($1, Column(integers: [Int64($0), nil])) })
    try await engine.make("odd", of: frame)
    let record = try await engine.connect().reflect(engine.table("odd"))
    #expect(record?.columns.map(\.name) == columns)
    let first = "\"\(columns[0])\""
    expectSame(
      try await rows("q: { from: run.odd, select: ['*'], order_by: [\(first.inYAML)] }"), frame)
    let largest = columns.enumerated().map { place, name in
      "c\(place): \("max(\(name.quoted(with: "\"")))".inYAML)"
    }
    await expect(
      "q: { from: run.odd, select: [{ \(largest.joined(separator: ", ")) }] }",
      gives: [columns.indices.map(String.init).joined(separator: " | ")])
    for name in names where engine.takes(name: name, forTable: true) { try await oddTable(name) }
  }

  private func oddTable(_ name: String) async throws {
    try await engine.make(name, of: DataFrame([("a", Column(integers: [1]))]))
    let table = engine.table(name).parts.map { $0.quoted(with: "\"") }.joined(separator: ".")
    await expect(
      "q: { from: { table: \(table.inYAML), as: t }, select: [a: t.a] }", gives: ["1"])
  }
}
