import Diagnostics
import Formatting
import Spec

/// Whether shapes of one place stand on each other.
struct StackSettings: MarkSettings {
  static let keys = ["stack"]

  /// How shapes of one place share it.
  enum Kind: Hashable, Sendable {
    /// As the mark does by itself.
    case own
    /// Bars side by side, areas over each other.
    case none
    /// On each other, from zero.
    case zero
    /// On each other, as shares of their sum.
    case normalize
  }

  var kind = Kind.own

  init() {}

  init(reading fields: FieldReader) {
    guard let node = fields.node("stack") else { return }
    switch node.text("'stack'", problems: fields.problems)?.text {
    case "true": kind = .zero
    case "false": kind = .none
    case "normalize": kind = .normalize
    case nil: break
    case let text?:
      fields.problems.error(
        "'stack' of \(fields.subject) cannot be '\(text)', expected true, false or normalize",
        at: node.place,
        hints: meantName(by: text, in: ["normalize"]).map { ["did you mean '\($0)'?"] } ?? [])
    }
  }
}

extension LayerRows {
  /// The rows with a measure that is shown as shares of its sums.
  func asShares(on side: Side) -> LayerRows {
    var rows = self
    if rows.channels[side.channel]?.settings.format == nil {
      rows.channels[side.channel]?.settings.format = ValueFormat(".0%")
    }
    if let column = channels[side.channel], column.settings.label == nil {
      rows.channels[side.channel]?.label = "Share of \(column.label.insideSentence)"
    }
    return rows
  }
}
