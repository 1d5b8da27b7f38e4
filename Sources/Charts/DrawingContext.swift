package import Dates
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
  /// In whose local time moments are told; nil is UTC.
  package var zone: Zone?
  /// The width of a second drawing of each wide chart, for narrow screens; nil draws none.
  package var narrowWidth: Points?

  package init(
    evaluator: Evaluator, formatter: ValueFormatter, theme: Theme, measuring: any TextMeasuring,
    zone: Zone? = nil
  ) {
    self.evaluator = evaluator
    self.formatter = formatter
    self.theme = theme
    self.measuring = measuring
    self.zone = zone
  }

  /// The width of a phone's screen, on which a drawing of this width has words of readable size.
  package static let phone: Points = 250

  /// The context and width of a second drawing of a chart that has been drawn for a width; nil where
  /// nobody asks for one, or where the first is hardly wider.
  package func narrow(than width: Points) -> (context: DrawingContext, width: Points)? {
    guard let narrowWidth, width > narrowWidth * 1.1 else { return nil }
    var context = self
    context.narrowWidth = nil
    return (context, narrowWidth)
  }
}

/// Which colour each category has, kept through the whole report: one place in the theme's palette
/// for each (field, value), in order of first use.
package struct CategoryColors: Hashable, Sendable {
  private var slots: [String: [Value: Int]] = [:]
  /// How many categories wear each colour.
  private var uses: [Int] = []

  package init() {}

  /// The places in a palette of so many colours of a field's values; values seen before keep theirs.
  ///
  /// Once all colours are worn, a new value takes one that its own field wears least, and of those
  /// the one worn least in the report.
  package mutating func assign(field: String, values: [Value], among count: Int) -> [Int] {
    let count = max(1, count)
    uses += Array(repeating: 0, count: max(0, count - uses.count))
    return values.map { value in
      if let slot = slots[field]?[value] { return slot }
      var own = Array(repeating: 0, count: uses.count)
      for slot in (slots[field] ?? [:]).values { own[slot] += 1 }
      let slot = (0..<count).min { (own[$0], uses[$0], $0) < (own[$1], uses[$1], $1) } ?? 0
      uses[slot] += 1
      slots[field, default: [:]][value] = slot
      return slot
    }
  }
}
