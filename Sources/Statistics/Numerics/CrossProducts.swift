/// Centred sums of products of every pair of columns.
///
/// One pass over blocks of rows that fit the processor's nearest memory. Every value must be finite.
struct CrossProducts {
  private let count: Int
  private let sums: [ColumnSums]
  private let block: ProductBlock

  /// Sums columns of one length.
  init(_ columns: [Measured]) {
    count = columns.first?.count ?? 0
    let axes = columns.map { Axis($0.distances, gauge: $0.gauge) }
    var block = ProductBlock(columns: columns.count)
    for start in stride(from: 0, to: count, by: ProductBlock.rows) {
      let rows = start..<min(start + ProductBlock.rows, count)
      for (index, column) in columns.enumerated() {
        block.fill(index, column.distances, rows, axes[index])
      }
      block.addProducts()
    }
    self.block = block
    let n = Double(count)
    sums = axes.enumerated().map { index, axis in
      axis.sums(
        first: DoubleDouble(block.sums[index]), second: block.product(index, index), count: n)
    }
  }

  /// The cross moments of two columns by their places.
  func moments(_ first: Int, _ second: Int) -> CrossMoments {
    CrossMoments(
      count: count, x: sums[first], y: sums[second],
      products: block.centredProduct(first, second, n: Double(max(count, 1))))
  }
}

/// The deviations of one block of rows, column after column, and the sums of their products so far.
private struct ProductBlock {
  /// Rows in a block: twenty columns of them take 20 KiB.
  static let rows = 128

  /// The sum of each column's deviations.
  private(set) var sums: [CompensatedSum]
  /// The sum of products of columns i and j at `i · width + j`; those with j > i + 1 are not made.
  private var products: [CompensatedSum]
  private var deviations: [Double]
  /// The number of columns, filled up to whole tiles with columns of zeros.
  private let width: Int

  init(columns: Int) {
    width = (columns + 3) & ~3
    sums = Array(repeating: CompensatedSum(), count: width)
    products = Array(repeating: CompensatedSum(), count: width * width)
    deviations = Array(repeating: 0, count: width * ProductBlock.rows)
  }

  /// The sum of products of two columns' deviations.
  func product(_ i: Int, _ j: Int) -> DoubleDouble {
    DoubleDouble(products[max(i, j) * width + min(i, j)])
  }

  /// The sum of products of two columns around their exact means.
  func centredProduct(_ i: Int, _ j: Int, n: Double) -> DoubleDouble {
    product(i, j) - DoubleDouble(sums[i]) * DoubleDouble(sums[j]) / n
  }

  /// Writes a column's deviations in some rows into the block, zeros where the rows end early.
  mutating func fill(_ index: Int, _ column: [Double], _ rows: Range<Int>, _ axis: Axis) {
    let start = index * ProductBlock.rows
    var sum = CompensatedSum()
    deviations.withUnsafeMutableBufferPointer { deviations in
      column.withUnsafeBufferPointer { column in
        var lanes = LaneSums()
        for (place, row) in rows.enumerated() {
          deviations[start + place] = axis.deviation(column[row])
        }
        for place in rows.count..<ProductBlock.rows { deviations[start + place] = 0 }
        let filled = UnsafeBufferPointer(
          rebasing: deviations[start..<start + ProductBlock.rows])
        forEachLane(filled, filler: 0) { lanes.add($0) }
        sum = lanes.total
      }
    }
    sums[index].add(sum)
  }

  /// Adds the products of the block's columns, in tiles of two columns by four.
  mutating func addProducts() {
    deviations.withUnsafeBufferPointer { deviations in
      for i in stride(from: 0, to: width, by: 2) {
        for j in stride(from: 0, through: i + 1, by: 4) {
          let tile = Tile(deviations, i, j)
          for (row, lanes) in [tile.upper, tile.lower].enumerated() {
            for column in 0..<4 { products[(i + row) * width + j + column].add(lanes[column]) }
          }
        }
      }
    }
  }
}

/// The products of two columns with four, summed over a block.
private struct Tile {
  var upper: SIMD4<Double>
  var lower: SIMD4<Double>

  /// Sums two rows of the block at a time: eight sums of two lanes stay in the sixteen registers
  /// that every x86-64 has.
  @inline(__always)
  init(_ deviations: UnsafeBufferPointer<Double>, _ i: Int, _ j: Int) {
    typealias Pair = SIMD2<Double>
    let (a, b) = (i * ProductBlock.rows, (i + 1) * ProductBlock.rows)
    let c = j * ProductBlock.rows
    @inline(__always)
    func load(_ place: Int) -> Pair { Pair(deviations[place], deviations[place + 1]) }
    var (a0, a1, a2, a3) = (Pair.zero, Pair.zero, Pair.zero, Pair.zero)
    var (b0, b1, b2, b3) = (Pair.zero, Pair.zero, Pair.zero, Pair.zero)
    var row = 0
    while row < ProductBlock.rows {
      let (x, y) = (load(a + row), load(b + row))
      let c0 = load(c + row)
      a0 += x * c0
      b0 += y * c0
      let c1 = load(c + ProductBlock.rows + row)
      a1 += x * c1
      b1 += y * c1
      let c2 = load(c + 2 * ProductBlock.rows + row)
      a2 += x * c2
      b2 += y * c2
      let c3 = load(c + 3 * ProductBlock.rows + row)
      a3 += x * c3
      b3 += y * c3
      row += 2
    }
    upper = SIMD4(a0.sum(), a1.sum(), a2.sum(), a3.sum())
    lower = SIMD4(b0.sum(), b1.sum(), b2.sum(), b3.sum())
  }
}
