/// The log-rank test of equal survival in several groups.
///
/// Null hypothesis: the risk of the event is the same in all groups at every time. It is most
/// powerful where one group's risk is a constant multiple of another's, and weak where curves cross.
///
/// - Shape: at least 2 groups with rows, 60 at the most, and at least one event while members of two
///   groups were at risk. Strata are compared within themselves and added.
/// - Missing: rows that a life table leaves out; a group without rows takes no part.
/// - Source: N. Mantel, *Cancer Chemother. Rep.* 50 (1966), 163–170; weights: D. P. Harrington and
///   T. R. Fleming, *Biometrika* 69 (1982), 553–566.
package struct LogRank: HypothesisTest {
  package static let name = "log_rank"
  package static let title = "Log-rank test"
  package static let symbol = "χ²"
  package static let method = "hypergeometric variance, chi-squared approximation"

  /// How much the events at each time count.
  package enum Weighting: String, Hashable, Sendable, CaseIterable {
    /// All alike.
    case logRank = "log_rank"
    /// By how many were at risk: early events count most.
    case gehanBreslow = "gehan_breslow"
    /// By the root of how many were at risk.
    case taroneWare = "tarone_ware"
    /// By the share of all groups together without the event until just before.
    case petoPeto = "peto_peto"
  }

  /// One group's events beside those to be expected if all groups were alike.
  package struct Group: Hashable, Sendable {
    /// How many were watched.
    package let n: Int
    /// How many had the event.
    package let observed: Int
    /// How many events were to be expected, without weights.
    package let expected: Double
  }

  /// The groups in the order given.
  package let groups: [Group]
  /// How much the events at each time counted.
  package let weighting: Weighting
  /// The test statistic.
  package let chiSquared: Double
  package let degreesOfFreedom: [Double]
  package let p: Double

  package var statistic: Double { chiSquared }

  /// More groups than this are not compared.
  private static let most = 60

  /// Compares the life tables of groups.
  package init(_ groups: [SurvivalTimes], weighting: Weighting = .logRank)
    throws(StatisticsError)
  {
    try self.init(strata: [groups], weighting: weighting)
  }

  /// Compares groups within strata: each stratum holds one life table for each group, in one order.
  package init(strata: [[SurvivalTimes]], weighting: Weighting = .logRank)
    throws(StatisticsError)
  {
    let size = strata.first?.count ?? 0
    for stratum in strata where stratum.count != size {
      throw .lengthsDiffer(size, stratum.count)
    }
    let present = (0..<size).filter { group in strata.contains { $0[group].n > 0 } }
    guard present.count > 1 else { throw .tooFewGroups(needed: 2, got: present.count) }
    guard present.count <= LogRank.most else {
      throw .tooManyGroups(allowed: LogRank.most, got: present.count)
    }
    guard strata.joined().contains(where: { $0.events > 0 }) else { throw .noEvents }
    var score = LogRankScore(groups: size)
    for stratum in strata { score.add(stratum, weighting) }
    guard let (chiSquared, rank) = score.quadratic, rank > 0 else { throw .noSharedRisk }
    groups = (0..<size).map { group in
      Group(
        n: strata.reduce(0) { $0 + $1[group].n },
        observed: strata.reduce(0) { $0 + $1[group].events },
        expected: score.expected[group].value)
    }
    self.weighting = weighting
    self.chiSquared = chiSquared
    degreesOfFreedom = [Double(rank)]
    p = ChiSquaredDistribution(Double(rank)).survival(chiSquared)
  }
}

/// Weighted differences of observed and expected events with their covariance, added up over times.
private struct LogRankScore {
  let size: Int
  var expected: [CompensatedSum]
  private var difference: [CompensatedSum]
  /// The lower triangle, row by row.
  private var covariance: [CompensatedSum]

  init(groups: Int) {
    size = groups
    expected = Array(repeating: CompensatedSum(), count: groups)
    difference = expected
    covariance = Array(repeating: CompensatedSum(), count: groups * (groups + 1) / 2)
  }

  /// Adds the times of one stratum.
  mutating func add(_ groups: [SurvivalTimes], _ weighting: LogRank.Weighting) {
    let moments = LogRankScore.moments(groups)
    var atRisk = groups.map { Double($0.n) }
    var events = Array(repeating: 0.0, count: size)
    var (total, survival, index) = (atRisk.reduce(0, +), DoubleDouble(1), 0)
    while index < moments.count {
      let time = moments[index].time
      let start = index
      while index < moments.count, moments[index].time == time {
        events[moments[index].group] = Double(moments[index].step.events)
        index += 1
      }
      let dead = moments[start..<index].reduce(0.0) { $0 + Double($1.step.events) }
      if dead > 0 {
        let weight = LogRankScore.weight(weighting, total, survival)
        add(events, of: atRisk, dead: dead, total: total, weight: weight)
        survival = survival * (total - dead) / total
      }
      for moment in moments[start..<index] {
        events[moment.group] = 0
        let left = Double(moment.step.events + moment.step.censored)
        atRisk[moment.group] -= left
        total -= left
      }
    }
  }

  /// A group's step at its time in a measure that all groups share.
  private struct Moment {
    let time: Double
    let group: Int
    let step: SurvivalTimes.Step
  }

  private static func moments(_ groups: [SurvivalTimes]) -> [Moment] {
    let isShared = groups.allSatisfy { $0.gauge == groups[0].gauge }
    let moments = groups.enumerated().flatMap { group, times in
      times.steps.map { step in
        Moment(
          time: isShared ? step.distance : times.gauge.value(at: step.distance), group: group,
          step: step)
      }
    }
    return moments.sorted { $0.time < $1.time }
  }

  private static func weight(
    _ weighting: LogRank.Weighting, _ total: Double, _ survival: DoubleDouble
  ) -> Double {
    switch weighting {
    case .logRank: 1
    case .gehanBreslow: total
    case .taroneWare: total.squareRoot()
    case .petoPeto: survival.value
    }
  }

  /// Adds one time at which `dead` of `total` had the event.
  private mutating func add(
    _ events: [Double], of atRisk: [Double], dead: Double, total: Double, weight: Double
  ) {
    let spread =
      total > 1 ? weight * weight * dead * (total - dead) / (total - 1) / (total * total) : 0
    var cell = 0
    for group in 0..<size {
      let share = atRisk[group]
      expected[group].add(dead * share / total)
      difference[group].add(weight * (events[group] * total - dead * share) / total)
      for other in 0..<group {
        covariance[cell].add(-spread * share * atRisk[other])
        cell += 1
      }
      covariance[cell].add(spread * share * (total - share))
      cell += 1
    }
  }

  /// The differences' quadratic form in the inverse of their covariance, with its rank.
  ///
  /// Differences add up to 0, so that the covariance is singular by one at least, and by more where
  /// some groups were never at risk together: a pivot that is nothing but rounding is left out.
  var quadratic: (value: Double, rank: Int)? {
    var rows = (0..<size).map { row in
      (0..<size).map { column in
        let (high, low) = (max(row, column), min(row, column))
        return covariance[high * (high + 1) / 2 + low].value
      }
    }
    var rest = difference.map(\.value)
    let scale = (0..<size).map { rows[$0][$0] }
    var (value, rank) = (0.0, 0)
    for pivot in 0..<size where rows[pivot][pivot] > 1e-10 * scale[pivot] {
      let (row, size) = (rows[pivot], size)
      value += rest[pivot] * rest[pivot] / row[pivot]
      rank += 1
      for below in pivot + 1..<max(size, pivot + 1) {
        let factor = row[below] / row[pivot]
        rest[below] -= factor * rest[pivot]
        for column in pivot + 1..<size { rows[below][column] -= factor * row[column] }
      }
    }
    return value.isFinite ? (value, rank) : nil
  }
}
