/// The point-biserial correlation: Pearson's r of a number with a column of two categories, which
/// count as 0 and 1 in their order.
///
/// Null hypothesis: both categories have the same mean, against any (two-sided); the p-value is that
/// of Student's t-test of the two.
///
/// - Shape: two columns of equal length, one of two categories; both must occur in the complete rows.
/// - Missing: a row that lacks either value is left out and counted.
/// - Source: R. F. Tate, *Ann. Math. Statist.* 25 (1954), 603–607; the interval inverts the
///   noncentral t distribution (Steiger, 2004), as that of ``EtaSquared``, its square.
package struct PointBiserial: Correlation {
  package static let name = "point_biserial"
  package static let title = "Point-biserial r"
  package static let method =
    "Pearson's r with the two categories as 0 and 1; p from t with n − 2 df; interval from the "
    + "noncentral t distribution"

  package let n: Int
  package let missing: Int
  package let infinite: Int
  /// Above 0 where the second category has the larger mean.
  package let r: Double
  /// r√(n − 2)/√(1 − r²); nil where r is −1 or 1, or there are fewer than three pairs.
  package let t: Double?
  package let p: Double?
  package let interval: Interval?

  /// Correlates numbers with categories, of which only two may occur.
  package init(_ numbers: Measured, _ categories: Categories, level: Double = 0.95)
    throws(StatisticsError)
  {
    guard categories.levels.count <= 2 else {
      throw .tooManyGroups(allowed: 2, got: categories.levels.count)
    }
    let coded = categories.codes.map { $0 < 0 ? Double.nan : Double($0) }
    let pearson: PearsonCorrelation
    do throws(StatisticsError) {
      pearson = try PearsonCorrelation(numbers.distances, coded, level: level)
    } catch {
      throw error == .constant ? PointBiserial.reason(numbers, coded) : error
    }
    (n, missing, infinite) = (pearson.n, pearson.missing, pearson.infinite)
    (r, t, p) = (pearson.r, pearson.t, pearson.p)
    interval = t.flatMap { PointBiserial.interval(t: $0, n: pearson.n, level: level) }
  }

  /// Which of the two columns is constant.
  private static func reason(_ numbers: Measured, _ coded: [Double]) -> StatisticsError {
    let complete = numbers.distances.indices.filter {
      numbers.distances[$0].isFinite && !coded[$0].isNaN
    }
    let groups = Set(complete.map { coded[$0] }).count
    return groups < 2 ? .tooFewGroups(needed: 2, got: groups) : .constant
  }

  private static func interval(t: Double, n: Int, level: Double) -> Interval? {
    // A noncentrality of λ stands for a correlation of λ/√(λ² + n) in the population.
    func r(_ noncentrality: Double) -> Double {
      noncentrality / (noncentrality * noncentrality + Double(n)).squareRoot()
    }
    return Noncentrality.t(t, df: Double(n - 2), level: level).flatMap {
      Interval(low: r($0.low), high: r($0.high), level: level, method: "noncentral t")
    }
  }
}
