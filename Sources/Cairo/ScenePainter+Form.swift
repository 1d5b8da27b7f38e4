import CPangoCairo
import Drawing

extension ScenePainter {
  /// Paints many dots or rings as a form of a PDF; returns false for other shapes and where no forms
  /// are taken.
  func paintAsForm(_ dots: Dots) -> Bool {
    guard let forms, let form = DotsForm(dots) else { return false }
    forms.add(form.form, in: form.square, on: context)
    return true
  }

  /// Strokes a long solid line as a form of a PDF; returns false for others and where no forms are
  /// taken.
  func paintAsForm(_ path: Path, _ stroke: Stroke) -> Bool {
    // A mitre reaches up to ten half widths off its corner.
    let reach = stroke.width * (stroke.ending == .round ? 0.5 : 5)
    guard let forms, stroke.dashes.isEmpty, path.steps.count > 128,
      let square = PDFForm.Square(around: path.steps.lazy.flatMap(\.points), reach: reach)
    else { return false }
    // 128 units a point: a corner is at most 1/256 of one off.
    var content = PDFContent(unitBits: 7)
    content.add(stroke.paint.light, width: stroke.width, ending: stroke.ending)
    content.add(path, movedBy: Point(x: -square.origin.x, y: -square.origin.y))
    content.add("S")
    forms.add(
      PDFForm(content, in: square, opacity: stroke.paint.opacity), in: square, on: context)
    return true
  }
}

/// Dots or rings written as a form.
private struct DotsForm {
  let square: PDFForm.Square
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
    guard let square = PDFForm.Square(around: layers.joined(), reach: dots.radius) else {
      return nil
    }
    self.square = square
  }

  var form: PDFForm {
    var content = PDFContent(unitBits: 5)
    content.add(dots.paint.light, width: penWidth, ending: .round)
    for layer in layers {
      for point in layer {
        let shift = Point(x: point.x - square.origin.x, y: point.y - square.origin.y)
        content.add(outline, movedBy: shift)
      }
      content.add("S")
    }
    return PDFForm(content, in: square, opacity: dots.paint.opacity)
  }
}
