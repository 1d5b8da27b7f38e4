import Drawing

/// The points that a drawing can show of a line with many: of each half point of width the lowest and
/// the highest, in their order, so that no extreme is lost, and the ends of every unbroken stretch.
///
/// Where the line enters and leaves a half point is not kept: it lies between these two, and a line is
/// some three times as wide.
struct LineThinning {
  /// Whether points are left out; else all are kept.
  private let isThin: Bool
  private var kept: [Point?] = []
  /// The half point of width that is being filled, NaN where there is none.
  private var column = Double.nan
  /// Whether the half point begins an unbroken stretch.
  private var begins = true
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
      finishColumn(ends: false)
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
    line.finishColumn(ends: true)
    return line.kept
  }

  private mutating func addGap() {
    finishColumn(ends: true)
    column = .nan
    begins = true
    kept.append(nil)
  }

  private mutating func finishColumn(ends: Bool) {
    guard !column.isNaN else { return }
    let (early, late) = lowest.order < highest.order ? (lowest, highest) : (highest, lowest)
    if begins, early.order > 0 { kept.append(first.point) }
    kept.append(early.point)
    if late.order > early.order { kept.append(late.point) }
    if ends, last.order > late.order { kept.append(last.point) }
    begins = false
  }
}
