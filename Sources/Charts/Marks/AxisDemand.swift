import Drawing
import Frame

/// What one mark asks of the scale of a side.
struct AxisDemand: Hashable, Sendable {
  /// The numbers to be shown, nil where there are none.
  var range: ClosedRange<Double>?
  /// The categories to be shown, in order of appearance.
  var categories: [Value] = []
  /// Whether 0 must be shown, since lengths are read from it.
  var needsZero = false
  /// Whether the axis ends with the data and not with the next tick.
  var isTight = false
  /// The smallest step that makes sense for ticks, such as 1 for counts.
  var smallestStep = 0.0
  /// The room beyond the axis's end that brackets take.
  var headroom: Points = 0
  /// How far marks reach over their places.
  var margin: Points = 0

  /// Asks for places of a column as it is: categories or numbers.
  init(_ column: ChannelColumn?, asBands: Bool = false) {
    guard let column else { return }
    if column.isCategorical || asBands {
      categories = column.column.distinctValues
    } else {
      let numbers = column.column.doubles
      range = AxisDemand.range(numbers)
      if let width = column.binWidth, let range {
        self.range = range.lowerBound...range.upperBound + width
      }
    }
  }

  /// Asks for a range of numbers.
  init(range: ClosedRange<Double>?) { self.range = range }

  /// The range of the finite numbers, nil where there is none.
  static func range(_ numbers: [Double]) -> ClosedRange<Double>? { NumberSurvey(numbers).range }

  /// Both demands in one.
  func joined(_ other: AxisDemand) -> AxisDemand {
    var demand = self
    demand.range = AxisDemand.joined(range, other.range)
    let known = Set(categories)
    demand.categories += other.categories.filter { !known.contains($0) }
    demand.needsZero = needsZero || other.needsZero
    demand.isTight = isTight || other.isTight
    demand.smallestStep = max(smallestStep, other.smallestStep)
    demand.headroom = max(headroom, other.headroom)
    demand.margin = max(margin, other.margin)
    return demand
  }

  /// The smallest range that holds both.
  static func joined(_ a: ClosedRange<Double>?, _ b: ClosedRange<Double>?) -> ClosedRange<Double>? {
    guard let a, let b else { return a ?? b }
    return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }
}
