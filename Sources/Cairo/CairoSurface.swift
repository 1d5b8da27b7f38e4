import CPangoCairo
import Drawing
import Glibc

/// A Cairo surface with one owner; it is finished when the owner ends.
struct CairoSurface: ~Copyable {
  let pointer: OpaquePointer
  /// Where the surface writes, kept alive until it has written all.
  private let sink: ByteSink?
  /// The pixels of an image that are not Cairo's own.
  private let pixels: UnsafeMutablePointer<UInt8>?

  /// Takes over a surface that Cairo just made.
  private init(
    owning made: OpaquePointer?, sink: ByteSink? = nil, pixels: UnsafeMutablePointer<UInt8>? = nil
  ) throws(CairoError) {
    // Cairo never returns nothing: on failure it returns a fixed object that holds the status.
    guard let made else { throw .failed("no surface") }
    try CairoError.check(cairo_surface_status(made))
    pointer = made
    self.sink = sink
    self.pixels = pixels
  }

  /// An image of opaque pixels, four bytes each: blue, green, red, unused.
  ///
  /// They hold anything until they are painted: Cairo would make them black first, in the time that
  /// painting all of them takes.
  static func image(width: Int, height: Int) throws(CairoError) -> CairoSurface {
    guard (1...32_767).contains(width), (1...32_767).contains(height) else {
      throw .unusableSize(width: width, height: height)
    }
    let pixels = UnsafeMutablePointer<UInt8>.allocate(capacity: width * height * 4)
    HugePages.advise(pixels, count: width * height * 4)
    do throws(CairoError) {
      return try CairoSurface(
        owning: cairo_image_surface_create_for_data(
          pixels, CAIRO_FORMAT_RGB24, Int32(width), Int32(height), Int32(width * 4)),
        pixels: pixels)
    } catch {
      pixels.deallocate()
      throw error
    }
  }

  /// An image of coverage only, one byte a pixel.
  static func mask(width: Int, height: Int) throws(CairoError) -> CairoSurface {
    try CairoSurface(
      owning: cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height)))
  }

  /// The image of a mask's coverages, a pixel a cell.
  static func mask(_ mask: CoverageMask) throws(CairoError) -> CairoSurface {
    let surface = try CairoSurface.mask(width: mask.columns, height: mask.rows)
    cairo_surface_flush(surface.pointer)
    guard let data = cairo_image_surface_get_data(surface.pointer) else {
      throw .failed("no pixels")
    }
    let stride = Int(cairo_image_surface_get_stride(surface.pointer))
    mask.coverages.withUnsafeBytes { coverages in
      guard let cells = coverages.baseAddress else { return }
      for row in 0..<mask.rows {
        memcpy(data + row * stride, cells + row * mask.columns, mask.columns)
      }
    }
    cairo_surface_mark_dirty(surface.pointer)
    return surface
  }

  /// A PDF whose bytes go to a sink as pages finish.
  static func pdf(size: (width: Double, height: Double), to sink: ByteSink) throws(CairoError)
    -> CairoSurface
  {
    try CairoSurface(
      owning: cairo_pdf_surface_create_for_stream(
        ByteSink.write, sink.asClosure, size.width, size.height), sink: sink)
  }

  deinit {
    // A context may still hold the surface; finished, it writes to the sink no more. A PDF that was
    // given up embeds its fonts here.
    FontTurn.take {
      cairo_surface_finish(pointer)
      cairo_surface_destroy(pointer)
    }
    pixels?.deallocate()
  }
}

/// A Cairo drawing context with one owner.
struct CairoContext: ~Copyable {
  let pointer: OpaquePointer

  /// A context that draws on a surface.
  init(on surface: borrowing CairoSurface) throws(CairoError) {
    guard let made = cairo_create(surface.pointer) else { throw .failed("no context") }
    try CairoError.check(cairo_status(made))
    pointer = made
  }

  deinit { FontTurn.take { cairo_destroy(pointer) } }
}

/// Bytes that Cairo writes one after another.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  /// The sink as C code hands it back to ``write``; it does not keep the sink alive.
  var asClosure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// What Cairo calls with each piece of output.
  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
