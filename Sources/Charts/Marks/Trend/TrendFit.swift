import Statistics

/// What a trend found in the rows of one panel and colour category: all that is drawn, printed and
/// written to the results is read from here.
enum TrendFit: Sendable {
  case line(LinearFit)
  case robust(TheilSen, TrendTest?)
  case local(LoessBand)
  /// A curve without a band, and why it has none where a band was to be expected.
  case curve(x: [Double], y: [Double], n: Int, noBand: String?)
  case none(StatisticsError)

  /// How many rows a moving average as a trend spans: a week of days.
  static let averageWindow = 7

  /// A band of a local regression is computed for this many rows at most: it takes a pass over the
  /// rows for each of some hundred places.
  static let mostBandRows = 20_000

  /// Fits a trend to numbers, NaN being a missing one; `transform` is how the page spreads x.
  init(
    _ kind: TrendKind, _ x: [Double], _ y: [Double], weights: [Double]?, transform: Transform
  ) {
    do throws(StatisticsError) {
      switch kind {
      case .linear: self = .line(try LinearFit(x, y, weights: weights))
      case .loess: self = try TrendFit.loess(x, y, transform)
      case .moving_average: self = try TrendFit.average(x, y)
      case .theil_sen:
        self = .robust(try TheilSen(x, y), TrendTest(x, y, isOverTime: transform == .time))
      }
    } catch {
      self = .none(error)
    }
  }

  private static func loess(_ x: [Double], _ y: [Double], _ transform: Transform)
    throws(StatisticsError) -> TrendFit
  {
    var options = LoessBand.Options()
    if let range = AxisDemand.range(x), range.lowerBound < range.upperBound {
      options.places = transform.spread(range, count: options.points)
    }
    if x.count >= 5, x.count <= mostBandRows { return .local(try LoessBand(x, y, options)) }
    let fit = try Loess(x, y, at: options.places)
    let reason = x.count < 5 ? "fewer than 5 rows" : "more rows than a band is computed for"
    return .curve(x: fit.positions, y: fit.heights, n: fit.n, noBand: reason)
  }

  private static func average(_ x: [Double], _ y: [Double]) throws(StatisticsError) -> TrendFit {
    let order = x.indices.sorted { (x[$0], $0) < (x[$1], $1) }
    let average = try MovingAverage(order.map { y[$0] }, window: averageWindow)
    return .curve(x: order.map { x[$0] }, y: average.values, n: x.count, noBand: nil)
  }

  /// Whether there is nothing to draw.
  var isEmpty: Bool { if case .none = self { true } else { false } }

  /// The slope and its interval, where the trend is a straight line.
  var slope: (value: Double, interval: Interval?)? {
    switch self {
    case .line(let line): (line.slope, line.slopeInterval())
    case .robust(let line, _): (line.slope, line.interval)
    case .local, .curve, .none: nil
    }
  }

  /// How uncertain the slope is: its standard error, of a median slope half its interval's width.
  var uncertainty: Double? {
    switch self {
    case .line(let line): line.slopeStandardError
    case .robust(let line, _): line.interval.map { $0.high / 2 - $0.low / 2 }
    case .local, .curve, .none: nil
    }
  }

  /// The probability of so steep a line where y does not depend on x; nil where there is no test.
  var p: Double? {
    switch self {
    case .line(let line): line.p
    case .robust(_, let test): test?.p
    case .local, .curve, .none: nil
    }
  }

  /// The intercept's standard error, where it has one.
  var interceptUncertainty: Double? {
    if case .line(let line) = self { line.interceptStandardError } else { nil }
  }

  /// One place of the trend, with what surrounds it there.
  struct Sample: Sendable {
    let x: Double
    let y: Double
    var confidence: Interval?
    var prediction: Interval?
  }

  /// The trend from left to right, told so closely that a scale that bends numbers bends it.
  func samples(_ transform: Transform) -> [Sample] {
    switch self {
    case .line(let line):
      transform.spread(line.minX...line.maxX, count: 33).map {
        Sample(
          x: $0, y: line.predict($0), confidence: line.confidenceBand($0),
          prediction: line.predictionBand($0))
      }
    case .robust(let line, _):
      transform.spread(line.minX...line.maxX, count: 33).map { Sample(x: $0, y: line.predict($0)) }
    case .local(let fit):
      fit.positions.indices.map {
        Sample(
          x: fit.positions[$0], y: fit.heights[$0], confidence: fit.bands[$0],
          prediction: fit.predictionBand(at: $0))
      }
    case .curve(let x, let y, _, _): zip(x, y).map { Sample(x: $0, y: $1) }
    case .none: []
    }
  }
}

/// Whether values rise or fall with x at all: the test that belongs to a Theil–Sen line.
struct TrendTest: Sendable {
  /// The name in `results.json`.
  let name: String
  /// The name in a sentence.
  let title: String
  let tau: Double
  let p: Double?

  /// Mann and Kendall's test where x is time and no moment repeats, else Kendall's τ-b; nil where
  /// neither is defined.
  init?(_ x: [Double], _ y: [Double], isOverTime: Bool) {
    if isOverTime, Set(x).count == x.count {
      let order = x.indices.sorted { x[$0] < x[$1] }
      guard let test = try? MannKendall(order.map { y[$0] }) else { return nil }
      (name, title, tau, p) = ("mann_kendall", "Mann–Kendall τ", test.tau, test.p)
    } else {
      guard let test = try? KendallCorrelation(x, y) else { return nil }
      (name, title, tau, p) = ("kendall", "Kendall’s τ-b", test.r, test.p)
    }
  }
}

extension Transform {
  /// Numbers of a range, ends included, that lie at even distances on the page.
  func spread(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    let (low, high) = (range.lowerBound, range.upperBound)
    let last = Double(max(1, count - 1))
    let even = (0..<count).map { low * (1 - Double($0) / last) + high * (Double($0) / last) }
    let (start, end) = (self(low), self(high))
    guard self != .linear, self != .time, start.isFinite, end.isFinite, start < end else {
      return even
    }
    return (0..<count).map { step in
      if step == 0 || step == count - 1 { return step == 0 ? low : high }
      return inverse(of: start + (end - start) * (Double(step) / last), in: range)
    }
  }

  /// The number of a range that the transform maps to a value: halved until doubles end.
  func inverse(of value: Double, in range: ClosedRange<Double>) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    for _ in 0..<1100 {
      let middle = low / 2 + high / 2
      if middle <= low || middle >= high { break }
      if self(middle) < value { low = middle } else { high = middle }
    }
    return low
  }
}
