/// A correlation coefficient with its n, test and interval.
package protocol Correlation: Statistic {
  /// How many complete pairs.
  var n: Int { get }
  /// How many rows lack a value in either column.
  var missing: Int { get }
  /// How many further rows hold an infinite value.
  var infinite: Int { get }
  /// The coefficient, from −1 to 1.
  var r: Double { get }
  /// The two-sided p-value of no correlation; nil where there are too few pairs to tell.
  var p: Double? { get }
  /// The confidence interval; nil where there are too few pairs to tell.
  var interval: Interval? { get }
}

/// The correlation coefficients that a spec may name.
package enum CorrelationMethod: String, Hashable, Sendable, CaseIterable {
  case pearson, spearman, kendall

  /// The footnote of the method.
  package var method: String {
    switch self {
    case .pearson: PearsonCorrelation.method
    case .spearman: SpearmanCorrelation.method
    case .kendall: KendallCorrelation.method
    }
  }

  /// The name in print.
  package var title: String {
    switch self {
    case .pearson: PearsonCorrelation.title
    case .spearman: SpearmanCorrelation.title
    case .kendall: KendallCorrelation.title
    }
  }
}
