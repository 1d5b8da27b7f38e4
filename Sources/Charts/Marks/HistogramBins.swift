import Dates
import Frame
import Statistics

/// The intervals of a histogram, the same for all categories and panels.
struct HistogramBins: Hashable, Sendable {
  /// Ascending, one more than there are intervals.
  let edges: [Double]
  /// The edges as the scale can show them: one that it has no place for, such as 0 on a logarithmic
  /// scale, stands at the first or the last value.
  let shown: [Double]
  /// How wide an interval is, in words of the measure; nil where the author's own bins are shown.
  let form: Form
  /// What could not be done as asked.
  var failure: String?

  /// How the edges were chosen.
  enum Form: Hashable, Sendable {
    /// Intervals of one width.
    case width(Double)
    /// Intervals of so many whole numbers each.
    case whole(Int)
    case calendar(CalendarStep)
    /// Intervals of so many decades.
    case decades(Double)

    /// Whether the last interval holds values on its upper edge, so that none follows for them alone;
    /// whole numbers and stretches of the calendar end before the next begins.
    fileprivate var endsWithValues: Bool {
      switch self {
      case .width, .decades: true
      case .whole, .calendar: false
      }
    }
  }

  /// More intervals than this are narrower than a reader can see, unless asked for.
  static let most = 100

  /// The intervals for a column of finite numbers; nil where there are none.
  init?(_ numbers: [Double], _ column: ChannelColumn, _ settings: HistogramSettings) {
    guard let range = AxisDemand.range(numbers) else { return nil }
    let making = BinMaking(numbers: numbers, range: range, column: column, settings: settings)
    let (made, form, failure) = making.make()
    (self.form, self.failure) = (form, failure)
    edges = made.holding(range, isTightAbove: form.endsWithValues)
    let transform = column.transform
    shown = edges.map { edge in
      guard transform.refuses(edge) else { return edge }
      return edge <= range.lowerBound ? range.lowerBound : range.upperBound
    }
  }

  /// The width of intervals, where all are equal in the measure's unit.
  var width: Double? {
    switch form {
    case .width(let width): width
    case .whole(let count): Double(count)
    case .calendar, .decades: nil
    }
  }

  /// The width of an interval as a density's unit: in decades on a logarithmic scale.
  func extent(_ bin: Int) -> Double {
    if case .decades(let width) = form { return width }
    return edges[bin + 1] - edges[bin]
  }

  /// The mean width of the intervals.
  var meanExtent: Double {
    let count = edges.count - 1
    if case .decades(let width) = form { return width }
    return (edges[count] - edges[0]) / Double(count)
  }
}

/// Chooses the edges of a histogram.
private struct BinMaking {
  let numbers: [Double]
  let range: ClosedRange<Double>
  let column: ChannelColumn
  let settings: HistogramSettings

  private typealias Made = ([Double], HistogramBins.Form, String?)

  func make() -> ([Double], HistogramBins.Form, String?) {
    if let width = column.binWidth { return classes(width) }
    if column.isTime { return calendar() }
    if column.transform == .log, settings.width == nil { return decades() }
    if case .number(let width) = settings.width {
      if column.column.type == .integer, width == width.rounded(), width < 1e15 {
        return whole(Int(width), nil)
      }
      let rule = BinRule.width(width)
      if let edges = try? rule.edges(for: numbers) { return (edges, .width(width), nil) }
      return automatic("bin_width \(width) makes more than \(BinRule.limit) intervals")
    }
    if case .calendar(let step) = settings.width {
      return automatic("bin_width '\(step.words)' needs times")
    }
    return automatic(nil)
  }

  /// How many intervals are asked for.
  private func count(_ numbers: [Double]) -> Int {
    if let bins = settings.bins { return bins }
    let edges = try? settings.rule.rule.edges(for: numbers)
    return min(HistogramBins.most, max(1, (edges?.count ?? 2) - 1))
  }

  /// Bins that `bin(x, n)` made.
  private func classes(_ width: Double) -> Made {
    let span = range.upperBound / width - range.lowerBound / width
    let count = Int(min(1e5, max(1, span.rounded() + 1)))
    return (spread(count, range.lowerBound, width), .width(width), nil)
  }

  private func automatic(_ failure: String?) -> Made {
    let span = range.upperBound - range.lowerBound
    if column.column.type == .integer, span < 1e9 {
      let width = max(1, (span + 1) / Double(count(numbers)))
      let isGiven = settings.bins != nil
      return whole(Int(isGiven ? width.rounded(.up) : nice(width).rounded(.up)), failure)
    }
    if let bins = settings.bins, let edges = try? BinRule.count(bins).edges(for: numbers) {
      return (edges, .width((edges[edges.count - 1] - edges[0]) / Double(bins)), failure)
    }
    guard let bins = Bins(numbers, count: count(numbers)) else { return ([0, 1], .width(1), nil) }
    let last = ((range.upperBound - bins.start) / bins.width).rounded(.down) + 1
    let edges = spread(max(1, Int(min(1e5, last))), bins.start, bins.width)
    guard zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return ([range.lowerBound, range.upperBound], .width(bins.width), failure)
    }
    return (edges, .width(bins.width), failure)
  }

  /// Intervals of so many whole numbers each, their edges halfway between two.
  private func whole(_ count: Int, _ failure: String?) -> Made {
    let width = Double(max(1, count))
    let first = (range.lowerBound / width).rounded(.down)
    let last = (range.upperBound / width).rounded(.down)
    guard last - first < Double(BinRule.limit), range.lowerBound > -1e15, range.upperBound < 1e15
    else {
      let bins = Bins(numbers, count: HistogramBins.most)
      let width = bins?.width ?? 1
      let start = bins?.start ?? range.lowerBound
      let count = Int(max(1, min(1e4, ((range.upperBound - start) / width).rounded(.down) + 1)))
      let told =
        settings.width == nil ? failure : "bin_width makes more than \(BinRule.limit) intervals"
      return (spread(count, start, width), .width(width), told)
    }
    let edges = (0...Int(last - first) + 1).map { (first + Double($0)) * width - 0.5 }
    return (edges, .whole(Int(width)), failure)
  }

  /// By whose clocks moments are cut; days are the same everywhere.
  private var zone: Zone? { column.column.type == .timestamp ? column.settings.zone : nil }

  private func calendar() -> Made {
    var failure: String?
    if case .calendar(let step) = settings.width {
      if (range.upperBound - range.lowerBound) / step.length < Double(BinRule.limit) {
        return (
          step.borders(from: range.lowerBound, to: range.upperBound, in: zone), .calendar(step), nil
        )
      }
      failure = "bin_width makes more than \(BinRule.limit) intervals"
    } else if settings.width != nil {
      failure = "bin_width of times is one of \(CalendarStep.names.joined(separator: ", "))"
    }
    let most = settings.bins ?? count(numbers)
    let span = range.upperBound - range.lowerBound
    let fitting = CalendarStep.all.filter {
      column.column.type == .timestamp || $0.length >= 86_400
    }
    // About as many as the rule says: the step whose number comes nearest by ratio.
    let step =
      fitting.min { distance(span / $0.length, most) < distance(span / $1.length, most) }
      ?? .days
    return (
      step.borders(from: range.lowerBound, to: range.upperBound, in: zone), .calendar(step), failure
    )
  }

  private func distance(_ count: Double, _ wanted: Int) -> Double {
    abs(logarithm(max(count, 0.1)) - logarithm(Double(max(1, wanted))))
  }

  private func decades() -> Made {
    let logs = numbers.filter { $0 > 0 && $0.isFinite }.map(logarithm)
    guard let low = logs.min(), let high = logs.max(), low < high else {
      return (
        [range.lowerBound / 2, max(range.upperBound * 2, .leastNormalMagnitude)], .decades(0.6), nil
      )
    }
    // A decade is cut into as many parts as its nearest round number says, edges at whole powers.
    let ideal = (high - low) / Double(count(logs))
    let parts = [1.0, 2, 4, 5, 10, 20, 50, 100].last { 1 / $0 >= ideal * 0.75 } ?? 1
    let width = ideal > 1.4 ? ideal.rounded() : 1 / parts
    let (first, last) = ((low / width).rounded(.down), (high / width).rounded(.down) + 1)
    let edges = (0...Int(last - first)).map { raisedTen((first + Double($0)) * width) }
    // Powers beyond the doubles end with the values.
    let held = edges.map { $0 > 0 ? min($0, .greatestFiniteMagnitude) : range.lowerBound }
    return (held, .decades(width), nil)
  }

  /// The nearest of 1, 2, 5 times a power of ten.
  private func nice(_ width: Double) -> Double {
    let power = powerOfTen(magnitude(width))
    let digit = width / power
    return (digit >= 7.0710678 ? 10 : digit >= 3.1622777 ? 5 : digit >= 1.4142136 ? 2 : 1) * power
  }

  /// Edges of equal distance; decimal ones as near to their decimals as doubles are.
  private func spread(_ count: Int, _ start: Double, _ width: Double) -> [Double] {
    let inverse = (1 / width).rounded()
    let first = (start / width).rounded()
    let isDecimal =
      inverse > 1 && abs(inverse * width - 1) < 1e-12 && abs(first * width - start) < 1e-9 * width
    return (0...count).map { place in
      let edge =
        isDecimal ? (first + Double(place)) / inverse : start + Double(place) * width
      return max(-.greatestFiniteMagnitude, min(.greatestFiniteMagnitude, edge))
    }
  }
}

extension [Double] {
  /// Edges that hold all values of a range: none is lost for a rounded edge, and where the last value
  /// lies on an edge no interval is there for it alone.
  fileprivate func holding(_ range: ClosedRange<Double>, isTightAbove: Bool) -> [Double] {
    var edges: [Double] = []
    let most = Double.greatestFiniteMagnitude
    for edge in self.map({ Swift.max(-most, Swift.min(most, $0)) })
    where edge > edges.last ?? -.infinity { edges.append(edge) }
    while isTightAbove, edges.count > 2, edges[edges.count - 2] >= range.upperBound {
      edges.removeLast()
    }
    guard let first = edges.first, let last = edges.last, edges.count > 1 else {
      return range.lowerBound < range.upperBound
        ? [range.lowerBound, range.upperBound]
        : [range.lowerBound.nextDown, range.upperBound.nextUp]
    }
    edges[0] = Swift.min(first, range.lowerBound)
    edges[edges.count - 1] = Swift.max(last, range.upperBound)
    return edges
  }
}
