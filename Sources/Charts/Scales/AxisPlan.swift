import Dates
import Drawing
import Formatting
import Frame

/// What one side of the chart measures: decided from the data, before anything has a place.
struct AxisPlan: Hashable, Sendable {
  /// The kind of places.
  enum Places: Hashable, Sendable {
    case numbers(Transform, ClosedRange<Double>)
    case bands([Value])
  }

  var places: Places
  /// The first layer's column of this side: how values are worded.
  var channel: ChannelColumn?
  /// Whether the axis ends with the data and not with the next tick.
  var isTight: Bool
  var smallestStep: Double
  /// Whether the larger end stands where the smaller usually does.
  var isReversed = false
  /// Whether the author's domain lacked the 0 from which lengths are read.
  var wasWidened = false
  /// Whether the axis may end before what marks show: the author said where, or the scale cannot
  /// hold more.
  var isLimited = false
  /// How far marks reach over their places, which an axis that may grow gives at both ends.
  var margin: Points = 0
  /// The room beyond the axis's end that brackets take.
  var headroom: Points = 0

  /// Whether numbers along x may be years: whole ones of four digits that no format words.
  var mayBeYears: Bool {
    guard case .numbers(.linear, let range) = places, let channel, channel.settings.format == nil
    else { return false }
    return channel.column.holdsWholeNumbers && range.lowerBound >= 1000 && range.upperBound < 3000
  }

  /// What a reader must know of how the numbers are spread; nil where evenly.
  func scaleWords(in formatter: ValueFormatter) -> String? {
    switch places {
    case .numbers(.time, _):
      return channel?.settings.zone.map { formatter.clock(of: $0.name) }
    case .numbers(.symlog(let constant), let range)
    where max(range.lowerBound.magnitude, range.upperBound.magnitude) <= constant:
      // Without numbers beyond the constant nothing is logarithmic.
      return nil
    case .numbers(let transform, _): return transform.kind.map { formatter.scale($0) }
    case .bands: return nil
    }
  }

  /// The bands' values, empty for numbers.
  var bands: [Value] {
    if case .bands(let values) = places { values } else { [] }
  }
}

extension AxisPlan {
  /// Decides a side from what all marks demand of it.
  static func train(_ side: Side, _ layers: [Layer], demands: [AxisDemand]) -> AxisPlan {
    let layers = layers.filter { !$0.isBackdrop } + layers.filter(\.isBackdrop)
    let columns = layers.compactMap { $0.rows[side.channel] }
    let demand = demands.reduce(AxisDemand(range: nil)) { $0.joined($1) }
    // A side is told by the first layer that has a say, which may not be the first of all.
    let channel = columns.first
    if !demand.categories.isEmpty || demand.range == nil {
      let isBlank = demand.categories.isEmpty
      let values = isBlank ? [.text("")] : demand.categories
      return AxisPlan(
        places: .bands(order(values, side, layers, channel)), channel: isBlank ? nil : channel,
        isTight: true, smallestStep: 0)
    }
    let transform = columns.first { $0.transform != .linear }?.transform ?? .linear
    let settings = columns.map(\.settings)
    let asked = settings.compactMap(\.range).first
    let zero = demand.needsZero ? true : settings.compactMap(\.includesZero).first
    let given = asked.map { demand.needsZero && !transform.refuses(0) ? $0.reaching(0) : $0 }
    let range = given ?? span(demand, transform, zero: zero ?? (side == .x ? false : nil))
    var plan = AxisPlan(
      places: .numbers(transform, held(range, by: transform)), channel: channel,
      isTight: given != nil || demand.isTight || transform == .time,
      smallestStep: demand.smallestStep(of: columns),
      isReversed: settings.contains(where: \.isReversed))
    plan.wasWidened = given != asked
    plan.isLimited = asked != nil || plan.places != .numbers(transform, range)
    plan.margin = demand.margin
    plan.headroom = demand.headroom
    return plan
  }

  /// The part of a range between 0 and 1, both left out; a thousandth from where lengths begin.
  private static func share(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let low = range.lowerBound > 0 ? min(range.lowerBound, 0.999) : 0.001
    let high = range.upperBound < 1 ? max(range.upperBound, 0.001) : 0.999
    return low < high ? low...high : 0.001...0.999
  }

  /// The bands of a side in their order.
  static func order(
    _ values: [Value], _ side: Side, _ layers: [Layer], _ channel: ChannelColumn?
  ) -> [Value] {
    guard let channel else { return values }
    let arranged = CategoryOrdering.arranged(values, settings: channel.settings)
    guard let sort = channel.settings.sort, sort.key == .measure,
      let layer = layers.first(where: { $0.rows[side.channel] != nil }),
      let places = layer.rows[side.channel]?.column
    else { return arranged }
    let totals = CategoryOrdering.totals(places, layer.numbers(side.other.channel))
    return CategoryOrdering.byMeasure(arranged, totals, isDescending: sort.isDescending)
  }

  /// The part of a range that a scale can show.
  private static func held(_ range: ClosedRange<Double>, by transform: Transform)
    -> ClosedRange<Double>
  {
    switch transform {
    case .log: positive(range)
    case .logit: share(range)
    case .time: range.clamped(to: ChannelColumn.calendar)
    default: range
    }
  }

  /// The part of a range that a log scale can show; three decades where lengths begin at zero.
  private static func positive(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    guard range.lowerBound <= 0 else { return range }
    guard range.upperBound > 0 else { return 1...10 }
    return max(
      .leastNormalMagnitude, range.upperBound / 1000)...max(
        .leastNormalMagnitude * 10, range.upperBound)
  }

  /// What doubles can hold.
  private static let finite = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude

  /// The range to be shown: the data's, with zero where it belongs, and never without a width.
  private static func span(_ demand: AxisDemand, _ transform: Transform, zero: Bool?)
    -> ClosedRange<Double>
  {
    guard let data = demand.range?.clamped(to: AxisPlan.finite) else { return 0...1 }
    var (low, high) = (data.lowerBound, data.upperBound)
    if transform == .log {
      // Another layer may hold what a log scale cannot show.
      return low < high || low <= 0
        ? low...high
        : max(.leastNonzeroMagnitude, low / 2)...min(.greatestFiniteMagnitude, high * 2)
    }
    if transform == .logit {
      return low < high || low <= 0 || high >= 1
        ? low...high : low / (2 - low)...2 * high / (1 + high)
    }
    if transform != .time, zero ?? (demand.needsZero || isNearZero(low, high, demand)) {
      (low, high) = (min(low, 0), max(high, 0))
    }
    guard low >= high else { return low...high }
    if transform == .time { return low - 43_200...high + 43_200 }
    if low == 0 { return 0...1 }
    let margin = max(low.magnitude * 0.1, .leastNormalMagnitude)
    let wide = demand.smallestStep > 0 || low == low.rounded() && low.magnitude < 10 ? 1 : margin
    return max(-.greatestFiniteMagnitude, low - wide)...min(.greatestFiniteMagnitude, high + wide)
  }

  /// Whether numbers of one sign come so close to zero that leaving it out would save little room.
  private static func isNearZero(_ low: Double, _ high: Double, _ demand: AxisDemand) -> Bool {
    guard !demand.isTight else { return false }
    return (low >= 0 && low <= 0.25 * high) || (high <= 0 && high >= 0.25 * low)
  }
}

extension ClosedRange where Bound == Double {
  /// The smallest range that also holds a number.
  fileprivate func reaching(_ number: Double) -> ClosedRange<Double> {
    Swift.min(lowerBound, number)...Swift.max(upperBound, number)
  }
}
