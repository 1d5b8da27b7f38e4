/// The exact distribution of Spearman's coefficient where all orders are equally likely and there are
/// no ties.
enum SpearmanNull {
  /// The most pairs for which it is used.
  ///
  /// All orders of nine are 362,880; R's `cor.test` counts them to the same n.
  static let mostPairs = 9

  /// How many orders of n ranks have each sum of squared differences from 1…n, by n.
  private static let counts: [[Int]] = (0...mostPairs).map(SpearmanNull.counts)

  /// The two-sided p-value: twice the smaller tail.
  static func twoSided(_ r: Double, n: Int) -> Double {
    let counts = counts[n]
    let all = counts.reduce(0, +)
    // r = 1 − 6S/(n³ − n), and S is whole.
    let largest = (n * n * n - n) / 3
    let sum = Int(((1 - r) * Double(largest) / 2).rounded())
    let tail = 2 * sum > largest ? counts[sum...] : counts[...sum]
    return min(1, 2 * Double(tail.reduce(0, +)) / Double(all))
  }

  /// Ranks are given to the places one after the other; what matters is which are taken.
  private static func counts(_ n: Int) -> [Int] {
    let width = (n * n * n - n) / 3 + 1
    var byTaken = [[Int]](repeating: [], count: 1 << n)
    byTaken[0] = [1] + Array(repeating: 0, count: width - 1)
    for taken in 0..<(1 << n) {
      let place = taken.nonzeroBitCount
      for rank in 0..<n where taken & (1 << rank) == 0 {
        let next = taken | (1 << rank)
        if byTaken[next].isEmpty { byTaken[next] = Array(repeating: 0, count: width) }
        let square = (rank - place) * (rank - place)
        for sum in 0..<(width - square) { byTaken[next][sum + square] += byTaken[taken][sum] }
      }
      if taken + 1 < 1 << n { byTaken[taken] = [] }
    }
    return byTaken[(1 << n) - 1]
  }
}
