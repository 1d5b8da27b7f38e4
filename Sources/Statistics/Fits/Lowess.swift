import CKernels

/// A smooth curve through two columns at the rows' own places: a straight line fitted around each,
/// near rows weighing more, then again with less weight for rows far from the curve.
///
/// - Shape: two columns of equal length; at least 3 complete pairs and spread in x.
/// - Missing: a row that lacks either value is left out and counted.
/// - Source: W. S. Cleveland, *JASA* 74 (1979), 829–836.
package struct Lowess: Statistic {
  package static let name = "lowess"
  package static let title = "LOWESS"
  package static let method =
    "local lines, tricube weights over the nearest share of rows, bisquare weights of the residuals"

  /// How the curve is fitted.
  package struct Options: Hashable, Sendable {
    /// The share of rows that each local line sees, above 0 and at most 1.
    package var span: Double
    /// How often rows far from the curve are given less weight.
    package var iterations: Int
    /// How far off, in x, the next line may lie.
    ///
    /// The curve is straight between two lines; 0 fits one at every row.
    package var delta: Double

    /// Options, by default Cleveland's: two thirds of the rows, three times.
    package init(span: Double = 2.0 / 3, iterations: Int = 3, delta: Double = 0) {
      (self.span, self.iterations, self.delta) = (span, iterations, delta)
    }
  }

  /// How many complete pairs.
  package let n: Int
  /// How many rows lack a value.
  package let missing: Int
  /// How many further rows hold an infinite value.
  package let infinite: Int
  /// How the curve was fitted.
  package let options: Options
  /// The complete rows' x, ascending.
  package let positions: [Double]
  /// The curve's height at each position.
  package let heights: [Double]

  /// Smooths two columns' doubles, NaN being a missing value.
  package init(_ x: [Double], _ y: [Double], _ options: Options = Options())
    throws(StatisticsError)
  {
    guard options.span > 0, options.span <= 1 else {
      throw .invalidParameter("a span is above 0 and at most 1")
    }
    guard (0...100).contains(options.iterations) else {
      throw .invalidParameter("a curve takes 0 to 100 robustness steps")
    }
    guard options.delta >= 0, options.delta.isFinite else {
      throw .invalidParameter("a delta is 0 or above")
    }
    let pairs = try PairedSample(x, y)
    try need(3, of: pairs.count)
    let curve = RobustCurve(pairs, options)
    guard let low = curve.positions.first, let high = curve.positions.last, low < high else {
      throw .constant
    }
    n = pairs.count
    (missing, infinite) = (pairs.missing, pairs.infinite)
    self.options = options
    positions = curve.positions
    heights = try curve.heights(iterations: options.iterations)
    guard heights.allSatisfy(\.isFinite) else { throw .outOfRange }
  }
}

/// Rows in the order of x, and the places of the lines through them.
private struct RobustCurve {
  let positions: [Double]
  /// The positions in a power of two, so that no square leaves the range of doubles.
  private let x: [Double]
  /// Distances from ``origin`` in ``unit``, so that a large offset costs no digits.
  private let y: [Double]
  private let origin: Double
  private let unit: Double
  private let lines: [LocalLine]

  /// A row that a line is fitted at, the last row of the same x, and the rows that the line sees.
  private struct LocalLine {
    let row: Int
    var last: Int
    let seen: Range<Int>
    let reach: Double
  }

  init(_ pairs: PairedSample, _ options: Lowess.Options) {
    let entries = RadixSort.entries(pairs.x)
    positions = entries.map(\.key)
    let (across, _) = RobustCurve.measure(pairs.x)
    x = positions.map { $0 / across }
    let (unit, origin) = RobustCurve.measure(pairs.y)
    y = entries.map { pairs.y[Int($0.row)] / unit - origin }
    (self.unit, self.origin) = (unit, origin)
    // Cleveland's rounding: down, but a hair up for products that should be whole.
    let count = min(max(Int(options.span * Double(x.count) + 1e-10), 2), x.count)
    lines = RobustCurve.lines(x, seeing: count, delta: options.delta / across)
  }

  /// A power of two to measure values in, and the middle of their range in it.
  private static func measure(_ values: [Double]) -> (unit: Double, middle: Double) {
    let (low, high) = Sample.range(of: values)
    let unit = Moments.unit(for: max(abs(low ?? 0), abs(high ?? 0)))
    return (unit, (low ?? 0) / unit / 2 + (high ?? 0) / unit / 2)
  }

  /// Where lines are fitted: at the first row of an x, then at the last row within delta of it.
  private static func lines(_ x: [Double], seeing count: Int, delta: Double) -> [LocalLine] {
    var lines: [LocalLine] = []
    var (row, start) = (0, 0)
    while true {
      while start + count < x.count, x[row] > x[start] / 2 + x[start + count] / 2 { start += 1 }
      let seen = start..<start + count
      let reach = max(x[row] - x[start], x[seen.upperBound - 1] - x[row])
      var last = row
      while last + 1 < x.count, x[last + 1] == x[row] { last += 1 }
      lines.append(LocalLine(row: row, last: last, seen: seen, reach: reach))
      guard last + 1 < x.count else { return lines }
      var beyond = last + 1
      while beyond < x.count - 1, x[beyond] <= x[row] + delta { beyond += 1 }
      row = max(beyond - 1, last + 1)
    }
  }

  /// The curve at each row after so many rounds of robust weights.
  func heights(iterations: Int) throws(StatisticsError) -> [Double] {
    var robust = [Double](repeating: 1, count: x.count)
    var heights = fitted(robust)
    for _ in 0..<iterations {
      let residuals = zip(y, heights).map { abs($0 - $1) }
      guard residuals.allSatisfy(\.isFinite) else { throw .outOfRange }
      robust = RobustCurve.weights(residuals)
      heights = fitted(robust)
    }
    return heights.map { ($0 + origin) * unit }
  }

  /// Fits the lines, some on each processor, and joins them.
  private func fitted(_ robust: [Double]) -> [Double] {
    let share = 128
    let pieces = sideBySide((lines.count + share - 1) / share) { piece in
      lines[piece * share..<min((piece + 1) * share, lines.count)].map { height($0, robust) }
    }
    var heights = [Double](repeating: 0, count: x.count)
    var before: (row: Int, height: Double)?
    for (line, height) in zip(lines, pieces.joined()) {
      for row in line.row...line.last { heights[row] = height }
      if let before {
        for row in (before.row + 1)..<line.row {
          let share = (x[row] - x[before.row]) / (x[line.row] - x[before.row])
          heights[row] = share * height + (1 - share) * before.height
        }
      }
      before = (line.last, height)
    }
    return heights
  }

  private func height(_ line: LocalLine, _ robust: [Double]) -> Double {
    guard line.reach > 0 else { return tiedMean(line, robust) }
    let sums = sums(line, robust)
    guard sums.above >= 2 else { return y[line.row] }
    let (meanX, meanY) = (sums.wx / sums.w, sums.wy / sums.w)
    let sxx = sums.wxx - sums.wx * meanX
    // All weight on one x: its mean is all there is to say.
    guard sxx > 1e-12 * sums.w * line.reach * line.reach else { return meanY }
    return meanY - meanX * ((sums.wxy - sums.wy * meanX) / sxx)
  }

  private func sums(_ line: LocalLine, _ robust: [Double]) -> bs_line_sums {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        robust.withUnsafeBufferPointer { robust in
          bs_local_line(
            x.baseAddress.map { $0 + line.seen.lowerBound },
            y.baseAddress.map { $0 + line.seen.lowerBound },
            robust.baseAddress.map { $0 + line.seen.lowerBound }, line.seen.count, x[line.row],
            line.reach)
        }
      }
    }
  }

  /// The mean of rows that all have one x.
  private func tiedMean(_ line: LocalLine, _ robust: [Double]) -> Double {
    var (sum, weight) = (0.0, 0.0)
    for row in line.seen {
      sum += robust[row] * y[row]
      weight += robust[row]
    }
    return weight > 0 ? sum / weight : y[line.row]
  }

  /// Bisquare weights of residuals' sizes: none beyond six times their median.
  private static func weights(_ residuals: [Double]) -> [Double] {
    let limit = 6 * (Quantile.median(residuals) ?? 0)
    guard limit > 0 else { return residuals.map { $0 > 0 ? 0 : 1 } }
    return residuals.map { residual in
      let share = min(residual / limit, 1)
      let rest = 1 - share * share
      return rest * rest
    }
  }
}
