/// The tests of groups that a spec may name.
package enum GroupTest: String, Hashable, Sendable, CaseIterable {
  case welchT = "welch_t"
  case studentT = "student_t"
  case mannWhitney = "mann_whitney"
  case welchAnova = "welch_anova"
  case anova
  case kruskalWallis = "kruskal_wallis"

  /// The tests that `auto` makes: for two groups Welch's t and Mann–Whitney, for more Welch's ANOVA
  /// and Kruskal–Wallis.
  ///
  /// One test of means and one of ranks, neither of which assumes equal variances or normal values;
  /// the data never choose the test, since a test chosen by a test keeps no level.
  package static func automatic(groups: Int) -> [GroupTest] {
    groups == 2 ? [.welchT, .mannWhitney] : [.welchAnova, .kruskalWallis]
  }

  /// Whether the test compares two groups only.
  package var comparesTwo: Bool {
    self == .welchT || self == .studentT || self == .mannWhitney
  }

  /// Makes the test, or tells why it cannot be made.
  func outcome(_ groups: [Sample]) -> TestOutcome {
    switch self {
    case .welchT:
      TestOutcome { () throws(StatisticsError) in
        let (x, y) = try two(groups)
        return try WelchTTest(x, y)
      }
    case .studentT:
      TestOutcome { () throws(StatisticsError) in
        let (x, y) = try two(groups)
        return try StudentTTest(x, y)
      }
    case .mannWhitney:
      TestOutcome { () throws(StatisticsError) in
        let (x, y) = try two(groups)
        return try MannWhitney(x, y)
      }
    case .welchAnova: TestOutcome { () throws(StatisticsError) in try WelchAnova(groups) }
    case .anova: TestOutcome { () throws(StatisticsError) in try Anova(groups) }
    case .kruskalWallis: TestOutcome { () throws(StatisticsError) in try KruskalWallis(groups) }
    }
  }
}

/// The two groups of a comparison of two.
func two(_ groups: [Sample]) throws(StatisticsError) -> (Sample, Sample) {
  guard groups.count > 1 else { throw .tooFewGroups(needed: 2, got: groups.count) }
  guard groups.count == 2 else { throw .tooManyGroups(allowed: 2, got: groups.count) }
  return (groups[0], groups[1])
}
