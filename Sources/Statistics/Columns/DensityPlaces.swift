/// Where a density is told, so closely that no kernel falls between two places.
///
/// Places are even while that takes few of them. Where values lie far apart for their kernels, as a
/// far outlier does, places stand around the values alone: between them the density is 0.
struct DensityPlaces {
  /// Evenly spaced places.
  struct Run: Hashable {
    let from: Double
    let step: Double
    let count: Int

    var places: [Double] { (0..<count).map { from + Double($0) * step } }
  }

  /// Ascending; places of one run do not lie among those of another.
  let runs: [Run]
  /// Whether places are close enough that the curve between them has the area of the density.
  let isClose: Bool

  /// How many places there are at least.
  static let fewest = 256
  /// So many places are spread evenly, whatever lies between the values.
  static let mostEven = 4096
  /// How many places there are at most.
  static let most = 65_536
  /// Places are a quarter of a bandwidth apart where they are not too many.
  private static let perBandwidth = 4.0
  /// With places further apart the area under the curve would be more than 1 % off: straight lines
  /// between places have the area of a Gaussian but for 2·exp(−2π²·h²/step²).
  private static let widest = 1.9
  /// How many bandwidths beyond a value places are close, and where the kernel has ended.
  private static let (reach, end) = (6.0, 9.0)

  /// Places that are close enough.
  private init(runs: [Run]) { (self.runs, isClose) = (runs, true) }

  /// So many even places between two ends; nil where doubles have no room for them.
  init?(from: Double, to: Double, count: Int, bandwidth: Double) {
    let step = (to - from) / Double(count - 1)
    guard step.isFinite, step > 0 else { return nil }
    runs = [Run(from: from, step: step, count: count)]
    isClose = step <= DensityPlaces.widest * bandwidth
  }

  /// As many places between two ends as kernels around values need.
  init?(from: Double, to: Double, values: [Double], bandwidth: Double) {
    let needed = ((to - from) / bandwidth * DensityPlaces.perBandwidth).rounded(.up) + 1
    if needed <= Double(DensityPlaces.mostEven) {
      self.init(
        from: from, to: to, count: max(DensityPlaces.fewest, Int(needed)), bandwidth: bandwidth)
      return
    }
    let stretches = DensityPlaces.stretches(
      RadixSort.sorted(values), bandwidth: bandwidth, in: from...to)
    let length = stretches.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }
    let room = Double(DensityPlaces.most - 3 * stretches.count)
    let step = max(bandwidth / DensityPlaces.perBandwidth, length / max(room, 1))
    guard room > 0, step <= DensityPlaces.widest * bandwidth else {
      self.init(from: from, to: to, count: DensityPlaces.mostEven, bandwidth: bandwidth)
      return
    }
    self.init(
      runs: stretches.flatMap { DensityPlaces.runs($0, step: step, bandwidth, in: from...to) })
  }

  /// The stretches around ascending values that kernels reach, apart from each other.
  private static func stretches(
    _ values: [Double], bandwidth: Double, in ends: ClosedRange<Double>
  ) -> [ClosedRange<Double>] {
    var stretches: [ClosedRange<Double>] = []
    var (first, last) = (values[0], values[0])
    func finish() {
      let low = max(ends.lowerBound, first - reach * bandwidth)
      stretches.append(low...max(low, min(ends.upperBound, last + reach * bandwidth)))
    }
    for value in values.dropFirst() {
      if value - last > 2 * (end + 1) * bandwidth {
        finish()
        first = value
      }
      last = value
    }
    finish()
    return stretches
  }

  /// Close places along a stretch, and one to each side where its kernels have ended.
  private static func runs(
    _ stretch: ClosedRange<Double>, step: Double, _ bandwidth: Double, in ends: ClosedRange<Double>
  ) -> [Run] {
    // An even number of steps: of a lone value the middle one is its place.
    let steps = 2 * ((stretch.upperBound - stretch.lowerBound) / step / 2).rounded(.up)
    let length = stretch.upperBound - stretch.lowerBound
    let run = Run(
      from: stretch.lowerBound, step: steps > 0 ? length / steps : 0, count: Int(steps) + 1)
    let beyond = (end - reach) * bandwidth
    let around = [stretch.lowerBound - beyond, stretch.upperBound + beyond].map {
      ends.contains($0) ? [Run(from: $0, step: 0, count: 1)] : []
    }
    return around[0] + [run] + around[1]
  }
}
