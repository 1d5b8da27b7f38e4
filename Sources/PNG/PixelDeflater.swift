import CDeflate
import Glibc

/// Compresses a picture's rows as PNG wants them, looking for what pictures of charts repeat.
///
/// A row that is as the one above is written as no difference to it (filter "up"); of all others the
/// pixels are written as they are (filter "none"), and are looked for, whole pixels only, in the pixel
/// before, where the next two pixels last came, and where their colour last came. libdeflate, which
/// looks at each byte, needs 10 to 30 ms for the 1920 by 960 pixels of a chart; this takes 2 to 6
/// for files that are up to 5 % larger (bench/README.md).
struct PixelDeflater: ~Copyable {
  private let pixels: UnsafePointer<UInt32>
  private let stride: Int
  private let width: Int
  private let height: Int
  /// The bytes of a row: the filter's number, then three a pixel.
  private let rowBytes: Int
  private var block: DeflateBlock
  private var writer = BitWriter()
  private var pairs = LastPlaces(bits: 14)
  private var colors = LastPlaces(bits: 12)

  /// A picture of numbers `0x00rrggbb`, row by row; a row takes `stride` of them, of which the first
  /// `width` are seen.
  init(pixels: UnsafePointer<UInt32>, stride: Int, width: Int, height: Int) {
    self.pixels = pixels
    self.stride = stride
    self.width = width
    self.height = height
    rowBytes = 1 + width * 3
    block = DeflateBlock(room: rowBytes)
  }

  /// The zlib stream of all rows.
  consuming func stream() -> [UInt8] {
    // Deflate with a window of 32 KiB, made quickly (RFC 1950, 2.2).
    writer.align(andPut: [0x78, 0x01])
    var check: UInt32 = 1
    var row = [UInt8](repeating: 0, count: rowBytes + 1)
    let same = [2] + [UInt8](repeating: 0, count: width * 3)
    for y in 0..<height {
      if y > 0 && memcmp(pixels + y * stride, pixels + (y - 1) * stride, width * 4) == 0 {
        addSame()
        check = libdeflate_adler32(check, same, same.count)
      } else {
        fill(&row, y)
        check = libdeflate_adler32(check, row, rowBytes)
        add(y)
      }
      if block.count >= DeflateBlock.wanted { block.write(to: &writer, isLast: false) }
    }
    block.write(to: &writer, isLast: true)
    writer.align(andPut: PNGFile.bigEndian(check))
    return writer.written
  }

  /// Adds a row that is as the one above: the filter's number, then nothing but zeros.
  private mutating func addSame() {
    block.add(2)
    block.add(0)
    var left = width * 3 - 1
    while left > 0 {
      // No rest is shorter than a repetition may be, but for pictures one pixel wide.
      let part = left > 258 ? min(258, left - 3) : left
      if part >= 3 {
        block.add(length: part, distance: 1)
        left -= part
      } else {
        block.add(0)
        left -= 1
      }
    }
  }

  /// Adds a row as it is.
  private mutating func add(_ y: Int) {
    block.add(0)
    let row = pixels + y * stride
    var x = 0
    while x < width {
      let color = row[x]
      if x > 0 && row[x - 1] == color {
        x = addRun(row, from: x)
      } else {
        x = addRepetition(row, x, y)
      }
    }
  }

  /// Adds pixels of the colour of the one before; returns where they end.
  @inline(__always)
  private mutating func addRun(_ row: UnsafePointer<UInt32>, from x: Int) -> Int {
    let color = row[x]
    var end = x + 1
    while end < width && row[end] == color { end &+= 1 }
    var left = end - x
    while left > 0 {
      let part = min(86, left)
      block.add(length: part * 3, distance: 3)
      left -= part
    }
    return end
  }

  /// Adds pixels that came before, or one that did not; returns where they end.
  @inline(__always)
  private mutating func addRepetition(_ row: UnsafePointer<UInt32>, _ x: Int, _ y: Int) -> Int {
    let here = LastPlaces.Place(
      offset: UInt32(truncatingIfNeeded: y * stride + x), byte: byte(x, y))
    let color = row[x]
    if x + 1 < width, let last = pairs.replace(color, row[x + 1], by: here) {
      let most = min(86, width - max(x, Int(last.offset) % stride))
      let found = pixels + Int(last.offset)
      var length = 0
      while length < most && found[length] == row[x + length] { length &+= 1 }
      if length > 1 {
        block.add(length: length * 3, distance: Int(here.byte - last.byte))
        remember(row, x + 1..<min(x + length, width - 1), y)
        return x + length
      }
    }
    if let last = colors.replace(color, 0, by: here), pixels[Int(last.offset)] == color,
      !isGray(color)
    {
      block.add(length: 3, distance: Int(here.byte - last.byte))
    } else {
      block.add(UInt8(truncatingIfNeeded: color >> 16))
      block.add(UInt8(truncatingIfNeeded: color >> 8))
      block.add(UInt8(truncatingIfNeeded: color))
    }
    return x + 1
  }

  /// Remembers where pairs of pixels are, but for those within a run.
  @inline(__always)
  private mutating func remember(_ row: UnsafePointer<UInt32>, _ places: Range<Int>, _ y: Int) {
    for x in places where row[x] != row[x - 1] {
      let here = LastPlaces.Place(
        offset: UInt32(truncatingIfNeeded: y * stride + x), byte: byte(x, y))
      _ = pairs.replace(row[x], row[x + 1], by: here)
    }
  }

  /// Whether a colour's three bytes are one that comes thrice, which takes fewer bits than a place.
  @inline(__always)
  private func isGray(_ color: UInt32) -> Bool { (color >> 8) & 0xff == color & 0xff }

  /// Fills a row's bytes, of which there is one more than are needed.
  private func fill(_ bytes: inout [UInt8], _ y: Int) {
    let row = pixels + y * stride
    bytes.withUnsafeMutableBytes { bytes in
      for x in 0..<width {
        // Four bytes at a time; the fourth is overwritten by the next pixel.
        bytes.storeBytes(of: row[x].bigEndian >> 8, toByteOffset: 1 + x * 3, as: UInt32.self)
      }
    }
  }

  /// Where a pixel's first byte is in the stream.
  @inline(__always)
  private func byte(_ x: Int, _ y: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: y &* rowBytes &+ 1 &+ x &* 3)
  }
}
