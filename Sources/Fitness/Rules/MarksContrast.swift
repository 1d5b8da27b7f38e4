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
    var ramps = RampPaints()
    let theme = reading.theme
    let grounds: Set<Paint> = [theme.paper, theme.raised, theme.rule]
    let marks = reading.inks.filter { ink in
      ink.isMark && !ink.hasEdge && ink.paint.opacity > 0
        && !grounds.contains(ink.paint.opacity(1)) && !ramps.hold(ink.paint)
    }
    return onPaper(marks, reading) + onAreas(marks, reading)
  }

  /// One finding for each paint that is too near to paper.
  private static func onPaper(_ marks: [Ink], _ reading: SceneReading) -> [Finding] {
    var told: Set<Paint> = []
    return marks.compactMap { ink in
      guard told.insert(ink.paint.opacity(1)).inserted else { return nil }
      let faults = Paper.allCases.compactMap { paper -> String? in
        let color = paper.color(ink.paint)
        let contrast = color.contrast(with: paper.color(reading.theme.paper))
        guard contrast < FitnessLimits.marks else { return nil }
        return "in \(color.hex) has \(contrast.ratio) on paper (\(paper.rawValue))"
      }
      guard !faults.isEmpty else { return nil }
      return finding(
        ink, "\(faults.joined(separator: " and ")), needs \(FitnessLimits.marks.short):1")
    }
  }

  /// How many places of all lines and dots of one paint are looked at.
  private static let mostPlaces = 2000

  /// The lines and dots that for the most part lie on areas of too like a colour; of very many of one
  /// paint a part is looked at.
  private static func onAreas(_ marks: [Ink], _ reading: SceneReading) -> [Finding] {
    let grounds = GroundIndex(reading.inks.filter { isGround($0, reading.theme) })
    let lines = marks.filter(\.hasSamples)
    let counts = Dictionary(lines.map { ($0.paint, 1) }, uniquingKeysWith: +)
    var seen: [Paint: Int] = [:]
    return lines.compactMap { ink in
      let count = counts[ink.paint] ?? 1
      let each = max(3, min(100, mostPlaces / count))
      seen[ink.paint, default: 0] += 1
      guard (seen[ink.paint] ?? 0) % max(1, count * each / mostPlaces) == 0 else { return nil }
      return onAreas(ink, places: ink.samples(each), grounds, reading)
    }
  }

  private static func onAreas(
    _ ink: Ink, places: [Point], _ grounds: GroundIndex, _ reading: SceneReading
  ) -> Finding? {
    let under = places.map { place in
      (place, grounds.inks(at: place).filter { $0.order < ink.order })
    }
    guard under.contains(where: { !$0.1.isEmpty }) else { return nil }
    var needed = 0.0
    let faults = Paper.allCases.compactMap { paper -> String? in
      let areas = under.map { ($0.0, $0.1.filter { !$0.isWash }) }
      let onArea = poor(ink, on: areas, FitnessLimits.marks, paper, reading)
      let onWash = onArea ?? poor(ink, on: under, FitnessLimits.washed, paper, reading)
      guard let worst = onWash else { return nil }
      needed = max(needed, worst.needed)
      let color = paper.color(ink.paint)
      return "in \(color.hex) has \(color.contrast(with: worst.color).ratio) on "
        + "\(worst.color.hex) under it (\(paper.rawValue))"
    }
    guard !faults.isEmpty else { return nil }
    return finding(ink, "\(faults.joined(separator: " and ")), needs \(needed.short):1")
  }

  /// The ground that a line or dots stand out from least, where more than half of them lie on
  /// grounds that they do not stand out from enough; on a tint of its own paint, as the middle line
  /// of a box, a line needs no more than on a wash.
  private static func poor(
    _ ink: Ink, on places: [(Point, [Ink])], _ needed: Double, _ paper: Paper,
    _ reading: SceneReading
  ) -> (color: Color, needed: Double)? {
    let paperColor = paper.color(reading.theme.paper)
    let color = paper.color(ink.paint)
    let poor = places.compactMap { place, areas -> (color: Color, needed: Double)? in
      guard !areas.isEmpty else { return nil }
      let ground = areas.ground(at: place, below: ink.order, on: paper, of: reading.theme)
      guard ground != paperColor else { return nil }
      let needed = ground.isTint(of: color, on: paperColor) ? FitnessLimits.washed : needed
      return color.contrast(with: ground) < needed ? (ground, needed) : nil
    }
    guard poor.count * 2 > places.count else { return nil }
    return poor.min { color.contrast(with: $0.color) < color.contrast(with: $1.color) }
  }

  /// An area, or a line or dots of paper: the halo that sets a mark off from areas.
  private static func isGround(_ ink: Ink, _ theme: Theme) -> Bool {
    if case .area = ink.form { return true }
    return ink.paint == theme.paper
  }

  private static func finding(_ ink: Ink, _ fault: String) -> Finding {
    Finding(
      rule: Self.self, role: ink.role, element: ink.name, in: ink.paint.light.hex,
      place: ink.bounds, fault: fault)
  }
}

extension Ink {
  /// Whether it is an area that lines show through.
  fileprivate var isWash: Bool {
    if case .area = form { return paint.opacity < FitnessLimits.wash }
    return false
  }

  /// Whether it is a line or dots.
  fileprivate var hasSamples: Bool {
    switch form {
    case .area, .cells: false
    case .line, .dots: true
    }
  }

  /// At most about so many places on a line or in dots; none for an area or cells.
  fileprivate func samples(_ most: Int) -> [Point] {
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
    let step = max(1, points.count / most)
    return stride(from: 0, to: points.count, by: step).map { points[$0] }
  }
}

extension Color {
  /// Whether it is another colour thinned with paper.
  fileprivate func isTint(of color: Color, on paper: Color) -> Bool {
    let shares = [
      (red, color.red, paper.red), (green, color.green, paper.green),
      (blue, color.blue, paper.blue),
    ]
    let widest = shares.max { abs($0.1 - $0.2) < abs($1.1 - $1.2) }
    guard let (own, full, none) = widest, full != none else { return false }
    let share = (own - none) / (full - none)
    return (0.02..<0.98).contains(share)
      && shares.allSatisfy { abs($0.2 + ($0.1 - $0.2) * share - $0.0) < 0.012 }
  }
}

/// The paints of all ramps.
private struct RampPaints {
  private let paints = ColorRamp.allCases.flatMap { ramp in
    (0...256).map { ramp.paint(at: Double($0) / 256) }
  }
  private var known: [Paint: Bool] = [:]

  /// Whether a paint is one of a ramp, within a step of it, at its full strength.
  mutating func hold(_ paint: Paint) -> Bool {
    if let isHeld = known[paint] { return isHeld }
    let isHeld = paints.contains {
      isNear($0.light, paint.light) && isNear($0.dark, paint.dark)
    }
    known[paint] = isHeld
    return isHeld
  }

  private func isNear(_ a: Color, _ b: Color) -> Bool {
    max(abs(a.red - b.red), abs(a.green - b.green), abs(a.blue - b.blue)) < 0.008
  }
}
