import CPangoCairo
package import Drawing
import PNG

/// Draws scenes as PNG pictures.
package struct PNGExporter: Sendable {
  private let measuring: PangoMeasuring
  private let paper: Paint
  private let scale: Double
  private let appearance: Appearance

  /// - Parameters:
  ///   - measuring: what measured the scenes; if it is no ``PangoMeasuring``, one is made.
  ///   - paper: what covers the picture before anything is drawn; pictures are opaque.
  ///   - scale: pixels for each point.
  ///   - appearance: which of a paint's two colours is used.
  package init(
    measuring: any TextMeasuring, paper: Paint = Theme.standard.paper, scale: Double = 2,
    appearance: Appearance = .light
  ) {
    self.measuring = .matching(measuring)
    self.paper = paper
    self.scale = scale
    self.appearance = appearance
  }

  /// The PNG of a scene, its size rounded up to whole pixels; the same scene gives the same bytes.
  package func bytes(of scene: Scene) throws(CairoError) -> [UInt8] {
    let surface = try draw(scene)
    cairo_surface_flush(surface.pointer)
    guard let data = cairo_image_surface_get_data(surface.pointer) else {
      throw .failed("no pixels")
    }
    let width = Int(cairo_image_surface_get_width(surface.pointer))
    let height = Int(cairo_image_surface_get_height(surface.pointer))
    let stride = Int(cairo_image_surface_get_stride(surface.pointer)) / 4
    return data.withMemoryRebound(to: UInt32.self, capacity: stride * height) { pixels in
      PNGEncoder(width: width, height: height, pixelsPerPoint: scale)
        .bytes(of: UnsafeBufferPointer(start: pixels, count: stride * height), stride: stride)
    }
  }

  private func draw(_ scene: Scene) throws(CairoError) -> CairoSurface {
    // The bound keeps a size that is not a number, or beyond any picture, from trapping.
    let pixels = { (length: Points) in
      Int(max(0, min(1e6, (length.value * scale - 1e-6).rounded(.up))))
    }
    let surface = try CairoSurface.image(
      width: pixels(scene.size.width), height: pixels(scene.size.height))
    let context = try CairoContext(on: surface)
    cairo_scale(context.pointer, scale, scale)
    let painter = ScenePainter(
      context: context.pointer, measuring: measuring, medium: .pixels, appearance: appearance)
    painter.use(paper.opacity(1))
    cairo_paint(context.pointer)
    painter.paint(scene)
    try CairoError.check(cairo_status(context.pointer))
    return surface
  }
}
