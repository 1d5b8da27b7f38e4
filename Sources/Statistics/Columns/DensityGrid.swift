#if canImport(Glibc)
  import Glibc
#endif

/// Places of a density with a finer grid between them, on which values are shared out: each distance
/// between places is a whole number of grid steps, so that one table of the kernel serves them all.
struct DensityGrid {
  private let from: Double
  private let step: Double
  /// How many grid steps lie between two places.
  private let stride: Int
  private let points: Int
  /// The kernel at each number of grid steps, as far as 9 bandwidths.
  private let kernel: [Double]

  /// Makes a grid of at most 2²² steps; nil where an eightieth of a bandwidth would need more.
  init?(from: Double, step: Double, points: Int, bandwidth: Double) {
    let stride = (step / (bandwidth / 80)).rounded(.up)
    guard stride >= 1, stride * Double(points) <= 0x1p22 else { return nil }
    self.from = from
    self.stride = Int(stride)
    self.step = step / stride
    self.points = points
    let unit = self.step / bandwidth
    kernel = (0...Int(9 / unit)).map { steps in
      let z = Double(steps) * unit
      return exp(-0.5 * z * z) / (bandwidth * (2 * Double.pi).squareRoot())
    }
  }

  /// The density of values at each place; all values lie between the first place and the last.
  func densities(of values: [Double]) -> [Double] {
    let weights = shared(values)
    let scale = 1 / Double(values.count)
    return weights.withUnsafeBufferPointer { weights in
      (0..<points).map { scale * sum(weights, around: $0 * stride) }
    }
  }

  /// The weight of each grid point, values being shared linearly between the two beside them.
  private func shared(_ values: [Double]) -> [Double] {
    let last = (points - 1) * stride
    var weights = [Double](repeating: 0, count: last + 2)
    weights.withUnsafeMutableBufferPointer { weights in
      for value in values {
        let place = Swift.min(Swift.max((value - from) / step, 0), Double(last))
        let below = Int(place)
        let share = place - Double(below)
        weights[below] += 1 - share
        weights[below + 1] += share
      }
    }
    return weights
  }

  private func sum(_ weights: UnsafeBufferPointer<Double>, around centre: Int) -> Double {
    let (low, high) = (
      Swift.max(centre - kernel.count + 1, 0), Swift.min(centre + kernel.count, weights.count)
    )
    return kernel.withUnsafeBufferPointer { kernel in
      var (left, right) = (0.0, 0.0)
      for place in low..<centre { left += weights[place] * kernel[centre - place] }
      for place in centre..<high { right += weights[place] * kernel[place - centre] }
      return left + right
    }
  }
}
