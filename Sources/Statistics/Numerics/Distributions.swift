import CBoostMath

/// The standard normal distribution.
package enum NormalDistribution {
  /// P(X ≤ x).
  package static func cdf(_ x: Double) -> Double { bs_normal_cdf(x) }
  /// P(X > x), exact far out where 1 − P(X ≤ x) would be 0.
  package static func survival(_ x: Double) -> Double { bs_normal_survival(x) }
  /// The x with P(X ≤ x) = p.
  package static func quantile(_ p: Double) -> Double { bs_normal_quantile(p) }
  /// P(|X| > |x|).
  package static func twoSided(_ x: Double) -> Double { min(1, 2 * survival(abs(x))) }
  /// The x with P(|X| > x) = 1 − level: 1.96 for 0.95.
  package static func critical(level: Double) -> Double {
    bs_normal_upper_quantile((1 - level) / 2)
  }
}

/// Student's t distribution.
package struct StudentTDistribution: Hashable, Sendable {
  /// The degrees of freedom, above 0.
  package let degreesOfFreedom: Double

  /// Student's t with so many degrees of freedom.
  package init(_ degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// P(X ≤ x).
  package func cdf(_ x: Double) -> Double { bs_student_t_cdf(x, degreesOfFreedom) }
  /// P(X > x).
  package func survival(_ x: Double) -> Double { bs_student_t_survival(x, degreesOfFreedom) }
  /// The x with P(X ≤ x) = p.
  package func quantile(_ p: Double) -> Double { bs_student_t_quantile(p, degreesOfFreedom) }
  /// P(|X| > |x|).
  package func twoSided(_ x: Double) -> Double { min(1, 2 * survival(abs(x))) }
  /// The x with P(|X| > x) = 1 − level.
  package func critical(level: Double) -> Double {
    bs_student_t_upper_quantile((1 - level) / 2, degreesOfFreedom)
  }
}

/// The chi-squared distribution.
package struct ChiSquaredDistribution: Hashable, Sendable {
  /// The degrees of freedom, above 0.
  package let degreesOfFreedom: Double

  /// Chi-squared with so many degrees of freedom.
  package init(_ degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// P(X ≤ x).
  package func cdf(_ x: Double) -> Double { bs_chi_squared_cdf(x, degreesOfFreedom) }
  /// P(X > x).
  package func survival(_ x: Double) -> Double { bs_chi_squared_survival(x, degreesOfFreedom) }
  /// The x with P(X ≤ x) = p.
  package func quantile(_ p: Double) -> Double { bs_chi_squared_quantile(p, degreesOfFreedom) }
}

/// Fisher's F distribution.
package struct FisherFDistribution: Hashable, Sendable {
  /// The numerator's degrees of freedom, above 0.
  package let numerator: Double
  /// The denominator's degrees of freedom, above 0.
  package let denominator: Double

  /// F with the numerator's and the denominator's degrees of freedom.
  package init(_ numerator: Double, _ denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// P(X ≤ x).
  package func cdf(_ x: Double) -> Double { bs_fisher_f_cdf(x, numerator, denominator) }
  /// P(X > x).
  package func survival(_ x: Double) -> Double { bs_fisher_f_survival(x, numerator, denominator) }
  /// The x with P(X ≤ x) = p.
  package func quantile(_ p: Double) -> Double { bs_fisher_f_quantile(p, numerator, denominator) }
}
