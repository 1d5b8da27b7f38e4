import CKernels

/// Centred sums of products of every pair of columns.
///
/// One pass over blocks of rows that fit the processor's nearest memory, in pieces of rows that are
/// the same on any number of processors. Where the distances of all columns are whole numbers, as
/// those of integers and decimals are, products are exact and summed in double-double; else they are
/// rounded, and so are their sums within a block of 128 rows. Every value must be finite.
struct CrossProducts {
  private let count: Int
  private let sums: [ColumnSums]
  private let products: ProductSums

  /// Sums columns of one length.
  init(_ columns: [Measured]) {
    count = columns.first?.count ?? 0
    let axes = sideBySide(columns.count) {
      Axis(columns[$0].distances, gauge: columns[$0].gauge, exact: true)
    }
    let products = ProductSums(columns.map(\.distances), axes)
    self.products = products
    let n = Double(count)
    sums = axes.enumerated().map { index, axis in
      axis.sums(first: products.sum(index), second: products.product(index, index), count: n)
    }
  }

  /// The cross moments of two columns by their places.
  func moments(_ first: Int, _ second: Int) -> CrossMoments {
    let crossed = products.sum(first) * products.sum(second) / Double(max(count, 1))
    return CrossMoments(
      count: count, x: sums[first], y: sums[second],
      products: products.product(first, second) - crossed)
  }
}

/// The sums of some columns' deviations and of the products of each two.
private struct ProductSums {
  /// Rows of a piece.
  private static let pieceRows = 1 << 16

  private var sums: [bs_pair]
  /// The sum of products of columns i and j at `i · width + j`, where j is not above i.
  private var products: [bs_pair]
  private let width: Int

  private init(columns: Int) {
    width = (columns + 3) & ~3
    sums = Array(repeating: bs_pair(), count: columns)
    products = Array(repeating: bs_pair(), count: width * width)
  }

  /// Sums columns of one length, measured by their axes.
  init(_ columns: [[Double]], _ axes: [Axis]) {
    self.init(columns: columns.count)
    let rows = columns.first?.count ?? 0
    let isExact = axes.allSatisfy(\.isWhole)
    let pieces = sideBySide((rows + ProductSums.pieceRows - 1) / ProductSums.pieceRows) { piece in
      let start = piece * ProductSums.pieceRows
      var sums = ProductSums(columns: columns.count)
      sums.add(
        columns[...], axes, start..<min(start + ProductSums.pieceRows, rows), isExact: isExact)
      return sums
    }
    for piece in pieces { add(piece) }
  }

  /// The sum of a column's deviations.
  func sum(_ column: Int) -> DoubleDouble { DoubleDouble(CompensatedSum(sums[column])) }

  /// The sum of products of two columns' deviations.
  func product(_ i: Int, _ j: Int) -> DoubleDouble {
    DoubleDouble(CompensatedSum(products[max(i, j) * width + min(i, j)]))
  }

  /// Adds some rows of the columns that are left to be pinned in memory, after those that are.
  private mutating func add(
    _ columns: ArraySlice<[Double]>, _ axes: [Axis], _ rows: Range<Int>, isExact: Bool,
    pinned: [bs_axis] = []
  ) {
    guard let column = columns.first else {
      withUnsafeTemporaryAllocation(
        of: Double.self, capacity: max(width, 1) * Int(BS_PRODUCT_ROWS)
      ) { deviations in
        bs_cross_products(
          pinned, pinned.count, rows.lowerBound, rows.count, isExact ? 1 : 0,
          deviations.baseAddress, &sums, &products)
      }
      return
    }
    let axis = axes[pinned.count]
    column.withUnsafeBufferPointer { values in
      let next = bs_axis(values: values.baseAddress, scale: axis.scale, centre: axis.centre)
      add(columns.dropFirst(), axes, rows, isExact: isExact, pinned: pinned + [next])
    }
  }

  private mutating func add(_ other: ProductSums) {
    for index in sums.indices { ProductSums.add(other.sums[index], to: &sums[index]) }
    for index in products.indices {
      ProductSums.add(other.products[index], to: &products[index])
    }
  }

  private static func add(_ pair: bs_pair, to sum: inout bs_pair) {
    var total = CompensatedSum(sum)
    total.add(CompensatedSum(pair))
    sum = bs_pair(high: total.high, low: total.low)
  }
}
