import Drawing

/// A coordinate as SVG prints it: hundredths of a point, without needless zeros.
struct SVGNumber: Hashable {
  /// The number of hundredths.
  let hundredths: Int

  /// Rounds a number; what is no finite number becomes zero.
  init(_ value: Double) {
    hundredths = value.isFinite ? Int(max(-1e9, min(1e9, (value * 100).rounded()))) : 0
  }

  init(hundredths: Int) { self.hundredths = hundredths }

  init(_ length: Points) { self.init(length.value) }

  /// The number as text, such as `12`, `-0.5` written as `-.5`, `3.25`.
  var text: String {
    let (whole, part) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard part != 0 else { return "\(sign)\(whole)" }
    let digits = part % 10 == 0 ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)"
    return "\(sign)\(whole == 0 ? "" : "\(whole)").\(digits)"
  }
}

/// Writes an outline as SVG path data, each step relative to the last and as short as it can be.
struct SVGPathData {
  private(set) var text = ""
  private var x = 0
  private var y = 0
  private var startX = 0
  private var startY = 0
  private var last: Character?

  init() {}

  init(_ path: Path) {
    for step in path.steps { add(step) }
  }

  mutating func add(_ step: Path.Step) {
    switch step {
    case .move(let point):
      go("m", to: [point])
      (startX, startY) = (x, y)
    case .line(let point): line(to: point)
    case .curve(let a, let b, let end): go("c", to: [a, b, end])
    case .close:
      append("z", [])
      (x, y) = (startX, startY)
    }
  }

  private mutating func line(to point: Point) {
    let (dx, dy) = offset(to: point)
    if dy == 0 {
      append("h", [dx])
    } else if dx == 0 {
      append("v", [dy])
    } else {
      append("l", [dx, dy])
    }
    (x, y) = (x + dx, y + dy)
  }

  private mutating func go(_ letter: Character, to points: [Point]) {
    let offsets = points.map { offset(to: $0) }
    append(letter, offsets.flatMap { [$0.x, $0.y] })
    if let end = offsets.last { (x, y) = (x + end.x, y + end.y) }
  }

  /// The way from where the pen stands, between rounded places, so that errors never add up.
  private func offset(to point: Point) -> (x: Int, y: Int) {
    (SVGNumber(point.x).hundredths - x, SVGNumber(point.y).hundredths - y)
  }

  private mutating func append(_ letter: Character, _ numbers: [Int]) {
    // A letter is said once for the same steps in a row; after a move, further pairs are lines.
    var needsSpace = letter == last && letter != "m" && letter != "z"
    if !needsSpace { text.append(letter) }
    for number in numbers {
      if needsSpace && number >= 0 { text.append(" ") }
      text += SVGNumber(hundredths: number).text
      needsSpace = true
    }
    last = letter
  }
}
