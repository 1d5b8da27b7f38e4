import CDeflate

/// Writes opaque pixels as PNG: three bytes a pixel, one filter for the whole picture.
struct PNGEncoder {
  let width: Int
  let height: Int
  let pixelsPerPoint: Double

  /// How a row is written.
  enum Filter: UInt8 {
    /// As it is: smaller where translucent marks overlap.
    case none = 0
    /// As the difference to the row above: smaller for lines, bars and text.
    case up = 2
  }

  /// The PNG of pixels that each are a number `0x00rrggbb`, in rows of `stride` pixels.
  func bytes(of pixels: UnsafeBufferPointer<UInt32>, stride: Int) -> [UInt8] {
    precondition(pixels.count >= stride * height && stride >= width)
    let picture = PixelRows(pixels: pixels, stride: stride, width: width)
    var png: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    let head = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 2, 0, 0, 0]
    append("IHDR", head, to: &png)
    let perMetre = bigEndian(UInt32((pixelsPerPoint * 72 / 0.0254).rounded()))
    append("pHYs", perMetre + perMetre + [1], to: &png)
    let filtered = picture.filtered(0..<height, by: betterFilter(picture))
    append("IDAT", deflated(filtered, level: 6), to: &png)
    append("IEND", [], to: &png)
    return png
  }

  /// The filter that makes a sample of the picture smaller, tried with the quickest compression.
  private func betterFilter(_ picture: PixelRows) -> Filter {
    let band = 16
    // Every eighth band of 16 rows; a small picture is tried whole.
    let starts = stride(from: 0, to: height, by: height < 256 ? band : band * 8)
    var sizes = (none: 0, up: 0)
    for start in starts {
      let sample = start..<min(height, start + band)
      sizes.none += deflated(picture.filtered(sample, by: .none), level: 1).count
      sizes.up += deflated(picture.filtered(sample, by: .up), level: 1).count
    }
    return sizes.none < sizes.up ? .none : .up
  }

  /// Bytes as a zlib stream.
  private func deflated(_ bytes: [UInt8], level: Int32) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level) else {
      preconditionFailure("libdeflate has the levels 0 to 12 and needs under a megabyte")
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
  }

  private func append(_ kind: String, _ data: [UInt8], to png: inout [UInt8]) {
    let body = Array(kind.utf8) + data
    png += bigEndian(UInt32(data.count))
    png += body
    png += bigEndian(libdeflate_crc32(0, body, body.count))
  }

  private func bigEndian(_ number: UInt32) -> [UInt8] {
    [UInt8(number >> 24), UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
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
