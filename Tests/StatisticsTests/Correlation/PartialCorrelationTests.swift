import Statistics
import TestSupport
import Testing

@Suite struct PartialCorrelationTests {
  /// Expected values: mpmath 1.4.1 with 60 digits, pingouin 0.7.0 `partial_corr` agreeing as far as
  /// its own digits reach.
  @Test(arguments: Case.all("partial", in: "assoc") + Case.all("partial ranks", in: "assoc"))
  func agreesWithTheReference(_ set: Case) throws {
    let columns = try set.groups()
    for (name, removal) in [("both", PartialCorrelation.Removal.both), ("second", .second)] {
      var options = PartialCorrelation.Options()
      options.removal = removal
      options.isRanked = set.statistic == "partial ranks"
      let result = try PartialCorrelation(
        columns[0], columns[1], given: Array(columns[2...]), options)
      let expected = try set.expected()
      #expect(Double(result.n) == expected["n"])
      #expect(result.given == columns.count - 2)
      expectClose(result.r, expected["\(name) r"], relative: 1e-14, absolute: 1e-16, name)
      expectClose(result.p, expected["\(name) p"], name)
      if result.n > result.given + 3 {
        expectClose(result.interval?.low, expected["\(name) low"], absolute: 1e-15, name)
        expectClose(result.interval?.high, expected["\(name) high"], absolute: 1e-15, name)
      }
    }
  }

  @Test func withNothingGivenItIsPearsons() throws {
    let (x, y) = ([2.0, 4.5, 3.5, 8, 6.25], [1.0, 2, 2.5, 3, 5])
    let (partial, plain) = (
      try PartialCorrelation(x, y, given: []), try PearsonCorrelation(x, y)
    )
    expectClose(partial.r, plain.r, relative: 1e-15)
    expectClose(partial.p, try #require(plain.p), relative: 1e-13)
    expectClose(partial.interval?.low, try #require(plain.interval).low, relative: 1e-13)
  }

  @Test func aGivenColumnThatSaysNothingNewCostsNothing() throws {
    let (x, y) = ([2.0, 4.5, 3.5, 8, 6.25, 9], [1.0, 2, 2.5, 3, 5, 1])
    let z = [3.0, 1, 4, 1.5, 5, 9]
    let once = try PartialCorrelation(x, y, given: [z])
    let again = try PartialCorrelation(
      x, y, given: [z, z.map { 0.5 * $0 + 1 }, [7, 7, 7, 7, 7, 7], z.map { -$0 }])
    #expect(again.given == 1)
    #expect((again.r, again.p) == (once.r, once.p))
  }

  static let z = [3.0, 1, 4, 1.5, 5, 9, 2, 6]
  static let y = [1.0, 2, 2.5, 3, 5, 1, 7, 4]

  @Test func aColumnThatTheGivenOnesDetermineHasNone() {
    let x = Self.z.map { 0.1 * $0 - 1e6 }
    #expect(throws: StatisticsError.explained) {
      try PartialCorrelation(x, Self.y, given: [Self.z])
    }
    #expect(throws: StatisticsError.explained) {
      try PartialCorrelation(Self.y, x, given: [Self.z])
    }
  }

  @Test(
    arguments: [
      ([1, 1, 1, 1], [1, 2, 3, 4], .constant), ([1, 2, 4], [3, 1, 2], .tooFew(needed: 4, got: 3)),
      ([], [], .tooFew(needed: 2, got: 0)), ([1, 2], [1], .lengthsDiffer(2, 1)),
    ] as [([Double], [Double], StatisticsError)])
  func whatIsUndefinedSaysWhy(_ x: [Double], _ y: [Double], _ error: StatisticsError) {
    #expect(throws: error) {
      try PartialCorrelation(x, y, given: [Array([5.0, 2, 7, 1].prefix(x.count))])
    }
  }

  @Test(arguments: [1e300, 1e-300])
  func extremeMagnitudesCorrelateLikeOthers(_ scale: Double) throws {
    let x = [1.0, 2, 4, 5, 7, 3, 8, 6]
    let plain = try PartialCorrelation(x, Self.y, given: [Self.z])
    let scaled = try PartialCorrelation(
      x.map { $0 * scale }, Self.y, given: [Self.z.map { $0 * scale }])
    expectClose(scaled.r, plain.r, relative: 1e-13)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func shiftScaleAndOrderChangeNothing(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<40).map { _ in
      (0..<4).map { _ in Double(Int.random(in: -99...99, using: &generator)) }
    }
    let moved = rows.shuffled(using: &generator)
    func column(_ place: Int, _ rows: [[Double]]) -> [Double] { rows.map { $0[place] } }
    let first = try PartialCorrelation(
      column(0, rows), column(1, rows), given: [column(2, rows), column(3, rows)])
    let second = try PartialCorrelation(
      column(1, moved).map { 1e9 - 4 * $0 }, column(0, moved).map { 0.5 * $0 },
      given: [column(3, moved).map { $0 + 1e7 }, column(2, moved)])
    expectClose(second.r, -first.r, relative: 1e-13)
  }
}
