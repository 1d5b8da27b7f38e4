/// A block of rows of some columns, and the sums of their products so far in double-double.
///
/// Products are split by Dekker's method, which needs no fused multiply-add, so that four rows are
/// multiplied at once on every processor.
struct ExactProductBlock {
  /// Rows in a block: eleven columns of them take 22 KiB.
  static let rows = 64
  fileprivate typealias Lanes = SIMD4<Double>
  private static let lanes = rows / 4

  /// The deviations of four rows of a column, split for their products.
  private struct Quad {
    var high = Lanes.zero
    var low = Lanes.zero
    /// The first 26 bits of ``high``.
    var top = Lanes.zero
    /// The other bits of ``high``.
    var rest = Lanes.zero

    @inline(__always)
    init(_ high: Lanes, _ low: Lanes) {
      (self.high, self.low) = (high, low)
      (top, rest) = ExactProductBlock.split(high)
    }
  }

  private let columns: Int
  private let isWeighted: Bool
  private var plain: [Quad]
  /// The deviations times the rows' weights; empty without weights.
  private var weighted: [Quad]
  private var sumHigh: [Lanes]
  private var sumLow: [Lanes]
  private var productHigh: [Lanes]
  private var productLow: [Lanes]

  init(columns: Int, isWeighted: Bool) {
    self.columns = columns
    self.isWeighted = isWeighted
    plain = Array(repeating: Quad(.zero, .zero), count: columns * ExactProductBlock.lanes)
    weighted = isWeighted ? plain : []
    sumHigh = Array(repeating: .zero, count: columns)
    sumLow = sumHigh
    productHigh = Array(repeating: .zero, count: columns * (columns + 1) / 2)
    productLow = productHigh
  }

  /// The sum of a column's deviations, in its unit.
  func sum(_ column: Int) -> DoubleDouble {
    ExactProductBlock.total(sumHigh[column], sumLow[column])
  }

  /// The sum of products of columns i ≥ j, in their units.
  func product(_ i: Int, _ j: Int) -> DoubleDouble {
    let place = i * (i + 1) / 2 + j
    return ExactProductBlock.total(productHigh[place], productLow[place])
  }

  private static func total(_ high: Lanes, _ low: Lanes) -> DoubleDouble {
    (0..<4).reduce(DoubleDouble(0)) { $0 + DoubleDouble(sum: high[$1], low[$1]) }
  }

  /// Writes a column's deviations in some rows into the block, zeros where the rows end early.
  mutating func fill(
    _ index: Int, _ column: DesignColumn, _ rows: Range<Int>, _ axis: ProductAxis,
    _ weights: [Double]?
  ) {
    let scale = 1 / axis.unit
    let centre = -axis.centre * scale
    for lane in 0..<ExactProductBlock.lanes {
      let place = index * ExactProductBlock.lanes + lane
      let start = rows.lowerBound + lane * 4
      var (high, low, weight) = (Lanes.zero, Lanes.zero, Lanes.zero)
      for row in start..<max(start, min(start + 4, rows.upperBound)) {
        let deviation = DoubleDouble(sum: column.high[row] * scale, centre)
        let exact = DoubleDouble(
          sum: deviation.high, deviation.low + (column.low?[row] ?? 0) * scale)
        (high[row - start], low[row - start]) = (exact.high, exact.low)
        weight[row - start] = weights?[row] ?? 1
      }
      plain[place] = Quad(high, low)
      if isWeighted {
        (high, low) = ExactProductBlock.product(high, low, weight)
        weighted[place] = Quad(high, low)
      }
      ExactProductBlock.add(high, low, to: &sumHigh[index], &sumLow[index])
    }
  }

  /// The first 26 bits and the others.
  @inline(__always)
  fileprivate static func split(_ x: Lanes) -> (Lanes, Lanes) {
    let spread = x * 134_217_729
    let top = spread - (spread - x)
    return (top, x - top)
  }

  @inline(__always)
  private static func product(_ high: Lanes, _ low: Lanes, _ weight: Lanes) -> (Lanes, Lanes) {
    let ((a, b), (c, d)) = (split(high), split(weight))
    let product = high * weight
    let error = ((a * c - product) + a * d + b * c) + b * d + low * weight
    return (product, error)
  }

  /// Adds four numbers to four sums (Knuth's TwoSum, which needs no order of magnitude).
  @inline(__always)
  private static func add(_ x: Lanes, _ rest: Lanes, to high: inout Lanes, _ low: inout Lanes) {
    let sum = high + x
    let part = sum - high
    low += ((high - (sum - part)) + (x - part)) + rest
    high = sum
  }

  /// Adds the products of the block's columns to the sums.
  mutating func addProducts() {
    let (left, right) = (plain, isWeighted ? weighted : plain)
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        for i in 0..<columns {
          for j in 0...i { add(left, i, right, j) }
        }
      }
    }
  }

  @inline(__always)
  private mutating func add(
    _ left: UnsafeBufferPointer<Quad>, _ i: Int, _ right: UnsafeBufferPointer<Quad>, _ j: Int
  ) {
    let place = i * (i + 1) / 2 + j
    var (high, low) = (productHigh[place], productLow[place])
    for lane in 0..<ExactProductBlock.lanes {
      let x = left[i * ExactProductBlock.lanes + lane]
      let y = right[j * ExactProductBlock.lanes + lane]
      let product = x.high * y.high
      let halves = ((x.top * y.top - product) + x.top * y.rest + x.rest * y.top) + x.rest * y.rest
      let cross = x.high * y.low + x.low * y.high
      ExactProductBlock.add(product, halves + cross, to: &high, &low)
    }
    (productHigh[place], productLow[place]) = (high, low)
  }
}
