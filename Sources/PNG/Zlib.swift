import CDeflate

/// Bytes compressed as zlib does (RFC 1950), by libdeflate.
package enum Zlib {
  /// Bytes as a zlib stream; levels go from 0 (stored) to 12 (smallest).
  package static func compressed(_ bytes: [UInt8], level: Int32) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level) else {
      preconditionFailure("libdeflate has the levels 0 to 12 and needs under a few megabytes")
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
  }
}
