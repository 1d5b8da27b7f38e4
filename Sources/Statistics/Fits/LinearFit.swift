import Frame

/// A straight line through two columns by least squares: what a trend draws, prints and tests.
///
/// Null hypothesis of ``p``: the slope is 0, against any (two-sided). Interval and band need
/// independent normal errors of one spread.
///
/// - Shape: two columns of equal length, at least 2 complete pairs and spread in x; 3 for errors and
///   tests. With frequency weights a row counts as so many rows.
/// - Units: intercept, ``residualDeviation`` in the unit of y; slope in that over the unit of x.
/// - Missing: a row that lacks either value, or has weight 0 or none, is left out and counted.
/// - Source: N. R. Draper and H. Smith, *Applied Regression Analysis* (1998), chapter 1.
package struct LinearFit: Statistic {
  package static let name = "linear_fit"
  package static let title = "Linear trend"
  package static let method = "ordinary least squares; p from t with n − 2 df"

  /// How many pairs, each as often as its weight says.
  package let n: Int
  /// How many rows lack a value.
  package let missing: Int
  /// How many further rows hold an infinite value.
  package let infinite: Int
  /// The line's rise for one unit of x.
  package let slope: Double
  /// The line's height at x = 0.
  package let intercept: Double
  /// The slope's standard error; nil for fewer than three pairs.
  package let slopeStandardError: Double?
  /// The intercept's standard error; nil for fewer than three pairs.
  package let interceptStandardError: Double?
  /// Pearson's r; nil where y is constant.
  package let r: Double?
  /// The share of the variance of y that the line explains; nil where y is constant.
  package var rSquared: Double? { r.map { $0 * $0 } }
  /// Slope over its standard error; nil where that is 0 or there are fewer than three pairs.
  package let t: Double?
  /// The two-sided p-value of a slope of 0; nil where y is constant or there are fewer than three
  /// pairs.
  package let p: Double?
  /// The standard deviation of the residuals with divisor n − 2; nil for fewer than three pairs.
  package let residualDeviation: Double?
  /// The mean of x.
  package let meanX: Double
  /// The mean of y.
  package let meanY: Double
  /// Σ(x − x̄)².
  package let sxx: Double
  /// The smallest x.
  package let minX: Double
  /// The largest x.
  package let maxX: Double
  /// Why a field is nil; nil where none is.
  package let reason: StatisticsError?

  /// Residual degrees of freedom, n − 2.
  package var degreesOfFreedom: Int { n - 2 }

  /// Fits a line to two columns' doubles, NaN being a missing value, with optional whole-number
  /// frequency weights.
  package init(_ x: [Double], _ y: [Double], weights: [Double]? = nil) throws(StatisticsError) {
    try self.init(Measured(x), Measured(y), weights: weights)
  }

  /// Fits a line to two measured columns, with optional whole-number frequency weights.
  package init(_ x: Measured, _ y: Measured, weights: [Double]? = nil) throws(StatisticsError) {
    let input = try WeightedPairs(x, y, weights)
    try self.init(
      CrossMoments(input.pairs, weights: input.weights), missing: input.missing,
      infinite: input.pairs.infinite)
  }

  /// Fits a line to what cross moments sum up, those of merged parts among them.
  package init(_ moments: CrossMoments, missing: Int = 0, infinite: Int = 0)
    throws(StatisticsError)
  {
    try need(2, of: moments.count)
    guard !moments.isConstantX, moments.sxx > 0 else { throw .constant }
    let line = Line(moments)
    guard line.slope.isFinite, line.intercept.isFinite else { throw .outOfRange }
    n = moments.count
    (self.missing, self.infinite) = (missing, infinite)
    (slope, intercept) = (line.slope, line.intercept)
    (meanX, meanY) = (moments.meanX, moments.meanY)
    let gauge = moments.x.gauge
    sxx = gauge.length(gauge.length(moments.sxx * moments.unitX * moments.unitX))
    minX = moments.x.nearest.map(gauge.value(at:)) ?? 0
    maxX = moments.x.farthest.map(gauge.value(at:)) ?? 0
    r = try? moments.correlation()
    let errors = LineErrors(line, moments)
    (slopeStandardError, interceptStandardError) = (errors?.slope, errors?.intercept)
    residualDeviation = errors?.deviation
    t = errors.flatMap { $0.slope > 0 ? line.slope / $0.slope : nil }
    if moments.isConstantY || n < 3 {
      p = nil
      reason = n < 3 ? .tooFew(needed: 3, got: n) : .constant
    } else {
      p = t.map { [n] in StudentTDistribution(Double(n - 2)).twoSided($0) } ?? 0
      reason = nil
    }
  }

  /// The line's height at x.
  package func predict(_ x: Double) -> Double { meanY + slope * (x - meanX) }

  /// The confidence interval of the line's height at x; nil for fewer than three pairs.
  package func confidenceBand(_ x: Double, level: Double = 0.95) -> Interval? {
    band(x, level: level, own: 0, method: "mean response, t")
  }

  /// The interval for one new y at x; nil for fewer than three pairs.
  package func predictionBand(_ x: Double, level: Double = 0.95) -> Interval? {
    band(x, level: level, own: 1, method: "new observation, t")
  }

  /// The slope's confidence interval; nil for fewer than three pairs.
  package func slopeInterval(level: Double = 0.95) -> Interval? {
    guard let slopeStandardError else { return nil }
    let reach = StudentTDistribution(Double(n - 2)).critical(level: level) * slopeStandardError
    return Interval(low: slope - reach, high: slope + reach, level: level, method: "t")
  }

  private func band(_ x: Double, level: Double, own: Double, method: String) -> Interval? {
    guard let residualDeviation else { return nil }
    let distance = (x - meanX) / sxx.squareRoot()
    let error = residualDeviation * (own + 1 / Double(n) + distance * distance).squareRoot()
    let reach = StudentTDistribution(Double(n - 2)).critical(level: level) * error
    return Interval(
      low: predict(x) - reach, high: predict(x) + reach, level: level, method: method)
  }
}

/// Slope and intercept, and the slope in units.
private struct Line {
  /// The slope in ``CrossMoments/unitY`` over ``CrossMoments/unitX``.
  let scaledSlope: DoubleDouble
  let slope: Double
  let intercept: Double

  /// In double-double to the end: the intercept is often a small difference of large numbers.
  init(_ moments: CrossMoments) {
    scaledSlope =
      moments.isConstantY ? DoubleDouble(0) : moments.products / moments.x.squares
    let (x, y) = (moments.x.gauge, moments.y.gauge)
    let exact =
      scaledSlope * (moments.unitY / moments.unitX)
      * DoubleDouble(whole: Decimals.power(x.scale)) / DoubleDouble(whole: Decimals.power(y.scale))
    slope = exact.value
    intercept =
      moments.isConstantY
      ? moments.meanY
      : (y.exact(at: moments.y.offset) - exact * x.exact(at: moments.x.offset)).value
  }
}

/// The residual spread of a line and the standard errors that follow from it.
private struct LineErrors {
  let deviation: Double
  let slope: Double
  let intercept: Double

  init?(_ line: Line, _ moments: CrossMoments) {
    guard moments.count > 2 else { return nil }
    let squares = LineErrors.sumOfSquares(line, moments)
    let scaled = (squares / Double(moments.count - 2)).squareRoot()
    let unitX = moments.x.gauge.length(moments.unitX)
    let unitY = moments.y.gauge.length(moments.unitY)
    let shift = moments.meanX / unitX
    deviation = scaled * unitY
    slope = scaled / moments.sxx.squareRoot() * (unitY / unitX)
    intercept =
      deviation * (1 / Double(moments.count) + shift * shift / moments.sxx).squareRoot()
  }

  /// Syy − Sxy²/Sxx in double-double, which keeps twice the digits of the residuals themselves.
  ///
  /// Residuals below 2⁻⁴⁸ of the spread of y are what rounding the values left, and count as none.
  private static func sumOfSquares(_ line: Line, _ moments: CrossMoments) -> Double {
    let all = moments.y.squares
    let squares = (all - line.scaledSlope * moments.products).value
    return squares > 0x1p-96 * all.value ? squares : 0
  }
}
