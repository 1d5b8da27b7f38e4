import CKernels

/// Ranks from 1, equal values sharing the mean of theirs, and the sizes of those ties.
struct Ranks {
  /// The rank of each value.
  let ranks: [Double]
  /// The size of each run of equal values, ascending by value; runs of one are left out.
  let ties: [Int]

  /// Ranks finite values.
  init(_ values: [Double]) {
    var ties: [Int] = []
    let entries = RadixSort.entries(values)
    ranks = [Double](unsafeUninitializedCapacity: values.count) { ranks, count in
      entries.withUnsafeBufferPointer { entries in
        forEachRun(entries) { run in
          let rank = Ranks.rank(of: run)
          for place in run { ranks[Int(entries[place].row)] = rank }
          if run.count > 1 { ties.append(run.count) }
        }
      }
      count = entries.count
    }
    self.ties = ties
  }

  /// Σ(t³ − t) over the ties.
  var tieSum: Double { ties.reduce(0) { $0 + Ranks.tieTerm($1) } }

  /// The mean rank of a run of places counted from 0.
  static func rank(of run: Range<Int>) -> Double {
    Double(run.lowerBound + run.upperBound + 1) / 2
  }

  /// t³ − t of a tie.
  static func tieTerm(_ size: Int) -> Double {
    let t = Double(size)
    return t * (t - 1) * (t + 1)
  }
}
