#if canImport(Glibc)
  import Glibc
#endif

/// The standardised difference of two groups, as tables of cohorts print it to show balance: how far
/// apart they lie in units of their spread, never negative and independent of n.
///
/// Numbers: |x̄₁ − x̄₂| / √((s₁² + s₂²)/2). Categories: √((p − q)ᵀ S⁻¹ (p − q)) of the groups' shares p and
/// q without their first category, S the mean of the two multinomial covariances.
///
/// - Shape: two groups of at least 2 values, or a cross table with a row for each group.
/// - Source: P. C. Austin, *Commun. Stat. Simul. Comput.* 38 (2009), 1228–1234; D. Yang and J. E. Dalton,
///   SAS Global Forum (2012), paper 335, for categories.
package struct StandardizedDifference: EffectSize {
  package static let name = "standardized_difference"
  package static let title = "Standardised difference"
  package static let symbol = "SMD"
  package static let method =
    "difference over the mean spread of the two groups; of more groups the largest of all pairs"

  package let value: Double
  package var interval: Interval? { nil }
  /// Which pairs of groups were left out; nil where none was.
  package let partialReason: StatisticsError?

  /// The difference of two samples.
  package init(_ x: Sample, _ y: Sample) throws(StatisticsError) {
    let test = try WelchTTest(x, y)
    let deviations = [x, y].map { Moments($0).standardDeviation ?? 0 }
    // A hypotenuse, so that no square leaves the range of doubles.
    let spread = hypot(deviations[0], deviations[1]) / 2.0.squareRoot()
    value = abs(test.meanDifference) / spread
    guard value.isFinite else { throw .outOfRange }
    partialReason = nil
  }

  /// The difference of two groups' shares of categories.
  package init(counts first: [Int], _ second: [Int]) throws(StatisticsError) {
    precondition(first.count == second.count)
    let sums = [first, second].map { Double($0.reduce(0, +)) }
    guard sums.allSatisfy({ $0 > 0 }) else { throw .tooFew(needed: 1, got: 0) }
    // A category that no row has adds nothing but a zero to the matrix.
    let kept = first.indices.filter { first[$0] + second[$0] > 0 }
    guard kept.count > 1 else { throw .constant }
    // S = T − ¼(p − q)(p − q)ᵀ with T the covariance of the mean shares, whose inverse is known: what
    // is left of Sherman and Morrison's formula are two sums over all categories, neither of which
    // cancels, in place of a matrix of all categories squared.
    var (apart, shared) = (CompensatedSum(), CompensatedSum())
    for category in kept {
      let (p, q) = (Double(first[category]) / sums[0], Double(second[category]) / sums[1])
      apart.add((p - q) * (p - q) / (p + q))
      shared.add(p * q / (p + q))
    }
    // Groups that share no category have no spread to measure by.
    guard shared.value > 0 else { throw .constantGroups }
    value = (apart.value / shared.value).squareRoot()
    partialReason = nil
  }

  /// The largest of all pairs of some samples; pairs without a value are left out and counted.
  package init(largestOf samples: [Sample]) throws(StatisticsError) {
    try self.init(largestOf: samples) { (x, y) throws(StatisticsError) in
      try StandardizedDifference(x, y)
    }
  }

  /// The largest of all pairs of rows of a cross table; pairs without a value are left out and
  /// counted.
  package init(largestOf table: Crosstab) throws(StatisticsError) {
    let rows = table.counts.filter { $0.contains { $0 > 0 } }
    try self.init(largestOf: rows) { (first, second) throws(StatisticsError) in
      try StandardizedDifference(counts: first, second)
    }
  }

  private init<Group>(
    largestOf groups: [Group],
    _ pair: (Group, Group) throws(StatisticsError) -> StandardizedDifference
  ) throws(StatisticsError) {
    guard groups.count > 1 else { throw .tooFewGroups(needed: 2, got: groups.count) }
    var found: [Double] = []
    var failure: StatisticsError?
    for first in groups.indices {
      for second in groups.indices.dropFirst(first + 1) {
        do throws(StatisticsError) {
          found.append(try pair(groups[first], groups[second]).value)
        } catch {
          failure = failure ?? error
        }
      }
    }
    let pairs = groups.count * (groups.count - 1) / 2
    guard let largest = found.max() else { throw failure ?? .outOfRange }
    value = largest
    partialReason =
      found.count < pairs ? .undefinedPairs(count: pairs - found.count, of: pairs) : nil
  }
}
