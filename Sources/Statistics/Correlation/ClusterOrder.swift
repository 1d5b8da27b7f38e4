/// An order of columns in which those that go together stand side by side.
///
/// Columns are merged into clusters by average linkage of the distances 1 − |r|, the nearest two
/// first; of two that are merged, the one that was made earlier stands first, columns in their order
/// before any cluster. An undefined coefficient counts as 0.
///
/// - Shape: the coefficients of all pairs of some columns.
/// - Source: R. R. Sokal and C. D. Michener, *Univ. Kansas Sci. Bull.* 38 (1958), 1409–1438.
package struct ClusterOrder: Statistic {
  package static let name = "cluster_order"
  package static let title = "Order by clusters"
  package static let method = "average linkage of the distances 1 − |r|"

  /// The columns' places in the new order.
  package let order: [Int]

  /// Columns that have been merged.
  private struct Cluster {
    var leaves: [Int]
    /// The distance to each other cluster, by its number.
    var distances: [Double]
  }

  /// Orders so many columns by the coefficient of each pair.
  package init(count: Int, coefficient: (Int, Int) -> Double?) {
    // Places of clusters that were merged are nil; a new cluster takes the next place.
    var clusters: [Cluster?] = (0..<count).map { column in
      Cluster(
        leaves: [column],
        distances: (0..<count).map { $0 == column ? 0 : 1 - abs(coefficient(column, $0) ?? 0) })
    }
    while let (first, second) = ClusterOrder.nearest(clusters) {
      ClusterOrder.merge(first, second, in: &clusters)
    }
    order = clusters.compactMap(\.self).first?.leaves ?? []
  }

  /// The two nearest clusters, the earliest of those that are equally near.
  private static func nearest(_ clusters: [Cluster?]) -> (Int, Int)? {
    var found: (first: Int, second: Int)?
    var least = Double.infinity
    for second in clusters.indices {
      guard let cluster = clusters[second] else { continue }
      for first in 0..<second where clusters[first] != nil && cluster.distances[first] < least {
        (found, least) = ((first, second), cluster.distances[first])
      }
    }
    return found
  }

  private static func merge(_ first: Int, _ second: Int, in clusters: inout [Cluster?]) {
    guard let a = clusters[first], let b = clusters[second] else { return }
    let (weightA, weightB) = (Double(a.leaves.count), Double(b.leaves.count))
    var distances: [Double] = []
    for place in clusters.indices {
      let mean = (weightA * a.distances[place] + weightB * b.distances[place]) / (weightA + weightB)
      distances.append(mean)
      clusters[place]?.distances.append(mean)
    }
    clusters.append(Cluster(leaves: a.leaves + b.leaves, distances: distances + [0]))
    (clusters[first], clusters[second]) = (nil, nil)
  }
}
