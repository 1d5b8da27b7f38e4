import Frame

/// Where shapes that share a place stand: side by side in the order of their colour categories.
///
/// Marks of one chart that show the same categories stand in the same slots, so that an error bar
/// meets its bar.
struct Slots: Hashable, Sendable {
  private let spans: [ClosedRange<Double>]

  /// Arranges shapes by the colour category and the stretch of each, which those of a crowd share; a
  /// shape without a stretch has a slot without width.
  init(groups: [Int], stretches: [ClosedRange<Double>?], crowd: Crowd) {
    spans = zip(groups, stretches).map { group, stretch in
      guard let stretch else { return 0...0 }
      guard let rank = crowd.groups.firstIndex(of: group), crowd.groups.count > 1 else {
        return stretch
      }
      let slot = (stretch.upperBound - stretch.lowerBound) / Double(crowd.groups.count)
      let start = stretch.lowerBound + slot * Double(rank)
      // However many stand side by side, each can be seen.
      return start...max(start + 0.5, start + slot - min(1, slot * 0.1))
    }
  }

  /// The stretch of a shape along its side.
  func span(_ index: Int) -> ClosedRange<Double> { spans[index] }

  /// The middle of a shape's stretch.
  func center(_ index: Int) -> Double { (spans[index].lowerBound + spans[index].upperBound) / 2 }

  /// The width of a shape's stretch.
  func width(_ index: Int) -> Double { spans[index].upperBound - spans[index].lowerBound }
}

/// The colour categories that stand side by side at the places of a chart, in all its panels.
struct Crowd: Hashable, Sendable {
  /// What the colours tell; nil where all shapes have one colour.
  let field: String?
  /// The categories in their order; none where no place has two.
  private(set) var groups: [Int] = []

  /// The crowd of a layer's rows.
  init(_ layer: Layer, base: Side) {
    field = layer.colors.categories.isEmpty ? nil : layer.rows[.color]?.field
    guard field != nil, let places = layer.rows[base.channel]?.column else { return }
    let cells = GroupCodes(
      [Column(integers: layer.panels.map { Int64($0) }), places], rows: layer.rows.count
    ).rows
    // Colour that only repeats the place is no reason to stand aside.
    let isCrowded = cells.contains { rows in
      rows.contains { layer.groups[$0] != layer.groups[rows[0]] }
    }
    if isCrowded { groups = Set(layer.groups).sorted() }
  }

  /// The crowd together with those of other marks that show the same categories.
  func joined(_ others: [Crowd]) -> Crowd {
    var crowd = self
    guard field != nil else { return crowd }
    let joined = ([self] + others.filter { $0.field == field }).flatMap(\.groups)
    crowd.groups = Set(joined).sorted()
    return crowd
  }

  /// The crowd of one layer, of which each place holds no more than one shape.
  static let none = Crowd()

  private init() { field = nil }

  /// Categories that are known to stand side by side.
  init(field: String?, groups: [Int]) { (self.field, self.groups) = (field, groups) }
}

/// A mark whose shapes stand side by side where they share a place.
protocol CrowdedMark: Mark {
  /// The colour categories that stand side by side.
  var crowd: Crowd { get }
  /// The side along which they stand.
  var crowdBase: Side { get }
  /// How wide the shapes of one place are together.
  func stretch(in panel: Panel) -> Double
}

extension CrowdedMark {
  func stretch(in panel: Panel) -> Double { panel.scale(crowdBase).bands?.bandwidth ?? 0 }
}
