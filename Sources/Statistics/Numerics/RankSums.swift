import CKernels

/// The sums of groups' ranks among all their values, equal values sharing their mean rank.
///
/// No value is ranked by itself: the values are sorted with their group's number beside them, and
/// each run of equal values adds its mean rank to its groups.
struct RankSums {
  /// Each group's sum of ranks: exact, since ranks are halves of whole numbers.
  let sums: [Double]
  /// How many values in all.
  let count: Int
  /// Whether any value occurs more than once.
  let hasTies: Bool
  /// Σ(t³ − t) over the runs of t equal values.
  let tieSum: Double

  /// Ranks samples' exact values where they are measured alike, else their doubles.
  init(_ samples: [Sample]) {
    let groups = Sample.aligned(samples).map(\.distances)
    var entries: [bs_entry] = []
    entries.reserveCapacity(groups.reduce(0) { $0 + $1.count })
    for (number, group) in groups.enumerated() {
      for value in group { entries.append(bs_entry(key: value, row: Int32(number))) }
    }
    RadixSort.sort(&entries)
    var sums = [Double](repeating: 0, count: groups.count)
    var (ties, tieSum) = (false, 0.0)
    entries.withUnsafeBufferPointer { entries in
      sums.withUnsafeMutableBufferPointer { sums in
        forEachRun(entries) { run in
          let rank = Ranks.rank(of: run)
          for place in run { sums[Int(entries[place].row)] += rank }
          guard run.count > 1 else { return }
          ties = true
          tieSum += Ranks.tieTerm(run.count)
        }
      }
    }
    self.sums = sums
    count = entries.count
    (hasTies, self.tieSum) = (ties, tieSum)
  }
}
