import Drawing
import Formatting
import Frame

/// Numbers with their labels, offered for an axis.
private typealias Offer = (values: [Double], labels: [String])

extension AxisMaking {
  /// Powers of a base, or of ten round numbers between them while they are few.
  func log(_ domain: ClosedRange<Double>) -> Axis {
    let base = plan.channel?.settings.base ?? .ten
    let domain =
      plan.isTight ? domain : near(domain, LogTicks.nice(domain, base: base), .log)
    guard base == .ten else {
      let offers = LogTicks.exponents(domain, base: base).map { exponents -> Offer in
        let values = exponents.map { LogTicks.power($0, base: base) }
        // Numbers or powers, but not both on one axis.
        let isPlain = base == .two && exponents.allSatisfy((-4...19).contains)
        return (values, zip(exponents, values).map { power($0, base, $1, isPlain: isPlain) })
      }
      return chosen(.log, domain, offers)
    }
    var axis = chosen(.log, domain, LogTicks.candidates(domain).map(worded))
    let labelled = Set(axis.ticks.map(\.value))
    let minor = apart(LogTicks.minor(domain), on: axis)
    let shown = minor.isEmpty ? apart(LogTicks.decades(domain), on: axis) : minor
    axis.minor = shown.filter { !labelled.contains($0) }
    return axis
  }

  /// Zero and powers of ten on both sides.
  func symlog(_ domain: ClosedRange<Double>, _ constant: Double) -> Axis {
    let domain = plan.isTight ? domain : SymlogTicks(domain: domain, constant: constant).nice
    let ticks = SymlogTicks(domain: domain, constant: constant)
    return chosen(.symlog(constant: constant), domain, ticks.candidates.map(worded))
  }

  /// A half, and round distances from 0 and from 1.
  func logit(_ domain: ClosedRange<Double>) -> Axis {
    let domain = plan.isTight ? domain : LogitTicks(domain: domain).nice
    let offers = LogitTicks(domain: domain).candidates.map { shares -> Offer in
      (shares.map(\.value), shares.map(word))
    }
    return chosen(.logit, domain, offers)
  }

  /// Numbers of one round digit, the roundest first, as far as they stand well clear of each other.
  func squareRoot(_ domain: ClosedRange<Double>) -> Axis {
    func round(_ end: Double) -> Double {
      guard end.magnitude >= .leastNormalMagnitude else { return 0 }
      let size = LogTicks.upper(end.magnitude, [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10])
      return size.isFinite ? (end < 0 ? -size : size) : end
    }
    let isTight = plan.isTight
    let low = isTight || domain.lowerBound > 0 ? domain.lowerBound : round(domain.lowerBound)
    let high = isTight || domain.upperBound < 0 ? domain.upperBound : round(domain.upperBound)
    let whole = low...high
    let largest = max(low.magnitude, high.magnitude)
    guard largest >= .leastNormalMagnitude else { return linear(.sqrt, domain) }
    let powers = (0..<4).map { powerOfTen(magnitude(largest) - $0) }
    let sizes = [1.0, 5, 2].flatMap { digit in powers.map { digit * $0 } }
    let ranked = ([0] + sizes.flatMap { [$0, -$0] }).filter(whole.contains)
    var axis = self.axis(.sqrt, whole, [])
    for value in ranked {
      let values = (axis.ticks.map(\.value) + [value]).sorted()
      let next = self.axis(.sqrt, whole, ticks(worded(values)))
      if let clearance = clearance(next), clearance >= (side == .x ? 22 : 12) { axis = next }
    }
    return axis.ticks.count >= 3 ? axis : linear(.sqrt, domain)
  }

  /// The finest offer of three ticks or more whose labels stand clear of each other and differ; in
  /// a range that is too short for one, round numbers evenly stepped.
  private func chosen(_ transform: Transform, _ domain: ClosedRange<Double>, _ offers: [Offer])
    -> Axis
  {
    func first(atLeast count: Int) -> Axis? {
      offers.lazy.filter { $0.values.count >= count && tellsApart($0) }
        .map { axis(transform, domain, ticks($0)) }.first { hasRoom($0) }
    }
    if let axis = first(atLeast: 3) { return axis }
    let even = linear(transform, domain, mayGrow: false)
    return even.ticks.count >= 3 ? even : first(atLeast: 2) ?? even
  }

  /// Whether no two labels are alike, and none says 0 of another number, as a coarse format of the
  /// author may have it.
  private func tellsApart(_ offer: Offer) -> Bool {
    let zero = wording.label(0, among: offer.values)
    let isTrue = zip(offer.values, offer.labels).allSatisfy { $0 == 0 || $1 != zero }
    return isTrue && Set(offer.labels).count == offer.labels.count
  }

  private func ticks(_ offer: Offer) -> [Tick] {
    zip(offer.values, offer.labels).map { Tick($0, $1) }
  }

  /// Numbers of one round digit with their labels, each with the digits it has.
  private func worded(_ values: [Double]) -> Offer {
    (values, values.map { wording.label($0, among: values) })
  }

  /// A power of a base as its label: the number while it is easily read.
  private func power(_ exponent: Int, _ base: LogBase, _ value: Double, isPlain: Bool) -> String {
    if let format = plan.channel?.settings.format {
      return context.formatter.text(.double(value), format: format)
    }
    if isPlain {
      return context.formatter.number(value, decimals: max(0, -exponent))
    }
    if exponent == 0 { return "1" }
    return base.rawValue + (exponent == 1 ? "" : ValueFormatter.superscript(exponent))
  }

  private func word(_ share: LogitTicks.Share) -> String {
    if let format = plan.channel?.settings.format {
      return context.formatter.text(.double(share.value), format: format)
    }
    guard share.places > 6 else {
      return context.formatter.number(share.value, decimals: share.places)
    }
    let distance = context.formatter.power(ofTen: -share.places)
    return share.isNearOne ? "1\u{a0}−\u{a0}\(distance)" : distance
  }

  /// Numbers that stand two and a half points or more from each other and so can be told apart.
  private func apart(_ values: [Double], on axis: Axis) -> [Double] {
    guard let scale = axis.scale.numbers else { return [] }
    let places = values.map(scale.place)
    let isCrowded = zip(places, places.dropFirst()).contains { abs($1 - $0) < 2.5 }
    return isCrowded ? [] : values
  }
}
