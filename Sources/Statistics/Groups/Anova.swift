/// One-way analysis of variance: equal means of groups of one variance.
///
/// Null hypothesis: all groups have the same mean.
///
/// - Shape: at least 2 groups with values, and more values than groups.
/// - Units: sums of squares and mean squares are in the values' unit squared, the residual deviation
///   in the values' unit.
/// - Missing: absent and infinite values are left out; groups without values take no part.
/// - Source: R. A. Fisher, *Statistical Methods for Research Workers* (1925).
package struct Anova: HypothesisTest {
  package static let name = "anova"
  package static let title = "One-way ANOVA"
  package static let symbol = "F"
  package static let method = "variances assumed equal"

  /// How many values.
  package let n: Int
  /// Sums of squares in ``unit``².
  private let squares: Squares
  /// A power of two in which squares keep in range; 1 for values of ordinary size.
  private let unit: Double
  /// Mean square between over mean square within.
  package let f: Double
  package let degreesOfFreedom: [Double]
  package let p: Double

  package var statistic: Double { f }

  /// Squares of the groups' means around the grand mean; 0 or infinite where they are beyond the range
  /// of doubles.
  package var betweenSquares: Double { squares.between * unit * unit }

  /// Squares of the values around their groups' means; 0 or infinite where they are beyond the range
  /// of doubles.
  package var withinSquares: Double { squares.within * unit * unit }

  /// ``betweenSquares`` over its degrees of freedom, groups − 1.
  package var betweenMeanSquare: Double { betweenSquares / degreesOfFreedom[0] }

  /// ``withinSquares`` over its degrees of freedom, n − groups.
  package var withinMeanSquare: Double { withinSquares / degreesOfFreedom[1] }

  /// The share of all squares that the groups explain.
  package var rSquared: Double { squares.between / (squares.between + squares.within) }

  /// The share of all squares that the groups explain, as it is estimated for the population (ω²).
  var populationShare: Double {
    let meanWithin = squares.within / degreesOfFreedom[1]
    return (squares.between - degreesOfFreedom[0] * meanWithin)
      / (squares.between + squares.within + meanWithin)
  }

  /// The standard deviation within the groups, √ of ``withinMeanSquare``.
  package var residualDeviation: Double {
    (squares.within / degreesOfFreedom[1]).squareRoot() * unit
  }

  private struct Squares: Hashable {
    let between: Double
    let within: Double
  }

  /// Compares groups.
  package init(_ groups: [Sample]) throws(StatisticsError) {
    let means = try GroupMeans(groups)
    n = means.count
    squares = Squares(between: means.betweenSquares, within: means.withinSquares)
    unit = means.unit
    degreesOfFreedom = [means.betweenFreedom, means.withinFreedom]
    f = squares.between / means.betweenFreedom / (squares.within / means.withinFreedom)
    p = FisherFDistribution(means.betweenFreedom, means.withinFreedom).survival(f)
    guard f.isFinite, !p.isNaN else { throw .outOfRange }
  }
}
