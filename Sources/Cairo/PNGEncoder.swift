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

  /// The PNG of pixels of four bytes each (blue, green, red, unused) in rows of `stride` bytes.
  func bytes(of pixels: UnsafeBufferPointer<UInt8>, stride: Int) -> [UInt8] {
    let rows = plainRows(pixels, stride: stride)
    var png: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    let head = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 2, 0, 0, 0]
    append("IHDR", head, to: &png)
    let perMetre = bigEndian(UInt32((pixelsPerPoint * 72 / 0.0254).rounded()))
    append("pHYs", perMetre + perMetre + [1], to: &png)
    append(
      "IDAT", deflated(filtered(rows, betterFilter(rows), every: 0..<height), level: 6), to: &png)
    append("IEND", [], to: &png)
    return png
  }

  /// Rows of red, green and blue.
  private func plainRows(_ pixels: UnsafeBufferPointer<UInt8>, stride: Int) -> [UInt8] {
    let length = width * 3
    return [UInt8](unsafeUninitializedCapacity: length * height) { rows, count in
      for y in 0..<height {
        var source = y * stride
        var target = y * length
        for _ in 0..<width {
          rows[target] = pixels[source + 2]
          rows[target + 1] = pixels[source + 1]
          rows[target + 2] = pixels[source]
          source += 4
          target += 3
        }
      }
      count = length * height
    }
  }

  /// The filter that makes a sample of the picture smaller, tried with the quickest compression.
  private func betterFilter(_ rows: [UInt8]) -> Filter {
    let band = 16
    // Every eighth band of 16 rows; a small picture is tried whole.
    let starts = stride(from: 0, to: height, by: height < 256 ? band : band * 8)
    var sizes = (none: 0, up: 0)
    for start in starts {
      let sample = start..<min(height, start + band)
      sizes.none += deflated(filtered(rows, .none, every: sample), level: 1).count
      sizes.up += deflated(filtered(rows, .up, every: sample), level: 1).count
    }
    return sizes.none < sizes.up ? .none : .up
  }

  /// Some rows with the filter's byte before each.
  private func filtered(_ rows: [UInt8], _ filter: Filter, every sample: Range<Int>) -> [UInt8] {
    let length = width * 3
    let size = (length + 1) * sample.count
    return [UInt8](unsafeUninitializedCapacity: size) { filtered, count in
      rows.withUnsafeBufferPointer { rows in
        var target = 0
        for y in sample {
          let start = y * length
          filtered[target] = filter.rawValue
          target += 1
          if filter == .none || y == 0 {
            for x in 0..<length { filtered[target + x] = rows[start + x] }
          } else {
            for x in 0..<length {
              filtered[target + x] = rows[start + x] &- rows[start - length + x]
            }
          }
          target += length
        }
      }
      count = size
    }
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
