import CPangoCairo
import Drawing
import Glibc

/// Content of a PDF page that Cairo does not write: ``PDFCanvas`` paints a picture in its place, which
/// whoever completes the file turns into a form.
///
/// Cairo prints a coordinate in 0.3 µs and compresses what it printed with zlib, which for the dots of
/// a scatter takes three quarters of the page's time (bench/README.md).
package struct PDFForm: Hashable, Sendable {
  /// The stream's dictionary but for its length.
  package let dictionary: String
  /// The stream, compressed (FlateDecode).
  package let content: [UInt8]

  /// - Parameters:
  ///   - content: operators with coordinates in its units, from the top left of a square.
  ///   - square: the square that holds all that is drawn.
  ///   - opacity: what the graphics state `o` sets.
  init(_ content: PDFContent, in square: Square, opacity: Double) {
    let side = 1 << (content.unitBits + square.sideBits)
    // A picture is drawn in the unit square, whose y grows upwards.
    let scale = PDFContent.power(-content.unitBits - square.sideBits)
    dictionary = """
      << /Type /XObject /Subtype /Form /BBox [0 0 \(side) \(side)]
      /Matrix [\(scale) 0 0 -\(scale) 0 1] /Resources << /ExtGState << /o
      << /CA \(PDFContent.decimal(opacity)) /ca \(PDFContent.decimal(opacity)) >> >> >> >>
      """
    self.content = content.compressed
  }

  /// A square of a page.
  struct Square: Hashable, Sendable {
    let origin: Point
    /// The logarithm to 2 of its side in points.
    let sideBits: Int

    /// The square from the top left of all that lies within `reach` of some points; nil where there are
    /// none, or one is beyond any page.
    init?(around points: some Sequence<Point>, reach: Points) {
      var (left, top, right, bottom) = (
        Double.infinity, Double.infinity, -Double.infinity, -Double.infinity
      )
      for point in points {
        let (x, y) = (point.x.value, point.y.value)
        guard x.magnitude < 1e5, y.magnitude < 1e5 else { return nil }
        (left, right) = (min(left, x), max(right, x))
        (top, bottom) = (min(top, y), max(bottom, y))
      }
      guard left <= right else { return nil }
      origin = Point(x: Points(left) - reach, y: Points(top) - reach)
      let side = max(right - left, bottom - top) + reach.value * 2
      sideBits = max(0, Int(side.exponent) + 1)
    }
  }
}

/// Collects what a canvas leaves to be filled in.
final class PDFForms {
  private(set) var all: [PDFForm] = []

  /// Keeps a form and paints its place into a square.
  func add(_ form: PDFForm, in square: PDFForm.Square, on context: OpaquePointer) {
    guard let mark = mark(all.count) else { return }
    defer { cairo_surface_destroy(mark) }
    all.append(form)
    cairo_save(context)
    cairo_translate(context, square.origin.x.value, square.origin.y.value)
    cairo_scale(context, Double(1 << square.sideBits), Double(1 << square.sideBits))
    cairo_set_source_surface(context, mark, 0, 0)
    cairo_paint(context)
    cairo_restore(context)
  }

  /// A picture of one pixel that Cairo embeds as fax data: the number of its form.
  private func mark(_ number: Int) -> OpaquePointer? {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1) else { return nil }
    attach(Array("Columns=1 Rows=1 K=-1".utf8), "application/x-cairo.ccitt.params", to: surface)
    attach(Array(String(number).utf8), "image/g3fax", to: surface)
    return surface
  }

  private func attach(_ data: [UInt8], _ kind: String, to surface: OpaquePointer) {
    let kept = UnsafeMutablePointer<UInt8>.allocate(capacity: data.count)
    kept.initialize(from: data, count: data.count)
    cairo_surface_set_mime_data(
      surface, kind, kept, UInt(data.count), { $0?.deallocate() }, kept)
  }
}
