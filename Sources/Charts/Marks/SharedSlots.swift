import Drawing
import Frame

/// The places in which shapes of other layers stand side by side by colour: dots, words and strokes of
/// the same colours meet them there.
struct SharedSlots: Sendable {
  private let mark: any CrowdedMark
  private let crowd: Crowd

  /// The slots of a layer whose colours tell the same field as shapes that stand side by side; nil
  /// where it has none.
  init?(_ layer: Layer, beside marks: [any Mark]) {
    guard !layer.colors.categories.isEmpty, let field = layer.rows[.color]?.field else {
      return nil
    }
    let crowded = marks.compactMap { $0 as? any CrowdedMark }.filter { $0.crowd.field == field }
    // Bars decide how wide a place is, in whatever order the layers come.
    guard let first = crowded.first(where: { $0 is BarMark }) ?? crowded.first else { return nil }
    let joined = first.crowd.joined(crowded.map(\.crowd))
    guard joined.groups.count > 1 else { return nil }
    (mark, crowd) = (first, joined)
  }

  /// How many stand side by side.
  var count: Int { crowd.groups.count }

  /// The places of rows along a side, each in the slot of its colour where shapes are lined up along
  /// that side.
  func moved(_ places: [Double], _ side: Side, rows: [Int], _ layer: Layer, in panel: Panel)
    -> [Double]
  {
    guard side == mark.crowdBase else { return places }
    let half = mark.stretch(in: panel) / 2
    let slots = Slots(
      groups: rows.map { layer.groups[$0] },
      stretches: places.map { $0.isFinite ? $0 - half...$0 + half : nil }, crowd: crowd)
    return places.indices.map { places[$0].isFinite ? slots.center($0) : .nan }
  }
}

extension Layer {
  /// Where rows stand along a side, in the slots of their colours where there are any.
  func places(_ side: Side, rows: [Int], in panel: Panel, _ slots: SharedSlots?) -> [Double] {
    guard let column = self.rows[side.channel] else { return rows.map { _ in .nan } }
    let places = panel.scale(side).places(of: column.column, rows: rows)
    return slots?.moved(places, side, rows: rows, self, in: panel) ?? places
  }
}
