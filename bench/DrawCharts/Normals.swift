import Glibc

/// Normal numbers by SplitMix64 and Box and Muller, the same on every machine.
struct Normals {
  private var state: UInt64
  private var spare: Double?

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

  /// The next number of mean 0 and standard deviation 1.
  mutating func next() -> Double {
    if let ready = spare {
      spare = nil
      return ready
    }
    let length = (-2 * log(1 - uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    spare = length * sin(angle)
    return length * cos(angle)
  }

  /// The next number from 0 to below 1.
  mutating func uniform() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return Double((bits ^ (bits >> 31)) >> 11) / 0x1p53
  }
}
