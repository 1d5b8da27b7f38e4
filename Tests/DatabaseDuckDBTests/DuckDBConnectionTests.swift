import Database
import DatabaseDuckDB
import Dates
import Expressions
import Frame
import SQL
import Testing

struct DuckDBConnectionTests {
  @Test func framesGoInAndComeBack() async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let frame = DataFrame([
      ("b", Column(booleans: [true, nil, false])),
      ("i", Column(integers: [.min, nil, .max])),
      ("d", Column(.decimal([12345, 0, -5], scale: 2), presence: [true, false, true])),
      ("x", Column(doubles: [0.1, nil, -0.0])),
      ("t", Column(texts: ["short", nil, "longer than twelve bytes"])),
      ("day", Column(dates: [CivilDate(days: 0), nil, CivilDate(days: -719_162)])),
      ("at", Column(timestamps: [Timestamp(microseconds: 1), nil, Timestamp(microseconds: -1)])),
    ])
    try await duck.create("odd \"name\"", from: frame)
    let back = try await duck.rows("SELECT * FROM \"odd \"\"name\"\"\"")
    #expect(back == frame)
  }

  @Test func otherTypesComeAsText() async throws {
    let duck = try DuckDBConnection(inMemory: options)
    let frame = try await duck.rows(
      "SELECT [1, 2] AS l, 1 AS i, {'a': 2} AS s, interval 3 day AS t;\n")
    #expect(
      frame
        == DataFrame([
          ("l", Column(texts: ["[1, 2]"])), ("i", Column(integers: [1])),
          ("s", Column(texts: ["{'a': 2}"])), ("t", Column(texts: ["3 days"])),
        ]))
  }
}
