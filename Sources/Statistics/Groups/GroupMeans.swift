/// Groups' moments from one origin: what analyses of variance and their effect sizes are made of.
struct GroupMeans {
  /// The groups that have values.
  let groups: [Moments]
  /// How many values in all.
  let count: Int
  /// Squares of the groups' means around the grand mean, each as often as the group has values.
  let betweenSquares: Double
  /// Squares of the values around their groups' means.
  let withinSquares: Double

  var betweenFreedom: Double { Double(groups.count - 1) }
  var withinFreedom: Double { Double(count - groups.count) }

  init(_ samples: [Sample]) throws(StatisticsError) {
    let present = samples.filter { $0.count > 0 }
    guard present.count > 1 else { throw .tooFewGroups(needed: 2, got: present.count) }
    let total = present.reduce(0) { $0 + $1.count }
    guard total > present.count else { throw .tooFew(needed: present.count + 1, got: total) }
    // The grand mean as origin: subtracting it first keeps the digits by which the means differ.
    let origin = Moments(Sample(present.flatMap(\.values))).mean
    let groups = present.map { Moments($0, from: origin) }
    let rest = groups.reduce(0) { $0 + Double($1.count) * $1.offset } / Double(total)
    var (between, within) = (CompensatedSum(), CompensatedSum())
    for group in groups {
      let distance = group.offset - rest
      between.add(Double(group.count) * distance * distance)
      within.add(group.sumOfSquares)
    }
    self.groups = groups
    count = total
    (betweenSquares, withinSquares) = (between.value, within.value)
    guard betweenSquares.isFinite, withinSquares.isFinite else { throw .outOfRange }
    guard groups.contains(where: { !$0.isConstant }), withinSquares > 0 else {
      throw .constantGroups
    }
  }
}
