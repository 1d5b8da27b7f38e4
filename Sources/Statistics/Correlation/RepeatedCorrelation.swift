package import Frame

/// The correlation within subjects that were measured repeatedly: each subject's values from its own
/// mean, as if all had one slope and each a height of its own.
///
/// Null hypothesis: no linear relation within subjects, against any (two-sided); t has
/// n − subjects − 1 degrees of freedom.
///
/// - Shape: a subject, x and y in each row; at least one subject of several rows.
/// - Missing: a row that lacks any of the three is left out and counted.
/// - Source: J. M. Bland and D. G. Altman, *BMJ* 310 (1995), 446; J. Z. Bakdash and L. R. Marusich,
///   *Front. Psychol.* 8 (2017), 456.
package struct RepeatedCorrelation: Correlation {
  package static let name = "repeated_correlation"
  package static let title = "Repeated-measures correlation"
  package static let method =
    "correlation of the values from each subject's mean; p from t with n − subjects − 1 df; interval "
    + "by Fisher's z"

  package let n: Int
  package let missing: Int
  package let infinite: Int
  package let r: Double
  /// How many subjects.
  package let subjects: Int
  /// n − subjects − 1.
  package let degreesOfFreedom: Int
  /// r√df/√(1 − r²); nil where r is −1 or 1.
  package let t: Double?
  package let p: Double?
  package let interval: Interval?

  /// Correlates x and y within the subjects that a column names.
  package init(
    subjects: Column, _ x: Measured, _ y: Measured, level: Double = 0.95
  ) throws(StatisticsError) {
    try checkLevel(level)
    let categories = Categories(subjects)
    guard categories.count == x.count else { throw .lengthsDiffer(categories.count, x.count) }
    let labels = categories.codes.map { $0 < 0 ? Double.nan : Double($0) }
    let rows = try CompleteRows([labels, x.distances, y.distances])
    let groups = Dictionary(grouping: 0..<rows.count) { rows.columns[0][$0] }
      .sorted { $0.key < $1.key }.map(\.value)
    n = rows.count
    (missing, infinite) = (rows.missing, rows.infinite)
    self.subjects = groups.count
    degreesOfFreedom = n - groups.count - 1
    guard degreesOfFreedom > 0 else { throw .tooFew(needed: groups.count + 2, got: n) }
    r = try RepeatedCorrelation.correlation(rows.columns[1], rows.columns[2], groups)
    let test = CorrelationTest(r: r, n: degreesOfFreedom + 2)
    (t, p) = (test.t, test.p)
    let freedom = Double(degreesOfFreedom - 1)
    interval =
      freedom > 0
      ? .fisher(r: r, error: 1 / freedom.squareRoot(), level: level, method: "Fisher z") : nil
  }

  private static func correlation(_ x: [Double], _ y: [Double], _ groups: [[Int]])
    throws(StatisticsError) -> Double
  {
    func isSpread(_ values: [Double]) -> Bool {
      groups.contains { rows in rows.contains { values[$0] != values[rows[0]] } }
    }
    guard isSpread(x), isSpread(y) else { throw .constantGroups }
    var (xx, yy, xy) = (DoubleDouble(0), DoubleDouble(0), DoubleDouble(0))
    let (unitX, unitY) = (CentredValues.unit(for: x), CentredValues.unit(for: y))
    for rows in groups {
      let a = CentredValues(rows.map { x[$0] }, unit: unitX)
      let b = CentredValues(rows.map { y[$0] }, unit: unitY)
      (xx, yy, xy) = (xx + a.products(a), yy + b.products(b), xy + a.products(b))
    }
    let r = (xy / (xx * yy).squareRoot()).value
    guard !r.isNaN else { throw .outOfRange }
    return min(max(r, -1), 1)
  }
}
