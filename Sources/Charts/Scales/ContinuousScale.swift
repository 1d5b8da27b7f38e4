import Drawing

/// From numbers of a domain to places along a line.
struct ContinuousScale: Hashable, Sendable {
  let transform: Transform
  let domain: ClosedRange<Double>
  /// The place of the domain's lower bound.
  let start: Double
  /// The place of the domain's upper bound.
  let end: Double
  /// The transformed lower bound, halved, and half of the transformed domain: halves, because the
  /// difference of two huge numbers may be infinite.
  private let low: Double
  private let half: Double

  init(_ transform: Transform, domain: ClosedRange<Double>, from start: Points, to end: Points) {
    self.transform = transform
    self.domain = domain
    self.start = start.value
    self.end = end.value
    low = transform(domain.lowerBound) / 2
    half = transform(domain.upperBound) / 2 - low
  }

  /// The place of a number in points; NaN where the scale refuses it.
  ///
  /// Numbers outside the domain lie outside the line; far ones are held near it, so that no painter
  /// meets a coordinate it cannot hold.
  func place(_ value: Double) -> Double {
    guard half > 0 else { return value.isNaN ? .nan : (start + end) / 2 }
    let share = (transform(value) / 2 - low) / half
    // Comparisons with NaN are false, so that it would pass for the far end.
    if share.isNaN { return .nan }
    return start + max(-100, min(101, share)) * (end - start)
  }

  /// The number whose place it is, held in the domain.
  func number(at place: Double) -> Double {
    guard half > 0, end != start else { return domain.lowerBound }
    let share = max(0, min(1, (place - start) / (end - start)))
    guard transform != .linear, transform != .time else {
      return domain.lowerBound * (1 - share) + domain.upperBound * share
    }
    return transform.inverse(of: (low + half * share) * 2, in: domain)
  }

  /// Whether a number lies in the domain, its ends included.
  func contains(_ value: Double) -> Bool { domain.contains(value) }
}
