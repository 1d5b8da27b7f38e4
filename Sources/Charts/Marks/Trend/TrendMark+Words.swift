import Formatting
import Frame
import JSON
import Statistics

extension TrendMark {
  func endLabels(in words: Words) -> [EndLabel] {
    curves.compactMap { curve in
      guard let told = slope(curve.fit, words) else { return curveLabel(curve) }
      guard let end = end(curve) else { return nil }
      let strength = strength(curve.fit, words)
      let category = name(curve)
      return EndLabel(
        group: curve.group, name: category ?? told, value: nil,
        detail: category == nil
          ? strength : [told, strength].compactMap { $0 }.joined(separator: " · "),
        level: end.y, place: end.x, paint: layer.colors.paint(curve.group))
    }
  }

  /// Where a line ends, or leaves the window that a domain opens on it; nil where it is not in it.
  private func end(_ curve: Curve) -> (x: Double, y: Double)? {
    let samples = layer.asRead(curve.samples.filter { $0.y.isFinite })
    guard let x = layer.rows[.x]?.settings, let window = x.range else {
      return samples.last.map { ($0.x, $0.y) }
    }
    let seen = samples.lastIndex { window.contains($0.x) }
    // A window may open between two samples.
    let last = seen ?? samples.lastIndex { ($0.x < window.lowerBound) != x.isReversed }
    guard let last, last + 1 < samples.count else {
      return seen.map { (samples[$0].x, samples[$0].y) }
    }
    let edge = x.isReversed ? window.lowerBound : window.upperBound
    let (before, after) = (samples[last], samples[last + 1])
    return (edge, before.y + (after.y - before.y) * (edge - before.x) / (after.x - before.x))
  }

  private func curveLabel(_ curve: Curve) -> EndLabel? {
    guard let end = end(curve), let name = name(curve) else { return nil }
    return EndLabel(
      group: curve.group, name: name, level: end.y, place: end.x,
      paint: layer.colors.paint(curve.group))
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

  /// What a sentence about a curve begins with: its panel and its colour, where there are several.
  private func fullName(_ curve: Curve, _ words: Words) -> String? {
    layer.name(panel: curve.panel, group: curve.group, words)
  }

  private var labels: (y: String, x: String) {
    (layer.rows[.y]?.label.oneLine ?? "y", layer.rows[.x]?.label.oneLine ?? "x")
  }

  func story(in words: Words) -> Story {
    var story = Story(kind: "Trend", measure: "", unit: "", points: 0)
    story.methods = [method(words) + straightness] + weightWords(words)
    for curve in curves.prefix(Layer.mostTold) {
      guard let finding = finding(curve.fit, words) else { continue }
      let lead = fullName(curve, words).map { "\($0): " } ?? ""
      let numbers = statistics(curve.fit, words)
      if curves.count <= 4 {
        story.methods.append("\(lead)\(equation(curve.fit, words)), \(numbers)")
      }
      story.findings.append(lead + finding + ", " + numbers)
    }
    let more = curves.count - Layer.mostTold
    if more > 0, !story.findings.isEmpty {
      story.findings.append("\(words.count(more)) more \(more == 1 ? "line" : "lines")")
    }
    return story.adding(methods: missingBands + missingLines(words))
  }

  /// That the numbers themselves are fitted, where the page bends them.
  private var straightness: String {
    let isBent = [layer.rows[.x], layer.rows[.y]].contains {
      $0.map { $0.transform != .linear && $0.transform != .time } ?? false
    }
    return isBent ? ", fitted to the numbers themselves and not to their places on the scale" : ""
  }

  /// `the higher the weight, the higher the risk, +1.61 per 10 lb (95% CI +1.21 to +2.01)`.
  private func finding(_ fit: TrendFit, _ words: Words) -> String? {
    guard let slope = fit.slope else { return nil }
    guard slope.value != 0 else {
      return "\(words.inSentence(labels.y)) and \(words.inSentence(labels.x)): no slope"
    }
    let told = self.slope(fit, words, interval: slope.interval) ?? ""
    if let p = fit.p, p >= Relation.level {
      let sides = [labels.y, labels.x].map(words.inSentence)
      return "no clear rise or fall of \(sides[0]) with \(sides[1]), \(told)"
    }
    let sides = words.together(layer.rows[.y], layer.rows[.x], isRising: slope.value > 0)
    return "\(sides), \(told)"
  }

  /// A fit's slope in words, with an interval where it is to be told.
  private func slope(_ fit: TrendFit, _ words: Words, interval: Interval? = nil) -> String? {
    fit.slope.map { slope in
      words.slope(
        slope.value, uncertainty: fit.uncertainty, x: layer.rows[.x], interval: interval,
        steepest: steepest)
    }
  }

  /// The size of the steepest slope of all lines, 0 where none has one.
  private var steepest: Double {
    curves.compactMap { $0.fit.slope?.value.magnitude }.filter(\.isFinite).max() ?? 0
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
  private func weightWords(_ words: Words) -> [String] {
    guard let weight = layer.rows[.weight] else { return [] }
    guard settings.kind == .linear else {
      return ["Every row counts once in these lines, whatever its weight"]
    }
    guard unweighed > 0 else { return [] }
    let rows = unweighed == 1 ? "1 row has" : "\(words.count(unweighed)) rows have"
    let label = words.inSentence(weight.label.oneLine)
    return ["\(rows) no part in the lines: \(label) is no whole number of 0 or more there"]
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

  private func missingLines(_ words: Words) -> [String] {
    let short = curves.filter(\.fit.isEmpty)
    guard case .none(let error)? = short.first?.fit else { return [] }
    let names = short.compactMap { fullName($0, words) }.unique
    let more = names.count > 4 ? " and \(words.count(names.count - 4)) more" : ""
    let told = names.prefix(4).joined(separator: ", ")
    return [
      told.isEmpty ? "No line: \(error.reason)" : "No line for \(told)\(more): \(error.reason)"
    ]
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
      return joined(test?.title ?? "τ", test?.tau, test?.p, line.n)
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
