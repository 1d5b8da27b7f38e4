import DialectSuite
import TestEngines
import Testing

@Suite struct SuiteTests {
  @Test(arguments: DialectSuite.Part.allCases)
  func suiteHolds(_ part: DialectSuite.Part) async throws {
    try await DialectSuite.hold(SQLiteEngine(), to: part)
  }
}
