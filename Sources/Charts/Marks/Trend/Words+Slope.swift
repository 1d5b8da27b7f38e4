import Formatting
import Frame
import Statistics

extension Words {
  /// A slope a reader can picture: `+1.61 per 10 lb` rather than `+0.161`, a day where x is time; with
  /// an interval `+1.61 per 10 lb (95% CI +1.21 to +2.01)`.
  ///
  /// Its digits are those that its uncertainty lets a reader use, two where none is known. The
  /// `steepest` slope that it is read beside decides per how much all of them are told.
  func slope(
    _ slope: Double, uncertainty: Double?, x: ChannelColumn?, interval: Interval? = nil,
    steepest: Double = 0
  ) -> String {
    func told(_ step: Double, _ per: String) -> String {
      let digits = EstimateDigits(uncertainty: uncertainty.map { $0 * step })
      let range = interval.map { interval in
        let level = formatter.percentage(interval.level)
        let (low, high) = (
          signed(interval.low * step, digits), signed(interval.high * step, digits)
        )
        return " (\(level) CI \(low) to \(high))"
      }
      return signed(slope * step, digits) + per + (range ?? "")
    }
    if let x, x.isTime {
      let (step, name) = stretch(of: x)
      return told(step, " \(name)")
    }
    guard slope != 0, slope.isFinite else { return "±0" }
    let size = max(slope.magnitude, steepest)
    let unit = x?.label.unit
    var step = 1.0
    while size * step < 1, step < 1e6 { step *= 10 }
    if unit == nil, step > 1000 || step == 1 { return "slope " + told(1, "") }
    let per = step == 1 ? " a" : " per \(number(step))"
    return told(step, per + (unit.map { " \($0)" } ?? ""))
  }

  /// The stretch of time in which a change over a column's span can be pictured, in seconds.
  private func stretch(of time: ChannelColumn) -> (seconds: Double, name: String) {
    let range = AxisDemand.range(time.column.doubles)
    let span = range.map { $0.upperBound - $0.lowerBound } ?? 0
    let stretches = [
      (31_556_952.0, "a year"), (86_400, "a day"), (3600, "an hour"), (60, "a minute"),
    ]
    let fitting = stretches.first { span >= 2 * $0.0 } ?? (1, "a second")
    return span > 0 ? fitting : (86_400, "a day")
  }

  /// A number with its sign: a plus too, none where it shows as zero.
  private func signed(_ value: Double, _ digits: EstimateDigits?) -> String {
    let text = digits.map { formatter.number(value, to: $0) } ?? number(significant(value))
    let isShown = text.contains { ("1"..."9").contains($0) || $0 == "∞" }
    return value > 0 && isShown ? "+" + text : text
  }

  /// A number to the place that its uncertainty reaches, else with three digits.
  func number(_ value: Double, to digits: EstimateDigits?) -> String {
    digits.map { formatter.number(value, to: $0) } ?? number(value)
  }

  /// The number to two significant digits, as much as a slope deserves in passing.
  private func significant(_ value: Double) -> Double {
    let size = value.magnitude
    guard size > 0, size.isFinite else { return 0 }
    let unit = powerOfTen(max(-300, magnitude(size) - 1))
    return (value / unit).rounded() * unit
  }
}

extension String {
  /// The unit that a label ends with in parentheses, such as `lb` of `Weight (lb)`.
  var unit: String? {
    // The brackets of a function, as in `exp(x / 10)`, are none of a unit.
    guard hasSuffix(")"), let open = lastIndex(of: "("), self[..<open].hasSuffix(" ") else {
      return nil
    }
    let unit = self[index(after: open)..<index(before: endIndex)]
    return unit.isEmpty || unit.count > 12 ? nil : String(unit)
  }
}
