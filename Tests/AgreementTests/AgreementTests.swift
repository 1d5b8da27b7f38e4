import DialectSuite
import Foundation
import TestEngines
import Testing

/// Random expressions mean the same on every database and in this program.
@Suite(.serialized) struct AgreementTests {
  /// Ten thousand in all, forty a statement.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func rowsAgree(_ part: UInt64) async throws {
    let agreement = Agreement(seats: try await seats(), kind: .rows)
    for seed in part * 25..<part * 25 + 25 {
      var maker = ExpressionMaker(seed: seed)
      let samples = (0..<40).map { _ in maker.any(depth: 4).text }
      try await expectAgreement(of: samples, in: agreement, seed: seed)
    }
  }

  private func expectAgreement(of samples: [String], in agreement: Agreement, seed: UInt64)
    async throws
  {
    for (sample, difference) in try await agreement.differences(of: samples) {
      let root = try await agreement.root(of: sample)
      let told = try await agreement.differences(of: [root]).first?.difference ?? difference
      Issue.record("seed \(seed): \(root)\n  \(told)\n  found in \(sample)")
    }
  }

  private func seats() async throws -> [Agreement.Seat] {
    var seats = [try await Agreement.Seat(SQLiteEngine())]
    if TestServer.postgresql.isExpected {
      seats.append(try await Agreement.Seat(PostgreSQLEngine()))
    }
    if TestServer.duckdb.isExpected { seats.append(try await Agreement.Seat(DuckDBEngine())) }
    return seats
  }
}
