/// The Kaplan–Meier estimate of the share that has not had the event by a time.
///
/// - Shape: the life table of one group with at least one row.
/// - Units: times in the unit of the column, shares without one.
/// - Missing: rows without a time, an outcome or a weight, and with an infinite or negative time,
///   are left out and counted.
/// - Source: E. L. Kaplan and P. Meier, *JASA* 53 (1958), 457–481; M. Greenwood (1926).
package struct KaplanMeier: Statistic {
  package static let name = "kaplan_meier"
  package static let title = "Kaplan–Meier estimate"
  package static let method =
    "Greenwood's error; who is censored at the time of an event was at risk of it"

  /// How the estimate's intervals are made.
  package struct Options: Hashable, Sendable {
    /// On which scale the intervals are symmetric.
    package var interval: SurvivalInterval
    /// The level of the intervals.
    package var level: Double

    /// Intervals on the log–log scale at 0.95 unless said otherwise.
    package init(interval: SurvivalInterval = .logLog, level: Double = 0.95) {
      self.interval = interval
      self.level = level
    }
  }

  /// The estimate at one of the times.
  package struct Point: Hashable, Sendable {
    /// The time.
    package let time: Double
    /// How many were at risk just before.
    package let atRisk: Int
    /// How many had the event.
    package let events: Int
    /// How many were censored.
    package let censored: Int
    /// The share without the event until after this time.
    package let survival: Double
    /// Greenwood's sum Σ d/(n(n − d)) up to this time; nil once the share is 0.
    package let variance: Double?
    /// The limits of the share; nil while the share is 1 and once it is 0.
    package let interval: Interval?

    /// The standard error of the share; nil once the share is 0.
    package var standardError: Double? { variance.map { survival * $0.squareRoot() } }
  }

  /// The estimate at each distinct time, ascending; it holds until the next.
  package let points: [Point]
  /// The life table it was made from.
  package let times: SurvivalTimes
  /// How intervals were made.
  package let options: Options

  /// How many were watched.
  package var n: Int { times.n }
  /// How many had the event.
  package var events: Int { times.events }

  /// Estimates a group's survival.
  package init(_ times: SurvivalTimes, _ options: Options = Options()) throws(StatisticsError) {
    try checkLevel(options.level)
    try need(1, of: times.n)
    self.times = times
    self.options = options
    let z = NormalDistribution.critical(level: options.level)
    var (survival, variance) = (DoubleDouble(1), CompensatedSum())
    points = times.steps.map { step in
      let (n, d) = (Double(step.atRisk), Double(step.events))
      if d > 0 {
        // One rounding a step would add up over a million steps.
        survival = survival * (n - d) / n
        if d < n { variance.add(d / (n * (n - d))) }
      }
      let limits = options.interval.limits(survival, variance: variance.value, z: z)
      return Point(
        time: times.gauge.value(at: step.distance), atRisk: step.atRisk, events: step.events,
        censored: step.censored, survival: survival.value,
        variance: survival.value > 0 ? variance.value : nil,
        interval: limits.flatMap { limits in
          Interval(
            low: limits.low, high: limits.high, level: options.level,
            method: "Greenwood, \(options.interval.title)")
        })
    }
  }

  /// The place of the last point at or before a time; nil before the first.
  private func place(of time: Double) -> Int? {
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle].time <= time { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The estimate in force at a time; nil before the first time, where the share is 1.
  package func point(at time: Double) -> Point? { place(of: time).map { points[$0] } }

  /// How many were at risk just before a time.
  package func atRisk(at time: Double) -> Int {
    guard let place = place(of: time) else { return n }
    let point = points[place]
    return point.time == time ? point.atRisk : point.atRisk - point.events - point.censored
  }
}
