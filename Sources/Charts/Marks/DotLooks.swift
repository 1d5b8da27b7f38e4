import Drawing
import Frame

/// How one dot looks.
struct DotLook: Hashable {
  let shape: DotShape
  let radius: Points
  let paint: Paint
}

/// How each row's dot looks.
struct DotLooks {
  private let layer: Layer
  private let paints: [Paint]
  private let ramp: (scale: RampScale, values: [Double])?
  private let radii: [Points?]?
  private let shapes: [DotShape]?
  private let opacity: Double
  private let standsOut: Bool
  /// Whether each dot stands alone beside its name.
  private let isDotPlot: Bool

  init(_ layer: Layer, _ panel: Panel, standsOut: Bool) {
    self.layer = layer
    let places = [panel.x, panel.y].compactMap(\.bands?.values.count).min()
    let colors = max(1, layer.colors.categories.count) * layer.panelCount
    isDotPlot = places.map { layer.rows.count <= $0 * colors } ?? false
    self.standsOut = standsOut && layer.rows.count <= DotLooks.few
    let isBubble = layer.rows[.size].map { !$0.isConstant } ?? false
    opacity =
      layer.rows.opacity
      ?? (isDotPlot && !isBubble ? 1 : DotLooks.opacity(layer.rows.count, isBubble: isBubble))
    let slots = max(1, layer.colors.categories.count)
    let opacity = opacity
    paints = (0..<slots).map { layer.colors.paint($0).opacity(opacity) }
    if case .ramp(let scale) = layer.colors {
      ramp = (scale, layer.numbers(.color))
    } else {
      ramp = nil
    }
    radii = layer.rows[.size].map { size in
      size.column.doubles.map { value in
        size.isConstant ? Points(max(0.5, min(20, value))) : panel.radius(value)
      }
    }
    shapes = layer.shapes.flatMap { $0.isAutomatic && !panel.shapesCategories ? nil : $0.rows }
  }

  /// The look of a row's dot, nil where it has no area.
  subscript(row: Int) -> DotLook? {
    let radius: Points
    if let radii {
      guard let given = radii[row] else { return nil }
      radius = given
    } else {
      radius = isDotPlot ? 3 : standsOut ? 2.6 : shapes == nil ? 1.6 : 1.9
    }
    let paint =
      ramp.map { $0.scale.paint($0.values[row]).opacity(opacity) }
      ?? paints[min(layer.groups[row], paints.count - 1)]
    return DotLook(shape: shapes?[row] ?? .circle, radius: radius, paint: paint)
  }

  /// More dots than these are a cloud, in which none stands out.
  private static let few = 60

  /// Many dots are fainter than few, so that their density can be seen.
  private static func opacity(_ count: Int, isBubble: Bool) -> Double {
    let crowd = logarithm(Double(max(1, count)) / 50)
    return max(0.12, min(isBubble ? 0.6 : 0.85, (isBubble ? 0.7 : 0.85) - 0.3 * crowd))
  }
}
