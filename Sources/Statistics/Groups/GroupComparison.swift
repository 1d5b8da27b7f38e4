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
    "pairs: paired t and Wilcoxon; two groups: Welch's t and Mann–Whitney; more: Welch's ANOVA and "
    + "Kruskal–Wallis, then Games–Howell for each pair"

  /// What is made of the groups.
  package struct Options: Hashable, Sendable {
    /// Nil for the automatic choice.
    package var tests: [GroupTest]?
    /// Tests that are made besides the automatic choice.
    package var furtherTests: [GroupTest] = []
    /// Nil for the automatic choice.
    package var effects: [GroupEffect]?
    /// Effects that are told besides the automatic choice.
    package var furtherEffects: [GroupEffect] = []
    package var postHoc: PostHoc
    /// How the p-values of pairs are corrected, where they are not simultaneous by themselves.
    package var adjustment: PAdjustment
    /// The level of all intervals.
    package var level: Double

    /// Takes the automatic choice of all that is not given.
    package init(
      tests: [GroupTest]? = nil, effects: [GroupEffect]? = nil, postHoc: PostHoc = .auto,
      adjustment: PAdjustment = .holm, level: Double = 0.95
    ) {
      self.tests = tests
      self.effects = effects
      self.postHoc = postHoc
      self.adjustment = adjustment
      self.level = level
    }
  }

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
  /// The effect sizes.
  package let effects: [EffectOutcome]
  /// The pairs of groups; nil for fewer than three groups, or where none were asked for.
  package let pairs: PairComparison?
  /// The pairs of rows; nil where rows are not paired, or could not be.
  package let pairing: Pairing?
  /// Which assumptions of the tests look broken.
  package let concerns: [ComparisonConcern]
  /// What was asked for.
  package let options: Options

  /// Compares a column's doubles, NaN being a missing value, between the groups that another column
  /// labels.
  package init(_ values: [Double], by labels: Column, _ options: Options = Options())
    throws(StatisticsError)
  {
    try self.init(Measured(values), by: labels, options: options)
  }

  /// Compares a measured column between the groups that another column labels; rows of one id are
  /// pairs where `ids` are given.
  package init(
    _ values: Measured, by labels: Column, pairedBy ids: Column? = nil, options: Options = Options()
  ) throws(StatisticsError) {
    guard values.count == labels.count else { throw .lengthsDiffer(values.count, labels.count) }
    if let ids, ids.count != labels.count { throw .lengthsDiffer(labels.count, ids.count) }
    try checkLevel(options.level)
    let labels = labels.labels
    let rows = GroupComparison.rows(by: labels)
    groups = rows.map { label, rows in
      let sample = Sample(values.picking(rows))
      return Group(label: label, summary: Describe(sample), sample: sample)
    }
    unlabelled = labels.missing
    self.options = options
    let pairing = ids.map { ids in GroupComparison.pairing(values, rows.map(\.1), by: ids) }
    self.pairing = try? pairing?.get()
    let present = groups.filter { $0.sample.count > 0 }
    let compared = ComparedGroups(
      samples: present.map(\.sample), pairing: pairing, level: options.level)
    let sizes = present.map(\.sample.count)
    let isPaired = ids != nil
    let leading = options.tests ?? GroupTest.automatic(sizes: sizes, isPaired: isPaired)
    let chosen = leading + options.furtherTests.filter { !leading.contains($0) }
    tests = chosen.map { $0.outcome(compared) }
    let told =
      options.effects
      ?? GroupEffect.automatic(groups: sizes.count, isPaired: isPaired, after: chosen.first)
    effects = (told + options.furtherEffects.filter { !told.contains($0) })
      .map { $0.outcome(compared) }
    concerns = ComparisonConcern.all(of: present, tests: chosen)
    pairs = GroupComparison.pairs(present, after: chosen.first, options)
  }

  private static func pairs(_ groups: [Group], after test: GroupTest?, _ options: Options)
    -> PairComparison?
  {
    let postHoc = options.postHoc.chosen(after: test)
    guard groups.count > 2, postHoc != .none else { return nil }
    return PairComparison(
      postHoc, groups.map { LabelledSample($0.label, $0.sample) },
      adjustment: options.adjustment, level: options.level)
  }

  /// The rows of each label, labels ascending.
  private static func rows(by labels: Column) -> [(Value, [Int])] {
    DataFrame.groups(count: labels.count, by: [labels])
      .filter { !$0.key[0].isNull }
      .map { ($0.key[0], $0.rows) }
      .sorted { Value.isOrdered($0.0, before: $1.0) }
  }

  private static func pairing(_ values: Measured, _ rows: [[Int]], by ids: Column)
    -> Result<Pairing, StatisticsError>
  {
    Result { () throws(StatisticsError) in
      guard rows.count > 1 else { throw .tooFewGroups(needed: 2, got: rows.count) }
      guard rows.count == 2 else { throw .tooManyGroups(allowed: 2, got: rows.count) }
      return try Pairing(values, rows[0], rows[1], by: ids)
    }
  }
}
