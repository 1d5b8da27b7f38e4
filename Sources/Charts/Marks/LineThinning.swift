import Drawing

/// The points that a drawing can show of a line with many: of each half point of width the first, the
/// lowest, the highest and the last, in their order, so that no extreme is lost.
struct LineThinning {
  /// Whether points are left out; else all are kept.
  private let isThin: Bool
  private var kept: [Point?] = []
  /// The half point of width that is being filled, NaN where there is none.
  private var column = Double.nan
  private var first = Place()
  private var lowest = Place()
  private var highest = Place()
  private var last = Place()

  private struct Place {
    var x = 0.0
    var y = 0.0
    /// Counted from the first of the column.
    var order = 0

    var point: Point { Point(x: Points(x), y: Points(y)) }
  }

  init(isThin: Bool) { self.isThin = isThin }

  /// Adds a point; a place that is no finite number is a gap.
  mutating func add(x: Double, y: Double) {
    guard x.isFinite, y.isFinite else { return addGap() }
    guard isThin else { return kept.append(Point(x: Points(x), y: Points(y))) }
    guard (x * 2).rounded(.down) == column else {
      finishColumn()
      column = (x * 2).rounded(.down)
      first = Place(x: x, y: y)
      (lowest, highest, last) = (first, first, first)
      return
    }
    last = Place(x: x, y: y, order: last.order + 1)
    if y < lowest.y { lowest = last }
    if y > highest.y { highest = last }
  }

  /// The points so far, nil at each gap.
  var points: [Point?] {
    var line = self
    line.finishColumn()
    return line.kept
  }

  private mutating func addGap() {
    finishColumn()
    column = .nan
    kept.append(nil)
  }

  private mutating func finishColumn() {
    guard !column.isNaN else { return }
    kept.append(first.point)
    let (early, late) = lowest.order < highest.order ? (lowest, highest) : (highest, lowest)
    if early.order > 0, early.order < last.order { kept.append(early.point) }
    if late.order > early.order, late.order < last.order { kept.append(late.point) }
    if last.order > 0 { kept.append(last.point) }
  }
}
