import Diagnostics
import Spec
import Statistics

/// Whether a curve has a band, and at which level.
struct BandSettings: MarkSettings {
  static let keys = ["band", "level"]

  /// The bands that a curve may have.
  enum Band: String, Hashable, Sendable, CaseIterable {
    case confidence, none
  }

  var band = Band.confidence
  var level = 0.95

  init() {}

  init(reading fields: FieldReader) {
    band = fields.choice("band", of: Band.self) ?? .confidence
    level = fields.number("level", in: 0.5...0.999) ?? 0.95
  }
}

/// What values are held against, and the band.
struct QuantileSettings: MarkSettings {
  static let keys = ["distribution"] + BandSettings.keys

  var distribution = QuantileQuantile.Reference.normal
  var band = BandSettings()

  init() {}

  init(reading fields: FieldReader) {
    distribution =
      fields.choice("distribution", of: QuantileQuantile.Reference.self) ?? .normal
    band = BandSettings(reading: fields)
  }
}
