import DialectSuite
import TestEngines
import Testing

/// Random expressions mean the same on every database and in this program.
///
/// A server that is not there is left out, which is the machine's lack; SQLite and this program are
/// always compared.
@Suite(.serialized) struct AgreementTests {
  /// Ten thousand in all, forty a statement.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func rowsAgree(_ part: UInt64) async throws {
    let agreement = try await Agreement.ofFastEngines(over: .rows)
    for seed in part * 25..<part * 25 + 25 {
      try await expectAgreement(seed, of: 40, in: agreement) { $0.any(depth: 4).text }
    }
    try await agreement.close()
  }

  /// A thousand, forty a statement.
  @Test func aggregatesAgree() async throws {
    let agreement = try await Agreement.ofFastEngines(over: .groups)
    for seed in 1_000..<1_025 as Range<UInt64> {
      try await expectAgreement(seed, of: 40, in: agreement) { $0.overGroup() }
    }
    try await agreement.close()
  }

  /// A thousand, forty a statement.
  @Test func windowsAgree() async throws {
    let agreement = try await Agreement.ofFastEngines(over: .rows)
    for seed in 2_000..<2_025 as Range<UInt64> {
      try await expectAgreement(seed, of: 40, in: agreement) { $0.overWindow() }
    }
    try await agreement.close()
  }

  /// Six hundred: a statement takes Spark a second.
  @Test(.enabled(if: TestServer.spark.isExpected))
  func sparkAgrees() async throws {
    let engine = try await SparkEngine()
    let seats = [try await Agreement.Seat(SQLiteEngine()), try await Agreement.Seat(engine)]
    for seed in 3_000..<3_012 as Range<UInt64> {
      let rows = Agreement(seats: seats, kind: .rows)
      try await expectAgreement(seed, of: 40, in: rows) { $0.any(depth: 3).text }
    }
    for seed in 3_100..<3_103 as Range<UInt64> {
      let groups = Agreement(seats: seats, kind: .groups)
      try await expectAgreement(seed, of: 40, in: groups) { $0.overGroup() }
    }
    try await engine.close()
  }

  private func expectAgreement(
    _ seed: UInt64, of count: Int, in agreement: Agreement,
    _ make: (inout ExpressionMaker) -> String
  ) async throws {
    var maker = ExpressionMaker(seed: seed)
    let samples = (0..<count).map { _ in make(&maker) }
    for (sample, difference) in try await agreement.differences(of: samples) {
      let root = try await agreement.root(of: sample)
      let told = try await agreement.differences(of: [root]).first?.difference ?? difference
      Issue.record("seed \(seed): \(root)\n  \(told)\n  found in \(sample)")
    }
  }
}

extension Agreement {
  /// The engines that answer in milliseconds, each with the facts in it.
  static func ofFastEngines(over kind: Kind) async throws -> Agreement {
    var seats = [try await Seat(SQLiteEngine())]
    if TestServer.postgresql.isExpected { seats.append(try await Seat(PostgreSQLEngine())) }
    if TestServer.duckdb.isExpected { seats.append(try await Seat(DuckDBEngine())) }
    return Agreement(seats: seats, kind: kind)
  }

  func close() async throws { for seat in seats { try await seat.engine.close() } }
}
