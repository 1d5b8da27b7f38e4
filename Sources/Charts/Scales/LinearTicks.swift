/// Ticks of a linear axis by an exhaustive search of nice steps.
///
/// The score is that of J. Talbot, S. Lin, P. Hanrahan, "An Extension of Wilkinson's Algorithm for
/// Positioning Tick Labels on Axes", IEEE TVCG 16 (2010): simplicity, coverage, density and
/// legibility weigh 0.25, 0.2, 0.5 and 0.05. Legibility is asked of whoever measures the labels, so
/// that the search chooses step and wording together.
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
  /// The smallest step that makes sense, such as 1 for counts; 0 for any.
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

  /// One way to word a labelling, with how legible it is: 1 at best.
  struct Option<Wording> {
    let wording: Wording
    let legibility: Double
  }

  private static let legibilityWeight = 0.05

  /// The best labelling with its wording; nil where the range is too narrow to be split or no
  /// labelling can be worded.
  func best<Wording>(worded: (Labelling) -> [Option<Wording>]) -> (Labelling, Wording)? {
    var best: (labelling: Labelling, wording: Wording, score: Double)?
    let ranked = candidates().sorted {
      ($0.score, $1.labelling.step) > ($1.score, $0.labelling.step)
    }
    for (labelling, score) in ranked {
      // What comes now cannot win, legible as it may be.
      if let best, score + LinearTicks.legibilityWeight <= best.score { break }
      for option in worded(labelling) {
        let whole = score + LinearTicks.legibilityWeight * option.legibility
        if whole > best?.score ?? -.infinity { best = (labelling, option.wording, whole) }
      }
    }
    return best.map { ($0.labelling, $0.wording) }
  }

  /// The best labelling that fits, whatever its words.
  func best(where fits: (Labelling) -> Bool) -> Labelling? {
    best { fits($0) ? [Option(wording: (), legibility: 1)] : [] }?.0
  }

  private func candidates() -> [(labelling: Labelling, score: Double)] {
    // Halves, because the difference of two huge numbers may be infinite.
    let half = data.upperBound / 2 - data.lowerBound / 2
    guard half > 0, half > data.upperBound.magnitude * 1e-12 else { return [] }
    let coarsest = magnitude(half) + 1
    return (coarsest - 3...coarsest).flatMap { exponent in
      LinearTicks.digits.enumerated().compactMap { rank, digit in
        let step = digit * powerOfTen(exponent)
        guard isSensible(step), step.isNormal, let labelling = labelling(step) else {
          return nil
        }
        return (labelling, score(labelling, rank: rank))
      }
    }
  }

  /// Whether a step is the smallest one or a multiple of it: whole numbers have no tick at 2.5.
  private func isSensible(_ step: Double) -> Bool {
    guard smallestStep > 0 else { return true }
    let multiple = (step / smallestStep).rounded()
    return multiple >= 1 && abs(step / smallestStep - multiple) < 1e-9 * multiple
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
    let labelling = Labelling(step: step, first: first, count: count)
    let isFinite = labelling.ends.low.isFinite && labelling.ends.high.isFinite
    return count >= 2 && isFinite ? labelling : nil
  }

  private func score(_ labelling: Labelling, rank: Int) -> Double {
    let (low, high) = labelling.ends
    let hasZero = labelling.first <= 0 && labelling.first + Double(labelling.count) > 0
    let simplicity = (hasZero ? 1.0 : 0.0) - Double(rank) / Double(LinearTicks.digits.count - 1)
    // Shares of the span, since squares of lengths may be beyond a double. A fifth of the span is
    // forgiven more than in the paper: here the axis grows to its ticks.
    let half = data.upperBound / 2 - data.lowerBound / 2
    func share(_ length: (Double, Double)) -> Double { (length.1 / 2 - length.0 / 2) / half }
    let (below, above) = (share((low, data.lowerBound)), share((data.upperBound, high)))
    let coverage = 1 - 0.5 * (below * below + above * above) / 0.04
    let whole = share((min(low, data.lowerBound), max(high, data.upperBound)))
    let density = Double(labelling.count - 1) / share((low, high))
    let wanted = max(target - 1, 1) / whole
    return 0.25 * simplicity + 0.2 * coverage
      + 0.5 * (2 - max(density / wanted, wanted / density))
  }
}
