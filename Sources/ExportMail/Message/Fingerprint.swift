/// A short name for bytes, the same for the same bytes: 128 bits, in hexadecimal.
///
/// It tells messages and pictures apart; it proves nothing against a forger.
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a with the 128-bit offset and prime.
struct Fingerprint: Hashable, Sendable {
  private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

  /// Takes in more bytes.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b
    for byte in bytes { state = (state ^ UInt128(byte)) &* prime }
  }

  /// The name: 32 hexadecimal digits.
  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
