/// Where in a picture pixels were seen last, by their colours.
///
/// What is rarely asked for is forgotten: colours of one hash share a place.
struct LastPlaces: ~Copyable {
  /// A pixel, and its first byte in the stream of rows.
  struct Place {
    let offset: UInt32
    let byte: UInt32
  }

  private let places: UnsafeMutablePointer<Place>
  private let shift: UInt32

  /// - Parameter bits: the logarithm to 2 of how many places are remembered.
  init(bits: Int) {
    places = .allocate(capacity: 1 << bits)
    places.initialize(repeating: Place(offset: 0, byte: .max), count: 1 << bits)
    shift = UInt32(32 - bits)
  }

  deinit { places.deallocate() }

  /// Remembers where two colours are now; returns where they, or others of their hash, were last,
  /// nil where that is beyond deflate's window.
  @inline(__always)
  func replace(_ a: UInt32, _ b: UInt32, by place: Place) -> Place? {
    // Odd numbers near 2^32 over the golden ratio, and a second one, spread what differs little.
    let hash = (a &* 0x9e37_79b1) ^ (b &* 0x85eb_ca6b)
    let at = Int(hash &>> shift)
    let last = places[at]
    places[at] = place
    guard last.byte != .max, place.byte &- last.byte <= 32_768 else { return nil }
    return last
  }
}
