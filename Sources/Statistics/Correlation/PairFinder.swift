/// Makes the pairs of a correlation matrix: in one blocked pass where every row is complete, pair by
/// pair otherwise.
struct PairFinder {
  private let columns: [Measured]
  private let options: CorrelationMatrix.Options
  private let missing: Int
  private let infinite: Int
  private let isComplete: Bool

  init(_ columns: [Measured], _ options: CorrelationMatrix.Options) {
    self.options = options
    let gaps = Gaps(columns.map(\.distances))
    if options.rows == .listwise, !gaps.isEmpty {
      self.columns = columns.map { $0.picking(gaps.completeRows) }
      (missing, infinite, isComplete) = (gaps.missing, gaps.infinite, true)
    } else {
      self.columns = columns
      (missing, infinite, isComplete) = (0, 0, gaps.isEmpty)
    }
  }

  func pairs() -> [CorrelationMatrix.Pair] {
    if isComplete, options.method != .kendall { return blocked() }
    let places = columns.indices.flatMap { first in
      columns.indices.dropFirst(first + 1).map { (first, $0) }
    }
    return sideBySide(places.count) { pairwise(places[$0].0, places[$0].1) }
  }

  private func pairwise(_ first: Int, _ second: Int) -> CorrelationMatrix.Pair {
    let sample = PairedSample(equallyLong: columns[first], columns[second])
    let left = (missing + sample.missing, infinite + sample.infinite)
    return pair(first, second, n: sample.count, left: left) {
      () throws(StatisticsError) -> any Correlation in
      switch options.method {
      case .pearson:
        let products = CrossProducts([sample.measuredX, sample.measuredY])
        return try PearsonCorrelation(
          products.moments(0, 1), missing: 0, infinite: 0, level: options.level)
      case .spearman: return try SpearmanCorrelation(sample, level: options.level)
      case .kendall: return try KendallCorrelation(sample, level: options.level)
      }
    }
  }

  private func blocked() -> [CorrelationMatrix.Pair] {
    let isRanked = options.method == .spearman
    let products = CrossProducts(
      isRanked
        ? sideBySide(columns.count) { Measured(Ranks(columns[$0].distances).ranks) } : columns)
    return columns.indices.flatMap { first in
      columns.indices.dropFirst(first + 1).map { second in
        let moments = products.moments(first, second)
        return pair(first, second, n: moments.count, left: (missing, infinite)) {
          () throws(StatisticsError) -> any Correlation in
          isRanked
            ? try SpearmanCorrelation(ranks: moments, missing: 0, infinite: 0, level: options.level)
            : try PearsonCorrelation(moments, missing: 0, infinite: 0, level: options.level)
        }
      }
    }
  }

  private func pair(
    _ first: Int, _ second: Int, n: Int, left: (missing: Int, infinite: Int),
    _ make: () throws(StatisticsError) -> any Correlation
  ) -> CorrelationMatrix.Pair {
    var correlation: (any Correlation)?
    var reason: StatisticsError?
    do throws(StatisticsError) {
      let made = try make()
      correlation = made
      let needed = options.method == .kendall ? 5 : 4
      if made.interval == nil { reason = .tooFew(needed: needed, got: n) }
    } catch {
      reason = error
    }
    return CorrelationMatrix.Pair(
      first: first, second: second, n: n, missing: left.missing, infinite: left.infinite,
      r: correlation?.r, p: correlation?.p, adjustedP: nil,
      interval: correlation?.interval, reason: reason)
  }
}

/// The rows that lack a finite value in some column.
private struct Gaps {
  let completeRows: [Int]
  let missing: Int
  let infinite: Int

  var isEmpty: Bool { missing + infinite == 0 }

  init(_ columns: [[Double]]) {
    let isComplete = sideBySide(columns.count) { Sample.isFinite(columns[$0]) }
    guard isComplete.contains(false) else {
      (completeRows, missing, infinite) = ([], 0, 0)
      return
    }
    var (complete, missing, infinite) = ([Int](), 0, 0)
    for row in columns[0].indices {
      if columns.contains(where: { $0[row].isNaN }) {
        missing += 1
      } else if columns.contains(where: { $0[row].isInfinite }) {
        infinite += 1
      } else {
        complete.append(row)
      }
    }
    (completeRows, self.missing, self.infinite) = (complete, missing, infinite)
  }
}
