import Formatting
import Frame

/// How the numbers of one axis are worded, all alike.
enum TickFormat: Hashable, Sendable {
  /// As the author asks.
  case given(ValueFormat)
  /// With as many digits after the point as the step needs: `0.25`, and thousands grouped or, of
  /// what may be years, not.
  case plain(isGrouped: Bool)
  /// In units of a power of ten that has a short word: `1.5M`.
  case short(ShortScale)
  /// As multiples of a power of ten that the axis tells once.
  case factored(Int)
}

/// Words the numbers of an axis.
struct TickWording: Sendable {
  let formatter: ValueFormatter
  /// The author's format, nil for as many digits as the step needs.
  let format: ValueFormat?
  /// Whether the numbers may be years, which are not grouped.
  var mayBeYears = false
  /// Whether there is a place to tell a factor once.
  var mayFactor = true

  /// The formats that an axis may have whose ticks lie `step` apart and reach `largest`, the
  /// plainest first.
  func formats(step: Double, largest: Double) -> [TickFormat] {
    if let format { return [.given(format)] }
    var formats: [TickFormat] = [.plain(isGrouped: !mayBeYears)]
    formats += formatter.shortScales.filter { powerOfTen($0.power) <= largest * 10 }
      .map(TickFormat.short)
    let power = largest > 0 ? magnitude(largest) : 0
    if mayFactor && (power >= 4 || power <= -3) { formats.append(.factored(power)) }
    return formats.filter { TickWording.decimals(step, over: $0.power) <= 6 || $0.power == 0 }
  }

  /// How well a number reads in a format, from 0 to 1.
  ///
  /// After Talbot, Lin, Hanrahan (2010), 3.4: plain decimals read best between a ten-thousandth and
  /// a million, units in their own range, factored numbers worse.
  func legibility(_ number: Double, as format: TickFormat, step: Double) -> Double {
    let size = number.magnitude
    switch format {
    case .given: return 1
    case .plain:
      return step > 0.99e-4 && size < 1e6 ? 1 : 0
    case .short(let scale):
      let shown = size / powerOfTen(scale.power)
      return shown == 0 || (0.0999..<1000).contains(shown) ? 0.75 : 0
    case .factored: return 0.3
    }
  }

  /// A number's label in a format.
  func text(_ number: Double, as format: TickFormat, step: Double) -> String {
    let number = number == 0 ? 0 : number
    let decimals = TickWording.decimals(step, over: format.power)
    switch format {
    case .given(let format): return formatter.text(.double(number), format: format)
    case .plain(isGrouped: false) where decimals == 0:
      return formatter.text(.double(number), format: ValueFormat(".0f"))
    case .plain: return formatter.number(number, decimals: decimals)
    case .short(let scale): return formatter.number(number, in: scale, decimals: decimals)
    case .factored(let power):
      // In two steps, because ten to a power may be beyond a double where the quotient is not.
      let scaled = number / powerOfTen(power / 2) / powerOfTen(power - power / 2)
      return formatter.number(scaled, decimals: decimals)
    }
  }

  /// What an axis in a format tells once: `× 10⁻⁶`.
  func unit(of format: TickFormat) -> String? {
    guard case .factored(let power) = format else { return nil }
    return "×\u{a0}" + formatter.power(ofTen: power)
  }

  /// The label of a number on an axis of its own kind, whose ticks lie `step` apart and reach
  /// `largest`: in the first format that reads well.
  func callAsFunction(_ number: Double, step: Double, largest: Double) -> String {
    let formats = formats(step: step, largest: largest).filter { unit(of: $0) == nil }
    let scored = formats.map { ($0, legibility(largest, as: $0, step: step)) }
    let best = scored.max { $0.1 < $1.1 }
    guard let best, best.1 > 0 else {
      return formatter.number(number == 0 ? 0 : number, significant: 3)
    }
    return text(number, as: best.0, step: step)
  }

  /// The label of a number of one round digit on an axis whose numbers differ by powers of ten: with
  /// the digits that it has.
  func label(_ number: Double, among all: [Double]) -> String {
    if let format { return formatter.text(.double(number), format: format) }
    let sizes = all.map(\.magnitude).filter { $0 > 0 }
    let (smallest, largest) = (sizes.min() ?? 1, sizes.max() ?? 1)
    let size = number.magnitude
    if number == 0 { return "0" }
    if size == 1 { return formatter.number(number, decimals: 0) }
    if smallest > 0.99e-4, largest < 1e6 {
      return formatter.number(number, decimals: max(0, -magnitude(size)))
    }
    if smallest >= 1, largest < 1e15, let scale = formatter.shortScales.last {
      let fitting = formatter.shortScales.last { powerOfTen($0.power) <= size } ?? scale
      guard powerOfTen(fitting.power) <= size else { return formatter.number(number, decimals: 0) }
      return formatter.number(number, in: fitting, decimals: 0)
    }
    let power = magnitude(size)
    let digit = (size / powerOfTen(power)).rounded()
    let factor = digit == 1 ? "" : formatter.number(digit, decimals: 0) + "\u{a0}×\u{a0}"
    return (number < 0 ? "\u{2212}" : "") + factor + formatter.power(ofTen: power)
  }

  /// The digits after the point that tell multiples of a step apart, in units of a power of ten.
  static func decimals(_ step: Double, over power: Int = 0) -> Int {
    guard step > 0, step.isFinite else { return 0 }
    let unit = step / powerOfTen(power / 2) / powerOfTen(power - power / 2)
    for digits in 0...12 {
      let scaled = unit * powerOfTen(digits)
      if abs(scaled - scaled.rounded()) < 1e-6 * scaled { return digits }
    }
    return 12
  }
}

extension TickFormat {
  /// The power of ten that its numbers are divided by.
  var power: Int {
    switch self {
    case .given, .plain: 0
    case .short(let scale): scale.power
    case .factored(let power): power
    }
  }
}
