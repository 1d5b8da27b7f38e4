import Charts
import Formatting
import Statistics

/// Sentences about statistics, worded the same wherever they are printed.
struct Words {
  let formatter: ValueFormatter

  /// A count with its noun: `1 row`, `1,940 rows`.
  func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(formatter.count(count)) \(count == 1 ? one : many)"
  }

  /// The level of an interval with as many digits as it has: `95%`, `97.5%`, `99.9%`.
  func level(_ level: Double) -> String {
    let decimals = (0..<3).first { digits in
      let scaled = level * 100 * [1, 10, 100][digits]
      return abs(scaled - scaled.rounded()) < 1e-6
    }
    return formatter.percentage(level, decimals: decimals ?? 3)
  }

  /// Names as a sentence lists them: `a`, `a and b`, `a, b and c`.
  static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A test with its statistic, degrees of freedom and p: `Welch's ANOVA F(2, 1,210) = 45.0, p < 0.001`.
  func test(_ test: TestOutcome) -> String? {
    guard let p = test.p else { return nil }
    guard let statistic = test.statistic else { return "\(test.title) \(formatter.pValue(p))" }
    let freedom = test.degreesOfFreedom.map {
      formatter.number($0, decimals: $0 == $0.rounded() || $0 >= 100 ? 0 : 1)
    }
    // Sums of ranks are whole, or halves.
    let isWhole = ["U", "V"].contains(test.symbol) && statistic == statistic.rounded()
    let text = isWhole ? formatter.number(statistic, decimals: 0) : short(statistic)
    let brackets = freedom.isEmpty ? "" : "(\(formatter.list(freedom)))"
    return "\(test.title) \(test.symbol)\(brackets) = \(text), \(formatter.pValue(p))"
  }

  /// An effect size with its interval: `η² = 0.037 [0.02, 0.05]`.
  func effect(_ effect: EffectOutcome) -> String? {
    guard let value = effect.value else { return nil }
    guard let interval = effect.interval else {
      return "\(effect.symbol) = \(formatter.number(value, decimals: 3))"
    }
    return "\(effect.symbol) = \(estimate(value, interval))"
  }

  /// An estimate with its interval, all to the place that the interval reaches: `1.62 [1.21, 2.03]`.
  func estimate(_ value: Double, _ interval: Interval) -> String {
    let digits = EstimateDigits(value, low: interval.low, high: interval.high)
    func text(_ number: Double) -> String {
      digits.map { formatter.number(number, to: $0) } ?? formatter.number(number, decimals: 3)
    }
    return "\(text(value)) \(formatter.interval(text(interval.low), text(interval.high)))"
  }

  /// An interval in brackets.
  func interval(_ interval: Interval, decimals: Int) -> String {
    formatter.interval(
      formatter.number(interval.low, decimals: decimals),
      formatter.number(interval.high, decimals: decimals))
  }

  /// A test statistic: one digit after the point where it is large, more where it is small.
  private func short(_ number: Double) -> String {
    formatter.number(number, decimals: abs(number) >= 10 ? 1 : abs(number) >= 1 ? 2 : 3)
  }
}
