/// A rule for quantiles between two values, by its number in Hyndman and Fan.
package enum QuantileKind: String, Hashable, Sendable, CaseIterable {
  /// The smallest value that reaches the probability: SQL's `percentile_disc`.
  case r1
  /// As R-1, but the middle of two values where the probability falls on a step.
  case r2
  /// Place (n + 1)p: the expectation of order statistics; spreadsheets' exclusive form.
  case r6
  /// Place 1 + (n − 1)p: SQL's `percentile_cont`, pandas, numpy, R.
  case r7
  /// Place (n + 1/3)p + 1/3: nearly free of median bias, whatever the distribution.
  case r8

  /// The name in print, such as `R-7`.
  package var title: String { "R-\(rawValue.dropFirst())" }

  /// A quantile of so many values, of which a function tells what lies at a place counted from 0.
  func value(_ probability: Double, of count: Int, _ value: (Double) -> Double) -> Double {
    let n = Double(count)
    switch self {
    case .r1: return value((n * probability).rounded(.up) - 1)
    case .r2:
      let place = n * probability
      let low = value(place.rounded(.up) - 1)
      let high = value(place.rounded(.down))
      return low == high ? low : low / 2 + high / 2
    case .r6: return value((n + 1) * probability - 1)
    case .r7: return value((n - 1) * probability)
    case .r8: return value((n + 1.0 / 3) * probability + 1.0 / 3 - 1)
    }
  }
}
