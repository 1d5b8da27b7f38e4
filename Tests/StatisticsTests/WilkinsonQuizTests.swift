import Frame
import Statistics
import TestSupport
import Testing

/// The data set NASTY of Wilkinson's *Statistics Quiz* (SYSTAT, 1985), on which programs fail by
/// missing codes, large offsets, tiny numbers, and a column against itself.
@Suite struct WilkinsonQuizTests {
  /// A column of the quiz: its values one to nine, in units of a power of ten from an origin.
  struct Nasty: CustomTestStringConvertible, Sendable {
    let name: String
    let column: Column
    /// The mean that the quiz gives.
    let mean: Double
    /// One step from a value to the next.
    let step: Double
    var testDescription: String { name }
  }

  private static func decimals(_ origin: Int128, _ step: Int128, scale: Int) -> Column {
    Column(.decimal((1...9).map { origin + step * $0 }, scale: scale))
  }

  private static let x = Column(.integer(Array(1...9)))
  private static let zero = Column(doubles: Array(repeating: 0, count: 9))
  private static let miss = Column(doubles: Array(repeating: nil, count: 9))

  static let columns = [
    Nasty(name: "X", column: x, mean: 5, step: 1),
    Nasty(
      name: "BIG", column: Column(.integer((1...9).map { 99_999_990 + $0 })), mean: 99_999_995,
      step: 1),
    Nasty(
      name: "LITTLE", column: decimals(99_999_990, 1, scale: 8), mean: 0.99999995, step: 1e-8),
    Nasty(
      name: "HUGE", column: Column(doubles: (1...9).map { Double($0) * 1e12 }), mean: 5e12,
      step: 1e12),
    Nasty(name: "TINY", column: decimals(0, 1, scale: 12), mean: 5e-12, step: 1e-12),
    Nasty(name: "ROUND", column: decimals(-5, 10, scale: 1), mean: 4.5, step: 1),
  ]

  /// Question II D: √7.5 steps is the standard deviation of nine even steps.
  @Test(arguments: columns)
  func basicStatisticsHaveAllTheirDigits(_ nasty: Nasty) {
    let result = Describe(nasty.column)
    #expect((result.n, result.missing) == (9, 0))
    expectClose(result.mean, nasty.mean, relative: 1e-15)
    expectClose(result.standardDeviation, 7.5.squareRoot() * nasty.step, relative: 1e-15)
    expectClose(result.median, nasty.mean, relative: 1e-15)
    expectClose(result.skewness, 0, absolute: 1e-15)
  }

  @Test func zeroHasNoSpreadAndMissHasNothing() {
    let (zero, miss) = (Describe(Self.zero), Describe(Self.miss))
    #expect((zero.mean, zero.standardDeviation, zero.zeros) == (0, 0, 9))
    #expect(zero.skewness == nil && zero.reason == .constant)
    #expect((miss.n, miss.missing) == (0, 9))
    #expect(miss.mean == nil && miss.standardDeviation == nil && miss.min == nil)
  }

  /// Question II E: every pair correlates perfectly, by values and by ranks.
  @Test(arguments: CorrelationMethod.allCases)
  func everyPairCorrelatesPerfectly(_ method: CorrelationMethod) throws {
    let variables = Self.columns.map {
      CorrelationMatrix.Variable($0.name, Measured($0.column))
    }
    let matrix = try CorrelationMatrix(variables, .init(method: method))
    #expect(matrix.pairs.count == 15)
    for pair in matrix.pairs { #expect(pair.r == 1 && pair.n == 9) }
  }

  @Test(arguments: columns)
  func nothingCorrelatesWithZeroOrMiss(_ nasty: Nasty) {
    let x = Measured(nasty.column)
    #expect(throws: StatisticsError.constant) { try PearsonCorrelation(x, Measured(Self.zero)) }
    #expect(throws: StatisticsError.tooFew(needed: 2, got: 0)) {
      try PearsonCorrelation(x, Measured(Self.miss))
    }
  }

  /// Question IV: BIG on X is 99 999 990 + 1·X; a column on itself is 0 + 1·X.
  @Test func regressionsAreExact() throws {
    let big = Measured(Self.columns[1].column)
    let fit = try LinearFit(Measured(Self.x), big)
    #expect((fit.slope, fit.intercept, fit.residualDeviation) == (1, 99_999_990, 0))
    for nasty in Self.columns {
      let own = try LinearFit(Measured(nasty.column), Measured(nasty.column))
      #expect((own.slope, own.intercept, own.r) == (1, 0, 1), "\(nasty.name)")
    }
    let level = try LinearFit(Measured(Self.x), Measured(Self.zero))
    #expect((level.slope, level.intercept, level.r) == (0, 0, nil))
    #expect(throws: StatisticsError.constant) {
      try LinearFit(Measured(Self.zero), Measured(Self.x))
    }
  }
}
