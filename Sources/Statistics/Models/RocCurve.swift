/// How well a model's probabilities tell events from others.
///
/// ``area`` is the chance that an event has the higher probability than another row, ties counting
/// half.
///
/// - Shape: at least one event and one other row; two of each for an interval.
/// - Source: E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, *Biometrics* 44 (1988), 837–845.
package struct RocCurve: Statistic {
  package static let name = "roc_curve"
  package static let title = "ROC curve"
  package static let method = "area by ranks; interval by DeLong, normal"

  /// A cut of the probabilities: the shares of rows at or above it.
  package struct Point: Hashable, Sendable {
    /// The share of others that are called events.
    package let falsePositive: Double
    /// The share of events that are called events.
    package let truePositive: Double
  }

  /// The cuts from (0, 0) to (1, 1).
  package let points: [Point]
  /// The area under the curve.
  package let area: Double
  /// The area's standard error; nil for one event or one other row.
  package let standardError: Double?
  /// The area's interval, no wider than 0 to 1; nil without ``standardError``.
  package let interval: Interval?

  /// The curve of a logistic model's probabilities in its own rows.
  package init(_ model: LogisticModel, level: Double = 0.95) throws(StatisticsError) {
    try self.init(
      model.probabilities, isEvent: model.frame.response.high.map { $0 == 1 },
      weights: model.frame.weights, level: level)
  }

  /// The curve of some scores; `weights` count rows.
  package init(
    _ scores: [Double], isEvent: [Bool], weights: [Double]? = nil, level: Double = 0.95
  ) throws(StatisticsError) {
    try checkLevel(level)
    guard scores.count == isEvent.count else { throw .lengthsDiffer(scores.count, isEvent.count) }
    let cuts = RocCurve.cuts(scores, isEvent, weights)
    let (events, others) = cuts.reduce((0.0, 0.0)) { ($0.0 + $1.events, $0.1 + $1.others) }
    guard events > 0, others > 0 else { throw .constant }
    var (above, points) = ((events: 0.0, others: 0.0), [Point(falsePositive: 0, truePositive: 0)])
    var (wins, eventSquares, otherSquares) = (
      CompensatedSum(), CompensatedSum(), CompensatedSum()
    )
    // From the highest score down; a row beats those of the other kind below it, and half its equals.
    for cut in cuts {
      let below = others - above.others - cut.others / 2
      let over = above.events + cut.events / 2
      wins.add(cut.events * below)
      eventSquares.add(cut.events * (below / others) * (below / others))
      otherSquares.add(cut.others * (over / events) * (over / events))
      above = (above.events + cut.events, above.others + cut.others)
      points.append(
        Point(falsePositive: above.others / others, truePositive: above.events / events))
    }
    let area = wins.value / (events * others)
    self.area = area
    self.points = points
    standardError = RocCurve.error(
      area, (eventSquares.value, events), (otherSquares.value, others))
    interval = standardError.flatMap { error in
      let reach = NormalDistribution.critical(level: level) * error
      return Interval(
        low: max(0, area - reach), high: min(1, area + reach), level: level, method: "DeLong")
    }
  }

  private static func error(
    _ area: Double, _ first: (squares: Double, n: Double), _ second: (squares: Double, n: Double)
  ) -> Double? {
    guard first.n > 1, second.n > 1 else { return nil }
    let variances = [first, second].map { kind in
      max(0, kind.squares - kind.n * area * area) / (kind.n - 1) / kind.n
    }
    return (variances[0] + variances[1]).squareRoot()
  }

  private static func cuts(_ scores: [Double], _ isEvent: [Bool], _ weights: [Double]?)
    -> [(events: Double, others: Double)]
  {
    let order = RadixSort.order(scores).map(Int.init).reversed()
    var cuts: [(events: Double, others: Double)] = []
    var last = Double.nan
    for row in order {
      if scores[row] != last { cuts.append((0, 0)) }
      last = scores[row]
      let weight = weights?[row] ?? 1
      if isEvent[row] {
        cuts[cuts.count - 1].events += weight
      } else {
        cuts[cuts.count - 1].others += weight
      }
    }
    return cuts
  }
}
