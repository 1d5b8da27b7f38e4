import Drawing

/// One plotting area with its scales: all that a mark is drawn with.
struct Panel: Sendable {
  let index: Int
  /// The plotting area in the scene.
  let frame: Rectangle
  let x: PositionScale
  let y: PositionScale
  /// The greatest value of the size channel, nil where there is none.
  let largestSize: Double?
  let context: DrawingContext
  /// Whether lines of different categories differ in their dashes, since no label names them.
  var dashesCategories = false
  /// Whether dots of different categories differ in their form, since a legend names them.
  var shapesCategories = false

  /// The dashes of a category's line.
  func dashes(_ group: Int) -> [Points] { dashesCategories ? CategoryCodes.dashes(group) : [] }

  /// The scale of a side.
  func scale(_ side: Side) -> PositionScale { side == .x ? x : y }

  /// The radius of a bubble whose area shows a value; nil where the value has no area.
  func radius(_ value: Double) -> Points? {
    guard let largestSize, largestSize > 0, value > 0, value.isFinite else { return nil }
    return Panel.radius(value, of: largestSize)
  }

  /// The radius of a bubble beside the largest one, in steps of a quarter point.
  static func radius(_ value: Double, of largest: Double) -> Points {
    let radius = largestRadius.value * (value / largest).squareRoot()
    return Points(max(1, (radius * 4).rounded() / 4))
  }

  /// The radius of the bubble of the greatest value.
  static let largestRadius: Points = 9

  /// A place in the panel given along one side and across it.
  func point(along: Double, across: Double, side: Side) -> Point {
    side == .x
      ? Point(x: Points(along), y: Points(across)) : Point(x: Points(across), y: Points(along))
  }

  /// What the sides measure at a point of the scene; nil where one holds categories.
  func spot(at point: Point) -> Spot? {
    guard let x = x.numbers, let y = y.numbers else { return nil }
    return Spot(panel: index, x: x.number(at: point.x.value), y: y.number(at: point.y.value))
  }

  /// A rectangle given by its ends along one side and across it.
  func rectangle(
    along: ClosedRange<Double>, across: ClosedRange<Double>, side: Side
  ) -> Rectangle {
    let (x, y) = side == .x ? (along, across) : (across, along)
    return Rectangle(
      x: Points(x.lowerBound), y: Points(y.lowerBound),
      width: Points(x.upperBound - x.lowerBound), height: Points(y.upperBound - y.lowerBound))
  }
}

/// A place in the numbers that the sides of a panel measure.
struct Spot: Hashable, Sendable {
  let panel: Int
  let x: Double
  let y: Double

  /// `, near age 40, risk 22`, with its panel where there are several.
  func near(_ layer: Layer, _ words: Words) -> String {
    let sides = [(Channel.x, x), (.y, y)].compactMap { channel, number in
      layer.rows[channel].map {
        "\(words.inSentence($0.label.oneLine)) \(words.number(number, like: $0))"
      }
    }
    let panel = layer.panelName(panel, words).map { " in \($0)" } ?? ""
    return "\(panel), near \(sides.joined(separator: ", ")),"
  }
}
