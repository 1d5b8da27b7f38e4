import Drawing
import Spec

/// How a line goes from one row to the next.
enum CurveKind: String, Hashable, Sendable, CaseIterable {
  /// Straight.
  case linear
  /// Level, changing half-way.
  case step
  /// Level at the next row's value: it changes as it leaves a row.
  case step_before
  /// Level at a row's value until the next row: it changes as it gets there.
  case step_after

  /// The points with the corners between them; gaps stay gaps.
  func corners(_ points: [Point?]) -> [Point?] {
    guard self != .linear else { return points }
    var corners: [Point?] = []
    for (index, point) in points.enumerated() {
      if index > 0, let from = points[index - 1], let to = point {
        let turn =
          switch self {
          case .step_before: from.x
          case .step_after: to.x
          default: (from.x + to.x) * 0.5
          }
        corners += [Point(x: turn, y: from.y), Point(x: turn, y: to.y)]
      }
      corners.append(point)
    }
    return corners
  }
}

/// How a line goes from one row to the next, as the author asks.
struct CurveSettings: MarkSettings {
  static let keys = ["curve"]

  /// nil where the author says nothing.
  var kind: CurveKind?

  init() {}

  init(_ kind: CurveKind?) { self.kind = kind }

  init(reading fields: FieldReader) { kind = fields.choice("curve", of: CurveKind.self) }
}
