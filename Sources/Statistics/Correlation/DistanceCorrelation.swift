/// The distance correlation of two columns: 0 only where they are independent, whatever the shape of
/// their relation.
///
/// Null hypothesis: the columns are independent. The p-value is the upper tail of chi-squared with
/// 1 degree of freedom at n·C + 1, C being the bias-corrected square: no permutations, and never
/// too small up to 0.05, where it may be somewhat large.
///
/// - Shape: two columns of equal length; at least 2 complete pairs for the coefficient, 4 for p.
/// - Missing: a row that lacks either value is left out and counted.
/// - Source: G. J. Székely, M. L. Rizzo and N. K. Bakirov, *Ann. Statist.* 35 (2007), 2769–2794;
///   X. Huo and G. J. Székely, *Technometrics* 58 (2016), 435–447, for O(n log n); C. Shen,
///   S. Panda and J. T. Vogelstein, *J. Comput. Graph. Stat.* 31 (2022), 254–262, for p.
package struct DistanceCorrelation: Statistic {
  package static let name = "distance_correlation"
  package static let title = "Distance correlation"
  package static let method =
    "distance correlation of all pairs of rows; p by the chi-squared test of the bias-corrected square"

  /// How many complete pairs.
  package let n: Int
  /// How many rows lack a value in either column.
  package let missing: Int
  /// How many further rows hold an infinite value.
  package let infinite: Int
  /// The coefficient, from 0 to 1.
  package let r: Double
  /// The bias-corrected square, near 0 (and often below) for independent columns; nil for fewer than
  /// four pairs.
  package let corrected: Double?
  /// The p-value of independence; nil for fewer than four pairs.
  package let p: Double?

  /// Correlates two columns' doubles, where NaN is a missing value.
  package init(_ x: [Double], _ y: [Double]) throws(StatisticsError) {
    try self.init(PairedSample(x, y))
  }

  /// Correlates a paired sample.
  package init(_ pairs: PairedSample) throws(StatisticsError) {
    try need(2, of: pairs.count)
    let (x, y) = (DistanceSums(pairs.x), DistanceSums(pairs.y))
    guard x.total.value > 0, y.total.value > 0 else { throw .constant }
    n = pairs.count
    (missing, infinite) = (pairs.missing, pairs.infinite)
    let products = (
      both: DistanceProducts(x, y), x: DistanceProducts(x, x), y: DistanceProducts(y, y)
    )
    r = DistanceCorrelation.ratio(products) { $0.covariance }.squareRoot()
    corrected = n > 3 ? DistanceCorrelation.ratio(products) { $0.correctedCovariance } : nil
    p = corrected.map { [n] corrected in
      let statistic = Double(n) * corrected + 1
      return statistic > 0 ? ChiSquaredDistribution(1).survival(statistic) : 1
    }
  }

  private static func ratio(
    _ products: (both: DistanceProducts, x: DistanceProducts, y: DistanceProducts),
    _ covariance: (DistanceProducts) -> DoubleDouble
  ) -> Double {
    let scale = (covariance(products.x) * covariance(products.y)).squareRoot()
    // Three rows or ties may leave no corrected variance, and then nothing to be explained.
    guard scale.value > 0 else { return 0 }
    return min(max((covariance(products.both) / scale).value, -1), 1)
  }
}

/// The distances of a column's values from each other, summed.
private struct DistanceSums {
  /// The values from their mean, in a power of two near their spread.
  let values: [DoubleDouble]
  /// The places of the values in ascending order.
  let order: [Int]
  /// The sum of each value's distances from all others.
  let sums: [DoubleDouble]
  /// The sum of all distances, each pair twice.
  let total: DoubleDouble

  init(_ raw: [Double]) {
    let n = Double(raw.count)
    values = CentredValues(raw).deviations
    order = RadixSort.order(raw).map(Int.init)
    var sums = [DoubleDouble](repeating: DoubleDouble(0), count: raw.count)
    let all = values.reduce(DoubleDouble(0), +)
    var before = DoubleDouble(0)
    for (place, row) in order.enumerated() {
      // Those before lie below, those after above: Σ|x − xᵢ| = x(2·place − n) + all − 2·before.
      sums[row] = values[row] * (2 * Double(place) - n) + all - before * 2
      before = before + values[row]
    }
    self.sums = sums
    total = sums.reduce(DoubleDouble(0), +)
  }
}

/// The sums of products of two columns' distances that distance covariances are made of.
private struct DistanceProducts {
  private let n: Double
  /// Σ over all pairs of rows of the product of their distances.
  private let cross: DoubleDouble
  /// Σ over rows of the product of their sums of distances.
  private let rows: DoubleDouble
  private let totals: DoubleDouble

  init(_ x: DistanceSums, _ y: DistanceSums) {
    n = Double(x.values.count)
    rows = zip(x.sums, y.sums).reduce(DoubleDouble(0)) { $0 + $1.0 * $1.1 }
    totals = x.total * y.total
    cross = DistanceProducts.cross(x, y)
  }

  /// Goes through the rows by ascending x; a tree over the ranks of y holds what came before.
  private static func cross(_ x: DistanceSums, _ y: DistanceSums) -> DoubleDouble {
    var rank = [Int](repeating: 0, count: y.order.count)
    for (place, row) in y.order.enumerated() { rank[row] = place }
    var tree = PrefixSums(count: rank.count)
    var all = PrefixSums.Node()
    var sum = DoubleDouble(0)
    for row in x.order {
      let (a, b) = (x.values[row], y.values[row])
      let below = tree.sum(upTo: rank[row])
      // (a − aᵢ)|b − bᵢ| summed: those with smaller y count plus, the others minus.
      sum = sum + below.products(a, b) * 2 - all.products(a, b)
      let node = PrefixSums.Node(count: 1, x: a, y: b, xy: a * b)
      tree.add(node, at: rank[row])
      all = all + node
    }
    return sum * 2
  }

  /// The squared distance covariance, never below 0 but for rounding.
  var covariance: DoubleDouble {
    let square = n * n
    return (cross - rows * 2 / n + totals / square) / square
  }

  /// Its unbiased estimate, which may be below 0.
  var correctedCovariance: DoubleDouble {
    (cross - rows * 2 / (n - 2) + totals / ((n - 1) * (n - 2))) / (n * (n - 3))
  }
}

/// Sums over the first ranks, each change and each question in O(log n).
private struct PrefixSums {
  /// How many rows, and the sums of their x, y and products.
  struct Node {
    var count = 0.0
    var x = DoubleDouble(0)
    var y = DoubleDouble(0)
    var xy = DoubleDouble(0)

    static func + (a: Node, b: Node) -> Node {
      Node(count: a.count + b.count, x: a.x + b.x, y: a.y + b.y, xy: a.xy + b.xy)
    }

    /// Σ(a − xᵢ)(b − yᵢ).
    func products(_ a: DoubleDouble, _ b: DoubleDouble) -> DoubleDouble {
      a * b * count - a * y - b * x + xy
    }
  }

  private var nodes: [Node]

  init(count: Int) { nodes = Array(repeating: Node(), count: count + 1) }

  mutating func add(_ node: Node, at rank: Int) {
    var place = rank + 1
    while place < nodes.count {
      nodes[place] = nodes[place] + node
      place += place & -place
    }
  }

  /// The sum of what was added at ranks below the given one.
  func sum(upTo rank: Int) -> Node {
    var (sum, place) = (Node(), rank)
    while place > 0 {
      sum = sum + nodes[place]
      place -= place & -place
    }
    return sum
  }
}
