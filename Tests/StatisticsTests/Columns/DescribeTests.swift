import Frame
import Statistics
import TestSupport
import Testing

@Suite struct DescribeTests {
  /// Expected values: mpmath 1.4.1 (moments), numpy 2.4.6 `quantile`, SciPy 1.17.1
  /// `median_abs_deviation` and `mode`; pandas 3.1.1 agrees on the ordinary sets.
  @Test(arguments: Case.all("describe"))
  func agreesWithTheReference(_ set: Case) throws {
    let (result, expected) = (Describe(try set.values()), try set.expected())
    #expect(Double(result.n) == expected["n"])
    #expect(Double(result.missing) == expected["missing"])
    #expect(Double(result.infinite) == expected["infinite"])
    #expect(Double(result.distinct) == expected["distinct"])
    expectClose(result.mean, expected["mean"])
    expectClose(result.standardDeviation, expected["std"])
    expectClose(result.standardError, expected["se"])
    expectClose(result.min, expected["min"])
    expectClose(result.q1, expected["q1"])
    expectClose(result.median, expected["median"])
    expectClose(result.q3, expected["q3"])
    expectClose(result.max, expected["max"])
    expectClose(result.skewness, expected["G1"])
    expectClose(result.kurtosis, expected["G2"])
    expectClose(result.populationSkewness, expected["g1"])
    expectClose(result.populationKurtosis, expected["g2"])
    expectClose(result.medianAbsoluteDeviation, expected["mad"])
    expectClose(result.top?.value, expected["top"])
    #expect(Double(result.top?.count ?? 0) == expected["top_count"])
    #expect(result.reason == nil)
  }

  @Test func nothingIsSaidOfNoValues() {
    let result = Describe([.nan, .infinity])
    #expect((result.n, result.missing, result.infinite) == (0, 1, 1))
    #expect(result.mean == nil && result.median == nil && result.standardDeviation == nil)
    #expect(result.top == nil && result.medianAbsoluteDeviation == nil)
    #expect(result.reason?.reason == "no values")
  }

  @Test func oneValueHasNoSpread() {
    let result = Describe([7])
    #expect(result.mean == 7 && result.median == 7 && result.medianAbsoluteDeviation == 0)
    #expect(result.standardDeviation == nil && result.standardError == nil)
    #expect(result.reason == .tooFew(needed: 4, got: 1))
  }

  @Test func aConstantHasNoShape() {
    let result = Describe(Array(repeating: 1e9 + 0.1, count: 30))
    #expect(result.mean == 1e9 + 0.1)
    #expect(result.standardDeviation == 0)
    #expect(result.skewness == nil && result.kurtosis == nil)
    #expect(result.reason?.reason == "constant column")
  }

  @Test func aTextColumnHasNoNumbers() {
    let result = Describe(Column(texts: ["1", "2", nil]))
    #expect((result.n, result.missing) == (0, 3))
  }

  @Test func allValuesAreFiniteAtTheEndsOfTheRange() throws {
    let result = Describe([-Double.greatestFiniteMagnitude, .greatestFiniteMagnitude, 0, 1])
    #expect(try #require(result.mean).isFinite)
    #expect(result.standardDeviation?.isFinite == true)
    #expect(result.q1?.isFinite == true && result.q3?.isFinite == true)
    #expect(result.medianAbsoluteDeviation?.isFinite == true)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func weightsStandForRepeatedRows(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...60, using: &generator)
    let special: [Double] = [.nan, .infinity, 0, -0.25]
    let values = (0..<count).map { _ in
      let place = Int.random(in: 0..<12, using: &generator)
      return place < 4
        ? special[place] : (Double.random(in: -2...9, using: &generator) * 4).rounded() / 4
    }
    let weights = (0..<count).map { _ in Double(Int.random(in: 0...3, using: &generator)) }
    let repeated = zip(values, weights).flatMap { Array(repeating: $0, count: Int($1)) }
    var options = Describe.Options()
    options.probabilities = [0.05, 0.5, 0.95]
    options.quantileKind = QuantileKind.allCases[Int(seed) % QuantileKind.allCases.count]
    let weighted = try Describe(
      WeightedSample(Measured(values), weights: FrequencyWeights(weights)), options)
    let long = Describe(repeated, options)
    #expect(
      (weighted.n, weighted.missing, weighted.infinite) == (long.n, long.missing, long.infinite))
    #expect((weighted.distinct, weighted.zeros) == (long.distinct, long.zeros))
    #expect((weighted.negatives, weighted.mostFrequent) == (long.negatives, long.mostFrequent))
    #expect((weighted.reason, weighted.reasons) == (long.reason, long.reasons))
    #expect(weighted.quantiles == long.quantiles)
    #expect((weighted.q1, weighted.median, weighted.q3) == (long.q1, long.median, long.q3))
    #expect(weighted.medianAbsoluteDeviation == long.medianAbsoluteDeviation)
    for field in Self.figures { Self.expectSame(weighted[keyPath: field], long[keyPath: field]) }
    Self.expectSame(weighted.trimmedMean?.value, long.trimmedMean?.value)
  }

  private static var figures: [KeyPath<Describe, Double?>] {
    [
      \.mean, \.standardDeviation, \.standardError, \.skewness, \.kurtosis,
      \.populationSkewness, \.populationKurtosis, \.coefficientOfVariation, \.geometricMean,
      \.min, \.max,
    ]
  }

  private static func expectSame(_ a: Double?, _ b: Double?) {
    guard let b else {
      #expect(a == nil)
      return
    }
    expectClose(a, b, relative: 1e-12, absolute: 1e-14)
  }

  @Test func rowsWithoutAWeightTakeNoPart() throws {
    let sample = try WeightedSample(
      Measured([1, 2, 3, .nan]), weights: FrequencyWeights([.nan, 2, 0, 3]))
    let result = Describe(sample)
    #expect((result.n, result.missing, result.unweighted) == (2, 3, 1))
    #expect(throws: StatisticsError.invalidWeight(row: 1)) {
      try FrequencyWeights([1, 0.5])
    }
    #expect(throws: StatisticsError.outOfRange) {
      try FrequencyWeights([1e16, 1e16])
    }
  }

  @Test func zerosNegativesAndTopValuesAreCounted() {
    let result = Describe([0, -0.0, 3, -2, 3, 7, .nan, -2, 0])
    #expect((result.zeros, result.negatives, result.distinct) == (3, 2, 4))
    #expect(result.mostFrequent.map(\.value) == [0, -2, 3, 7])
    #expect(result.mostFrequent.map(\.count) == [3, 2, 2, 1])
    #expect(result.reasons == ["geometric_mean": .notPositive])
  }

  @Test func decimalsKeepEveryDigitOfTheirColumn() {
    // 2^63 − 1 and its neighbours, in cents: doubles of them are all equal.
    let cents: [Int128] = [0, 1, 2, 2, 5].map { 9_223_372_036_854_775_802 + $0 }
    let result = Describe(Column(.decimal(cents, scale: 2)))
    #expect((result.distinct, result.mostFrequent.first?.count) == (4, 2))
    // Deviations −2, −1, 0, 0 and 3 cents from the mean: 14 squares over 4.
    expectClose(result.standardDeviation, 3.5.squareRoot() / 100, relative: 1e-15)
    expectClose(result.interquartileRange, 0.01, relative: 1e-15)
    expectClose(result.medianAbsoluteDeviation, 0.01, relative: 1e-15)
    #expect(result.mean == 92_233_720_368_547_758.04)
  }
}
