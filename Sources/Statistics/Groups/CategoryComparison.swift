package import Frame

/// A cross table with its tests and effect sizes: how categories are spread over groups.
///
/// - Shape: a group and a category a row.
/// - Missing: rows that lack either are left out and counted.
/// - Source: W. G. Cochran, *Biometrics* 10 (1954), 417–451, for when chi-squared is good enough.
package struct CategoryComparison: Statistic {
  package static let name = "compare_categories"
  package static let title = "Comparison of shares"
  package static let method =
    "chi-squared; Fisher's exact test where more than a fifth of the expected counts are below 5 (two "
    + "by two: any), or one is below 1"

  /// The counts: rows are groups.
  package let table: Crosstab
  /// The chi-squared test with its expected counts and residuals; nil where it is undefined.
  package let chiSquare: ChiSquare?
  /// The tests of independence.
  package let tests: [TestOutcome]
  /// The effect sizes; risks are those of the last column, of the last row over the first.
  package let effects: [EffectOutcome]
  /// Cramér's V with its bias removed; nil where it is undefined.
  package let correctedV: Double?
  /// Which assumptions of the tests look broken.
  package let concerns: [ComparisonConcern]

  /// Compares the rows of a cross table; tests and effects nil stand for the automatic choice, beside
  /// which further ones may be made.
  package init(
    _ table: Crosstab, tests: [GroupTest]? = nil, furtherTests: [GroupTest] = [],
    effects: [GroupEffect]? = nil, furtherEffects: [GroupEffect] = [], level: Double = 0.95
  ) throws(StatisticsError) {
    try checkLevel(level)
    let chiSquare = try? ChiSquare(table)
    let counts = table.withoutEmptyLines
    let isFourfold = counts.count == 2 && counts[0].count == 2
    var made = (tests ?? [CategoryComparison.automatic(chiSquare, isFourfold: isFourfold)])
      .map { $0.outcome(table, level: level) }
    var concerns = CategoryComparison.concerns(chiSquare, made)
    if tests == nil, made[0].name == FisherExact.name, made[0].p == nil, chiSquare != nil {
      made = [GroupTest.chiSquare.outcome(table, level: level)]
      concerns = CategoryComparison.concerns(chiSquare, made) + [.tooLargeForExact]
    }
    (self.table, self.chiSquare, self.concerns) = (table, chiSquare, concerns)
    let further = furtherTests.map { $0.outcome(table, level: level) }
    self.tests = made + further.filter { test in !made.contains { $0.name == test.name } }
    let told = effects ?? GroupEffect.automatic(isFourfold: isFourfold)
    self.effects = (told + furtherEffects.filter { !told.contains($0) })
      .map { $0.outcome(table, level: level) }
    correctedV = (try? CramersV(table, level: level))?.corrected
  }

  /// Counts two columns and compares the groups of the first.
  package init(_ groups: Column, _ categories: Column, level: Double = 0.95)
    throws(StatisticsError)
  {
    try self.init(Crosstab(groups, categories), level: level)
  }

  /// Fisher's test where chi-squared is a poor approximation.
  ///
  /// Expected counts follow from the margins alone, so that this choice does not look at the
  /// association that is tested.
  private static func automatic(_ test: ChiSquare?, isFourfold: Bool) -> GroupTest {
    guard let test else { return .chiSquare }
    let expected = test.expected.joined().filter { $0 > 0 }
    let isPoor =
      isFourfold
      ? test.smallExpected > 0
      : 5 * test.smallExpected > expected.count || expected.contains { $0 < 1 }
    return isPoor ? .fisherExact : .chiSquare
  }

  private static func concerns(_ test: ChiSquare?, _ made: [TestOutcome]) -> [ComparisonConcern] {
    guard let test, test.smallExpected > 0, made.contains(where: { $0.name == ChiSquare.name })
    else { return [] }
    return [
      .smallExpected(
        count: test.smallExpected, cells: test.expected.joined().count { $0 > 0 })
    ]
  }
}
