package import Frame

/// Two of several groups compared by Welch's t-test, its p-value corrected over all pairs by Holm.
///
/// - Missing: absent and infinite values are left out of each group.
/// - Source: B. L. Welch (1947); S. Holm, *Scand. J. Statist.* 6 (1979), 65–70.
package struct PairwiseComparison: Statistic {
  package static let name = "pairwise_welch"
  package static let title = "Pairs of groups"
  package static let method =
    "Welch's t for each pair; p-values corrected by Holm, intervals are not"

  /// The first group's label.
  package let first: Value
  /// The second group's label.
  package let second: Value
  /// The test; nil where it is undefined.
  package let test: WelchTTest?
  /// The p-value corrected over all pairs; nil where the test is undefined.
  package let adjustedP: Double?
  /// Why the test is undefined; nil where it is defined.
  package let reason: StatisticsError?

  /// All pairs of groups, in the groups' order.
  package static func all(_ groups: [GroupComparison.Group], level: Double = 0.95)
    -> [PairwiseComparison]
  {
    let pairs = groups.indices.flatMap { first in
      groups.indices.dropFirst(first + 1).map { (groups[first], groups[$0]) }
    }
    let tests = pairs.map { pair in
      Result { () throws(StatisticsError) in
        try WelchTTest(pair.0.sample, pair.1.sample, level: level)
      }
    }
    let adjusted = PAdjustment.holm.adjusted(tests.map { try? $0.get().p })
    return pairs.indices.map { place in
      PairwiseComparison(
        pairs[place].0.label, pairs[place].1.label, tests[place], adjustedP: adjusted[place])
    }
  }

  private init(
    _ first: Value, _ second: Value, _ outcome: Result<WelchTTest, StatisticsError>,
    adjustedP: Double?
  ) {
    (self.first, self.second, self.adjustedP) = (first, second, adjustedP)
    switch outcome {
    case .success(let test): (self.test, reason) = (test, nil)
    case .failure(let error): (test, reason) = (nil, error)
    }
  }
}
