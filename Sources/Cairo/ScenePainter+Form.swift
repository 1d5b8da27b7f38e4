import CPangoCairo
import Drawing

extension ScenePainter {
  /// Paints many dots or rings as a form of a PDF; returns false for other shapes and where no forms
  /// are taken.
  func paintAsForm(_ dots: Dots) -> Bool {
    guard let forms, let form = DotsForm(dots) else { return false }
    forms.add(form.form, at: form.origin, sideBits: form.sideBits, on: context)
    return true
  }
}

/// Dots or rings written as a form.
private struct DotsForm {
  let origin: Point
  /// The logarithm to 2 of the side, in points, of the square that holds them.
  let sideBits: Int
  private let layers: [[Point]]
  private let dots: Dots
  private let outline: Path
  private let penWidth: Points

  /// Places the dots; nil for other shapes and where no dot has a place.
  init?(_ dots: Dots) {
    switch dots.shape {
    case .circle:
      // A line without length and with round ends is a disc.
      outline = .polyline([Point(x: 0, y: 0), Point(x: 0, y: 0)])
      penWidth = dots.radius * 2.0
    case .ring:
      outline = DotShape.circle.outline(radius: dots.radius * 0.8)
      penWidth = dots.radius * 0.4
    default: return nil
    }
    self.dots = dots
    layers = DotLayers(dots.points, reach: dots.radius * 2.0).layers
    let (xs, ys) = (layers.joined().map(\.x), layers.joined().map(\.y))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return nil }
    origin = Point(x: left - dots.radius, y: top - dots.radius)
    sideBits = max(0, Int((max(right - left, bottom - top) + dots.radius * 2.0).value.exponent) + 1)
  }

  var form: PDFForm {
    var content = PDFContent()
    let color = dots.paint.light
    content.add("/o gs 1 J 1 j")
    for share in [color.red, color.green, color.blue] { content.add(PDFContent.decimal(share)) }
    content.add("RG")
    content.add(units(penWidth))
    content.add("w")
    for layer in layers {
      for point in layer { add(point, to: &content) }
      content.add("S")
    }
    return PDFForm(content, sideBits: sideBits, opacity: dots.paint.opacity)
  }

  private func add(_ center: Point, to content: inout PDFContent) {
    let shift = Point(x: center.x - origin.x, y: center.y - origin.y)
    for step in outline.steps {
      switch step {
      case .move(let end): add([end], shift, "m", to: &content)
      case .line(let end): add([end], shift, "l", to: &content)
      case .curve(let a, let b, let end): add([a, b, end], shift, "c", to: &content)
      case .close: content.add("h")
      }
    }
  }

  private func add(
    _ points: [Point], _ shift: Point, _ operation: String, to content: inout PDFContent
  ) {
    for point in points {
      content.add(units(point.x + shift.x))
      content.add(units(point.y + shift.y))
    }
    content.add(operation)
  }

  private func units(_ length: Points) -> Int {
    Int((length.value * PDFForm.unitsPerPoint).rounded())
  }
}
