import Spec

/// Whether shapes of one place stand on each other.
struct StackSettings: MarkSettings {
  static let keys = ["stack"]

  var isStacked = false

  init() {}

  init(reading fields: FieldReader) {
    isStacked = fields.boolean("stack") ?? false
  }
}
