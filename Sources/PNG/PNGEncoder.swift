/// Writes opaque pixels as PNG, three bytes a pixel, and grey ones, one byte a pixel.
package struct PNGEncoder {
  private let width: Int
  private let height: Int
  private let pixelsPerPoint: Double

  /// Makes an encoder for a size in pixels; the picture tells how many make a point.
  package init(width: Int, height: Int, pixelsPerPoint: Double) {
    self.width = width
    self.height = height
    self.pixelsPerPoint = pixelsPerPoint
  }

  /// The PNG of pixels that each are a number `0x00rrggbb`, in rows of `stride` pixels.
  package func bytes(of pixels: UnsafeBufferPointer<UInt32>, stride: Int) -> [UInt8] {
    precondition(pixels.count >= stride * height && stride >= width)
    var file = PNGFile(width: width, height: height, of: .color)
    let perMetre = PNGFile.bigEndian(UInt32((pixelsPerPoint * 72 / 0.0254).rounded()))
    file.append("pHYs", perMetre + perMetre + [1])
    if let first = pixels.baseAddress {
      let deflater = PixelDeflater(pixels: first, stride: stride, width: width, height: height)
      file.append("IDAT", deflater.stream())
    }
    file.append("IEND", [])
    return file.bytes
  }

  /// The PNG of a grey picture, row by row from 0 (black) to 255 (white).
  package static func bytes(ofGrays grays: [UInt8], width: Int, height: Int) -> [UInt8] {
    precondition(width > 0 && grays.count == width * height)
    var file = PNGFile(width: width, height: height, of: .gray)
    var rows: [UInt8] = []
    rows.reserveCapacity(grays.count + height)
    for start in stride(from: 0, to: grays.count, by: width) {
      // The filter's number: as they are.
      rows.append(0)
      rows += grays[start..<start + width]
    }
    file.append("IDAT", Zlib.compressed(rows, level: 9))
    file.append("IEND", [])
    return file.bytes
  }
}
