/// Cramér's V with its bias in small samples removed: how strongly two columns of categories go
/// together, from 0 to 1.
///
/// The plain V of independent columns is above 0, the more so the more categories they have; this
/// one is 0 where χ² is no larger than independence lets expect.
/// Null hypothesis: the columns are independent; the p-value is that of the chi-squared test.
///
/// - Shape: two columns of equal length, each of at least 2 categories.
/// - Missing: a row that lacks either value is left out and counted.
/// - Source: W. Bergsma, *J. Korean Stat. Soc.* 42 (2013), 323–328; the interval inverts the
///   noncentral chi-squared distribution, whose noncentrality has no such bias (Steiger, 2004).
package struct CorrectedCramersV: Correlation {
  package static let name = "cramers_v_corrected"
  package static let title = "Cramér's V"
  package static let method =
    "Cramér's V without its bias (Bergsma); p from chi-squared; interval from the noncentral "
    + "chi-squared distribution"

  package let n: Int
  package let missing: Int
  package let infinite = 0
  /// The corrected V, which has no sign.
  package let r: Double
  /// V as it is, with its interval.
  package let plain: CramersV
  /// The test of independence.
  package let chiSquare: ChiSquare
  package let p: Double?
  package let interval: Interval?

  /// Relates two columns of categories.
  package init(_ x: Categories, _ y: Categories, level: Double = 0.95) throws(StatisticsError) {
    guard x.count == y.count else { throw .lengthsDiffer(x.count, y.count) }
    let most = CorrelationRatio.mostCategories
    for categories in [x, y] where categories.levels.count > most {
      throw .tooManyGroups(allowed: most, got: categories.levels.count)
    }
    let table = CorrectedCramersV.table(x, y)
    plain = try CramersV(table, level: level)
    chiSquare = try ChiSquare(table)
    n = table.n
    missing = x.count - table.n
    r = plain.corrected
    p = chiSquare.p
    interval = plain.interval
  }

  private static func table(_ x: Categories, _ y: Categories) -> Crosstab {
    let width = y.levels.count
    var counts = [Int](repeating: 0, count: x.levels.count * width)
    for (a, b) in zip(x.codes, y.codes) where a >= 0 && b >= 0 {
      counts[Int(a) * width + Int(b)] += 1
    }
    return Crosstab(
      rows: x.levels, columns: y.levels,
      counts: x.levels.indices.map { Array(counts[($0 * width)..<(($0 + 1) * width)]) })
  }
}
