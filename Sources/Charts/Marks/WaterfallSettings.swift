import Diagnostics
import Spec

/// Which bars of a waterfall stand on zero.
struct WaterfallSettings: MarkSettings {
  static let keys = ["total", "totals"]

  /// The name of a last bar that shows where the changes lead; nil adds none.
  var total: String?
  /// The names of rows that tell a level and not a change.
  var totals: [String] = []

  init() {}

  init(reading fields: FieldReader) {
    total = fields.string("total").flatMap { $0.isEmpty ? nil : $0 }
    totals = (fields.list("totals", orSingle: true) ?? []).compactMap {
      $0.text("a name of 'totals'", problems: fields.problems)?.text
    }
  }

  /// Whether a row of a name tells a level.
  func isTotal(_ name: String) -> Bool { name == total || totals.contains(name) }
}
