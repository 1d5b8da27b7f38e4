package import Frame

/// The first table of a cohort study: variables by groups and overall, each with its numbers, one test
/// and the standardised difference.
///
/// - Shape: one label and one value of each variable a row.
/// - Missing: a row without a label is left out of all; a missing value of a variable is left out of
///   that variable and counted.
/// - Source: E. von Elm and others, *Lancet* 370 (2007), 1453–1457 (STROBE), item 14.
package struct CohortTable: Statistic {
  package static let name = "cohort_table"
  package static let title = "Characteristics by group"
  package static let method =
    "numbers by Welch's test (or ranks), categories by chi-squared or Fisher; missing values left out "
    + "of their variable"

  /// How a variable of numbers is summed up, and by what it is tested.
  package enum Centre: String, Hashable, Sendable, CaseIterable {
    /// Mean and standard deviation, Welch's test.
    case mean
    /// Median and quartiles, Mann–Whitney or Kruskal–Wallis.
    case median
  }

  /// A variable with its name.
  package struct Source: Hashable, Sendable {
    package let name: String
    package let column: Column

    /// Names a column.
    package init(_ name: String, _ column: Column) { (self.name, self.column) = (name, column) }
  }

  /// What a variable came to.
  package enum Content: Hashable, Sendable {
    /// Each group's numbers and those of all groups.
    case numbers(GroupComparison, overall: Describe)
    /// Each group's counts of the categories.
    case categories(CategoryComparison)
    /// More distinct values than are counted as categories, and how many.
    case uncounted(Int)
  }

  /// A variable of more distinct values is no category that a reader can follow, and is neither
  /// counted nor tested.
  package static let mostCategories = 40

  /// One variable of the table.
  package struct Variable: Hashable, Sendable {
    /// Its name.
    package let name: String
    package let content: Content
    /// The test of difference.
    package let test: TestOutcome
    /// The p-value corrected over all variables; nil where the test is undefined.
    package let adjustedP: Double?
    /// The standardised difference: of more than two groups the largest of all pairs.
    package let difference: EffectOutcome
    /// How many labelled rows lack a value, in each group.
    package let missing: [Int]
  }

  /// The groups in the order of their labels.
  package let labels: [Value]
  /// How many rows each group has.
  package let sizes: [Int]
  /// How many rows have no label.
  package let unlabelled: Int
  /// The variables as given.
  package let variables: [Variable]
  /// How numbers are summed up.
  package let centre: Centre
  /// How p-values are corrected over the variables.
  package let adjustment: PAdjustment

  /// How many rows are in the table.
  package var n: Int { sizes.reduce(0, +) }

  /// Describes variables by groups.
  package init(
    _ sources: [Source], by labels: Column, centre: Centre = .mean,
    adjustment: PAdjustment = .holm, level: Double = 0.95
  ) throws(StatisticsError) {
    try checkLevel(level)
    let labels = labels.labels
    let groups = DataFrame.groups(count: labels.count, by: [labels])
      .filter { !$0.key[0].isNull }.sorted { Value.isOrdered($0.key[0], before: $1.key[0]) }
    self.labels = groups.map { $0.key[0] }
    sizes = groups.map(\.rows.count)
    unlabelled = labels.missing
    (self.centre, self.adjustment) = (centre, adjustment)
    let maker = VariableMaker(
      labels: labels, groups: groups.map(\.rows), centre: centre, level: level)
    var made: [VariableMaker.Made] = []
    for source in sources { made.append(try maker.make(source)) }
    let adjusted = adjustment.adjusted(made.map(\.test.p))
    variables = zip(sources, zip(made, adjusted)).map { source, result in
      let (made, p) = result
      return Variable(
        name: source.name, content: made.content, test: made.test, adjustedP: p,
        difference: made.difference, missing: made.missing)
    }
  }
}

/// Makes a variable's part of the table.
private struct VariableMaker {
  struct Made {
    let content: CohortTable.Content
    let test: TestOutcome
    let difference: EffectOutcome
    let missing: [Int]
  }

  let labels: Column
  let groups: [[Int]]
  let centre: CohortTable.Centre
  let level: Double

  func make(_ source: CohortTable.Source) throws(StatisticsError) -> Made {
    source.column.type.isNumeric ? try numbers(source.column) : try categories(source.column)
  }

  private func numbers(_ column: Column) throws(StatisticsError) -> Made {
    let measured = Measured(column)
    let isPair = groups.count == 2
    let test: GroupTest =
      centre == .mean ? (isPair ? .welchT : .welchAnova) : (isPair ? .mannWhitney : .kruskalWallis)
    let comparison = try GroupComparison(
      measured, by: labels,
      options: GroupComparison.Options(tests: [test], effects: [], postHoc: .none, level: level))
    let samples = comparison.groups.map(\.sample)
    return Made(
      content: .numbers(
        comparison, overall: Describe(Sample(measured.picking(groups.flatMap(\.self))))),
      test: comparison.tests[0],
      difference: EffectOutcome { () throws(StatisticsError) in
        try StandardizedDifference(largestOf: samples)
      },
      missing: samples.map { $0.missing + $0.infinite })
  }

  private func categories(_ column: Column) throws(StatisticsError) -> Made {
    let values = column.distinctValues.count
    guard values <= CohortTable.mostCategories else { return uncounted(column, values: values) }
    let comparison = try CategoryComparison(labels, column, level: level)
    return Made(
      content: .categories(comparison), test: comparison.tests[0],
      difference: EffectOutcome { () throws(StatisticsError) in
        try StandardizedDifference(largestOf: comparison.table)
      },
      missing: missing(column))
  }

  /// What is told of a column of too many values, such as ids or names.
  private func uncounted(_ column: Column, values: Int) -> Made {
    let reason = StatisticsError.tooManyCategories(
      allowed: CohortTable.mostCategories, got: values)
    return Made(
      content: .uncounted(values),
      test: TestOutcome { () throws(StatisticsError) -> ChiSquare in throw reason },
      difference: EffectOutcome { () throws(StatisticsError) -> StandardizedDifference in
        throw reason
      },
      missing: missing(column))
  }

  private func missing(_ column: Column) -> [Int] {
    groups.map { rows in rows.count { !column.isPresent($0) } }
  }
}
