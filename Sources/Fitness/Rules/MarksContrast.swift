import Drawing

/// Marks stand out from paper, and lines and dots from the areas that they lie on.
///
/// A paint counts at its full strength: fainter, it says how many or how sure. Colours of a ramp are
/// read against each other and the legend, and are left out; so are areas with an edge that stands
/// out itself, and the theme's grounds. Faint areas, as the bands around lines, are washes that
/// lines show through: they need less.
enum MarksContrast: FitnessRule {
  static let name = "marks-contrast"
  static let remedy = "choose a colour that stands out from paper ('theme')"

  static func findings(in reading: SceneReading) -> [Finding] {
    let ramps = RampPaints()
    let theme = reading.theme
    let grounds: Set<Paint> = [theme.paper, theme.raised, theme.rule]
    let marks = reading.inks.filter { ink in
      isMark(ink.role) && !ink.hasEdge && ink.paint.opacity > 0
        && !grounds.contains(ink.paint.opacity(1)) && !ramps.hold(ink.paint)
    }
    return Paper.allCases.flatMap { paper in
      onPaper(marks, paper, reading) + marks.compactMap { onAreas($0, paper, reading) }
    }
  }

  private static func isMark(_ role: String) -> Bool {
    ["marks", "sparkline"].contains(role.split(separator: "/").last ?? "")
  }

  /// One finding for each paint that is too near to paper.
  private static func onPaper(_ marks: [Ink], _ paper: Paper, _ reading: SceneReading) -> [Finding]
  {
    var told: Set<Color> = []
    return marks.compactMap { ink in
      let color = paper.color(ink.paint)
      let contrast = color.contrast(with: paper.color(reading.theme.paper))
      guard contrast < FitnessLimits.marks, told.insert(color).inserted else { return nil }
      return finding(
        ink,
        "in \(color.hex) has \(contrast.ratio) on paper (\(paper.rawValue)), needs "
          + "\(FitnessLimits.marks.short):1")
    }
  }

  /// A line or dots that for the most part lie on an area of too like a colour.
  private static func onAreas(_ ink: Ink, _ paper: Paper, _ reading: SceneReading) -> Finding? {
    guard !ink.samples.isEmpty else { return nil }
    let under = reading.inks.filter { other in
      isGround(other, reading.theme) && other.order < ink.order && other.bounds.meets(ink.bounds)
    }
    let areas = under.filter { !$0.isWash }
    let (onArea, onWash) = (
      poor(ink, on: areas, FitnessLimits.marks, paper, reading),
      poor(ink, on: under, FitnessLimits.washed, paper, reading)
    )
    guard let (worst, needed) = onArea ?? onWash else { return nil }
    let color = paper.color(ink.paint)
    return finding(
      ink,
      "in \(color.hex) has \(color.contrast(with: worst).ratio) on \(worst.hex) under it "
        + "(\(paper.rawValue)), needs \(needed.short):1")
  }

  /// The ground that a line or dots stand out from least, where more than half of them lie on
  /// grounds that they do not stand out from enough.
  private static func poor(
    _ ink: Ink, on areas: [Ink], _ needed: Double, _ paper: Paper, _ reading: SceneReading
  ) -> (worst: Color, needed: Double)? {
    guard !areas.isEmpty else { return nil }
    let places = ink.samples
    let paperColor = paper.color(reading.theme.paper)
    let color = paper.color(ink.paint)
    let poor = places.map { areas.ground(at: $0, below: ink.order, on: paper, of: reading.theme) }
      .filter { $0 != paperColor && color.contrast(with: $0) < needed }
    guard poor.count * 2 > places.count else { return nil }
    return poor.min { color.contrast(with: $0) < color.contrast(with: $1) }.map { ($0, needed) }
  }

  /// An area, or a line or dots of paper: the halo that sets a mark off from areas.
  private static func isGround(_ ink: Ink, _ theme: Theme) -> Bool {
    if case .area = ink.form { return true }
    return ink.paint == theme.paper
  }

  private static func finding(_ ink: Ink, _ fault: String) -> Finding {
    Finding(rule: Self.self, role: ink.role, element: ink.name, place: ink.bounds, fault: fault)
  }
}

extension Ink {
  /// Whether it is an area that lines show through.
  fileprivate var isWash: Bool {
    if case .area = form { return paint.opacity < FitnessLimits.wash }
    return false
  }

  /// What it is, in words.
  fileprivate var name: String {
    switch form {
    case .area: "an area"
    case .cells(let mask, _): "\(mask.columns) by \(mask.rows) cells"
    case .line: "a line"
    case .dots(let points, let shape, _):
      points.count == 1 ? "a \(shape.rawValue)" : "\(points.count) \(shape.rawValue)s"
    }
  }

  /// At most a hundred places on a line or in dots; none for an area or cells.
  fileprivate var samples: [Point] {
    let points: [Point]
    switch form {
    case .area, .cells: return []
    case .dots(let dots, _, _): points = dots
    case .line(let lines, _, _):
      points = lines.flatMap { line in
        zip(line, line.dropFirst()).map { from, to in
          Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
        }
      }
    }
    let step = max(1, points.count / 100)
    return stride(from: 0, to: points.count, by: step).map { points[$0] }
  }
}

/// The paints of all ramps.
private struct RampPaints {
  private let paints = ColorRamp.allCases.flatMap { ramp in
    (0...256).map { ramp.paint(at: Double($0) / 256) }
  }

  /// Whether a paint is one of a ramp, within a step of it, at its full strength.
  func hold(_ paint: Paint) -> Bool {
    paints.contains { isNear($0.light, paint.light) && isNear($0.dark, paint.dark) }
  }

  private func isNear(_ a: Color, _ b: Color) -> Bool {
    max(abs(a.red - b.red), abs(a.green - b.green), abs(a.blue - b.blue)) < 0.008
  }
}
