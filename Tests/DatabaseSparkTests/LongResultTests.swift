import Database
import DialectSuite
import Frame
import SQL
import Testing

@testable import DatabaseSpark

/// Skipped where no Spark Thrift server is at hand, which is the machine's lack.
@Suite(.enabled(if: TestServer.spark.isExpected)) struct LongResultTests {
  /// Zero rows, one reply, exactly full replies, and many: each reply begins where the last ended.
  @Test(arguments: [0, 1, 999, 1_000, 1_001, 250_000])
  func everyRowComesOnce(_ count: Int64) async throws {
    let frame = try await SparkFixture.connect().fetch(
      raw("SELECT id FROM range(\(count)) ORDER BY id"), parameters: [:])
    #expect(frame.columns[0].values == .integer(Array(0..<count)))
  }
}
