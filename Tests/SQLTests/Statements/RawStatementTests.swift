import Diagnostics
import Expressions
import SQL
import Testing

@Suite struct RawStatementTests {
  @Test(arguments: [
    ("select :a", ["a"]), ("select :cohort.gender, :a, :cohort.gender", ["cohort.gender", "a"]),
    ("select ':a', \":b\", `:c`", []), ("select 'it''s :a' || :b", ["b"]), ("select x::text", []),
    ("select 1 -- :a\n, :b", ["b"]), ("/* :a */ select :b", ["b"]), ("select $$ :a $$, :b", ["b"]),
    ("select $q$ :a $q$ + $1", []), ("select :a.", ["a"]), ("select a[1:2]", []), ("'open :a", []),
    ("", []), (":", []), ("select :a1_b", ["a1_b"]),
  ])
  func parametersAreFoundOutsideOfQuotes(_ sample: (sql: String, parameters: [String])) {
    let statement = RawStatement(parts: RawStatement.parts(of: sample.sql), types: [:])
    #expect(statement.parameters == sample.parameters)
  }

  @Test func textIsSentAsWrittenWithItsValuesBound() {
    let parts = RawStatement.parts(of: "select ':x' as \"a\" from t where n > :p and n < :p")
    let statement = Statement.raw(RawStatement(parts: parts, types: ["p": .integer]))
    let compiled = Compiler.compile(statement, for: StandardDialect(), problems: Problems())
    #expect(compiled?.sql == "select ':x' as \"a\" from t where n > ? and n < ?")
    #expect(compiled?.bindings == [.parameter("p", .integer), .parameter("p", .integer)])
    #expect(compiled?.columns == [])
  }
}
