import Formatting
import Frame
import JSON
import Statistics

extension TrendMark {
  func endLabels(in words: Words) -> [EndLabel] {
    curves.compactMap { curve in
      guard let told = slope(curve.fit, words) else { return curveLabel(curve) }
      let strength = strength(curve.fit, words)
      let category = name(curve)
      return EndLabel(
        group: curve.group, name: category ?? told, value: nil,
        detail: category == nil
          ? strength : [told, strength].compactMap { $0 }.joined(separator: " · "),
        level: curve.samples.last?.y ?? 0, paint: layer.colors.paint(curve.group))
    }
  }

  private func curveLabel(_ curve: Curve) -> EndLabel? {
    guard let last = curve.samples.last(where: { $0.y.isFinite })?.y, let name = name(curve) else {
      return nil
    }
    return EndLabel(
      group: curve.group, name: name, level: last, paint: layer.colors.paint(curve.group))
  }

  /// How close the rows lie to the line, in one number.
  private func strength(_ fit: TrendFit, _ words: Words) -> String? {
    switch fit {
    case .line(let line): line.r.map { "r = \(words.formatter.number($0, decimals: 2))" }
    case .robust(_, let test): test.map { "τ = \(words.formatter.number($0.tau, decimals: 2))" }
    case .local, .curve, .none: nil
    }
  }

  private func name(_ curve: Curve) -> String? {
    let categories = layer.colors.categories
    return categories.isEmpty ? nil : categories[curve.group].label
  }

  private var labels: (y: String, x: String) {
    (layer.rows[.y]?.label.oneLine ?? "y", layer.rows[.x]?.label.oneLine ?? "x")
  }

  func story(in words: Words) -> Story {
    var story = Story(kind: "Trend", measure: "", unit: "", points: 0)
    story.methods = [method(words)] + unusedWeights
    for curve in curves.prefix(6) {
      guard let finding = finding(curve.fit, words) else { continue }
      let lead = name(curve).map { "\($0): " } ?? ""
      let numbers = statistics(curve.fit, words)
      if curves.count <= 4 {
        story.methods.append("\(lead)\(equation(curve.fit, words)), \(numbers)")
      }
      story.findings.append(lead + finding + ", " + numbers)
    }
    return story.adding(methods: missingBands + missingLines)
  }

  /// `risk rises with weight, +1.61 per 10 lb (95% CI +1.21 to +2.01)`.
  private func finding(_ fit: TrendFit, _ words: Words) -> String? {
    guard let slope = fit.slope else { return nil }
    let (y, x) = (words.inSentence(labels.y), words.inSentence(labels.x))
    guard slope.value != 0 else { return "\(y) does not change with \(x)" }
    let told = self.slope(fit, words, interval: slope.interval) ?? ""
    return "\(y) \(slope.value > 0 ? "rises" : "falls") with \(x), \(told)"
  }

  /// A fit's slope in words, with an interval where it is to be told.
  private func slope(_ fit: TrendFit, _ words: Words, interval: Interval? = nil) -> String? {
    fit.slope.map { slope in
      words.slope(
        slope.value, uncertainty: fit.uncertainty, x: layer.rows[.x], interval: interval)
    }
  }

  private func method(_ words: Words) -> String {
    switch settings.kind {
    case .linear: "Lines: least squares\(bandWords(words))"
    case .loess: "Lines: local regression (LOESS, span 0.75)\(bandWords(words))"
    case .moving_average: "Lines: moving average of \(TrendFit.averageWindow) rows"
    case .theil_sen: "Lines: Theil–Sen, the median slope of all pairs of rows"
    }
  }

  private func bandWords(_ words: Words) -> String {
    let level = words.formatter.percentage(0.95)
    return switch settings.interval {
    case .none: ""
    case .confidence: " with \(level) confidence band"
    case .prediction: " with \(level) prediction band, which holds single rows"
    case .both:
      " with \(level) confidence band, around it the \(level) prediction band, which holds single rows"
    }
  }

  /// Weights count in least squares alone, and a reader must know where they do not.
  private var unusedWeights: [String] {
    guard layer.rows[.weight] != nil, settings.kind != .linear else { return [] }
    return ["Every row counts once in these lines, whatever its weight"]
  }

  private var missingBands: [String] {
    guard settings.interval != .none else { return [] }
    let reasons = curves.compactMap { curve -> String? in
      switch curve.fit {
      case .curve(_, _, _, let reason): reason
      case .line(let line) where line.n < 3: "fewer than 3 rows"
      default: nil
      }
    }
    return reasons.unique.map { "No band where there are \($0)" }
  }

  private var missingLines: [String] {
    let short = curves.filter(\.fit.isEmpty)
    guard case .none(let error)? = short.first?.fit else { return [] }
    let names = short.compactMap(name).unique.prefix(4).joined(separator: ", ")
    return [names.isEmpty ? "No line: \(error.reason)" : "No line for \(names): \(error.reason)"]
  }

  private func equation(_ fit: TrendFit, _ words: Words) -> String {
    let (y, x) = (words.inSentence(labels.y), words.inSentence(labels.x))
    let line: (slope: Double, intercept: Double)
    switch fit {
    case .line(let fit): line = (fit.slope, fit.intercept)
    case .robust(let fit, _): line = (fit.slope, fit.intercept)
    case .local, .curve, .none: return ""
    }
    if layer.rows[.x]?.isTime == true {
      return "\(y) changes by \(slope(fit, words) ?? "")"
    }
    let sign = line.slope < 0 ? "−" : "+"
    let intercept = words.number(
      line.intercept, to: EstimateDigits(uncertainty: fit.interceptUncertainty))
    let slope = words.number(
      line.slope.magnitude, to: EstimateDigits(uncertainty: fit.uncertainty))
    return "\(y) = \(intercept) \(sign) \(slope) × \(x)"
  }

  private func statistics(_ fit: TrendFit, _ words: Words) -> String {
    func joined(_ symbol: String, _ value: Double?, _ p: Double?, _ n: Int) -> String {
      let strength = value.map { "\(symbol) = \(words.formatter.number($0, decimals: 2))" }
      return [strength, p.map(words.formatter.pValue), "n = \(words.count(n))"]
        .compactMap { $0 }.joined(separator: ", ")
    }
    switch fit {
    case .line(let line): return joined("r", line.r, line.p, line.n)
    case .robust(let line, let test):
      return joined(test.map { "\($0.title) τ" } ?? "τ", test?.tau, test?.p, line.n)
    case .local(let fit): return joined("", nil, nil, fit.n)
    case .curve(_, _, let n, _): return joined("", nil, nil, n)
    case .none: return ""
    }
  }
}

extension Story {
  /// The story with further sentences of method.
  fileprivate func adding(methods: [String]) -> Story {
    var story = self
    story.methods += methods
    return story
  }
}

extension TrendMark {
  var results: [(key: String, value: JSONValue)] {
    [("trend", .array(curves.map { .object(fields($0)) }))]
  }

  private func fields(_ curve: Curve) -> [(key: String, value: JSONValue)] {
    let categories = layer.colors.categories
    let group = categories.isEmpty ? nil : categories[curve.group].value.description
    return (layer.panelCount > 1 ? [("panel", .count(curve.panel + 1))] : [])
      + [("group", .string(group)), ("kind", .string(settings.kind.rawValue))] + numbers(curve)
  }

  private func numbers(_ curve: Curve) -> [(key: String, value: JSONValue)] {
    switch curve.fit {
    case .line(let line): line.trendFields
    case .robust(let line, let test): line.trendFields + (test?.trendFields ?? [])
    case .local(let fit):
      [
        ("n", .count(fit.n)), ("sigma", .number(fit.residualDeviation)),
        ("df", .number(fit.degreesOfFreedom)),
      ]
    case .curve(_, _, let n, _): [("n", .count(n))]
    case .none(let error):
      [
        ("n", .count(curve.rows)), ("slope", .null), ("intercept", .null),
        ("slope_std_error", .null), ("r", .null), ("p", .null), ("reason", .string(error.reason)),
      ]
    }
  }
}

extension LinearFit {
  fileprivate var trendFields: [(key: String, value: JSONValue)] {
    let interval = slopeInterval()
    return [
      ("n", .count(n)), ("slope", .number(slope)), ("intercept", .number(intercept)),
      ("slope_std_error", .number(slopeStandardError)), ("slope_low", .number(interval?.low)),
      ("slope_high", .number(interval?.high)), ("r", .number(r)), ("p", .number(p)),
    ] + (reason.map { [("reason", .string($0.reason))] } ?? [])
  }
}

extension TheilSen {
  fileprivate var trendFields: [(key: String, value: JSONValue)] {
    [
      ("n", .count(n)), ("slope", .number(slope)), ("intercept", .number(intercept)),
      ("slope_low", .number(interval?.low)), ("slope_high", .number(interval?.high)),
    ] + (isExact ? [] : [("reason", .string("too many pairs of rows for an interval"))])
  }
}

extension TrendTest {
  fileprivate var trendFields: [(key: String, value: JSONValue)] {
    [("test", .string(name)), ("tau", .number(tau)), ("p", .number(p))]
  }
}

extension Words {
  /// A slope a reader can picture: `+1.61 per 10 lb` rather than `+0.161`, a day where x is time; with
  /// an interval `+1.61 per 10 lb (95% CI +1.21 to +2.01)`.
  ///
  /// Its digits are those that its uncertainty lets a reader use, two where none is known.
  func slope(
    _ slope: Double, uncertainty: Double?, x: ChannelColumn?, interval: Interval? = nil
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
    if x?.isTime == true { return told(86_400, " a day") }
    let size = slope.magnitude
    guard size > 0, size.isFinite else { return "±0" }
    let unit = x?.label.unit
    var step = 1.0
    while size * step < 1, step < 1e6 { step *= 10 }
    if unit == nil, step > 1000 || step == 1 { return "slope " + told(1, "") }
    let per = step == 1 ? " a" : " per \(number(step))"
    return told(step, per + (unit.map { " \($0)" } ?? ""))
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
    guard hasSuffix(")"), let open = lastIndex(of: "(") else { return nil }
    let unit = self[index(after: open)..<index(before: endIndex)]
    return unit.isEmpty || unit.count > 12 ? nil : String(unit)
  }
}
