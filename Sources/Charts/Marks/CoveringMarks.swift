import Drawing

/// The marks that a drawing can show of many that stand closer than it can draw them apart: of each
/// half point along the base, and of each colour, as few as cover what all of them cover.
struct CoveringMarks {
  /// More marks than this are thinned.
  static let most = 4_000
  /// Gaps of this many points between two marks of a half point cannot be seen.
  private static let unseen = 1.0

  private struct Key: Hashable {
    let group: Int
    let column: Double
  }

  /// Which marks are to be drawn.
  ///
  /// - Parameters:
  ///   - groups: the colour of each mark.
  ///   - middles: where each stands along the base, in points.
  ///   - reaches: from where to where each reaches across, in points.
  /// - Returns: numbers of marks, in their order; all where they are few, else those that have a place.
  static func kept(groups: [Int], middles: [Double], reaches: [ClosedRange<Double>]) -> [Int] {
    guard middles.count > most else { return Array(middles.indices) }
    var columns: [Key: [Int]] = [:]
    for index in middles.indices where middles[index].isFinite {
      columns[Key(group: groups[index], column: (middles[index] * 2).rounded(.down)), default: []]
        .append(index)
    }
    return columns.values.flatMap { covering($0, reaches) }.sorted()
  }

  /// The least number of marks that cover all: from below, always the one that leads on farthest.
  private static func covering(_ marks: [Int], _ reaches: [ClosedRange<Double>]) -> [Int] {
    let sorted = marks.sorted { (reaches[$0].lowerBound, $0) < (reaches[$1].lowerBound, $1) }
    var (kept, next, covered) = ([Int](), sorted.startIndex, -Double.infinity)
    while next < sorted.endIndex {
      let joins = max(covered + unseen, reaches[sorted[next]].lowerBound)
      var farthest = sorted[next]
      while next < sorted.endIndex, reaches[sorted[next]].lowerBound <= joins {
        if reaches[sorted[next]].upperBound > reaches[farthest].upperBound {
          farthest = sorted[next]
        }
        next += 1
      }
      if reaches[farthest].upperBound > covered {
        kept.append(farthest)
        covered = reaches[farthest].upperBound
      }
    }
    return kept
  }

  /// What a reader is told where some marks of a layer, each in its panel, are not drawn.
  static func remark(_ marks: String, panels: [Int]) -> [String] {
    let fullest = panels.reduce(into: [:]) { $0[$1, default: 0] += 1 }.values.max() ?? 0
    guard fullest > most else { return [] }
    return ["\(marks) that others at the same half point cover are not drawn"]
  }
}
