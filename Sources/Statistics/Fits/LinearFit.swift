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
    try self.init(WeightedPairs(x, y, weights))
  }

  private init(_ input: WeightedPairs) throws(StatisticsError) {
    let (pairs, weights) = (input.pairs, input.weights)
    let moments = CrossMoments(pairs, weights: weights)
    try need(2, of: moments.count)
    guard !moments.isConstantX, moments.sxx > 0 else { throw .constant }
    let line = Line(moments)
    guard line.slope.isFinite, line.intercept.isFinite else { throw .outOfRange }
    n = moments.count
    (missing, infinite) = (input.missing, pairs.infinite)
    (slope, intercept) = (line.slope, line.intercept)
    (meanX, meanY) = (moments.meanX, moments.meanY)
    sxx = moments.sxx * moments.unitX * moments.unitX
    (minX, maxX) = (pairs.x.min() ?? 0, pairs.x.max() ?? 0)
    r = try? moments.correlation()
    let errors = LineErrors(line, moments, pairs, weights)
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
  let scaledSlope: Double
  let slope: Double
  let intercept: Double

  init(_ moments: CrossMoments) {
    scaledSlope = moments.isConstantY ? 0 : moments.sxy / moments.sxx
    slope = scaledSlope * (moments.unitY / moments.unitX)
    intercept = moments.meanY - slope * moments.meanX
  }
}

/// The residual spread of a line and the standard errors that follow from it.
private struct LineErrors {
  let deviation: Double
  let slope: Double
  let intercept: Double

  init?(_ line: Line, _ moments: CrossMoments, _ pairs: PairedSample, _ weights: [Double]?) {
    guard moments.count > 2 else { return nil }
    let squares = LineErrors.sumOfSquares(line, moments, pairs, weights)
    let scaled = (squares / Double(moments.count - 2)).squareRoot()
    let scaledSlope = scaled / moments.sxx.squareRoot()
    let shift = moments.meanX / moments.unitX
    deviation = scaled * moments.unitY
    slope = scaledSlope * (moments.unitY / moments.unitX)
    intercept =
      deviation * (1 / Double(moments.count) + shift * shift / moments.sxx).squareRoot()
  }

  /// Summed from the residuals themselves: Syy − Sxy²/Sxx loses the digits of a close fit.
  private static func sumOfSquares(
    _ line: Line, _ moments: CrossMoments, _ pairs: PairedSample, _ weights: [Double]?
  ) -> Double {
    let (scaleX, scaleY) = (1 / moments.unitX, 1 / moments.unitY)
    let (centreX, centreY) = (moments.meanX * scaleX, moments.meanY * scaleY)
    var (sum, squares) = (CompensatedSum(), CompensatedSum())
    for row in pairs.x.indices {
      let dx = pairs.x[row] * scaleX - centreX
      let residual = (pairs.y[row] * scaleY - centreY) - line.scaledSlope * dx
      let weight = weights?[row] ?? 1
      sum.add(weight * residual)
      squares.add(weight * (residual * residual))
    }
    return max(0, squares.value - sum.value * sum.value / Double(moments.count))
  }
}
