/// Writes opaque pixels as PNG: three bytes a pixel, one filter for the whole picture.
package struct PNGEncoder {
  private let width: Int
  private let height: Int
  private let pixelsPerPoint: Double

  package init(width: Int, height: Int, pixelsPerPoint: Double) {
    self.width = width
    self.height = height
    self.pixelsPerPoint = pixelsPerPoint
  }

  /// How a row is written.
  enum Filter: UInt8 {
    /// As it is: smaller where translucent marks overlap.
    case none = 0
    /// As the difference to the row above: smaller for lines, bars and text.
    case up = 2
  }

  /// The PNG of pixels that each are a number `0x00rrggbb`, in rows of `stride` pixels.
  package func bytes(of pixels: UnsafeBufferPointer<UInt32>, stride: Int) -> [UInt8] {
    precondition(pixels.count >= stride * height && stride >= width)
    let picture = PixelRows(pixels: pixels, stride: stride, width: width)
    var file = PNGFile(width: width, height: height, of: .color)
    let perMetre = PNGFile.bigEndian(UInt32((pixelsPerPoint * 72 / 0.0254).rounded()))
    file.append("pHYs", perMetre + perMetre + [1])
    let filtered = picture.filtered(0..<height, by: betterFilter(picture))
    file.append("IDAT", PNGFile.deflated(filtered, level: 6))
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
      rows.append(Filter.none.rawValue)
      rows += grays[start..<start + width]
    }
    file.append("IDAT", PNGFile.deflated(rows, level: 9))
    file.append("IEND", [])
    return file.bytes
  }

  /// The filter that makes a sample of the picture smaller, tried with the quickest compression.
  private func betterFilter(_ picture: PixelRows) -> Filter {
    let band = 16
    // Every eighth band of 16 rows; a small picture is tried whole.
    let starts = stride(from: 0, to: height, by: height < 256 ? band : band * 8)
    var sizes = (none: 0, up: 0)
    for start in starts {
      let sample = start..<min(height, start + band)
      sizes.none += PNGFile.deflated(picture.filtered(sample, by: .none), level: 1).count
      sizes.up += PNGFile.deflated(picture.filtered(sample, by: .up), level: 1).count
    }
    return sizes.none < sizes.up ? .none : .up
  }
}

/// Pixels that each are a number `0x00rrggbb`, row by row.
private struct PixelRows {
  let pixels: UnsafeBufferPointer<UInt32>
  let stride: Int
  let width: Int

  /// Some rows as PNG wants them: the filter's number, then red, green and blue of each pixel.
  func filtered(_ rows: Range<Int>, by filter: PNGEncoder.Filter) -> [UInt8] {
    let size = (width * 3 + 1) * rows.count
    // One byte more, because pixels are stored four bytes at a time.
    return [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var target = 0
      for y in rows {
        bytes[target] = filter.rawValue
        target += 1
        let row = y * stride
        for x in row..<row + width {
          let above = filter == .none || y == 0 ? 0 : pixels[x - stride]
          let difference = PixelRows.difference(pixels[x], above)
          bytes.storeBytes(
            of: difference.bigEndian >> 8, toByteOffset: target, as: UInt32.self)
          target += 3
        }
      }
      count = size
    }
  }

  /// The differences of four bytes at once, each without a borrow from its neighbour.
  private static func difference(_ a: UInt32, _ b: UInt32) -> UInt32 {
    let top: UInt32 = 0x8080_8080
    return ((a | top) &- (b & ~top)) ^ ((a ^ ~b) & top)
  }
}
