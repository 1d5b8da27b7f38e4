/// The correlation of two columns with what other columns explain taken out, of both (partial) or of
/// one of them (semi-partial).
///
/// Null hypothesis: no linear relation beside the given columns, against any (two-sided); t has
/// n − 2 − k degrees of freedom under normality, k being the given columns that say something of
/// their own.
///
/// - Shape: columns of equal length; at least 3 + k complete rows, one more for the interval.
/// - Missing: a row that lacks any of the values is left out and counted.
/// - Errors: a column that the given ones determine has no correlation with another beside them.
/// - Source: R. A. Fisher, *Metron* 3 (1924), 329–332. Spearman's is the same of the ranks.
package struct PartialCorrelation: Correlation {
  package static let name = "partial"
  package static let title = "Partial correlation"
  package static let method =
    "correlation of what the given columns leave unexplained; p from t with n − 2 − k df; interval "
    + "by Fisher's z with n − 3 − k"

  /// Of which columns the given ones are taken out.
  package enum Removal: Hashable, Sendable {
    /// Of both: the partial correlation.
    case both
    /// Of the second only: the semi-partial correlation.
    case second
  }

  package let n: Int
  package let missing: Int
  package let infinite: Int
  package let r: Double
  /// How many given columns say something that the others do not.
  package let given: Int
  /// r√df/√(1 − r²); nil where r is −1 or 1.
  package let t: Double?
  package let p: Double?
  package let interval: Interval?

  /// How a partial correlation is made.
  package struct Options: Hashable, Sendable {
    /// Of which columns the given ones are taken out.
    package var removal = Removal.both
    /// Whether the columns' ranks are correlated in their place.
    package var isRanked = false
    /// The level of the interval.
    package var level = 0.95

    /// Pearson's partial correlation with an interval of level 0.95.
    package init() {}
  }

  /// Correlates two columns' doubles beside the given ones; NaN is a missing value.
  package init(
    _ x: [Double], _ y: [Double], given others: [[Double]], _ options: Options = Options()
  ) throws(StatisticsError) {
    try checkLevel(options.level)
    let rows = try CompleteRows([x, y] + others)
    try need(2, of: rows.count)
    let columns = options.isRanked ? rows.columns.map { Ranks($0).ranks } : rows.columns
    var products = ProductMatrix(columns)
    guard !products.isConstant[0], !products.isConstant[1] else { throw .constant }
    given = products.sweep(from: 2)
    n = rows.count
    try need(given + 3, of: n)
    r = try products.correlation(options.removal)
    (missing, infinite) = (rows.missing, rows.infinite)
    // Each column that is taken out costs a row.
    let test = CorrelationTest(r: r, n: n - given)
    (t, p) = (test.t, test.p)
    let freedom = n - given - 3
    interval =
      freedom > 0
      ? .fisher(
        r: r, error: 1 / Double(freedom).squareRoot(), level: options.level, method: "Fisher z")
      : nil
  }
}

/// Sums of products of some columns around their means, in 31 digits, from which columns are swept
/// one after the other.
private struct ProductMatrix {
  /// Whether all values of a column are equal, exactly.
  let isConstant: [Bool]
  /// The sum of squares of the first column before any was swept.
  private let whole: DoubleDouble
  /// The sum of squares that the rounding of its values may leave of each column.
  private let rounding: [Double]
  private var products: [[DoubleDouble]]

  /// Sums columns of finite values, the first two of which are to be correlated.
  init(_ columns: [[Double]]) {
    isConstant = columns.map { column in column.allSatisfy { $0 == column[0] } }
    let centred = columns.map { CentredValues($0) }
    products = centred.map { a in centred.map { b in a.products(b) } }
    whole = products[0][0]
    // A value is rounded by 2⁻⁵³ of itself; eight such roundings in each row are noise.
    rounding = zip(columns, centred).map { column, centred in
      let largest = (column.lazy.map(\.magnitude).max() ?? 0) / centred.unit
      return largest * largest * Double(column.count) * 0x1p-100
    }
  }

  /// Takes the columns from a place on out of all before them, and tells how many of those columns
  /// the others had not explained.
  mutating func sweep(from start: Int) -> Int {
    var swept = 0
    for column in products.indices.dropFirst(start) where !isExplained(column) {
      swept += 1
      let (row, pivot) = (products[column], products[column][column])
      for i in products.indices where i < start || i > column {
        for j in products.indices where j < start || j > column {
          products[i][j] = products[i][j] - row[i] * row[j] / pivot
        }
      }
    }
    return swept
  }

  /// Whether what is left of a column is no more than the rounding of its values.
  private func isExplained(_ column: Int) -> Bool {
    isConstant[column] || products[column][column].value <= rounding[column]
  }

  /// The correlation of what is left of the first two columns, or of the first as it was.
  func correlation(_ removal: PartialCorrelation.Removal) throws(StatisticsError) -> Double {
    guard !isExplained(0), !isExplained(1) else { throw .explained }
    let squares = removal == .both ? products[0][0] : whole
    let r = (products[0][1] / (squares * products[1][1]).squareRoot()).value
    guard !r.isNaN else { throw .outOfRange }
    return min(max(r, -1), 1)
  }
}
