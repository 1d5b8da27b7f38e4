package import Frame

/// Two of several groups compared: the common shape of all post-hoc tests.
package struct GroupPair: Hashable, Sendable {
  /// The first group's label.
  package let first: Value
  /// The second group's label.
  package let second: Value
  /// The first group's mean (or mean rank, for Dunn's test) minus the second's; nil where undefined.
  package let difference: Double?
  /// The test statistic: t, or z for Dunn's test; nil where undefined.
  package let statistic: Double?
  /// Its degrees of freedom; nil for a normal statistic.
  package let degreesOfFreedom: Double?
  /// The p-value of the pair alone; nil where the test is simultaneous or undefined.
  package let p: Double?
  /// The p-value corrected over all pairs; nil where undefined.
  package let adjustedP: Double?
  /// The interval of the difference; nil where there is none.
  package let interval: Interval?
  /// Why the pair is not tested; nil where it is.
  package let reason: StatisticsError?

  /// What one test found in a pair.
  struct Finding {
    var difference: Double
    var statistic: Double
    var degreesOfFreedom: Double?
    var p: Double?
    var adjustedP: Double?
    var interval: Interval?
  }

  /// Compares every pair of groups, in their order; where `adjustment` is given, each pair's own
  /// p-value is corrected over all pairs.
  static func all(
    _ groups: [LabelledSample], adjustment: PAdjustment? = nil,
    _ test: (Int, Int) throws(StatisticsError) -> Finding
  ) -> [GroupPair] {
    let pairs = groups.indices.flatMap { first in
      groups.indices.dropFirst(first + 1).map { (first, $0) }
    }
    var found = pairs.map { first, second in
      Result { () throws(StatisticsError) in try test(first, second) }
    }
    if let adjustment {
      let adjusted = adjustment.adjusted(found.map { try? $0.get().p })
      for place in found.indices {
        found[place] = found[place].map { finding in
          var finding = finding
          finding.adjustedP = adjusted[place]
          return finding
        }
      }
    }
    return zip(pairs, found).map { pair, outcome in
      GroupPair(groups[pair.0].label, groups[pair.1].label, outcome)
    }
  }

  private init(_ first: Value, _ second: Value, _ outcome: Result<Finding, StatisticsError>) {
    let finding = try? outcome.get()
    (self.first, self.second) = (first, second)
    difference = finding?.difference
    statistic = finding?.statistic
    degreesOfFreedom = finding?.degreesOfFreedom
    p = finding?.p
    adjustedP = finding?.adjustedP.flatMap { $0.isNaN ? nil : $0 }
    interval = finding?.interval
    switch outcome {
    case .failure(let error): reason = error
    case .success: reason = adjustedP == nil ? .outOfRange : nil
    }
  }
}

/// A group's values with its label.
package struct LabelledSample: Hashable, Sendable {
  /// The group's label.
  package let label: Value
  /// Its values.
  package let sample: Sample

  /// Names a sample.
  package init(_ label: Value, _ sample: Sample) { (self.label, self.sample) = (label, sample) }
}
