import Drawing
import Frame

/// Numbers that look random and depend on nothing but a seed and a place in the row.
///
/// - Source: G. L. Steele, D. Lea and C. H. Flood, *OOPSLA* 2014 (SplitMix64).
struct Scatter {
  let seed: UInt64

  /// The number of a place, from −1 up to 1.
  subscript(place: Int) -> Double {
    var bits = seed &+ UInt64(truncatingIfNeeded: place &+ 1) &* 0x9e37_79b9_7f4a_7c15
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    bits ^= bits >> 31
    return Double(bits >> 11) * 0x1p-52 - 1
  }
}

/// The dots of one group around the middle of its slot.
struct DotCloud {
  let values: GroupedValues
  let slot: GroupedValues.Slot
  let panel: Panel

  /// More dots than this in a chart become cells whose tone tells how many they hold.
  static let mostDots = 20_000

  /// Dots so far from the middle of the slot as told for each value; many as a picture of cells.
  func elements(
    _ group: GroupedValues.Group, offsets: (Int, Double) -> Double, radius: Double, opacity: Double
  ) -> [SceneElement] {
    let scale = panel.scale(values.measure)
    let paint = values.paint(group)
    let points = group.values.enumerated().compactMap { index, value -> Point? in
      let place = scale.place(value)
      guard place.isFinite, isSeen(value, scale) else { return nil }
      return panel.point(
        along: slot.center + offsets(index, value), across: place, side: values.base)
    }
    guard values.count > DotCloud.mostDots else {
      return points.isEmpty
        ? []
        : [
          .dots(points, shape: .circle, radius: Points(radius), paint: paint.opacity(opacity))
        ]
    }
    return cells(points, paint)
  }

  /// Whether a value lies on the axis, which the author may end before it.
  private func isSeen(_ value: Double, _ scale: PositionScale) -> Bool {
    values.column?.settings.range == nil || scale.numbers?.contains(value) ?? true
  }

  /// Points a cell is wide and high.
  private static let cell = 1.0

  /// How many dots lie in each cell of the slot, as tones: the more, the darker, the fullest cells
  /// solid.
  private func cells(_ points: [Point], _ paint: Paint) -> [SceneElement] {
    let half = slot.width / 2
    let ends = panel.scale(values.measure).ends
    let area = panel.rectangle(
      along: slot.center - half...slot.center + half,
      across: min(ends.start, ends.end)...max(ends.start, ends.end), side: values.base)
    let columns = max(1, min(2000, Int((area.width.value / DotCloud.cell).rounded(.up))))
    let rows = max(1, min(2000, Int((area.height.value / DotCloud.cell).rounded(.up))))
    var counts = [Int](repeating: 0, count: columns * rows)
    for point in points {
      let column = Int((point.x.value - area.x.value) / area.width.value * Double(columns))
      let row = Int((point.y.value - area.y.value) / area.height.value * Double(rows))
      counts[max(0, min(rows - 1, row)) * columns + max(0, min(columns - 1, column))] += 1
    }
    let most = Double(max(1, counts.max() ?? 1))
    let coverages = counts.map { count -> UInt8 in
      // The square root keeps single dots visible beside cells of thousands.
      count == 0 ? 0 : UInt8(max(28, min(255, 255 * (Double(count) / most).squareRoot())))
    }
    let mask = CoverageMask(columns: columns, rows: rows, coverages: coverages)
    return [.mask(mask, in: area, paint: paint)]
  }

  /// How large dots are beside so many others in one slot.
  static func radius(_ count: Int) -> Double {
    count <= 40 ? 2.2 : count <= 200 ? 1.8 : count <= 1000 ? 1.4 : 1.1
  }

  /// Many dots are fainter than few, so that their density can be seen.
  static func opacity(_ count: Int) -> Double {
    max(0.15, min(0.8, 1.05 - 0.25 * logarithm(Double(max(1, count)))))
  }
}
