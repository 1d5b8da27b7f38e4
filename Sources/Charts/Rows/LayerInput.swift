import Evaluation
/// A layer as the pipeline's first stages hand it on: its mark and its evaluated rows.
struct LayerInput: Sendable {
  var mark: any Mark.Type
  var rows: LayerRows
  var settings: any MarkSettings = NoSettings()
  var trend: TrendKind?
  var compare: BracketSettings?
}

/// How a trend is found.
package enum TrendKind: String, Hashable, Sendable, CaseIterable {
  case linear, loess, moving_average, theil_sen

  /// Whether the trend is a straight line, with one slope.
  var isStraight: Bool { self == .linear || self == .theil_sen }
}

/// Words of the author that concern the chart as a whole.
struct ChartWishes: Hashable, Sendable {
  var subtitle: String?
  /// Where the numbers come from, as the author tells it.
  var source: String?
  /// A subtitle and a source with values in them, which are put in before the chart is drawn.
  var subtitleTemplate: TextTemplate?
  var sourceTemplate: TextTemplate?
  /// The height of a panel in points.
  var height: Double?
  /// The height of a panel as a share of its width.
  var ratio: Double?
  /// What surrounds trends.
  var interval = IntervalKind.confidence
}

/// What surrounds a trend line.
package enum IntervalKind: String, Hashable, Sendable, CaseIterable {
  case confidence, prediction, both, none
}
