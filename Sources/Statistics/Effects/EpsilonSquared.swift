/// Epsilon squared of ranks: the share of the ranks' variance that the groups explain, H / (n − 1).
///
/// - Shape: at least 2 groups with values.
/// - Missing: absent and infinite values are left out; groups without values take no part.
/// - Source: M. Tomczak and E. Tomczak, *Trends in Sport Sciences* 1 (2014), 19–25.
package struct EpsilonSquared: EffectSize {
  package static let name = "epsilon_squared"
  package static let title = "Epsilon squared"
  package static let symbol = "ε²"
  package static let method = "of ranks: Kruskal–Wallis H over n − 1; no interval"

  package let value: Double
  package var interval: Interval? { nil }

  /// The effect of belonging to a group.
  package init(_ groups: [Sample]) throws(StatisticsError) {
    let test = try KruskalWallis(groups)
    value = test.h / Double(test.n - 1)
  }
}
