/// What a test estimates beside its p-value.
package struct TestEstimate: Hashable, Sendable {
  /// What is estimated.
  package enum Quantity: String, Hashable, Sendable {
    /// The first mean minus the second, in the values' unit.
    case difference
    /// The odds of the first column in the first row over those in the second.
    case oddsRatio = "odds_ratio"
  }

  /// What is estimated.
  package let quantity: Quantity
  /// The estimate; an odds ratio may be infinite.
  package let value: Double
  /// Its interval; nil where it cannot be told.
  package let interval: Interval?

  /// Takes an estimate with its interval.
  package init(_ quantity: Quantity, _ value: Double, _ interval: Interval?) {
    (self.quantity, self.value, self.interval) = (quantity, value, interval)
  }
}
