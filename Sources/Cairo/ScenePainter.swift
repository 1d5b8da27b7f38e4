import CPangoCairo
import Drawing

/// Paints scenes on a Cairo context, in the fonts that measured them.
struct ScenePainter {
  /// What is painted on decides how: dots are stamped on pixels and drawn on paper.
  enum Medium {
    case pixels
    case vectors
  }

  let context: OpaquePointer
  let measuring: PangoMeasuring
  let medium: Medium
  /// Takes what a PDF has written otherwise than by Cairo; nil for pictures.
  var forms: PDFForms?
  /// Which of a paint's two colours is used.
  let appearance: Appearance

  /// Paints all elements of a scene.
  func paint(_ scene: Scene) { paint(scene.elements) }

  /// Paints elements in order.
  func paint(_ elements: [SceneElement]) {
    for element in elements { paint(element) }
  }

  private func paint(_ element: SceneElement) {
    switch element {
    case .path(let path, let fill, let stroke): paint(path, fill: fill, stroke: stroke)
    case .text(let run, let place, let anchor, let rotation):
      paint(run, at: place, anchor: anchor, rotation: rotation)
    case .dots(let points, let shape, let radius, let paint):
      self.paint(Dots(points: points, shape: shape, radius: radius, paint: paint))
    case .mask(let mask, let area, let paint): self.paint(mask, in: area, paint: paint)
    case .group(let group): paint(group)
    }
  }

  private func paint(_ group: SceneGroup) {
    cairo_save(context)
    cairo_translate(context, group.offset.x.value, group.offset.y.value)
    if let clip = group.clip { cut(to: clip) }
    paint(group.elements)
    cairo_restore(context)
  }

  private func cut(to clip: Rectangle) {
    var (left, top) = (clip.x.value, clip.y.value)
    var (right, bottom) = (clip.maxX.value, clip.maxY.value)
    if medium == .pixels {
      // Only a clip on whole pixels stays cheap, and a cut through a pixel would leave a haze.
      (left, top) = onPixels((left, top)) { $0.rounded(.down) }
      (right, bottom) = onPixels((right, bottom)) { $0.rounded(.up) }
    }
    cairo_rectangle(context, left, top, max(0, right - left), max(0, bottom - top))
    cairo_clip(context)
  }

  private func paint(_ path: Path, fill: Paint?, stroke: Stroke?) {
    if let fill {
      path.trace(on: context)
      use(fill)
      if stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    guard let stroke else { return }
    use(stroke.paint)
    if fill == nil, medium == .pixels ? paintAsShares(path, stroke) : paintAsForm(path, stroke) {
      return
    }
    set(stroke)
    guard fill == nil else { return cairo_stroke(context) }
    for part in medium == .pixels ? parts(of: path, stroke) : [path] {
      part.trace(on: context)
      cairo_stroke(context)
    }
  }

  /// Paints with a colour from here on.
  func use(_ paint: Paint) {
    let color = appearance == .light ? paint.light : paint.dark
    cairo_set_source_rgba(context, color.red, color.green, color.blue, paint.opacity)
  }

  /// A place moved in pixels and told in points again.
  func onPixels(_ place: (Double, Double), by move: (Double) -> Double) -> (Double, Double) {
    var (x, y) = place
    cairo_user_to_device(context, &x, &y)
    (x, y) = (move(x), move(y))
    cairo_device_to_user(context, &x, &y)
    return (x, y)
  }
}

extension Path {
  /// Makes the outline a context's current path.
  func trace(on context: OpaquePointer) {
    cairo_new_path(context)
    for step in steps {
      switch step {
      case .move(let point): cairo_move_to(context, point.x.value, point.y.value)
      case .line(let point): cairo_line_to(context, point.x.value, point.y.value)
      case .curve(let a, let b, let end):
        cairo_curve_to(
          context, a.x.value, a.y.value, b.x.value, b.y.value, end.x.value, end.y.value)
      case .close: cairo_close_path(context)
      }
    }
  }
}

/// Which of a paint's two colours a painter uses.
package enum Appearance: String, Hashable, Sendable {
  case light, dark
}
