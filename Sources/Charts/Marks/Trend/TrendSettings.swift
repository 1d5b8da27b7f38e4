import Spec

/// How a trend through a layer's rows is found, and what surrounds it.
struct TrendSettings: MarkSettings {
  static let keys: [String] = []

  var kind = TrendKind.linear
  var interval = IntervalKind.confidence

  init() {}
  // A trend is a layer's own `trend`, and its interval the chart's: both are read there.
  init(reading fields: FieldReader) {}

  init(_ kind: TrendKind, _ interval: IntervalKind) {
    (self.kind, self.interval) = (kind, interval)
  }

  /// Whether the band of the line itself is drawn.
  var showsConfidence: Bool { interval == .confidence || interval == .both }
  /// Whether the band of single rows is drawn.
  var showsPrediction: Bool { interval == .prediction || interval == .both }
}
