/// The exact distribution of a sum of ranks: every choice of so many of the given ranks is as likely
/// as any other.
///
/// With ties it is the permutation distribution given these ties; it need not be symmetric, so that
/// "as extreme" means at least as far from its mean.
///
/// - Source: B. Streitberg and J. Röhmel, *Statistical Software Newsletter* 12 (1986), 10–17.
enum ExactRankSum {
  /// The two-sided p-value of a sum of `size` of the ranks, which are halves of whole numbers.
  static func p(_ sum: Double, choosing size: Int, of ranks: [Double]) -> Double {
    let counts = choices(of: ranks.map { Int(2 * $0) }, choosing: size)
    // Twice the sum, and all as a multiple of the count of ranks: exact whole numbers.
    let doubled = ranks.reduce(0) { $0 + Int(2 * $1) }
    let distance = abs(Int(2 * sum) * ranks.count - doubled * size)
    var (extreme, all) = (0.0, 0.0)
    for (place, count) in counts.enumerated() where count > 0 {
      all += count
      if abs(place * ranks.count - doubled * size) >= distance { extreme += count }
    }
    return min(1, extreme / all)
  }

  /// How many choices of `size` of some whole numbers have each sum.
  private static func choices(of numbers: [Int], choosing size: Int) -> [Double] {
    let most = numbers.sorted(by: >).prefix(size).reduce(0, +)
    var counts = [[Double]](
      repeating: Array(repeating: 0, count: most + 1), count: size + 1)
    counts[0][0] = 1
    for (index, number) in numbers.enumerated() where number <= most {
      for chosen in stride(from: min(index + 1, size), through: 1, by: -1) {
        let (from, to) = (chosen - 1, chosen)
        for sum in 0...(most - number) where counts[from][sum] > 0 {
          counts[to][sum + number] += counts[from][sum]
        }
      }
    }
    return counts[size]
  }
}
