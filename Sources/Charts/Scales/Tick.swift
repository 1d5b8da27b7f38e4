import Drawing
import Formatting
import Frame

/// A labelled place of a scale.
struct Tick: Hashable, Sendable {
  /// The number of a continuous scale, or the index of a band.
  let value: Double
  let label: String
  /// What the second row says, where it changes: the month above which the days stand.
  let context: String?

  init(_ value: Double, _ label: String, context: String? = nil) {
    self.value = value
    self.label = label
    self.context = context
  }
}

/// How the numbers of an axis are worded.
struct TickWording: Sendable {
  let formatter: ValueFormatter
  /// The author's format, nil for as many digits as the step needs.
  let format: ValueFormat?

  /// The label of a number on an axis whose ticks lie `step` apart and reach `largest`.
  func callAsFunction(_ number: Double, step: Double, largest: Double) -> String {
    if let format { return formatter.text(.double(number), format: format) }
    if largest >= 1e6 || (step < 1e-6 && step > 0) {
      let wide = largest >= 1e15 || largest < 1e-3
      guard let short = ValueFormat(wide ? "~e" : "~s") else { return "\(number)" }
      return formatter.text(.double(number == 0 ? 0 : number), format: short)
    }
    return formatter.number(number == 0 ? 0 : number, decimals: TickWording.decimals(step))
  }

  /// The digits after the point that tell multiples of a step apart.
  static func decimals(_ step: Double) -> Int {
    guard step > 0, step.isFinite else { return 0 }
    for digits in 0...12 {
      let scaled = step * powerOfTen(digits)
      if abs(scaled - scaled.rounded()) < 1e-6 * scaled { return digits }
    }
    return 12
  }
}
