import CKernels
import Drawing
import Frame

/// How one side of a panel is cut into cells: about equal ones along numbers, one a band.
struct CellAxis {
  let cells: bs_cells
  /// Whether numbers grow to the left or upwards.
  let isTurned: Bool
  /// Where the cells begin and end, as shares of the side from its left or upper end.
  let span: ClosedRange<Double>
  private let scale: PositionScale

  /// Nil where the side has no length.
  init?(_ scale: PositionScale, of column: Column, length: Points) {
    guard length.value.isFinite, length > 0 else { return nil }
    self.scale = scale
    isTurned = scale.ends.end < scale.ends.start
    switch scale {
    case .band(let bands):
      let count = max(1, bands.values.count)
      cells = bs_cells(low: 0, scale: 2, count: Int32(count))
      span = 0...1
    case .continuous(let numbers):
      let count = max(1, min(4096, (length.value / PointDensity.cell).rounded()))
      if let whole = WholeCells(numbers, of: column, count: count) {
        cells = bs_cells(low: whole.low / 2, scale: 2 / whole.width, count: whole.count)
        span = isTurned ? 1 - whole.end...1 - whole.begin : whole.begin...whole.end
      } else {
        let low = numbers.transform(numbers.domain.lowerBound) / 2
        let half = numbers.transform(numbers.domain.upperBound) / 2 - low
        // Without a width all places are one.
        cells = bs_cells(low: low, scale: half > 0 ? count / half : 0, count: Int32(count))
        span = 0...1
      }
    }
  }

  /// The numbers by which rows fall into cells; of all rows or of some.
  func numbers(_ column: Column, _ rows: [Int]?) -> [Double] {
    let column = rows.map { column.picking($0) } ?? column
    switch scale {
    case .band(let bands):
      return (0..<column.count).map { bands.index(of: column[$0]).map { Double($0) + 0.5 } ?? .nan }
    case .continuous(let numbers):
      let values = column.doubles
      switch numbers.transform {
      case .linear, .time: return values
      default: return values.map { numbers.transform($0) }
      }
    }
  }
}

/// Cells that each hold as many of the steps in which values come, such as whole years of age.
///
/// Cells of any other width hold now two steps and now one, or none, which looks like stripes in the
/// data.
private struct WholeCells {
  /// Where the first cell begins.
  let low: Double
  let width: Double
  let count: Int32
  /// The ends of all cells as shares of the domain, which they reach over by less than a cell.
  let begin: Double
  let end: Double

  /// Nil where values come in no steps, or in so fine or so wide ones that cells of any width do.
  init?(_ scale: ContinuousScale, of column: Column, count: Double) {
    guard scale.transform == .linear || scale.transform == .time,
      let (first, step) = WholeCells.steps(of: column)
    else { return nil }
    let (low, high) = (scale.domain.lowerBound, scale.domain.upperBound)
    let range = high - low
    let steps = range / count / step
    guard range.isFinite, steps > 1.0 / 3, steps < 25 else { return nil }
    width = step * max(1, steps.rounded(.up))
    self.low = first + (((low - first) / step + 0.5).rounded(.down) - 0.5) * step
    let needed = ((high - self.low) / width).rounded(.up)
    guard needed >= 1, needed <= 4096 else { return nil }
    self.count = Int32(needed)
    begin = (self.low - low) / range
    end = (self.low + needed * width - low) / range
  }

  /// Some value and the step in which values come, judged by some of them; nil where they come in
  /// none.
  private static func steps(of column: Column) -> (first: Double, step: Double)? {
    let stride = max(1, column.count / sample)
    let some = (0..<min(sample, column.count)).compactMap { index in
      // Not every so many rows, in which a pattern of the rows could hide others.
      column[index * stride + index * 7919 % stride].number
    }
    let values = Set(some.filter(\.isFinite)).sorted()
    let step = zip(values, values.dropFirst()).map { $1 - $0 }.min()
    guard let step, step > 0, step.isFinite, let first = values.first else { return nil }
    let isWhole = values.allSatisfy { value in
      let steps = (value - first) / step
      return steps.magnitude < 1e9 && (steps - steps.rounded()).magnitude < 1e-3
    }
    return isWhole ? (first, step) : nil
  }

  /// How many values are looked at.
  private static let sample = 2000
}
