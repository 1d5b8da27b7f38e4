import Drawing

/// The marks that a drawing can show of many that stand closer than it can draw them apart: of each
/// half point along the base, and of each colour, the one that reaches farthest either way.
struct FarthestReaching {
  /// More marks than this are thinned.
  static let most = 4_000

  private struct Key: Hashable {
    let group: Int
    let column: Double
  }

  /// Where the kept marks of a half point stand in the list.
  private struct Ends {
    var lowest: Int
    var highest: Int
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
    var ends: [Key: Ends] = [:]
    for index in middles.indices where middles[index].isFinite {
      let key = Key(group: groups[index], column: (middles[index] * 2).rounded(.down))
      guard let known = ends[key] else {
        ends[key] = Ends(lowest: index, highest: index)
        continue
      }
      if reaches[index].lowerBound < reaches[known.lowest].lowerBound {
        ends[key]?.lowest = index
      }
      if reaches[index].upperBound > reaches[known.highest].upperBound {
        ends[key]?.highest = index
      }
    }
    return Set(ends.values.flatMap { [$0.lowest, $0.highest] }).sorted()
  }

  /// What a reader is told where some marks of a layer are not drawn.
  static func remark(_ marks: String, count: Int) -> [String] {
    guard count > most else { return [] }
    return ["Of \(marks) at the same half point those that reach farthest are drawn"]
  }
}
