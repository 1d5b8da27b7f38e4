import Glibc

/// Fisher's exact test of independence in a cross table.
///
/// Null hypothesis: the two columns are independent. The p-value is the probability, the margins
/// given, of all tables that are at most as likely as the one found (two-sided as in R and SciPy).
/// For two by two tables the odds ratio is the conditional maximum likelihood estimate.
///
/// - Shape: at least 2 row values and 2 column values. Tables larger than two by two are counted
///   column by column; where that takes more than ``effortLimit`` steps the test is undefined.
/// - Source: R. A. Fisher, *JRSS* 98 (1935), 39–82; C. R. Mehta and N. R. Patel, *JASA* 78 (1983),
///   427–434, for the counting by columns.
package struct FisherExact: HypothesisTest {
  package static let name = "fisher_exact"
  package static let title = "Fisher's exact test"
  package static let symbol = "conditional OR"
  package static let method = "two-sided: all tables at most as likely, margins given"

  /// How many rows were counted.
  package let n: Int
  /// The conditional estimate of the odds ratio of a two by two table, 0 or infinite where a cell is
  /// 0; nil for larger tables.
  package let oddsRatio: Double?
  /// The exact confidence interval of the odds ratio; its upper end may be infinite.
  package let interval: Interval?
  package let p: Double

  /// The odds ratio, where ``hasStatistic``.
  package var statistic: Double { oddsRatio ?? 0 }
  /// Whether the table is two by two and its odds ratio finite.
  package var hasStatistic: Bool { oddsRatio?.isFinite == true }
  package var degreesOfFreedom: [Double] { [] }
  package var estimate: TestEstimate? {
    oddsRatio.map { TestEstimate(.oddsRatio, $0, interval) }
  }

  /// How many steps the counting of a larger table may take.
  package static let effortLimit = 200_000
  /// How many rows a two by two table may count; a larger table may count as many as its steps.
  package static let rowLimit = 1_000_000_000

  /// Tests a cross table.
  package init(_ table: Crosstab, level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    let counts = table.withoutEmptyLines
    guard counts.count > 1, counts[0].count > 1 else {
      throw .tooFewGroups(needed: 2, got: min(counts.count, counts.first?.count ?? 0))
    }
    n = table.n
    let isFourfold = counts.count == 2 && counts[0].count == 2
    guard n <= (isFourfold ? FisherExact.rowLimit : FisherExact.effortLimit) else {
      throw .invalidParameter("table too large to count exactly")
    }
    guard isFourfold else {
      (oddsRatio, interval) = (nil, nil)
      p = try TableCounting(counts, effortLimit: FisherExact.effortLimit).p
      return
    }
    let exact = ConditionalOdds(counts)
    p = exact.p
    oddsRatio = exact.estimate
    interval = exact.interval(level: level)
  }
}

/// The conditional inference on the odds ratio of a two by two table.
private struct ConditionalOdds {
  let found: Int
  let margins: NoncentralHypergeometric.Margins

  init(_ counts: [[Int]]) {
    found = counts[0][0]
    margins = NoncentralHypergeometric.Margins(
      row: counts[0][0] + counts[0][1], column: counts[0][0] + counts[1][0],
      n: counts[0][0] + counts[0][1] + counts[1][0] + counts[1][1])
  }

  var p: Double { NoncentralHypergeometric(margins, oddsRatio: 1).atMostAsLikely(as: found) }

  /// The odds ratio under which the mean count is the one found.
  var estimate: Double {
    if found == margins.support.lowerBound { return 0 }
    if found == margins.support.upperBound { return .infinity }
    return oddsRatio { $0.mean - Double(found) }
  }

  func interval(level: Double) -> Interval? {
    let tail = (1 - level) / 2
    let low =
      found == margins.support.lowerBound ? 0 : oddsRatio { $0.survival(from: found) - tail }
    let high =
      found == margins.support.upperBound ? .infinity : oddsRatio { tail - $0.cdf(found) }
    return Interval(low: low, high: high, level: level, method: "exact, conditional")
  }

  /// Where an ascending function of the odds ratio is 0, halving an interval of its logarithm.
  private func oddsRatio(_ excess: (NoncentralHypergeometric) -> Double) -> Double {
    func isBelow(_ logarithm: Double) -> Bool {
      excess(NoncentralHypergeometric(margins, oddsRatio: exp(logarithm))) < 0
    }
    var (low, high) = (-1.0, 1.0)
    while !isBelow(low), low > -700 { (low, high) = (low * 2, low) }
    while isBelow(high), high < 700 { (low, high) = (high, high * 2) }
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high || high - low < 1e-15 { return exp(middle) }
      if isBelow(middle) { low = middle } else { high = middle }
    }
  }
}
