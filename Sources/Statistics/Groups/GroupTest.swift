/// The tests of groups that a spec may name.
package enum GroupTest: String, Hashable, Sendable, CaseIterable {
  case welchT = "welch_t"
  case studentT = "student_t"
  case mannWhitney = "mann_whitney"
  case welchAnova = "welch_anova"
  case anova
  case kruskalWallis = "kruskal_wallis"
  case pairedT = "paired_t"
  case wilcoxon
  case chiSquare = "chi_square"
  case fisherExact = "fisher_exact"

  /// The tests that `auto` makes of numbers, the leading one first.
  ///
  /// For pairs the paired t and Wilcoxon, for two groups Welch's t and Mann–Whitney, for more Welch's
  /// ANOVA and Kruskal–Wallis. Where a group has one value, and so no variance, the test of ranks
  /// leads. One test of means that does not assume equal variances, and one of ranks. The values never choose the test, since a test chosen by a test keeps no level; the
  /// number of groups, their sizes and the pairing do.
  package static func automatic(sizes: [Int], isPaired: Bool) -> [GroupTest] {
    let tests: [GroupTest] =
      isPaired
      ? [.pairedT, .wilcoxon]
      : sizes.count == 2 ? [.welchT, .mannWhitney] : [.welchAnova, .kruskalWallis]
    return sizes.contains(1) ? tests.reversed() : tests
  }

  /// Whether the test compares two groups only.
  package var comparesTwo: Bool {
    switch self {
    case .welchT, .studentT, .mannWhitney, .pairedT, .wilcoxon: true
    case .welchAnova, .anova, .kruskalWallis, .chiSquare, .fisherExact: false
    }
  }

  /// Whether the test compares ranks rather than means.
  package var comparesRanks: Bool {
    self == .mannWhitney || self == .kruskalWallis || self == .wilcoxon
  }

  /// Whether the test counts categories rather than measuring numbers.
  package var countsCategories: Bool { self == .chiSquare || self == .fisherExact }

  /// Whether the test assumes that all groups have one variance.
  package var assumesEqualVariances: Bool { self == .studentT || self == .anova }

  /// Makes the test of numbers, or tells why it cannot be made.
  func outcome(_ groups: ComparedGroups) -> TestOutcome {
    switch self {
    case .welchT:
      TestOutcome { () throws(StatisticsError) in
        let (x, y) = try groups.two()
        return try WelchTTest(x, y, level: groups.level)
      }
    case .studentT:
      TestOutcome { () throws(StatisticsError) in
        let (x, y) = try groups.two()
        return try StudentTTest(x, y, level: groups.level)
      }
    case .mannWhitney:
      TestOutcome { () throws(StatisticsError) in
        let (x, y) = try groups.two()
        return try MannWhitney(x, y)
      }
    case .pairedT:
      TestOutcome { () throws(StatisticsError) in
        try PairedTTest(differences: try groups.differences(), level: groups.level)
      }
    case .wilcoxon:
      TestOutcome { () throws(StatisticsError) in
        try Wilcoxon(differences: try groups.differences())
      }
    case .welchAnova:
      TestOutcome { () throws(StatisticsError) in try WelchAnova(groups.samples) }
    case .anova: TestOutcome { () throws(StatisticsError) in try Anova(groups.samples) }
    case .kruskalWallis:
      TestOutcome { () throws(StatisticsError) in try KruskalWallis(groups.samples) }
    case .chiSquare:
      TestOutcome { () throws(StatisticsError) -> ChiSquare in throw .needsCategories }
    case .fisherExact:
      TestOutcome { () throws(StatisticsError) -> FisherExact in throw .needsCategories }
    }
  }

  /// Makes the test of a cross table, or tells why it cannot be made.
  func outcome(_ table: Crosstab, level: Double) -> TestOutcome {
    switch self {
    case .chiSquare: TestOutcome { () throws(StatisticsError) in try ChiSquare(table) }
    case .fisherExact:
      TestOutcome { () throws(StatisticsError) in try FisherExact(table, level: level) }
    default: outcome(ComparedGroups(samples: [], pairing: nil, level: level))
    }
  }
}

/// What tests and effects of numbers are made from.
struct ComparedGroups {
  /// The groups that have values.
  let samples: [Sample]
  /// The pairs, where rows are paired.
  let pairing: Result<Pairing, StatisticsError>?
  let level: Double

  /// The two groups of a comparison of two.
  func two() throws(StatisticsError) -> (Sample, Sample) {
    guard samples.count > 1 else { throw .tooFewGroups(needed: 2, got: samples.count) }
    guard samples.count == 2 else { throw .tooManyGroups(allowed: 2, got: samples.count) }
    return (samples[0], samples[1])
  }

  /// The differences of pairs.
  func differences() throws(StatisticsError) -> Sample {
    guard let pairing else { throw .invalidParameter("rows are not paired") }
    return try pairing.get().differences
  }
}
