package import Dates
package import Drawing
package import Evaluation
package import Formatting

/// What every chart of a report is drawn with.
package struct DrawingContext: Sendable {
  /// Evaluates channels over the rows of the report's queries.
  package var evaluator: Evaluator
  /// Words numbers and moments in the report's locale.
  package var formatter: ValueFormatter
  /// The colours and fonts, for light and dark paper.
  package var theme: Theme
  /// Tells how much room words take, in points.
  package var measuring: any TextMeasuring
  /// In whose local time moments are told; nil is UTC.
  package var zone: Zone?
  /// The columns of each query whose values do not add up, as means do not.
  package var means: [String: Set<String>] = [:]
  /// The width of a second drawing of each wide chart, for narrow screens; nil draws none.
  package var narrowWidth: Points?

  /// Makes a context that draws each chart once; see ``narrowWidth``.
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
