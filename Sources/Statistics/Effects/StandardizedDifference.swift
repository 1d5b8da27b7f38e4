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

  /// The difference of two samples.
  package init(_ x: Sample, _ y: Sample) throws(StatisticsError) {
    let test = try WelchTTest(x, y)
    let deviations = [x, y].map { Moments($0).standardDeviation ?? 0 }
    // A hypotenuse, so that no square leaves the range of doubles.
    let spread = hypot(deviations[0], deviations[1]) / 2.0.squareRoot()
    value = abs(test.meanDifference) / spread
    guard value.isFinite else { throw .outOfRange }
  }

  /// The difference of two groups' shares of categories.
  package init(counts first: [Int], _ second: [Int]) throws(StatisticsError) {
    precondition(first.count == second.count)
    let sums = [first, second].map { Double($0.reduce(0, +)) }
    guard sums.allSatisfy({ $0 > 0 }) else { throw .tooFew(needed: 1, got: 0) }
    // A category that no row has adds nothing but a zero to the matrix.
    let kept = first.indices.filter { first[$0] + second[$0] > 0 }
    guard kept.count > 1 else { throw .constant }
    let p = kept.dropFirst().map { Double(first[$0]) / sums[0] }
    let q = kept.dropFirst().map { Double(second[$0]) / sums[1] }
    let covariance = p.indices.map { i in
      p.indices.map { j in
        i == j ? (p[i] * (1 - p[i]) + q[i] * (1 - q[i])) / 2 : -(p[i] * p[j] + q[i] * q[j]) / 2
      }
    }
    let square = try SymmetricSystem.inverseForm(covariance, zip(p, q).map { $0 - $1 })
    value = square.squareRoot()
  }

  /// The largest of all pairs of some samples.
  package init(largestOf samples: [Sample]) throws(StatisticsError) {
    try self.init(largestOf: samples) { (x, y) throws(StatisticsError) in
      try StandardizedDifference(x, y)
    }
  }

  /// The largest of all pairs of rows of a cross table.
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
    var largest = 0.0
    for first in groups.indices {
      for second in groups.indices.dropFirst(first + 1) {
        largest = max(largest, try pair(groups[first], groups[second]).value)
      }
    }
    value = largest
  }
}

/// A quadratic form of the inverse of a symmetric, positive definite matrix.
private enum SymmetricSystem {
  /// dᵀ A⁻¹ d by Cholesky: the squared length of L⁻¹d.
  static func inverseForm(_ a: [[Double]], _ d: [Double]) throws(StatisticsError) -> Double {
    var lower = a
    var solved = d
    for i in d.indices {
      for j in 0...i {
        var sum = a[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        if i == j {
          // Groups that share no category have no spread to measure by.
          guard sum > 1e-14 else { throw .constantGroups }
          lower[i][i] = sum.squareRoot()
        } else {
          lower[i][j] = sum / lower[j][j]
        }
      }
      for k in 0..<i { solved[i] -= lower[i][k] * solved[k] }
      solved[i] /= lower[i][i]
    }
    return solved.reduce(0) { $0 + $1 * $1 }
  }
}
