import Glibc

/// How often the first cell of a two by two table holds each count, its margins given, when the
/// odds ratio has a given value (Fisher's noncentral hypergeometric distribution).
///
/// Probabilities are made outward from the most likely count by the ratio of neighbours, so that no
/// gamma function costs digits, and end where they vanish beside it.
struct NoncentralHypergeometric {
  /// The smallest count that has a probability.
  private let first: Int
  /// The probabilities from ``first`` on, in units of the largest.
  private let terms: [Double]
  private let total: Double

  /// The margins of a table: its first row, its first column, and all.
  struct Margins: Hashable {
    let row: Int
    let column: Int
    let n: Int

    /// The counts that the first cell may hold.
    var support: ClosedRange<Int> { max(0, row + column - n)...min(row, column) }

    /// P(count + 1) / P(count) where the odds ratio is 1.
    func ratio(after count: Int) -> Double {
      let (k, rest) = (Double(count), Double(n - row - column + count + 1))
      return (Double(row) - k) / (k + 1) * ((Double(column) - k) / rest)
    }
  }

  init(_ margins: Margins, oddsRatio: Double) {
    let support = margins.support
    let mode = NoncentralHypergeometric.mode(margins, oddsRatio)
    var (below, above) = ([Double](), [Double]())
    var (count, term) = (mode, 1.0)
    while count > support.lowerBound {
      term /= margins.ratio(after: count - 1) * oddsRatio
      guard term > 0 else { break }
      below.append(term)
      count -= 1
    }
    first = count
    (count, term) = (mode, 1.0)
    while count < support.upperBound {
      term *= margins.ratio(after: count) * oddsRatio
      guard term > 0 else { break }
      above.append(term)
      count += 1
    }
    terms = below.reversed() + [1] + above
    total = terms.sum
  }

  /// The largest count that is at least as likely as the one before it: ratios of neighbours fall.
  private static func mode(_ margins: Margins, _ oddsRatio: Double) -> Int {
    var (low, high) = (margins.support.lowerBound, margins.support.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if margins.ratio(after: middle) * oddsRatio >= 1 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// P(count ≥ k).
  func survival(from k: Int) -> Double { terms.dropFirst(max(0, k - first)).sum / total }

  /// P(count ≤ k).
  func cdf(_ k: Int) -> Double { terms.prefix(max(0, k - first + 1)).sum / total }

  /// The mean count.
  var mean: Double {
    let weighted = terms.enumerated().map { Double($0.offset) * $0.element }
    return Double(first) + weighted.sum / total
  }

  /// The probability of all counts that are at most as likely as `k`, which rounding does not set
  /// apart from it (a share of 1e-7, as R has it).
  func atMostAsLikely(as k: Int) -> Double {
    guard terms.indices.contains(k - first) else { return 0 }
    let limit = terms[k - first] * (1 + 1e-7)
    return min(1, terms.filter { $0 <= limit }.sum / total)
  }
}

extension Sequence where Element == Double {
  /// The sum, compensated.
  var sum: Double {
    var sum = CompensatedSum()
    for value in self { sum.add(value) }
    return sum.value
  }
}
