import Frame
import TestSupport
import Testing

/// The aggregates that SQLite lacks.
@Suite struct StatisticsFunctionTests {
  private static let rows = """
    WITH v(i, x, y) AS (VALUES (1, 2.5, 1), (2, 4.0, 3), (3, NULL, 7), (4, 7.25, 2), (5, 1.0, 9),
      (6, 9.5, 4), (7, 3.0, NULL))
    """

  @Test func emptyAndSingleGroupsGiveNull() async throws {
    let fixture = try Fixture()
    for call in [
      "bs_variance(1)", "bs_stddev(1)", "bs_skewness(1)", "bs_corr(1, 2)", "bs_median(NULL)",
      "bs_sum(NULL)",
    ] {
      #expect(try await fixture.value(call).isNull, "\(call)")
    }
    #expect(try await fixture.value("bs_median(3)") == .double(3))
  }

  /// Exact by hand: 1000000.1 is 1e6 + 0.1 for each of 1000 rows.
  @Test func sumOfDecimalsHasNoRoundingNoise() async throws {
    let fixture = try Fixture()
    let frame = try await fixture.fetch(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000)
      SELECT bs_sum(0.01) AS cents, bs_variance(1e9 + i % 2) AS v FROM n
      """)
    #expect(frame["cents"]?[0] == .double(1000))
    expectClose(try #require(frame["v"]?[0].number), 100000.0 / 99999 / 4, relative: 1e-12)
  }

  @Test func quantileOfManyValuesIsThatOfTheSortedOnes() async throws {
    let fixture = try Fixture()
    var random = SeededGenerator(seed: 5)
    let numbers = (0..<501).map { _ in Int.random(in: 0..<200, using: &random) }
    let list = numbers.map { "(\($0))" }.joined(separator: ", ")
    let sorted = numbers.sorted()
    for (share, rank) in [(0.0, 0), (0.25, 125), (0.5, 250), (0.9, 450), (1.0, 500)] {
      let value = try await fixture.value(
        "(SELECT bs_quantile(column1, \(share)) FROM (VALUES \(list)))")
      #expect(value == .double(Double(sorted[rank])))
    }
  }

  @Test func windowDropsItsOldestRows() async throws {
    let fixture = try Fixture()
    let frame = try await fixture.fetch(
      Self.rows
        + """
         SELECT bs_median(x) OVER w AS m, bs_variance(x) OVER w AS v, bs_sum(x) OVER w AS s FROM v
        WINDOW w AS (ORDER BY i ROWS 1 PRECEDING)
        """)
    #expect(
      frame["m"] == Column(doubles: [2.5, 3.25, 4, 7.25, 4.125, 5.25, 6.25]))
    #expect(frame["v"] == Column(doubles: [nil, 1.125, nil, nil, 19.53125, 36.125, 21.125]))
    #expect(frame["s"] == Column(doubles: [2.5, 6.5, 4, 7.25, 8.25, 10.5, 12.5]))
  }

  @Test func joinedTextsAreInTheirOwnOrder() async throws {
    let fixture = try Fixture()
    let list = "(VALUES ('b'), ('a'), (NULL), ('b'), ('é'), (''))"
    #expect(
      try await fixture.value("(SELECT bs_string_agg(column1, '-') FROM \(list))")
        == .text("-a-b-b-é"))
    #expect(
      try await fixture.value("(SELECT bs_string_agg_distinct(column1, '') FROM \(list))")
        == .text("abé"))
  }
}
