/// Pearson's chi-squared test of independence in a cross table.
///
/// Null hypothesis: the two columns are independent. No continuity correction unless Yates's is asked
/// for, which two by two tables alone have.
///
/// - Shape: at least 2 row values and 2 column values.
/// - Source: K. Pearson, *Philosophical Magazine* 50 (1900), 157–175; F. Yates, *Suppl. JRSS* 1 (1934),
///   217–235; S. J. Haberman, *Biometrics* 29 (1973), 205–220, for the standardised residuals.
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
  /// Each count's distance from the expected one over its standard error under independence (adjusted
  /// residuals), in the shape of the table; nil where a row or a column is empty or holds all.
  package let residuals: [[Double?]]
  /// How many expected counts are below 5, where the approximation is poor.
  package let smallExpected: Int
  /// Whether Yates's correction was made.
  package let isCorrected: Bool

  package var statistic: Double { chiSquared }
  package var methodUsed: String {
    isCorrected ? "Pearson, with Yates's continuity correction" : ChiSquare.method
  }

  /// Tests a cross table.
  package init(_ table: Crosstab, yates: Bool = false) throws(StatisticsError) {
    let rowTotals = table.rowTotals.map(Double.init)
    let columnTotals = table.columnTotals.map(Double.init)
    let (rows, columns) = (rowTotals.count { $0 > 0 }, columnTotals.count { $0 > 0 })
    guard rows > 1, columns > 1 else {
      throw .tooFewGroups(needed: 2, got: min(rows, columns))
    }
    let n = Double(table.n)
    let expected = rowTotals.map { row in columnTotals.map { row * $0 / n } }
    isCorrected = yates && rows == 2 && columns == 2
    var sum = CompensatedSum()
    for (observed, expected) in zip(table.counts.joined(), expected.joined()) where expected > 0 {
      let distance = abs(Double(observed) - expected)
      let counted = isCorrected ? distance - min(0.5, distance) : distance
      sum.add(counted * counted / expected)
    }
    self.n = table.n
    self.expected = expected
    residuals = rowTotals.indices.map { row in
      columnTotals.indices.map { column in
        let rest = (1 - rowTotals[row] / n) * (1 - columnTotals[column] / n)
        let error = (expected[row][column] * rest).squareRoot()
        let distance = Double(table.counts[row][column]) - expected[row][column]
        return error > 0 ? distance / error : nil
      }
    }
    smallExpected = expected.joined().count { $0 > 0 && $0 < 5 }
    chiSquared = sum.value
    degreesOfFreedom = [Double((rows - 1) * (columns - 1))]
    p = ChiSquaredDistribution(degreesOfFreedom[0]).survival(chiSquared)
  }
}
