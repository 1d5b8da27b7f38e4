import Spec

/// What a box shows beyond its five numbers.
struct BoxSettings: MarkSettings {
  static let keys = ["notches", "mean"]

  /// Whether the box is waisted where the median's interval lies.
  var hasNotches = false
  /// Whether a diamond stands at the mean.
  var showsMean = false

  init() {}

  init(reading fields: FieldReader) {
    hasNotches = fields.boolean("notches") ?? false
    showsMean = fields.boolean("mean") ?? false
  }
}
