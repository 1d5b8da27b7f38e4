/// A correction of p-values for the number of tests in their family.
///
/// Undefined p-values stay undefined and are no tests of the family.
///
/// - Source: S. Holm, *Scand. J. Statist.* 6 (1979), 65–70; Y. Benjamini and Y. Hochberg, *JRSS B* 57
///   (1995), 289–300; Y. Benjamini and D. Yekutieli, *Ann. Statist.* 29 (2001), 1165–1188.
package enum PAdjustment: String, Hashable, Sendable, CaseIterable {
  /// None.
  case none
  /// m·p: controls any false rejection.
  case bonferroni
  /// Step-down Bonferroni: controls any false rejection, and rejects more.
  case holm
  /// Benjamini–Hochberg: controls the share of false rejections under independence.
  case bh
  /// Benjamini–Yekutieli: the same under any dependence.
  case by

  /// The name in print.
  package var title: String {
    switch self {
    case .none: "none"
    case .bonferroni: "Bonferroni"
    case .holm: "Holm"
    case .bh: "Benjamini–Hochberg"
    case .by: "Benjamini–Yekutieli"
    }
  }

  /// The adjusted p-values, one for each given, in their order.
  package func adjusted(_ values: [Double?]) -> [Double?] {
    let family = values.indices.compactMap { index in values[index].map { (index: index, p: $0) } }
      .sorted { ($0.p, $0.index) < ($1.p, $1.index) }
    var result = values
    for (test, p) in zip(family, adjustedAscending(family.map(\.p))) { result[test.index] = p }
    return result
  }

  private func adjustedAscending(_ p: [Double]) -> [Double] {
    let m = Double(p.count)
    switch self {
    case .none: return p
    case .bonferroni: return p.map { min(1, m * $0) }
    case .holm:
      var floor = 0.0
      return p.enumerated().map { rank, p in
        floor = max(floor, min(1, (m - Double(rank)) * p))
        return floor
      }
    case .bh: return PAdjustment.stepUp(p, factor: m)
    case .by:
      return PAdjustment.stepUp(
        p, factor: m * (1...max(1, p.count)).reduce(0) { $0 + 1 / Double($1) })
    }
  }

  /// factor·p/rank, made monotone from the largest down.
  private static func stepUp(_ p: [Double], factor: Double) -> [Double] {
    var ceiling = 1.0
    return p.enumerated().reversed().map { rank, p in
      ceiling = min(ceiling, factor * p / Double(rank + 1))
      return ceiling
    }.reversed()
  }
}
