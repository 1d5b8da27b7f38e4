/// Pearson's chi-squared test of independence in a cross table.
///
/// Null hypothesis: the two columns are independent. No continuity correction.
///
/// - Shape: at least 2 row values and 2 column values.
/// - Source: K. Pearson, *Philosophical Magazine* 50 (1900), 157–175.
package struct ChiSquare: HypothesisTest {
  package static let name = "chi_square"
  package static let title = "Chi-squared test"
  package static let symbol = "χ²"
  package static let method = "Pearson, without continuity correction"

  /// How many rows were counted.
  package let n: Int
  /// The statistic.
  package let chiSquared: Double
  package let degreesOfFreedom: [Double]
  package let p: Double
  /// The counts that independence expects, in the shape of the table.
  package let expected: [[Double]]
  /// How many expected counts are below 5, where the approximation is poor.
  package let smallExpected: Int

  package var statistic: Double { chiSquared }

  /// Tests a cross table.
  package init(_ table: Crosstab) throws(StatisticsError) {
    let rowTotals = table.rowTotals.map(Double.init)
    let columnTotals = table.columnTotals.map(Double.init)
    let (rows, columns) = (rowTotals.count { $0 > 0 }, columnTotals.count { $0 > 0 })
    guard rows > 1, columns > 1 else {
      throw .tooFewGroups(needed: 2, got: min(rows, columns))
    }
    let n = Double(table.n)
    let expected = rowTotals.map { row in columnTotals.map { row * $0 / n } }
    var sum = CompensatedSum()
    for (observed, expected) in zip(table.counts.joined(), expected.joined()) where expected > 0 {
      let distance = Double(observed) - expected
      sum.add(distance * distance / expected)
    }
    self.n = table.n
    self.expected = expected
    smallExpected = expected.joined().count { $0 < 5 }
    chiSquared = sum.value
    degreesOfFreedom = [Double((rows - 1) * (columns - 1))]
    p = ChiSquaredDistribution(degreesOfFreedom[0]).survival(chiSquared)
  }
}
