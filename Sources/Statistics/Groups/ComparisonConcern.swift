package import Frame

/// An assumption of a comparison that looks broken; told beside the result, never a gate before it.
package enum ComparisonConcern: Hashable, Sendable {
  /// A group has so few values that its mean says little.
  case tinyGroup(label: Value, n: Int)
  /// Tests that assume one variance were made of groups whose standard deviations differ by a factor.
  case unequalSpread(ratio: Double)
  /// So many expected counts of a table are below 5, where the chi-squared approximation is poor.
  case smallExpected(count: Int, cells: Int)
  /// Beside chi-squared: the exact test was wanted but the table is too large to count.
  case tooLargeForExact

  /// With fewer values in a group the distribution of its mean is anyone's guess.
  static let fewestForMeans = 5

  /// Standard deviations that differ by more than this are told where a test assumes them equal.
  static let tellingRatio = 2.0

  /// What looks broken in a comparison of numbers.
  static func all(of groups: [GroupComparison.Group], tests: [GroupTest]) -> [ComparisonConcern] {
    let tiny = groups.filter { $0.sample.count < fewestForMeans }
      .map { ComparisonConcern.tinyGroup(label: $0.label, n: $0.sample.count) }
    guard tests.contains(where: \.assumesEqualVariances) else { return tiny }
    let spreads = groups.compactMap(\.summary.standardDeviation)
    guard let low = spreads.min(), let high = spreads.max(), high > tellingRatio * low else {
      return tiny
    }
    return tiny + [.unequalSpread(ratio: high / low)]
  }
}
