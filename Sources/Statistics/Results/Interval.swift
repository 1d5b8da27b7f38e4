/// A confidence interval: its ends, level and method.
package struct Interval: Hashable, Sendable {
  /// The lower end.
  package let low: Double
  /// The upper end.
  package let high: Double
  /// The share of such intervals that hold the true value, such as 0.95.
  package let level: Double
  /// How the ends were found, such as `Fisher z`.
  package let method: String

  /// Whether both ends are finite.
  package var isBounded: Bool { low.isFinite && high.isFinite }

  /// Makes an interval; nil where an end is NaN.
  package init?(low: Double, high: Double, level: Double, method: String) {
    guard !low.isNaN, !high.isNaN else { return nil }
    self.low = low
    self.high = high
    self.level = level
    self.method = method
  }
}

/// Throws unless a confidence level lies between 0 and 1.
func checkLevel(_ level: Double) throws(StatisticsError) {
  guard level > 0, level < 1 else { throw .invalidParameter("a level lies between 0 and 1") }
}
