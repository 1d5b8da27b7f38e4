/// Whether a model's probabilities come true: rows in groups of like probability, events found beside
/// events foretold.
///
/// Null hypothesis of ``test`` (Hosmer–Lemeshow): they agree. Groups are cut at the R-7 quantiles of
/// the probabilities, equal ones together.
///
/// - Shape: at least three groups that differ.
/// - Source: D. W. Hosmer and S. Lemeshow, *Comm. Statist.* A9 (1980), 1043–1069.
package struct Calibration: Statistic {
  package static let name = "calibration"
  package static let title = "Calibration"
  package static let method = "Hosmer–Lemeshow over tenths of the probabilities, groups − 2 df"

  /// Rows of like probability.
  package struct Group: Hashable, Sendable {
    /// How many rows.
    package let n: Double
    /// How many events among them.
    package let events: Double
    /// How many events the model foretells.
    package let expected: Double
  }

  /// The groups in order of their probability; empty ones are left out.
  package let groups: [Group]
  /// Hosmer and Lemeshow's test; nil for fewer than three groups.
  package let test: LinearDiagnostics.ResidualTest?

  /// The calibration of a logistic model in its own rows.
  package init(_ model: LogisticModel, groups count: Int = 10) {
    let weights = model.frame.weights
    let probabilities = model.probabilities
    let order = RadixSort.order(probabilities).map(Int.init)
    let cuts = Calibration.cuts(
      order.map { probabilities[$0] }, order.map { weights?[$0] ?? 1 }, count)
    var sums = Array(repeating: (n: 0.0, events: 0.0, expected: 0.0), count: count)
    for row in order {
      // Closed above, as R's `cut` does.
      let place = cuts.firstIndex { probabilities[row] <= $0 } ?? count - 1
      let weight = weights?[row] ?? 1
      sums[place].n += weight
      sums[place].events += weight * model.frame.response.high[row]
      sums[place].expected += weight * probabilities[row]
    }
    groups = sums.filter { $0.n > 0 }.map {
      Group(n: $0.n, events: $0.events, expected: $0.expected)
    }
    let statistic = groups.reduce(0) { sum, group in
      let rest = group.events - group.expected
      return sum + rest * rest / (group.expected * (1 - group.expected / group.n))
    }
    test = LinearDiagnostics.ResidualTest(
      statistic, degreesOfFreedom: Double(groups.count - 2))
  }

  /// The inner quantiles of sorted values that stand for several rows each.
  private static func cuts(_ sorted: [Double], _ weights: [Double], _ count: Int) -> [Double] {
    let total = weights.reduce(0, +)
    var ends: [Double] = []
    for weight in weights { ends.append((ends.last ?? 0) + weight) }
    func value(_ place: Double) -> Double {
      sorted[ends.firstIndex { $0 > place } ?? sorted.count - 1]
    }
    return (1..<count).map { part in
      let place = (total - 1) * Double(part) / Double(count)
      let (low, share) = (place.rounded(.down), place - place.rounded(.down))
      return value(low) + share * (value(min(low + 1, total - 1)) - value(low))
    }
  }
}
