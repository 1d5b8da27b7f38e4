import Spec

/// What a violin holds, and how smooth it is.
struct ViolinSettings: MarkSettings {
  static let keys = ["inner"] + DensitySettings.keys

  /// What stands inside the outline.
  enum Inner: String, Hashable, Sendable, CaseIterable {
    case box, quartiles, none
  }

  var inner = Inner.box
  var density = DensitySettings()

  init() {}

  init(reading fields: FieldReader) {
    inner = fields.choice("inner", of: Inner.self) ?? .box
    density = DensitySettings(reading: fields)
  }
}
