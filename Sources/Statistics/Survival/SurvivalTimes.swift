/// How long each row was watched and whether the watch ended with the event.
///
/// - Shape: one time and one outcome a row; a frequency weight where rows stand for several.
/// - Missing: NaN is a missing time or weight, nil a missing outcome.
package struct SurvivalRows: Hashable, Sendable {
  /// The time of each row.
  package let times: Measured
  /// Whether the event came at that time; false for a row that was censored then.
  package let events: [Bool?]
  /// How many rows each row stands for; nil where each stands for itself.
  package let weights: [Double]?

  /// Takes columns of equal length.
  package init(_ times: Measured, events: [Bool?], weights: [Double]? = nil)
    throws(StatisticsError)
  {
    guard times.count == events.count else { throw .lengthsDiffer(times.count, events.count) }
    if let weights {
      guard weights.count == times.count else {
        throw .lengthsDiffer(times.count, weights.count)
      }
      try SurvivalRows.check(weights)
    }
    self.init(times: times, events: events, weights: weights)
  }

  private init(times: Measured, events: [Bool?], weights: [Double]?) {
    (self.times, self.events, self.weights) = (times, events, weights)
  }

  private static func check(_ weights: [Double]) throws(StatisticsError) {
    for (row, weight) in weights.enumerated()
    where weight < 0 || weight > 0x1p31 || (!weight.isNaN && weight != weight.rounded()) {
      throw .invalidWeight(row: row)
    }
  }

  /// The rows at the given indices; their times stay comparable with those of all rows.
  package func picking(_ rows: [Int]) -> SurvivalRows {
    SurvivalRows(
      times: times.picking(rows), events: rows.map { events[$0] },
      weights: weights.map { weights in rows.map { weights[$0] } })
  }
}

/// The life table of a group: at each time how many were at risk, had the event, were censored.
///
/// Rows censored at the time of an event were still at risk of it. Times are one where they are
/// equal exactly.
package struct SurvivalTimes: Hashable, Sendable {
  /// What happened at one time.
  package struct Step: Hashable, Sendable {
    /// The time, as its distance from the gauge's origin.
    package let distance: Double
    /// How many were watched until just before this time or longer.
    package let atRisk: Int
    /// How many had the event.
    package let events: Int
    /// How many were censored.
    package let censored: Int
  }

  /// The distinct times, ascending.
  package let steps: [Step]
  /// What distances are counted in.
  package let gauge: Gauge
  /// How many were watched.
  package let n: Int
  /// How many had the event.
  package let events: Int
  /// How many rows lack a time, an outcome or a weight.
  package let missing: Int
  /// How many rows have an infinite time; they take no part.
  package let infinite: Int
  /// How many rows have a time below 0; they take no part.
  package let negative: Int

  /// How many were censored.
  package var censored: Int { n - events }

  /// The last time of the group; nil without rows.
  package var last: Double? { steps.last.map { gauge.value(at: $0.distance) } }

  /// Counts rows at each time.
  package init(_ rows: SurvivalRows) {
    gauge = rows.times.gauge
    var (missing, infinite, negative) = (0, 0, 0)
    var exits: [Exit] = []
    exits.reserveCapacity(rows.times.count)
    for (row, distance) in rows.times.distances.enumerated() {
      let weight = rows.weights?[row] ?? 1
      guard let event = rows.events[row], !distance.isNaN, !weight.isNaN else {
        missing += 1
        continue
      }
      if weight == 0 { continue }
      if distance.isInfinite { infinite += 1; continue }
      if gauge.value(at: distance) < 0 { negative += 1; continue }
      exits.append(Exit(distance: distance, isEvent: event, count: Int(weight)))
    }
    (self.missing, self.infinite, self.negative) = (missing, infinite, negative)
    n = exits.reduce(0) { $0 + $1.count }
    events = exits.reduce(0) { $0 + ($1.isEvent ? $1.count : 0) }
    exits.sort { $0.distance < $1.distance }
    steps = SurvivalTimes.steps(exits, n: n)
  }

  /// A row with the time at which its watch ended.
  private struct Exit {
    let distance: Double
    let isEvent: Bool
    let count: Int
  }

  private static func steps(_ exits: [Exit], n: Int) -> [Step] {
    var steps: [Step] = []
    var (atRisk, index) = (n, 0)
    while index < exits.count {
      let distance = exits[index].distance
      var (events, censored) = (0, 0)
      while index < exits.count, exits[index].distance == distance {
        if exits[index].isEvent {
          events += exits[index].count
        } else {
          censored += exits[index].count
        }
        index += 1
      }
      steps.append(Step(distance: distance, atRisk: atRisk, events: events, censored: censored))
      atRisk -= events + censored
    }
    return steps
  }
}
