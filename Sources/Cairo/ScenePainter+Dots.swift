import CPangoCairo
import Drawing

/// Many marks of one form, size and paint.
struct Dots {
  let points: [Point]
  let shape: DotShape
  let radius: Points
  let paint: Paint
}

extension ScenePainter {
  /// Paints marks one by one, so that translucent ones darken where they overlap.
  func paint(_ dots: Dots) {
    use(dots.paint)
    switch medium {
    case .pixels: paintOnPixels(dots)
    case .vectors where dots.points.count > 100 && paintAsForm(dots): break
    case .vectors where dots.shape == .circle: paintAsPoints(dots)
    case .vectors where dots.shape == .ring: paintAsCircles(dots)
    case .vectors: paintInLayers(dots)
    }
  }

  /// A line without length and with round ends is a disc, and the shortest way to say so in PDF.
  private func paintAsPoints(_ dots: Dots) {
    cairo_set_line_width(context, dots.radius.value * 2)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    cairo_set_dash(context, nil, 0, 0)
    for layer in DotLayers(dots.points, reach: dots.radius * 2.0).layers {
      cairo_new_path(context)
      for point in layer {
        cairo_move_to(context, point.x.value, point.y.value)
        cairo_line_to(context, point.x.value, point.y.value)
      }
      cairo_stroke(context)
    }
  }

  /// A ring is a circle drawn with a pen as wide as it: half the curves of its outline.
  private func paintAsCircles(_ dots: Dots) {
    let circle = DotShape.circle.outline(radius: dots.radius * 0.8)
    cairo_set_line_width(context, dots.radius.value * 0.4)
    cairo_set_dash(context, nil, 0, 0)
    for layer in DotLayers(dots.points, reach: dots.radius * 2.0).layers {
      Path(layer.flatMap { circle.moved(by: $0).steps }).trace(on: context)
      cairo_stroke(context)
    }
  }

  private func paintInLayers(_ dots: Dots) {
    let outline = dots.shape.outline(radius: dots.radius)
    // 1.6 radii reach the corners of every shape.
    for layer in DotLayers(dots.points, reach: dots.radius * 3.2).layers {
      Path(layer.flatMap { outline.moved(by: $0).steps }).trace(on: context)
      cairo_fill(context)
    }
  }

  private func paintAsOutlines(_ dots: Dots) {
    let outline = dots.shape.outline(radius: dots.radius)
    for point in dots.points {
      outline.moved(by: point).trace(on: context)
      cairo_fill(context)
    }
  }

  private func paintOnPixels(_ dots: Dots) {
    var (scale, none) = (1.0, 0.0)
    cairo_user_to_device_distance(context, &scale, &none)
    guard dots.points.count > DotStamp.masks, dots.radius.value * scale < 24,
      let stamp = try? DotStamp(dots.shape, radius: dots.radius.value, scale: scale)
    else { return paintAsOutlines(dots) }
    cairo_save(context)
    let places = dots.points.map { point in
      var (x, y) = (point.x.value, point.y.value)
      cairo_user_to_device(context, &x, &y)
      return (x, y)
    }
    cairo_identity_matrix(context)
    for (x, y) in places { stamp.press(on: context, x: x, y: y) }
    cairo_restore(context)
  }
}

/// A mark drawn once for each quarter of a pixel, then pressed wherever it is needed.
private struct DotStamp {
  /// Shifts to a quarter pixel in each direction.
  private static let steps = 4
  /// How many masks a stamp has.
  static let masks = steps * steps
  private var sheets: [Sheet] = []
  private let center: Double

  init(_ shape: DotShape, radius: Double, scale: Double) throws(CairoError) {
    // 1.6 radii reach the corners of every shape.
    center = (radius * scale * 1.6).rounded(.up) + 1
    let outline = shape.outline(radius: Points(radius * scale))
    for place in 0..<DotStamp.masks {
      let (row, column) = place.quotientAndRemainder(dividingBy: DotStamp.steps)
      let origin = Point(
        x: Points(center + Double(column) / Double(DotStamp.steps)),
        y: Points(center + Double(row) / Double(DotStamp.steps)))
      let side = Int(center) * 2 + 1
      let sheet = try CairoSurface.mask(width: side, height: side)
      let context = try CairoContext(on: sheet)
      outline.moved(by: origin).trace(on: context.pointer)
      cairo_fill(context.pointer)
      sheets.append(Sheet(sheet))
    }
  }

  /// A mask in a list, which cannot hold surfaces themselves.
  private final class Sheet {
    let surface: CairoSurface

    init(_ surface: consuming CairoSurface) { self.surface = surface }
  }

  /// Presses the stamp at a place in pixels.
  func press(on context: OpaquePointer, x: Double, y: Double) {
    let steps = Double(DotStamp.steps)
    guard x.isFinite, y.isFinite else { return }
    let (left, top) = ((x * steps).rounded() / steps, (y * steps).rounded() / steps)
    let column = Int((left - left.rounded(.down)) * steps)
    let row = Int((top - top.rounded(.down)) * steps)
    cairo_mask_surface(
      context, sheets[row * DotStamp.steps + column].surface.pointer, left.rounded(.down) - center,
      top.rounded(.down) - center)
  }
}
