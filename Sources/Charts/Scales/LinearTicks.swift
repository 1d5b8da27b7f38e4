/// Ticks of a linear axis by an exhaustive search of nice steps.
///
/// The score is that of J. Talbot, S. Lin, P. Hanrahan, "An Extension of Wilkinson's Algorithm for
/// Positioning Tick Labels on Axes", IEEE TVCG 16 (2010): simplicity, coverage and density weigh
/// 0.25, 0.2 and 0.5. Their term for legibility is a yes or no here, asked of measured labels.
struct LinearTicks {
  /// Where the outermost ticks may lie.
  enum Reach {
    /// At or beyond the data: the axis grows to them.
    case beyond
    /// Inside the data's range: the axis ends with the data.
    case within
  }

  let data: ClosedRange<Double>
  let reach: Reach
  /// How many ticks would be best.
  let target: Double
  /// The smallest step that makes sense, such as 1 for counts.
  var smallestStep = 0.0

  /// One labelling: multiples of a step.
  struct Labelling: Hashable {
    let step: Double
    let first: Double
    let count: Int

    /// The ticks' numbers.
    var values: [Double] { (0..<count).map { (first + Double($0)) * step } }
    /// The first and the last tick's number.
    var ends: (low: Double, high: Double) { (first * step, (first + Double(count - 1)) * step) }
  }

  /// Steps' first digits, the simplest first.
  private static let digits = [1.0, 5, 2, 2.5, 4, 3]

  /// The best labelling that fits; nil where the range is too narrow to be split.
  func best(where fits: (Labelling) -> Bool) -> Labelling? {
    candidates().sorted { ($0.score, $1.labelling.step) > ($1.score, $0.labelling.step) }
      .first { fits($0.labelling) }?.labelling
  }

  private func candidates() -> [(labelling: Labelling, score: Double)] {
    let span = data.upperBound - data.lowerBound
    guard span.isFinite, span > 0, span > data.upperBound.magnitude * 1e-12 else { return [] }
    let coarsest = magnitude(span) + 1
    return (coarsest - 3...coarsest).flatMap { exponent in
      LinearTicks.digits.enumerated().compactMap { rank, digit in
        let step = digit * powerOfTen(exponent)
        guard step >= smallestStep, step.isNormal, let labelling = labelling(step) else {
          return nil
        }
        return (labelling, score(labelling, rank: rank))
      }
    }
  }

  private func labelling(_ step: Double) -> Labelling? {
    // Room for rounding, so that 0.3 is the third multiple of 0.1.
    let room = 1e-9
    let (low, high) = (data.lowerBound / step, data.upperBound / step)
    guard high - low <= 60, abs(low) < 1e15, abs(high) < 1e15 else { return nil }
    let (first, last) =
      switch reach {
      case .beyond: ((low + room).rounded(.down), (high - room).rounded(.up))
      case .within: ((low - room).rounded(.up), (high + room).rounded(.down))
      }
    let count = Int(last - first) + 1
    return count >= 2 ? Labelling(step: step, first: first, count: count) : nil
  }

  private func score(_ labelling: Labelling, rank: Int) -> Double {
    let (low, high) = labelling.ends
    let span = data.upperBound - data.lowerBound
    let hasZero = labelling.first <= 0 && labelling.first + Double(labelling.count) > 0
    let simplicity = (hasZero ? 1.0 : 0.0) - Double(rank) / Double(LinearTicks.digits.count - 1)
    // Shares, since the squares of lengths may be too small or too large for a double. A fifth of
    // the span is forgiven more than in the paper: here the axis grows to its ticks.
    let (below, above) = ((data.lowerBound - low) / span, (data.upperBound - high) / span)
    let coverage = 1 - 0.5 * (below * below + above * above) / 0.04
    let whole = max(high, data.upperBound) - min(low, data.lowerBound)
    let density = Double(labelling.count - 1) / (high - low)
    let wanted = max(target - 1, 1) / whole
    return 0.25 * simplicity + 0.2 * coverage
      + 0.5 * (2 - max(density / wanted, wanted / density))
  }
}
