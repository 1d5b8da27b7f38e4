package import Frame

/// The survival of groups: a curve, median and restricted mean each, a test of their difference, and
/// whether curves cross.
///
/// - Shape: rows with a time and an outcome, and perhaps a label each.
/// - Missing: rows without a label are left out and counted; each group counts its own lacks.
package struct SurvivalComparison: Statistic {
  package static let name = "survival"
  package static let title = "Survival of groups"
  package static let method = "Kaplan–Meier by group, log-rank test"

  /// What is asked of the comparison.
  package struct Options: Hashable, Sendable {
    /// How the curves' intervals are made.
    package var curve: KaplanMeier.Options
    /// How much the events at each time count in the test.
    package var weighting: LogRank.Weighting
    /// Up to when means are taken; nil for the last time of the group that ends first.
    package var horizon: Double?

    /// Log–log intervals at 0.95 and the plain log-rank test unless said otherwise.
    package init(
      curve: KaplanMeier.Options = KaplanMeier.Options(),
      weighting: LogRank.Weighting = .logRank, horizon: Double? = nil
    ) {
      (self.curve, self.weighting, self.horizon) = (curve, weighting, horizon)
    }
  }

  /// One group's numbers.
  package struct Group: Hashable, Sendable {
    /// The group's label; nil where all rows are one group.
    package let label: Value?
    /// Its life table.
    package let times: SurvivalTimes
    /// Its curve; nil without rows.
    package let curve: KaplanMeier?
    /// The time by which half had the event; nil without rows.
    package let median: SurvivalQuantile?
    /// The mean time up to the horizon; nil where there is none.
    package let mean: EffectOutcome
    /// The standard error of the mean.
    package let meanError: Double?
  }

  /// Two groups whose curves cross, by their places.
  package struct Crossing: Hashable, Sendable {
    /// The place of the one.
    package let first: Int
    /// The place of the other.
    package let second: Int
  }

  /// The groups in the order of their labels.
  package let groups: [Group]
  /// How many rows have no label.
  package let unlabelled: Int
  /// The test of difference; nil where all rows are one group.
  package let test: TestOutcome?
  /// The difference of two groups' restricted means; nil for any other number of groups.
  package let difference: EffectOutcome?
  /// Up to when means are taken; nil where no group has a time above 0.
  package let horizon: Double?
  /// The pairs of groups whose curves cross.
  package let crossings: [Crossing]
  /// What was asked.
  package let options: Options

  /// Compares the groups that a column labels; without labels, all rows are one group.
  package init(_ rows: SurvivalRows, by labels: Column?, _ options: Options = Options())
    throws(StatisticsError)
  {
    try checkLevel(options.curve.level)
    if let labels, labels.count != rows.times.count {
      throw .lengthsDiffer(rows.times.count, labels.count)
    }
    let labels = labels?.labels
    let parts = SurvivalComparison.parts(of: rows, by: labels)
    let last = parts.compactMap(\.times.last).min()
    let horizon = options.horizon ?? last.flatMap { $0 > 0 ? $0 : nil }
    let groups = parts.map { label, times in
      Group(label: label, times: times, options.curve, horizon: horizon)
    }
    self.groups = groups
    unlabelled = labels?.missing ?? 0
    self.options = options
    self.horizon = horizon
    test =
      labels == nil
      ? nil
      : TestOutcome { () throws(StatisticsError) in
        try LogRank(groups.map(\.times), weighting: options.weighting)
      }
    difference = SurvivalComparison.difference(groups, horizon)
    crossings = SurvivalComparison.crossings(groups)
  }

  private static func parts(of rows: SurvivalRows, by labels: Column?)
    -> [(label: Value?, times: SurvivalTimes)]
  {
    guard let labels else { return [(nil, SurvivalTimes(rows))] }
    return DataFrame.groups(count: labels.count, by: [labels])
      .filter { !$0.key[0].isNull }
      .sorted { Value.isOrdered($0.key[0], before: $1.key[0]) }
      .map { ($0.key[0], SurvivalTimes(rows.picking($0.rows))) }
  }

  private static func difference(_ groups: [Group], _ horizon: Double?) -> EffectOutcome? {
    guard groups.count == 2, let horizon else { return nil }
    return EffectOutcome { () throws(StatisticsError) in
      let means = try groups.map { group throws(StatisticsError) in
        try group.restrictedMean(horizon)
      }
      return try RestrictedMeanDifference(means[0], means[1])
    }
  }

  private static func crossings(_ groups: [Group]) -> [Crossing] {
    groups.indices.flatMap { second in
      (0..<second).compactMap { first in
        guard let a = groups[first].curve, let b = groups[second].curve, a.crosses(b) else {
          return nil
        }
        return Crossing(first: first, second: second)
      }
    }
  }
}

extension SurvivalComparison.Group {
  fileprivate init(
    label: Value?, times: SurvivalTimes, _ options: KaplanMeier.Options, horizon: Double?
  ) {
    let curve = try? KaplanMeier(times, options)
    self.label = label
    self.times = times
    self.curve = curve
    median = curve.flatMap { try? SurvivalQuantile($0) }
    var error: Double?
    mean = EffectOutcome { () throws(StatisticsError) in
      guard let horizon else { throw .tooFew(needed: 1, got: times.n) }
      let mean = try SurvivalComparison.Group.mean(curve, horizon)
      error = mean.standardError
      return mean
    }
    meanError = error
  }

  fileprivate func restrictedMean(_ horizon: Double) throws(StatisticsError) -> RestrictedMean {
    try SurvivalComparison.Group.mean(curve, horizon)
  }

  private static func mean(_ curve: KaplanMeier?, _ horizon: Double) throws(StatisticsError)
    -> RestrictedMean
  {
    guard let curve else { throw .tooFew(needed: 1, got: 0) }
    return try RestrictedMean(curve, horizon: horizon)
  }
}

extension KaplanMeier {
  /// Whether each of two curves is above the other, at some time, by more than chance would have it at
  /// that time: by more than the normal quantile of the level times the error of their difference.
  fileprivate func crosses(_ other: KaplanMeier) -> Bool {
    let z = NormalDistribution.critical(level: options.level)
    let end = min(points.last?.time ?? 0, other.points.last?.time ?? 0)
    var (mine, theirs) = (0, 0)
    var (isAbove, isBelow) = (false, false)
    while mine < points.count || theirs < other.points.count {
      let time = min(
        mine < points.count ? points[mine].time : .infinity,
        theirs < other.points.count ? other.points[theirs].time : .infinity)
      if time > end { break }
      if mine < points.count, points[mine].time == time { mine += 1 }
      if theirs < other.points.count, other.points[theirs].time == time { theirs += 1 }
      let (a, b) = (share(before: mine), other.share(before: theirs))
      guard let errorA = a.error, let errorB = b.error else { break }
      let error = (errorA * errorA + errorB * errorB).squareRoot()
      if error > 0, abs(a.share - b.share) > z * error {
        if a.share > b.share { isAbove = true } else { isBelow = true }
      }
    }
    return isAbove && isBelow
  }

  /// The share in force before the point at a place, with its error.
  private func share(before place: Int) -> (share: Double, error: Double?) {
    guard place > 0 else { return (1, 0) }
    return (points[place - 1].survival, points[place - 1].standardError)
  }
}
