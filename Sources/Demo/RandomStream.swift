import Glibc

/// A stream of pseudo-random numbers that is the same for a seed on every machine.
///
/// - Source: D. Blackman and S. Vigna, xoshiro256** 1.0, seeded by SplitMix64
///   (https://prng.di.unimi.it).
struct RandomStream: RandomNumberGenerator {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  private var spareNormal: Double?

  /// The stream of a seed.
  init(seed: UInt64) {
    var splitMix = seed
    func word() -> UInt64 {
      splitMix &+= 0x9E37_79B9_7F4A_7C15
      var z = splitMix
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = (word(), word(), word(), word())
  }

  mutating func next() -> UInt64 {
    let result = (state.1 &* 5).rotated(by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3.rotated(by: 45)
    return result
  }

  /// A number from 0 up to, but not including, 1.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number from 0 up to, but not including, `bound`.
  mutating func index(below bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// One of some choices, each as likely as its share; the shares add up to 1.
  mutating func pick(_ choices: [(name: String, share: Double)]) -> String {
    var rest = uniform()
    for choice in choices {
      if rest < choice.share { return choice.name }
      rest -= choice.share
    }
    return choices[choices.count - 1].name
  }

  /// A standard normal number, by the polar form of Box and Muller's method.
  mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let (u, v) = (2 * uniform() - 1, 2 * uniform() - 1)
      let square = u * u + v * v
      guard square > 0, square < 1 else { continue }
      let scale = (-2 * log(square) / square).squareRoot()
      spareNormal = v * scale
      return u * scale
    }
  }

  /// A normal number of a mean and standard deviation.
  mutating func normal(_ mean: Double, _ deviation: Double) -> Double {
    mean + deviation * normal()
  }

  /// A gamma number of shape 3 and a scale: the sum of three exponential ones.
  mutating func gammaOfShape3(scale: Double) -> Double {
    -scale * log((1 - uniform()) * (1 - uniform()) * (1 - uniform()))
  }
}

extension UInt64 {
  fileprivate func rotated(by bits: UInt64) -> UInt64 { (self << bits) | (self >> (64 - bits)) }
}
