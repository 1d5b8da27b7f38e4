package import Drawing
package import Evaluation
package import Formatting
package import Frame

/// What every chart of a report is drawn with.
package struct DrawingContext: Sendable {
  package var evaluator: Evaluator
  package var formatter: ValueFormatter
  package var theme: Theme
  package var measuring: any TextMeasuring

  package init(
    evaluator: Evaluator, formatter: ValueFormatter, theme: Theme, measuring: any TextMeasuring
  ) {
    self.evaluator = evaluator
    self.formatter = formatter
    self.theme = theme
    self.measuring = measuring
  }
}

/// Which colour each category has, kept through the whole report: one slot of the theme's palette
/// for each (field, value), in order of first use.
package struct CategoryColors: Hashable, Sendable {
  private var slots: [String: [Value: Int]] = [:]
  private var used = 0

  package init() {}

  /// The palette slots of a field's values; values seen before keep theirs.
  package mutating func assign(field: String, values: [Value]) -> [Int] {
    values.map { value in
      if let slot = slots[field]?[value] { return slot }
      defer { used += 1 }
      slots[field, default: [:]][value] = used
      return used
    }
  }
}
