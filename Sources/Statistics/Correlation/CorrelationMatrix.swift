/// The correlations of all unique pairs of some columns, with p-values corrected over those pairs.
///
/// - Missing: `pairwise` drops a row only from the pairs that lack it; `listwise` drops it from all.
/// - Errors: a pair without a coefficient holds its reason; only a wrong parameter throws.
package struct CorrelationMatrix: Statistic {
  package static let name = "correlation"
  package static let title = "Correlation matrix"
  package static let method = "every unique pair; p-values corrected over the defined pairs"

  /// Which rows a pair counts.
  package enum Rows: String, Hashable, Sendable, CaseIterable {
    /// Rows in which both columns of the pair have a value.
    case pairwise
    /// Rows in which every column has a value.
    case listwise
  }

  /// A column and its name.
  package struct Variable: Hashable, Sendable {
    /// The name.
    package let name: String
    /// The values, NaN where missing.
    package let values: Measured

    /// Names a measured column.
    package init(_ name: String, _ values: Measured) {
      self.name = name
      self.values = values
    }

    /// Names a column's doubles.
    package init(_ name: String, _ values: [Double]) { self.init(name, Measured(values)) }
  }

  /// One pair of columns.
  package struct Pair: Hashable, Sendable {
    /// The first column's place among the columns.
    package let first: Int
    /// The second column's place, above the first's.
    package let second: Int
    /// How many rows took part.
    package let n: Int
    /// How many rows were left out for want of a value.
    package let missing: Int
    /// How many rows were left out for an infinite value.
    package let infinite: Int
    /// The coefficient; nil where it is undefined.
    package let r: Double?
    /// The two-sided p-value; nil where it is undefined.
    package let p: Double?
    /// The p-value corrected over all defined pairs.
    package let adjustedP: Double?
    /// The confidence interval; nil where it is undefined.
    package let interval: Interval?
    /// Why a field is nil; nil where none is.
    package let reason: StatisticsError?
  }

  /// How a matrix is made.
  package struct Options: Hashable, Sendable {
    /// The coefficient.
    package var method: CorrelationMethod
    /// The correction over the pairs.
    package var adjustment: PAdjustment
    /// Which rows count.
    package var rows: Rows
    /// The level of the intervals, which are not corrected.
    package var level: Double

    /// Options, by default Pearson's r with Holm's correction over pairwise complete rows.
    package init(
      method: CorrelationMethod = .pearson, adjustment: PAdjustment = .holm,
      rows: Rows = .pairwise, level: Double = 0.95
    ) {
      self.method = method
      self.adjustment = adjustment
      self.rows = rows
      self.level = level
    }
  }

  /// The columns' names, in order.
  package let names: [String]
  /// How it was made.
  package let options: Options
  /// The pairs: first with second, first with third, …, second with third, ….
  package let pairs: [Pair]

  /// Correlates columns of equal length.
  package init(_ columns: [Variable], _ options: Options = Options()) throws(StatisticsError) {
    try checkLevel(options.level)
    for column in columns where column.values.count != columns[0].values.count {
      throw .lengthsDiffer(columns[0].values.count, column.values.count)
    }
    names = columns.map(\.name)
    self.options = options
    let found = PairFinder(columns.map(\.values), options).pairs()
    let adjusted = options.adjustment.adjusted(found.map { $0.p })
    pairs = zip(found, adjusted).map { $0.with(adjustedP: $1) }
  }

  /// The pair of two columns by their places, in either order; nil on the diagonal.
  package subscript(a: Int, b: Int) -> Pair? {
    guard a != b, names.indices.contains(a), names.indices.contains(b) else { return nil }
    let (first, second) = (min(a, b), max(a, b))
    let before = first * (2 * names.count - first - 1) / 2
    return pairs[before + second - first - 1]
  }
}

extension CorrelationMatrix.Pair {
  fileprivate func with(adjustedP: Double?) -> Self {
    Self(
      first: first, second: second, n: n, missing: missing, infinite: infinite, r: r, p: p,
      adjustedP: adjustedP, interval: interval, reason: reason)
  }
}
