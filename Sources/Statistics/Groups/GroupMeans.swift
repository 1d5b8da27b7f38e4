/// Groups' moments in one measure: what analyses of variance and their effect sizes are made of.
struct GroupMeans {
  /// The moments of the groups that have values, by one gauge and in ``unit``.
  let groups: [Moments]
  /// The moments of all values, in ``unit``.
  let whole: Moments
  /// A power of two in which squares keep in range; 1 for values of ordinary size.
  let unit: Double
  /// How many values in all.
  var count: Int { whole.count }
  /// Squares of the groups' means around the grand mean, each as often as the group has values, in
  /// ``unit``².
  let betweenSquares: Double
  /// Squares of the values around their groups' means, in ``unit``².
  let withinSquares: Double

  var betweenFreedom: Double { Double(groups.count - 1) }
  var withinFreedom: Double { Double(count - groups.count) }

  /// How far each group's mean lies from the grand mean, in ``unit``.
  var distances: [Double] {
    groups.map { $0.gauge.length(($0.offset - whole.offset).value) }
  }

  init(_ samples: [Sample]) throws(StatisticsError) {
    let (present, unit) = Sample.comparable(samples.filter { $0.count > 0 })
    guard present.count > 1 else { throw .tooFewGroups(needed: 2, got: present.count) }
    groups = present.map { Moments($0) }
    let whole = groups.dropFirst().reduce(groups[0], Moments.merge)
    guard whole.count > groups.count else {
      throw .tooFew(needed: groups.count + 1, got: whole.count)
    }
    (self.whole, self.unit) = (whole, unit)
    (betweenSquares, withinSquares) = GroupMeans.squares(groups, around: whole)
    guard groups.contains(where: { !$0.isConstant }) else { throw .constantGroups }
    guard betweenSquares.isFinite, withinSquares.isFinite, withinSquares > 0 else {
      throw .outOfRange
    }
  }

  /// Summed in double-double over the exact means: nothing cancels, however large their offset.
  private static func squares(_ groups: [Moments], around whole: Moments)
    -> (between: Double, within: Double)
  {
    let unit = whole.unit
    var (between, within) = (DoubleDouble(0), DoubleDouble(0))
    for group in groups {
      let distance = (group.offset - whole.offset) * (1 / unit)
      between = between + distance * distance * Double(group.count)
      within = within + group.powers.scaled(by: group.unit / unit).second
    }
    let length = { (squares: DoubleDouble) in
      whole.gauge.length(whole.gauge.length(squares.value * unit * unit))
    }
    return (length(between), length(within))
  }
}
