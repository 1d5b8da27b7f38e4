import Drawing
import Formatting
import Frame

extension Tip {
  /// A chart with more shapes than this has no tips: nobody finds one with the pointer.
  static let most = 300
}

extension Words {
  /// What a row shows, by its channels: `Cuba · Weight 150.5 · Risk 42.1 · Smoker yes`.
  ///
  /// `measures` are values that the mark computed, in place of the row's own.
  func tip(_ layer: Layer, row: Int, measures: [Channel: Double] = [:]) -> String {
    var fields: Set<String> = []
    let parts = [Channel.label, .x, .x2, .y, .y2, .color, .shape, .size].compactMap {
      channel -> String? in
      guard let column = layer.rows[channel], !column.isConstant || channel == .label,
        measures[channel] != nil || column.column.isPresent(row),
        fields.insert(column.field).inserted
      else { return nil }
      let value = measures[channel].map { number($0, like: column) } ?? word(column, row)
      return channel == .label ? value.isolated : "\(column.label.oneLine) \(value.isolated)"
    }
    return parts.joined(separator: " · ")
  }

  /// A row's value: a class of numbers by both its ends.
  private func word(_ column: ChannelColumn, _ row: Int) -> String {
    bin(column.column[row], of: column) ?? text(column, row: row)
  }

  /// What a computed shape shows, from words and values that belong together.
  func tip(_ parts: [(label: String?, value: String)]) -> String {
    parts.map { part in
      part.label.map { "\($0.oneLine) \(part.value.isolated)" } ?? part.value.isolated
    }
    .joined(separator: " · ")
  }
}

extension Tip {
  /// A tip around a point that is too small to be hit by itself.
  init(at point: Point, reach: Points, text: String) {
    self.init(
      area: Rectangle(
        x: point.x - reach, y: point.y - reach, width: reach * 2, height: reach * 2), text: text)
  }
}
