/// The correlation ratio η: how much of a number's spread its category explains, from 0 to 1.
///
/// η² is the share of the squares around the mean that lies between the categories' means.
/// Null hypothesis: all categories have the same mean; the p-value is that of the one-way analysis
/// of variance.
///
/// - Shape: two columns of equal length; at least 2 categories and more rows than categories.
/// - Missing: a row that lacks either value is left out and counted.
/// - Source: K. Pearson, *Drapers' Company Research Memoirs* 2 (1905); the interval inverts the
///   noncentral F distribution (Steiger, 2004).
package struct CorrelationRatio: Correlation {
  package static let name = "correlation_ratio"
  package static let title = "Correlation ratio η"
  package static let method =
    "√(squares between categories / total squares); p from F; interval from the noncentral F "
    + "distribution"

  package let n: Int
  package let missing: Int
  package let infinite: Int
  /// η, which has no sign.
  package let r: Double
  /// The analysis of variance, of the numbers in a power of two where their squares would leave the
  /// range of doubles.
  package let anova: Anova
  package let p: Double?
  package let interval: Interval?

  /// The most categories that are compared.
  package static let mostCategories = 1_000

  /// Relates numbers to categories.
  package init(_ numbers: Measured, _ categories: Categories, level: Double = 0.95)
    throws(StatisticsError)
  {
    guard numbers.count == categories.count else {
      throw .lengthsDiffer(numbers.count, categories.count)
    }
    let scaled = CorrelationRatio.inRange(numbers)
    let groups = categories.rows { _ in true }.map { Sample(scaled.picking($0)) }
      .filter { $0.count > 0 }
    let ends = groups.compactMap(\.nearest) + groups.compactMap(\.farthest)
    guard ends.isEmpty || ends.min() != ends.max() else { throw .constant }
    guard groups.count <= CorrelationRatio.mostCategories else {
      throw .tooManyGroups(allowed: CorrelationRatio.mostCategories, got: groups.count)
    }
    anova = try Anova(groups)
    n = anova.n
    infinite = groups.reduce(0) { $0 + $1.infinite }
    missing = numbers.count - anova.n - infinite
    r = anova.rSquared.squareRoot()
    p = anova.p
    interval = try anova.explainedShare(level: level).flatMap {
      Interval(
        low: $0.low.squareRoot(), high: $0.high.squareRoot(), level: level, method: $0.method)
    }
  }
  private static func inRange(_ numbers: Measured) -> Measured {
    let unit = CentredValues.unit(for: numbers.distances.filter(\.isFinite))
    return unit == 1 ? numbers : Measured(numbers.distances.map { $0 / unit })
  }
}
