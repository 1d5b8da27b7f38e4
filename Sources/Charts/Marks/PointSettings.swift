import Spec

/// How dots are drawn.
struct PointSettings: MarkSettings {
  static let keys = ["dots_up_to"]

  /// How many rows are drawn as dots; more become a picture of their density.
  var mostDots = 20_000

  init() {}

  init(reading fields: FieldReader) {
    mostDots = fields.integer("dots_up_to", in: 0...1_000_000) ?? mostDots
  }
}
