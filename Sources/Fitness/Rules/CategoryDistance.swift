import Drawing

/// Categories that only their colour tells apart look different to every kind of sight.
///
/// The categories are those of the legend: what has a label of its own beside its marks needs none.
enum CategoryDistance: FitnessRule {
  static let name = "category-distance"
  static let remedy =
    "choose colours that stand further apart ('theme'), or tell the categories apart by shape"

  static func findings(in reading: SceneReading) -> [Finding] {
    let entries = reading.entries
    return entries.indices.flatMap { second in
      entries[..<second].compactMap { first in
        let faults = Paper.allCases.compactMap { fault(entries[second], first, on: $0) }
        guard !faults.isEmpty else { return nil }
        return reading.finding(
          Self.self, entries[second].label,
          "\(faults.joined(separator: " and ")), needs \(FitnessLimits.categories.short)")
      }
    }
  }

  private static func fault(
    _ entry: SceneReading.Entry, _ other: SceneReading.Entry, on paper: Paper
  ) -> String? {
    guard entry.sample.look == other.sample.look else { return nil }
    let (own, others) = (
      paper.color(entry.sample.paint), paper.color(other.sample.paint)
    )
    let worst = ColorSight.worst(own, others)
    guard worst.difference < FitnessLimits.categories else { return nil }
    let sight = worst.sight == .full ? "full sight" : "\(worst.sight.rawValue) sight"
    return "in \(own.hex) is \(worst.difference.short) from \(other.label.name) in \(others.hex) "
      + "for \(sight) (\(paper.rawValue))"
  }
}

extension Ink {
  /// What a reader without colours sees of a legend's sample: its form and dashes.
  fileprivate var look: String {
    switch form {
    case .area: "area"
    case .cells: "cells"
    case .line(_, let width, let dashes): "line \(width) \(dashes.map(\.value))"
    case .dots(_, let shape, let radius): "\(shape.rawValue) \(radius)"
    }
  }
}
