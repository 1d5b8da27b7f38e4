import Drawing
import Frame

/// Whether bars and boxes stand, or lie because the names of their categories are long.
struct Orientation {
  /// The layers, with x and y exchanged where names are better read lying.
  let turned: [LayerInput]
  /// Whether they are exchanged.
  let lies: Bool

  init(_ layers: [LayerInput], width: Points, context: DrawingContext) {
    lies = Orientation.lies(layers, width: width, context: context)
    turned = lies ? layers.map(Orientation.turn) : layers
  }

  private static func lies(_ layers: [LayerInput], width: Points, context: DrawingContext) -> Bool {
    guard layers.contains(where: { $0.mark.traits.contains(.turnsForLongNames) }),
      layers.allSatisfy({
        !$0.mark.traits.isDisjoint(with: [.turnsForLongNames, .turnsWithOthers])
      }),
      let places = layers.first(where: { $0.mark.traits.contains(.turnsForLongNames) })?.rows[.x],
      places.isCategorical,
      !layers.contains(where: { $0.rows[.y]?.isCategorical == true || $0.rows[.facet] != nil })
    else { return false }
    let words = Words(formatter: context.formatter)
    let names = places.column.distinctValues.map { words.category($0, like: places) }
    guard names.count > 1 else { return false }
    // About a tenth of the width goes to the numbers at the left.
    let step = width.value * 0.88 / Double(names.count)
    return BandLabels.arranged(
      names.map { String($0.prefix(201)) }, step: step, font: context.theme.label,
      context.measuring) == nil
  }

  private static func turn(_ layer: LayerInput) -> LayerInput {
    var layer = layer
    layer.rows = layer.rows.flipped
    let isPlain = layer.rows[.color] == nil || layer.rows[.color]?.field == layer.rows[.y]?.field
    // A list of names has no order of its own; by length it can be read as a ranking.
    if layer.mark.traits.contains(.ranksWhenLying), isPlain, layer.rows[.y]?.settings.sort == nil,
      layer.rows[.y]?.settings.domain.isEmpty == true
    {
      layer.rows.channels[.y]?.settings.sort = CategoryOrder(.measure, isDescending: true)
    }
    return layer
  }
}
