import CPangoCairo
import Drawing

/// A PNG as Cairo's own reader, which is libpng, sees it.
struct DecodedPicture {
  let width: Int
  let height: Int
  private let rows: [UInt32]

  /// Reads a PNG; nil where libpng refuses it.
  init?(_ png: [UInt8]) {
    let source = PNGSource(png)
    let made = withExtendedLifetime(source) {
      cairo_image_surface_create_from_png_stream(
        PNGSource.read, Unmanaged.passUnretained(source).toOpaque())
    }
    guard let surface = made else { return nil }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else { return nil }
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    var rows: [UInt32] = []
    for y in 0..<height {
      let row = UnsafeRawPointer(data + y * stride).assumingMemoryBound(to: UInt32.self)
      rows += (0..<width).map { row[$0] & 0xff_ffff }
    }
    self.rows = rows
  }

  /// The colour at a pixel, as `0xrrggbb`.
  subscript(x: Int, y: Int) -> UInt32 { rows[y * width + x] }

  /// How many pixels satisfy a claim.
  func count(where claim: (UInt32) -> Bool) -> Int { rows.lazy.filter(claim).count }

  /// How much of the picture is black, in pixels, from the red channel.
  var darkness: Double { rows.reduce(0) { $0 + Double(255 - ($1 >> 16)) / 255 } }

  /// How far the red of the pixels of either picture's ink is apart: on average, and at most.
  func differences(from other: DecodedPicture) -> (mean: Double, largest: Int) {
    let pairs = zip(rows, other.rows).filter { $0 & $1 != 0xff_ffff }
    let apart = pairs.map { abs(Int($0 >> 16) - Int($1 >> 16)) }
    return (Double(apart.reduce(0, +)) / Double(max(1, apart.count)), apart.max() ?? 0)
  }

  /// The smallest upright rectangle around all pixels of another colour than the first.
  var inkBounds: (x: ClosedRange<Int>, y: ClosedRange<Int>)? {
    let places = rows.indices.filter { rows[$0] != rows[0] }
    let columns = places.map { $0 % width }
    guard let left = columns.min(), let right = columns.max(), let first = places.first,
      let last = places.last
    else { return nil }
    return (left...right, first / width...last / width)
  }
}

/// Hands a PNG to Cairo's reader.
private final class PNGSource {
  let bytes: [UInt8]
  var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static let read: cairo_read_func_t = { closure, target, length in
    guard let closure, let target else { return CAIRO_STATUS_READ_ERROR }
    let source = Unmanaged<PNGSource>.fromOpaque(closure).takeUnretainedValue()
    guard source.at + Int(length) <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
    for place in 0..<Int(length) { target[place] = source.bytes[source.at + place] }
    source.at += Int(length)
    return CAIRO_STATUS_SUCCESS
  }
}
