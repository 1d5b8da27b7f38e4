import CPangoCairo

/// Why Cairo could not draw or write.
package enum CairoError: Error, Hashable, Sendable {
  /// What Cairo says: out of memory, a picture too large, a broken tag.
  case failed(String)
  /// A picture without area or beyond 32,767 pixels a side.
  case unusableSize(width: Int, height: Int)

  /// Throws what a status says, unless it says that all is well.
  static func check(_ status: cairo_status_t) throws(CairoError) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    throw .failed(cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown status")
  }
}
