import Database
import DialectSuite
import Expressions
import Frame
import SQL
import TestSupport
import Testing

@testable import DatabaseSpark

/// Skipped where no Spark Thrift server is at hand, which is the machine's lack.
@Suite(.enabled(if: TestServer.spark.isExpected)) struct LiteralRoundTripTests {
  /// What has meant something to some parser.
  private static let pieces = [
    "'", "''", "\"", "`", "\\", "\\'", "\\\\", "${hiveconf:x}", "${", "}", "--", "/*", "*/", ";",
    "\n", "\r\n", "\t", "\u{0}", "\u{1A}", "\u{7F}", "\u{85}", "\u{2028}", "\\u0027", "\\047", "%",
    "_", ":p1", ":p2", "r'", "X'", "$$", "' OR '1'='1", "'); DROP TABLE t; --", "é", "名", "👩‍🔬",
    "e\u{301}",
    "\u{FEFF}", "\u{FFFF}", "\u{10FFFF}", "a", "Z", "0", " ",
  ]

  @Test func tenThousandHostileTextsComeBackAsTheyWent() async throws {
    var generator = SeededGenerator(seed: 20_261_122)
    let connection = try SparkFixture.connect()
    for _ in 0..<5 {
      let texts = (0..<2_000).map { _ in
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          LiteralRoundTripTests.pieces.randomElement(using: &generator) ?? ""
        }.joined()
      }
      #expect(try await roundTrip(texts, connection) == texts)
    }
  }

  /// The texts as the server gives them back, bound as values of one statement.
  private func roundTrip(_ texts: [String], _ connection: SparkConnection) async throws -> [String]
  {
    let bindings = texts.map { BoundValue.literal(.text($0)) }
    let rows = texts.indices.map { "(\($0), :p\($0 + 1))" }.joined(separator: ", ")
    let query = CompiledQuery(
      sql: "SELECT s FROM VALUES \(rows) AS t(i, s) ORDER BY i", bindings: bindings,
      columns: [ScopeColumn(name: "s", type: .text)])
    let frame = try await connection.fetch(query, parameters: [:])
    guard case .text(let values) = frame.columns[0].values else { return [] }
    return values
  }
}
