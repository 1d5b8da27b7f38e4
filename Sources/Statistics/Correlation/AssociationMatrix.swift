package import Frame

/// The association of every pair of columns of numbers and categories, each by the coefficient that
/// suits the two.
///
/// Two numbers have the coefficient that is asked for; a number and two categories the point-biserial
/// correlation; a number and more categories the correlation ratio; two columns of categories
/// Cramér's V without its bias.
///
/// - Missing: `pairwise` drops a row only from the pairs that lack it; `listwise` drops it from all.
/// - Errors: a pair without a coefficient holds its reason; only a wrong parameter throws.
package struct AssociationMatrix: Statistic {
  package static let name = "association"
  package static let title = "Associations"
  package static let method = "every unique pair by the coefficient that suits the two columns"

  /// A column with its name, as numbers or as categories.
  package struct Variable: Hashable, Sendable {
    /// What a column holds.
    package enum Values: Hashable, Sendable {
      case numbers(Measured)
      case categories(Categories)
    }

    /// The name.
    package let name: String
    /// The values.
    package let values: Values

    /// The second category of two.
    fileprivate var secondCategory: Value? {
      guard case .categories(let categories) = values, categories.levels.count == 2 else {
        return nil
      }
      return categories.levels[1]
    }

    /// Takes a column: text and booleans as categories where mixed columns are compared, else all
    /// columns as numbers.
    package init(_ name: String, _ column: Column, isMixed: Bool) {
      self.name = name
      let isCategorical = column.type == .text || column.type == .boolean
      values =
        isMixed && isCategorical ? .categories(Categories(column)) : .numbers(Measured(column))
    }
  }

  /// How a pair was measured.
  package enum Measure: String, Hashable, Sendable, CaseIterable {
    case pearson, spearman, kendall
    case pointBiserial = "point_biserial"
    case correlationRatio = "correlation_ratio"
    case cramersV = "cramers_v_corrected"

    /// The name in print.
    package var title: String {
      switch self {
      case .pearson: PearsonCorrelation.title
      case .spearman: SpearmanCorrelation.title
      case .kendall: KendallCorrelation.title
      case .pointBiserial: PointBiserial.title
      case .correlationRatio: CorrelationRatio.title
      case .cramersV: CorrectedCramersV.title
      }
    }
  }

  /// How a matrix is made.
  package struct Options: Hashable, Sendable {
    /// The coefficient of two numbers.
    package var numbers = CorrelationMethod.pearson
    /// Which rows count.
    package var rows = CorrelationMatrix.Rows.pairwise
    /// The level of the intervals, which are not corrected.
    package var level = 0.95
    /// Columns that are held constant; Pearson's and Spearman's coefficients of numbers only.
    package var given: [Measured] = []
    /// How often each row counts, nil for once; Pearson's and Spearman's coefficients of numbers only.
    package var weights: [Double]?

    /// Pearson's r of pairwise complete rows with intervals of level 0.95.
    package init() {}
  }

  /// One pair of columns.
  package struct Pair: Hashable, Sendable {
    /// The first column's place among the columns.
    package let first: Int
    /// The second column's place, above the first's.
    package let second: Int
    /// The coefficient's name.
    package let measure: Measure
    /// How many rows took part, each as often as its weight says.
    package let n: Int
    /// How many rows were left out for want of a value.
    package let missing: Int
    /// How many rows were left out for an infinite value.
    package let infinite: Int
    /// The coefficient; nil where it is undefined.
    package let r: Double?
    /// The two-sided p-value; nil where it is undefined.
    package let p: Double?
    /// The confidence interval; nil where it is undefined.
    package let interval: Interval?
    /// Whether the approximation of p is poor: expected counts below 5 in more than a fifth of the
    /// cells, or in any of a table of two by two.
    package let hasSmallCounts: Bool
    /// Why a field is nil; nil where none is.
    package let reason: StatisticsError?
  }

  /// The columns' names, in order.
  package let names: [String]
  /// The second category of each column of two, nil for other columns: a point-biserial correlation
  /// is above 0 where its rows have the larger numbers.
  package let secondCategories: [Value?]
  /// How it was made.
  package let options: Options
  /// The pairs: first with second, first with third, …, second with third, ….
  package let pairs: [Pair]

  /// Relates columns of equal length.
  package init(_ variables: [Variable], _ options: Options = Options()) throws(StatisticsError) {
    try checkLevel(options.level)
    names = variables.map(\.name)
    secondCategories = variables.map(\.secondCategory)
    self.options = options
    pairs = try AssociationFinder(variables, options).pairs()
  }

  /// The pair of two columns by their places, in either order; nil on the diagonal.
  package subscript(a: Int, b: Int) -> Pair? {
    guard a != b, names.indices.contains(a), names.indices.contains(b) else { return nil }
    let (first, second) = (min(a, b), max(a, b))
    let before = first * (2 * names.count - first - 1) / 2
    return pairs[before + second - first - 1]
  }

  /// The columns' places in an order in which those that go together stand side by side.
  package var clusterOrder: ClusterOrder {
    ClusterOrder(count: names.count) { a, b in self[a, b]?.r }
  }
}
