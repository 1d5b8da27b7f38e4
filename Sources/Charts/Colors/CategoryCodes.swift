import Drawing
import Frame

/// What tells categories apart beside their colour, so that a chart can be read in grey.
enum CategoryCodes {
  /// Forms of dots, those that differ most first.
  static let shapes: [DotShape] = [.circle, .triangle, .ring, .square, .cross, .diamond]

  /// Dashes of lines that no label names: solid first.
  private static let dashes: [[Points]] = [
    [], [5, 2.5], [1.5, 2.5], [8, 2.5, 1.5, 2.5], [3, 1.5], [8, 4],
    [5, 1.5, 1.5, 1.5, 1.5, 1.5], [1.5, 5],
  ]

  /// The dashes of a category's line, which repeat after eight.
  static func dashes(_ group: Int) -> [Points] { dashes[group % dashes.count] }
}

/// The form of each row's dot.
struct LayerShapes: Hashable, Sendable {
  /// One form and what it stands for.
  struct Category: Hashable, Sendable {
    let label: String
    let shape: DotShape
  }

  /// The forms in the order of a legend.
  let categories: [Category]
  /// What the forms stand for; nil where they repeat the colour.
  let channel: ChannelColumn?
  /// The form of each row.
  let rows: [DotShape]
  /// Whether nobody asked for them: they only repeat colours that a legend explains.
  var isAutomatic = false
}

extension LayerShapes {
  /// Forms by the layer's shape channel; where there are more values than forms, the rarer ones
  /// share the last.
  init?(of layer: Layer, words: Words) {
    guard let channel = layer.rows[.shape], !channel.isConstant else { return nil }
    let shapes = CategoryCodes.shapes
    let values = CategoryOrdering.values([channel], settings: channel.settings, keepsNull: true)
    let codes = GroupCodes([channel.column], rows: layer.rows.count)
    let groups = codes.rows
    let counts = Dictionary(
      groups.map { (channel.column[$0[0]], Double($0.count)) }, uniquingKeysWith: +)
    let own =
      values.count <= shapes.count
      ? Set(values)
      : Set(
        CategoryOrdering.byMeasure(values, counts, isDescending: true).prefix(shapes.count - 1))
    let named = values.filter(own.contains)
    let index = Dictionary(named.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    var categories = zip(named, shapes).map {
      Category(label: words.category($0, like: channel), shape: $1)
    }
    let pooled = values.count - named.count
    if pooled > 0, let last = shapes.last {
      categories.append(Category(label: "\(words.count(pooled)) others", shape: last))
    }
    var rows = Array(repeating: shapes[shapes.count - 1], count: layer.rows.count)
    for group in groups {
      guard let place = index[channel.column[group[0]]] else { continue }
      for row in group { rows[row] = shapes[place] }
    }
    let isColor = channel.field == layer.rows[.color]?.field && !layer.colors.categories.isEmpty
    self.init(categories: categories, channel: isColor ? nil : channel, rows: rows)
  }

  /// Dots of more rows than this are read as a cloud, in which forms are lost.
  private static let fewDots = 600

  /// Forms that repeat the colour, where categories and dots are few.
  init?(repeatingColorsOf layer: Layer) {
    let colors = layer.colors.categories
    guard (2...CategoryCodes.shapes.count).contains(colors.count), layer.rows[.size] == nil,
      layer.rows.count <= LayerShapes.fewDots
    else { return nil }
    categories = zip(colors, CategoryCodes.shapes).map { Category(label: $0.label, shape: $1) }
    channel = nil
    rows = layer.groups.map { CategoryCodes.shapes[$0] }
    isAutomatic = true
  }
}
