/// Ticks of an axis of log-odds: a half, and the same distances from 0 and from 1.
struct LogitTicks {
  /// Inside 0 and 1, both left out.
  let domain: ClosedRange<Double>

  /// A labelled share: a distance of `digit` times ten to the minus `places` from 0 or from 1.
  struct Share: Hashable {
    let digit: Double
    let places: Int
    let isNearOne: Bool

    var value: Double {
      let distance = digit * powerOfTen(-places)
      return isNearOne ? 1 - distance : distance
    }
  }

  /// The shares to label, finest sets first.
  var candidates: [[Share]] {
    let smallest = min(domain.lowerBound, 1 - domain.upperBound, 0.1)
    let last = min(300, -magnitude(max(smallest, 1e-300)))
    func set(_ digits: [Double], every: Int = 1) -> [Share] {
      let shares = stride(from: 1, through: last, by: every).flatMap { places in
        digits.filter { $0 != 5 || places > 1 }.map { (digit: $0, places: places) }
      }
      let low = shares.map { Share(digit: $0.digit, places: $0.places, isNearOne: false) }
      let high = shares.map { Share(digit: $0.digit, places: $0.places, isNearOne: true) }
      let half = Share(digit: 5, places: 1, isNearOne: false)
      return (low + [half] + high).filter { $0.value < 1 && domain.contains($0.value) }
        .sorted { $0.value < $1.value }
    }
    return [set([1, 2, 3, 4, 5]), set([1, 2, 5]), set([1, 5])]
      + (1...max(1, last - 1)).map { set([1], every: $0) }
  }

  /// The domain widened to the nearest 1, 2 or 5 of a decimal place.
  var nice: ClosedRange<Double> {
    let digits: [Double] = [1, 2, 5, 10]
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let wideLow =
      low <= 0.5 ? LogTicks.lower(low, digits) : 1 - LogTicks.upper(1 - low, digits)
    let wideHigh =
      high <= 0.5 ? LogTicks.upper(high, digits) : 1 - LogTicks.lower(1 - high, digits)
    return min(wideLow, low)...(wideHigh < 1 ? max(wideHigh, high) : high)
  }
}
