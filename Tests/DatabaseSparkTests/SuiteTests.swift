import DialectSuite
import TestEngines
import Testing

/// Without a server there is nothing to hold to the suite: the machine's lack.
@Suite(.enabled(if: TestServer.spark.isExpected))
struct SuiteTests {
  @Test(arguments: DialectSuite.Part.allCases)
  func suiteHolds(_ part: DialectSuite.Part) async throws {
    try await DialectSuite.hold(try await SparkEngine(), to: part)
  }
}
