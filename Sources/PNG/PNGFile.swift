import CDeflate

/// A PNG under construction: its head, then one chunk after another.
struct PNGFile {
  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

  /// What a pixel is made of.
  enum Pixel: UInt8 {
    case gray = 0
    case color = 2
  }

  /// Begins a picture with 8 bits a channel.
  init(width: Int, height: Int, of pixel: Pixel) {
    let size = PNGFile.bigEndian(UInt32(width)) + PNGFile.bigEndian(UInt32(height))
    append("IHDR", size + [8, pixel.rawValue, 0, 0, 0])
  }

  /// Adds a chunk.
  mutating func append(_ kind: String, _ data: [UInt8]) {
    let name = Array(kind.utf8)
    bytes.reserveCapacity(bytes.count + data.count + 12)
    bytes += PNGFile.bigEndian(UInt32(data.count))
    bytes += name
    bytes += data
    let check = libdeflate_crc32(0, name, name.count)
    bytes += PNGFile.bigEndian(libdeflate_crc32(check, data, data.count))
  }

  /// A number of four bytes as PNG writes it.
  static func bigEndian(_ number: UInt32) -> [UInt8] {
    [UInt8(number >> 24), UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
  }
}
