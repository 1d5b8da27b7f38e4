package import Frame

/// A column's values compared between groups: each group's numbers, tests of difference, effect
/// sizes, and which pairs of groups differ.
///
/// - Shape: one value and one group label a row.
/// - Missing: rows without a label, and absent and infinite values, are left out and counted; a group
///   without values is listed but takes no part in tests.
package struct GroupComparison: Statistic {
  package static let name = "compare"
  package static let title = "Comparison of groups"
  package static let method =
    "two groups: Welch's t and Mann–Whitney; more: Welch's ANOVA and Kruskal–Wallis, then Welch's t "
    + "for each pair with Holm's correction"

  /// One group's numbers.
  package struct Group: Hashable, Sendable {
    /// The group's label.
    package let label: Value
    /// Count, centre, spread, quartiles and shape of its values.
    package let summary: Describe
    /// Its values.
    package let sample: Sample
  }

  /// The groups in the order of their labels.
  package let groups: [Group]
  /// How many rows have no label.
  package let unlabelled: Int
  /// The tests of difference.
  package let tests: [TestOutcome]
  /// The effect sizes: Cohen's d, Hedges' g and Cliff's δ for two groups, else η² and ω².
  package let effects: [EffectOutcome]
  /// The pairs of groups, where there are more than two groups.
  package let pairs: [PairwiseComparison]
  /// The level of all intervals.
  package let level: Double

  /// Compares a column's doubles, NaN being a missing value, between the groups that another column
  /// labels; `tests` nil stands for the automatic choice.
  package init(
    _ values: [Double], by labels: Column, tests: [GroupTest]? = nil, level: Double = 0.95
  ) throws(StatisticsError) {
    guard values.count == labels.count else { throw .lengthsDiffer(values.count, labels.count) }
    try checkLevel(level)
    let rows = GroupComparison.rows(by: labels)
    groups = rows.map { label, rows in
      let sample = Sample(rows.map { values[$0] })
      return Group(label: label, summary: Describe(sample), sample: sample)
    }
    unlabelled = labels.missing
    self.level = level
    let present = groups.filter { $0.sample.count > 0 }
    let samples = present.map(\.sample)
    self.tests = (tests ?? GroupTest.automatic(groups: samples.count)).map { $0.outcome(samples) }
    effects = GroupComparison.effects(samples, level: level)
    pairs = samples.count > 2 ? PairwiseComparison.all(present, level: level) : []
  }

  /// The rows of each label, labels ascending.
  private static func rows(by labels: Column) -> [(Value, [Int])] {
    DataFrame.groups(count: labels.count, by: [labels])
      .filter { !$0.key[0].isNull }
      .map { ($0.key[0], $0.rows) }
      .sorted { Value.isOrdered($0.0, before: $1.0) }
  }

  private static func effects(_ samples: [Sample], level: Double) -> [EffectOutcome] {
    guard samples.count == 2 else {
      return [
        EffectOutcome { () throws(StatisticsError) in try EtaSquared(samples, level: level) },
        EffectOutcome { () throws(StatisticsError) in try OmegaSquared(samples, level: level) },
      ]
    }
    let (x, y) = (samples[0], samples[1])
    return [
      EffectOutcome { () throws(StatisticsError) in try CohenD(x, y, level: level) },
      EffectOutcome { () throws(StatisticsError) in try HedgesG(x, y, level: level) },
      EffectOutcome { () throws(StatisticsError) in try CliffsDelta(x, y, level: level) },
    ]
  }
}
