#if canImport(Glibc)
  import Glibc
#endif

/// Sums of Gaussian kernels around the values of a density.
struct KernelSums {
  let bandwidth: Double
  /// How many values there are without their reflections.
  let n: Int

  /// How many bandwidths a kernel reaches: beyond it weighs less than 1e-17 of its highest.
  private static let reach = 9.0

  /// The densities at the places of some runs, of values of which those beyond all places are
  /// reflections: of many values on a grid, else one by one.
  func densities(of values: [Double], at runs: [DensityPlaces.Run]) -> [Double] {
    if runs.count == 1, let sums = gridded(values, runs[0], isMirrored: values.count > n) {
      return sums
    }
    let sorted = RadixSort.sorted(values)
    return runs.flatMap { run in
      let last = run.from + Double(run.count - 1) * run.step
      let start = sorted.partitioningIndex { $0 >= run.from - KernelSums.reach * bandwidth }
      let end = sorted.partitioningIndex { $0 > last + KernelSums.reach * bandwidth }
      let near = Array(sorted[start..<end])
      let reaches = !near.isEmpty && (near[0] < run.from || near[near.count - 1] > last)
      return gridded(near, run, isMirrored: reaches) ?? run.places.map { exact(near, at: $0) }
    }
  }

  /// Sums on a grid; nil where it would be too long, or values are few.
  private func gridded(
    _ values: [Double], _ run: DensityPlaces.Run, isMirrored: Bool
  ) -> [Double]? {
    guard values.count > KernelDensity.exactLimit, run.count > 1 else { return nil }
    // Reflections lie beyond the places, as far as kernels reach.
    let more = isMirrored ? (KernelSums.reach * bandwidth / run.step).rounded(.up) : 0
    guard more < 100_000,
      let grid = DensityGrid(
        from: run.from - more * run.step, step: run.step, points: run.count + 2 * Int(more),
        bandwidth: bandwidth)
    else { return nil }
    let share = Double(values.count) / Double(n)
    return grid.densities(of: values).dropFirst(Int(more)).prefix(run.count)
      .map { $0 * share }
  }

  /// The density at one place, of ascending values.
  private func exact(_ values: [Double], at place: Double) -> Double {
    var index = values.partitioningIndex { $0 >= place - KernelSums.reach * bandwidth }
    var sum = 0.0
    while index < values.count, values[index] <= place + KernelSums.reach * bandwidth {
      let z = (place - values[index]) / bandwidth
      sum += exp(-0.5 * z * z)
      index += 1
    }
    return sum / (Double(n) * bandwidth * (2 * Double.pi).squareRoot())
  }
}
