import Drawing

/// What a reader is told about a mark, from its own numbers.
struct Story: Hashable, Sendable {
  /// The kind of chart, such as `Scatter plot`.
  var kind: String
  /// What is shown, such as `risk score by weight`.
  var measure: String
  /// What a mark is, such as `one dot a user, n = 2,410`.
  var unit: String
  /// Findings for the alt text, each a sentence without its full stop.
  var findings: [String] = []
  /// Method for the note, each a sentence without its full stop.
  var methods: [String] = []
  /// How many rows the marks show.
  var points: Int
}

/// A label at the right edge of a panel, level with the end of its mark.
struct EndLabel: Hashable, Sendable {
  /// The index of the colour category it speaks of.
  var group: Int
  var name: String
  /// The last value, or what else stands behind the name.
  var value: String?
  /// A second line in grey.
  var detail: String?
  /// The number of the y scale where the mark ends.
  var level: Double
  /// The number of the x scale where it ends; nil where all marks end at the edge.
  var place: Double?
  var paint: Paint
}
