import Drawing
import Frame

/// From values of a column to places along one side of a panel.
enum PositionScale: Hashable, Sendable {
  case continuous(ContinuousScale)
  case band(BandScale)

  /// The place of each row's value (a band's centre), NaN where there is none.
  func places(of column: Column, rows: [Int]) -> [Double] {
    switch self {
    case .continuous(let scale):
      let numbers = column.doubles
      return rows.map { scale.place(numbers[$0]) }
    case .band(let scale):
      return rows.map { scale.place(column[$0]) }
    }
  }

  /// The place of a number: on a band scale its category's centre.
  func place(_ number: Double) -> Double {
    switch self {
    case .continuous(let scale): scale.place(number)
    case .band(let scale): scale.place(.double(number))
    }
  }

  /// The bands, nil on a continuous scale.
  var bands: BandScale? {
    if case .band(let scale) = self { scale } else { nil }
  }

  /// The continuous scale, nil for bands.
  var numbers: ContinuousScale? {
    if case .continuous(let scale) = self { scale } else { nil }
  }

  /// Both ends of the line.
  var ends: (start: Double, end: Double) {
    switch self {
    case .continuous(let scale): (scale.start, scale.end)
    case .band(let scale): (scale.start, scale.end)
    }
  }
}
