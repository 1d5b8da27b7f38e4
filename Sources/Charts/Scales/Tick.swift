/// A labelled place of a scale.
struct Tick: Hashable, Sendable {
  /// The number of a continuous scale, or the index of a band.
  let value: Double
  /// The label's lines, one unless it is wrapped.
  let lines: [String]
  /// What the second row says, where it changes: the month above which the days stand.
  let context: String?
  /// Which of two rows of labels it stands in, where neighbours would touch in one.
  var row = 0

  init(_ value: Double, _ label: String, context: String? = nil) {
    self.init(value, lines: [label], context: context)
  }

  init(_ value: Double, lines: [String], context: String? = nil, row: Int = 0) {
    self.value = value
    self.lines = lines
    self.context = context
    self.row = row
  }

  /// The label on one line.
  var label: String { lines.joined(separator: " ") }
}
