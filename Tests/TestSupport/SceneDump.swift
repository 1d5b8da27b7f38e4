package import Drawing

extension Scene {
  /// The scene as text for goldens: a line an element, lengths in points at 3 decimals.
  ///
  /// Groups are indented under their role. Long paths and dots are told by their count, first and
  /// last point, bounds and mean. Paints are named by their light colour; what each is on dark
  /// paper stands once at the end.
  package var dump: String {
    var writer = SceneWriter()
    writer.line("scene \(number(size.width)) × \(number(size.height))")
    writer.write(elements, depth: 1)
    writer.write(tips)
    writer.writePaints()
    return writer.lines.joined(separator: "\n") + "\n"
  }
}

/// How many points of a path or of dots are told one by one.
private let fewPoints = 12

private struct SceneWriter {
  var lines: [String] = []
  private var darkColors: [(light: String, dark: String)] = []

  mutating func line(_ text: String, depth: Int = 0) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  mutating func write(_ elements: [SceneElement], depth: Int) {
    for element in elements {
      switch element {
      case .path(let path, let fill, let stroke):
        let inside = fill.map { "fill \(words($0))" }
        let edge = stroke.map { words($0) }
        line(words(["path \(outline(path))", inside, edge]), depth: depth)
      case .text(let run, let point, let anchor, let rotation):
        line(words(run, point, anchor, rotation), depth: depth)
      case .dots(let points, let shape, let radius, let paint):
        line(
          "dots \(points.count) \(shape.rawValue) r \(number(radius)) \(words(paint)): "
            + coordinates(points), depth: depth)
      case .mask(let mask, let area, let paint):
        line(words(mask, area, paint), depth: depth)
      case .group(let group):
        line(words(group), depth: depth)
        write(group.elements, depth: depth + 1)
      }
    }
  }

  /// How many tips there are, the first and the last.
  mutating func write(_ tips: [Tip]) {
    guard let first = tips.first, let last = tips.last else { return }
    func words(_ tip: Tip) -> String {
      let area = tip.area
      return
        "\(quoted(tip.text)) at \(number(area.x)),\(number(area.y)) \(number(area.width))×\(number(area.height))"
    }
    line(
      "tips \(tips.count): \(words(first))" + (tips.count > 1 ? " … \(words(last))" : ""), depth: 1)
  }

  mutating func writePaints() {
    guard !darkColors.isEmpty else { return }
    line("on dark paper")
    for pair in darkColors { line("\(pair.light) is \(pair.dark)", depth: 1) }
  }

  private func words(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: " ")
  }

  private func words(_ group: SceneGroup) -> String {
    let moved = group.offset != Point(x: 0, y: 0)
    let clip = group.clip.map {
      "clip \(number($0.x)),\(number($0.y)) \(number($0.width))×\(number($0.height))"
    }
    return words([
      "[\(group.role)]", moved ? "moved \(place(group.offset))" : nil, clip,
      group.tooltip.map { "tooltip \(quoted($0))" },
    ])
  }

  private mutating func words(
    _ run: TextRun, _ point: Point, _ anchor: TextAnchor, _ rotation: Double
  ) -> String {
    let font = run.font
    let style = [
      font.families.first ?? "no font", number(font.size),
      font.weight == 400 ? nil : String(font.weight), font.isItalic ? "italic" : nil,
      font.hasTabularDigits ? "tabular" : nil,
    ]
    return words([
      "text \(quoted(run.text)) at \(place(point)) \(anchor.rawValue)",
      rotation == 0 ? nil : "turned \(number(rotation))°", words(style), words(run.paint),
      run.link.map { "link \(quoted($0))" },
    ])
  }

  /// A mask's size, how many of its cells are painted, how strongly on average, and a checksum.
  private mutating func words(_ mask: CoverageMask, _ area: Rectangle, _ paint: Paint) -> String {
    let painted = mask.coverages.filter { $0 > 0 }
    let mean = Double(painted.reduce(0) { $0 + Int($1) }) / Double(max(1, painted.count))
    return words([
      "mask \(mask.columns)×\(mask.rows) in \(number(area.x)),\(number(area.y))",
      "\(number(area.width))×\(number(area.height)) \(words(paint)):",
      "\(painted.count) cells mean \(number(mean)) sum \(checksum(mask.coverages))",
    ])
  }

  private mutating func words(_ stroke: Stroke) -> String {
    let dashes = stroke.dashes.map(number).joined(separator: " ")
    return words([
      "stroke \(words(stroke.paint)) \(number(stroke.width))",
      dashes.isEmpty ? nil : "dashes \(dashes)",
      stroke.ending == .butt ? nil : stroke.ending.rawValue,
    ])
  }

  private mutating func words(_ paint: Paint) -> String {
    let pair = (light: paint.light.hex, dark: paint.dark.hex)
    if !darkColors.contains(where: { $0 == pair }) { darkColors.append(pair) }
    return pair.light + (paint.opacity == 1 ? "" : "@\(number(paint.opacity))")
  }
}

/// The FNV-1a hash of some bytes, in 8 hexadecimal digits.
private func checksum(_ bytes: [UInt8]) -> String {
  let hash = bytes.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}

private func outline(_ path: Path) -> String {
  if path.steps.count <= fewPoints { return path.steps.map(step).joined(separator: " ") }
  let points = path.steps.flatMap { step -> [Point] in
    switch step {
    case .move(let point), .line(let point): [point]
    case .curve(let a, let b, let end): [a, b, end]
    case .close: []
    }
  }
  let moves = path.steps.count { if case .move = $0 { true } else { false } }
  return "\(path.steps.count) steps in \(moves) \(moves == 1 ? "piece" : "pieces"), "
    + summary(points)
}

private func step(_ step: Path.Step) -> String {
  switch step {
  case .move(let point): "M \(place(point))"
  case .line(let point): "L \(place(point))"
  case .curve(let a, let b, let end): "C \(place(a)) \(place(b)) \(place(end))"
  case .close: "Z"
  }
}

private func coordinates(_ points: [Point]) -> String {
  points.count <= fewPoints ? points.map(place).joined(separator: " ") : summary(points)
}

private func summary(_ points: [Point]) -> String {
  guard let first = points.first, let last = points.last else { return "no points" }
  func range(_ values: [Double]) -> String {
    let mean = values.reduce(0, +) / Double(values.count)
    return "\(number(values.min() ?? 0))…\(number(values.max() ?? 0)) mean \(number(mean))"
  }
  let (xs, ys) = (points.map(\.x.value), points.map(\.y.value))
  return "first \(place(first)) last \(place(last)) x \(range(xs)) y \(range(ys))"
}

private func place(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }

private func quoted(_ text: String) -> String {
  "\""
    + text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\"", with: "\\\"")
    + "\""
}

private func number(_ length: Points) -> String { number(length.value) }

/// A number at 3 decimals without trailing zeros.
private func number(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return value.description }
  let thousandths = Int((value * 1000).rounded())
  let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
  var digits = String(rest + 1000).dropFirst()
  while digits.last == "0" { digits.removeLast() }
  return (thousandths < 0 ? "-" : "") + String(whole) + (digits.isEmpty ? "" : "." + digits)
}
