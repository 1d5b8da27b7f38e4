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
  /// Squares of the groups' means around the grand mean.
  package let betweenSquares: Double
  /// Squares of the values around their groups' means.
  package let withinSquares: Double
  /// Mean square between over mean square within.
  package let f: Double
  package let degreesOfFreedom: [Double]
  package let p: Double

  package var statistic: Double { f }

  /// ``betweenSquares`` over its degrees of freedom, groups − 1.
  package var betweenMeanSquare: Double { betweenSquares / degreesOfFreedom[0] }

  /// ``withinSquares`` over its degrees of freedom, n − groups.
  package var withinMeanSquare: Double { withinSquares / degreesOfFreedom[1] }

  /// The share of all squares that the groups explain.
  package var rSquared: Double { betweenSquares / (betweenSquares + withinSquares) }

  /// The standard deviation within the groups, √ of ``withinMeanSquare``.
  package var residualDeviation: Double { withinMeanSquare.squareRoot() }

  /// Compares groups.
  package init(_ groups: [Sample]) throws(StatisticsError) {
    let means = try GroupMeans(groups)
    n = means.count
    (betweenSquares, withinSquares) = (means.betweenSquares, means.withinSquares)
    degreesOfFreedom = [means.betweenFreedom, means.withinFreedom]
    f = betweenSquares / means.betweenFreedom / (withinSquares / means.withinFreedom)
    p = FisherFDistribution(means.betweenFreedom, means.withinFreedom).survival(f)
    guard f.isFinite, !p.isNaN else { throw .outOfRange }
  }
}
