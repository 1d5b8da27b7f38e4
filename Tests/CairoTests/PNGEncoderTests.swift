@testable import PNG
import TestSupport
import Testing

/// Every picture comes back from libpng as it was.
@Suite struct PNGEncoderTests {
  @Test(arguments: [
    (1, 1), (1, 300), (300, 1), (7, 5), (64, 255), (64, 256), (33, 400), (12_000, 4), (400, 300),
  ])
  func picturesComeBackAsTheyWere(_ size: (width: Int, height: Int)) throws {
    var random = SeededGenerator(seed: UInt64(size.width * 1000 + size.height))
    let stride = size.width + 2
    for isNoisy in [true, false] {
      let pixels = (0..<stride * size.height).map { place in
        isNoisy ? UInt32.random(in: 0...0xff_ffff, using: &random) : UInt32(place / stride * 7)
      }
      let encoder = PNGEncoder(width: size.width, height: size.height, pixelsPerPoint: 2)
      let png = pixels.withUnsafeBufferPointer { encoder.bytes(of: $0, stride: stride) }
      let decoded = try #require(DecodedPicture(png))
      #expect(decoded.width == size.width && decoded.height == size.height)
      for y in 0..<size.height {
        for x in 0..<size.width {
          if decoded[x, y] != pixels[y * stride + x] { Issue.record("pixel \(x), \(y) differs") }
        }
      }
    }
  }

  /// Scattered blots on paper, as in a chart: found again near and far, in rows that differ and in rows
  /// that do not.
  @Test func blotsComeBackAndTakeLittle() throws {
    var random = SeededGenerator(seed: 9)
    var pixels = [UInt32](repeating: 0xff_ffff, count: 600 * 400)
    for _ in 0..<200 {
      let (left, top) = (
        Int.random(in: 0..<590, using: &random), Int.random(in: 0..<390, using: &random)
      )
      for place in 0..<100 {
        pixels[(top + place / 10) * 600 + left + place % 10] = UInt32(place % 7 * 0x08_1020)
      }
    }
    let png = pixels.withUnsafeBufferPointer {
      PNGEncoder(width: 600, height: 400, pixelsPerPoint: 2).bytes(of: $0, stride: 600)
    }
    let decoded = try #require(DecodedPicture(png))
    #expect(pixels.indices.allSatisfy { decoded[$0 % 600, $0 / 600] == pixels[$0] })
    var rows: [UInt8] = []
    for (place, color) in pixels.enumerated() {
      if place % 600 == 0 { rows.append(0) }
      rows.append(UInt8(truncatingIfNeeded: color >> 16))
      rows.append(UInt8(truncatingIfNeeded: color >> 8))
      rows.append(UInt8(truncatingIfNeeded: color))
    }
    // Blots of seven colours by turns are the worst for it; of charts see bench/README.md.
    #expect(png.count < 2 * Zlib.compressed(rows, level: 6).count)
  }

  @Test(arguments: [(1, 1), (300, 2), (3, 300)])
  func graysComeBackAsTheyWere(_ size: (width: Int, height: Int)) throws {
    var random = SeededGenerator(seed: UInt64(size.width))
    let grays = (0..<size.width * size.height).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    let png = PNGEncoder.bytes(ofGrays: grays, width: size.width, height: size.height)
    let decoded = try #require(DecodedPicture(png))
    #expect(decoded.width == size.width && decoded.height == size.height)
    let back = (0..<grays.count).map { decoded[$0 % size.width, $0 / size.width] }
    #expect(back == grays.map { UInt32($0) * 0x01_0101 })
  }

  @Test func resolutionIsTold() {
    let pixels = [UInt32(0xff_ffff)]
    let png = pixels.withUnsafeBufferPointer {
      PNGEncoder(width: 1, height: 1, pixelsPerPoint: 2).bytes(of: $0, stride: 1)
    }
    // 144 pixels an inch are 5,669 a metre: 0x1625.
    let mark = Array("pHYs".utf8) + [0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1]
    #expect(png.indices.contains { png[$0...].starts(with: mark) })
  }
}
