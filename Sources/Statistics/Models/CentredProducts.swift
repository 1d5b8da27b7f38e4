/// The sums of products of some columns around their means, in double-double: all that least squares
/// needs, of any number of rows.
///
/// Mergeable: the sums of two parts make the sums of the whole, to about 30 digits.
///
/// - Source: T. F. Chan, G. H. Golub and R. J. LeVeque, *American Statistician* 37 (1983), 242–247.
struct CentredProducts: Hashable, Sendable {
  /// The sum of the weights: how many rows.
  let count: Double
  /// The mean of each column; 0 where products are taken around 0.
  let means: [DoubleDouble]
  /// A power of two for each column, that its products are divided by.
  let units: [Double]
  /// The sum of products of columns i ≥ j, divided by both units, at `i(i + 1)/2 + j`.
  private let products: [DoubleDouble]

  /// Sums products around the means, or around 0.
  init(_ columns: [DesignColumn], weights: [Double]?, centred: Bool) {
    let axes = columns.map { ProductAxis($0, weights, centred: centred) }
    var block = ExactProductBlock(columns: columns.count, isWeighted: weights != nil)
    let rows = columns.first?.count ?? 0
    for start in stride(from: 0, to: rows, by: ExactProductBlock.rows) {
      let part = start..<min(start + ExactProductBlock.rows, rows)
      for (index, column) in columns.enumerated() {
        block.fill(index, column, part, axes[index], weights)
      }
      block.addProducts()
    }
    let count = weights.map { $0.reduce(0, +) } ?? Double(rows)
    self.init(count: count, block, axes, centred: centred)
  }

  private init(
    count: Double, _ block: ExactProductBlock, _ axes: [ProductAxis], centred: Bool
  ) {
    let n = DoubleDouble(max(count, 1))
    let sums = axes.indices.map(block.sum)
    var (means, products): ([DoubleDouble], [DoubleDouble]) = ([], [])
    for (i, axis) in axes.enumerated() {
      means.append(
        centred ? DoubleDouble(axis.centre) + sums[i] / n * axis.unit : DoubleDouble(0))
      for j in 0...i {
        let raw = block.product(i, j)
        products.append(centred ? raw - sums[i] * sums[j] / n : raw)
      }
    }
    self.count = count
    self.means = means
    units = axes.map(\.unit)
    self.products = products
  }

  /// The sum of products of two columns, divided by both units.
  func product(_ i: Int, _ j: Int) -> DoubleDouble {
    let (high, low) = (max(i, j), min(i, j))
    return products[high * (high + 1) / 2 + low]
  }

  private init(
    count: Double, means: [DoubleDouble], units: [Double], products: [DoubleDouble]
  ) {
    (self.count, self.means, self.units, self.products) = (count, means, units, products)
  }

  /// The sums over the rows of both parts; both hold the same columns, centred alike.
  func merged(with other: CentredProducts) -> CentredProducts {
    let total = DoubleDouble(count + other.count)
    guard count + other.count > 0 else { return self }
    let units = zip(units, other.units).map { max($0, $1) }
    let steps = means.indices.map { (other.means[$0] - means[$0]) / units[$0] }
    let share = DoubleDouble(count) * other.count / total
    var merged: [DoubleDouble] = []
    for i in means.indices {
      for j in 0...i {
        let unit = units[i] * units[j]
        let own = product(i, j) * (self.units[i] * self.units[j] / unit)
        let its = other.product(i, j) * (other.units[i] * other.units[j] / unit)
        merged.append(own + its + steps[i] * steps[j] * share)
      }
    }
    let rest = DoubleDouble(other.count) / total
    let middle = means.indices.map { means[$0] + (other.means[$0] - means[$0]) * rest }
    return CentredProducts(
      count: count + other.count, means: middle, units: units, products: merged)
  }
}

/// How a column is measured while its products are summed.
struct ProductAxis: Hashable, Sendable {
  /// A double near the mean, or 0.
  let centre: Double
  /// A power of two that no deviation exceeds.
  let unit: Double

  init(_ column: DesignColumn, _ weights: [Double]?, centred: Bool) {
    let (low, high) = Sample.range(of: column.high)
    let (least, most) = (low ?? 0, high ?? 0)
    if !centred {
      centre = 0
    } else if least == most {
      centre = least
    } else {
      let axis = Axis(column.high, weights: weights)
      centre = min(max(axis.centre * axis.unit, least), most)
    }
    let reach = max(most - centre, centre - least, abs(least) * 0x1p-50)
    unit = reach > 0 ? ProductAxis.powerOfTwo(above: reach) : 1
  }

  /// The smallest power of two above a number.
  static func powerOfTwo(above number: Double) -> Double {
    guard number.isFinite, number.binade.isFinite else { return 0x1p1023 }
    return min(number.binade, 0x1p1022) * 2
  }
}
