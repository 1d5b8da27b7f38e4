import CKernels

/// The value at one place of the order of some values, without sorting them all.
///
/// The range is cut into 1,024 equal parts, the values in each are counted, and only the part that
/// holds the place is taken out and sorted. Few values are sorted once.
struct Selection {
  /// In ascending order where they are one part.
  private let values: [Double]
  private let low: Double
  private let high: Double
  /// How many values lie in each part; one part where the values are few, equal or beyond halving.
  private let counts: [Int]

  /// Takes finite values, at least one.
  init(_ values: [Double]) {
    let (low, high) = Sample.range(of: values)
    (self.low, self.high) = (low ?? 0, high ?? 0)
    guard values.count > 512, let low, let high, high / 2 - low / 2 > 0x1p-900 else {
      self.values = RadixSort.sorted(values)
      counts = [values.count]
      return
    }
    self.values = values
    var counts = [Int](repeating: 0, count: 1024)
    values.withUnsafeBufferPointer { values in
      counts.withUnsafeMutableBufferPointer { counts in
        guard let first = values.baseAddress, let parts = counts.baseAddress else { return }
        bs_count_places(first, values.count, low, high, parts)
      }
    }
    self.counts = counts
  }

  /// What lies at a place of the ascending values, counted from 0; linear between two.
  func value(atPlace place: Double) -> Double {
    let place = min(max(place, 0), Double(values.count - 1))
    let below = Int(place)
    let share = place - Double(below)
    let (part, start) = part(holding: below)
    let held = sorted(part)
    let a = held[below - start]
    guard share > 0, below + 1 < values.count else { return a }
    if below + 1 - start < held.count {
      return Quantile.between(a, held[below + 1 - start], share: share)
    }
    let next = sorted(self.part(holding: below + 1).number)
    return Quantile.between(a, next[0], share: share)
  }

  /// The part that holds a place, and how many values lie in the parts below it.
  private func part(holding place: Int) -> (number: Int, start: Int) {
    var (number, start) = (0, 0)
    while start + counts[number] <= place {
      start += counts[number]
      number += 1
    }
    return (number, start)
  }

  private func sorted(_ part: Int) -> [Double] {
    guard counts.count > 1 else { return values }
    var held = [Double](unsafeUninitializedCapacity: counts[part]) { held, count in
      values.withUnsafeBufferPointer { values in
        guard let first = values.baseAddress, let place = held.baseAddress else { return }
        count = bs_collect_place(first, values.count, low, high, part, place)
      }
    }
    RadixSort.sort(&held)
    return held
  }
}
