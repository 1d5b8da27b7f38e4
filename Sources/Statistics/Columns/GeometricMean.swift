import CKernels

#if canImport(Glibc)
  import Glibc
#endif

/// The geometric mean: the n-th root of the product of positive values.
///
/// - Shape: one column of at least one value, all above 0.
/// - Units: the column's.
/// - Missing: absent and infinite values are left out.
package struct GeometricMean: Statistic {
  package static let name = "geometric_mean"
  package static let title = "Geometric mean"
  package static let method = "n-th root of the product; only of values above 0"

  /// The geometric mean.
  package let value: Double
  /// How many values, each as often as its weight says.
  package let n: Int

  /// The geometric mean of a column's doubles, where NaN is a missing value.
  package init(_ values: [Double]) throws(StatisticsError) { try self.init(Sample(values)) }

  /// The geometric mean of a sample, each value as often as its weight says where weights are
  /// given.
  package init(_ sample: Sample, weights: [Int]? = nil) throws(StatisticsError) {
    guard let min = sample.min else { throw .tooFew(needed: 1, got: 0) }
    guard min > 0 else { throw .notPositive }
    n = weights.map { $0.reduce(0, +) } ?? sample.count
    guard !sample.isConstant else {
      value = min
      return
    }
    // From an origin of 0 the distances are the values times a power of ten.
    let isNear = sample.gauge.origin == 0
    let values = isNear ? sample.distances : sample.values
    let root =
      (weights.map { LogSum(values, weights: $0) }
      ?? LogSum(values, smallest: isNear ? sample.nearest ?? min : min))
      .root(n)
    value = isNear ? sample.gauge.length(root) : root
  }
}

/// The binary logarithm of a product: whole exponents apart from the product of significands, so
/// that neither leaves the range of doubles and no digit is lost to large logarithms.
private struct LogSum {
  private var exponents = 0
  private var rest = 0.0

  init(_ values: [Double], smallest: Double) {
    guard smallest >= .leastNormalMagnitude else {
      self.init(values, weights: Array(repeating: 1, count: values.count))
      return
    }
    self.init(
      values.withUnsafeBufferPointer { values in
        values.baseAddress.map { bs_product_of($0, values.count) }
          ?? bs_product(exponent: 0, rest: 1)
      })
  }

  private init(_ product: bs_product) {
    (exponents, rest) = (Int(product.exponent), log2(product.rest))
  }

  init(_ values: [Double], weights: [Int]) {
    var sum = CompensatedSum()
    for (value, weight) in zip(values, weights) {
      exponents += Int(value.exponent) * weight
      sum.add(log2(value.significand) * Double(weight))
    }
    rest = sum.value
  }

  /// The n-th root of the product.
  func root(_ n: Int) -> Double {
    let (whole, remainder) = exponents.quotientAndRemainder(dividingBy: n)
    let fraction = (Double(remainder) + rest) / Double(n)
    return Double(sign: .plus, exponent: whole, significand: exp2(fraction))
  }
}
