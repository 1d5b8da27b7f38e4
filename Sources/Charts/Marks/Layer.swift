import Drawing
import Frame

/// A layer's rows with their panels and colours decided: what a mark is made from.
struct Layer: Sendable {
  var rows: LayerRows
  /// The panel of each row.
  var panels: [Int]
  /// The colour category of each row, 0 where there are none.
  var groups: [Int]
  var colors: LayerColors
  /// The forms of dots, nil where all have one.
  var shapes: LayerShapes?
  /// How many panels the chart has.
  var panelCount = 1
  /// What stands above each panel; empty where that is not known.
  var panelNames: [String] = []
  /// In how many panels each row stands, one after another; more than one where the layer lacks a
  /// facet of the chart.
  var copies = 1
  /// Whether it lies behind what the chart is about, as zones and rules do.
  var isBackdrop = false
  /// Whether its rows, told once, stand in every panel.
  var isOfEveryPanel = false

  /// One stretch of rows that belong together.
  struct Series: Hashable, Sendable {
    let panel: Int
    let group: Int
    let rows: [Int]
  }

  /// The rows by panel and colour category, in that order.
  var series: [Series] {
    if panelCount == 1, colors.categories.isEmpty {
      return rows.count > 0 ? [Series(panel: 0, group: 0, rows: Array(0..<rows.count))] : []
    }
    let width = (groups.max() ?? 0) + 1
    var found = Array(repeating: [Int](), count: ((panels.max() ?? 0) + 1) * width)
    for row in 0..<rows.count { found[panels[row] * width + groups[row]].append(row) }
    return found.indices.filter { !found[$0].isEmpty }.map { key in
      Series(panel: key / width, group: key % width, rows: found[key])
    }
  }

  /// The rows of a panel.
  func rows(inPanel panel: Int) -> [Int] { panels.indices.filter { panels[$0] == panel } }

  /// A panel in words, nil where it is the only one.
  func panelName(_ panel: Int, _ words: Words) -> String? {
    guard panelCount > 1, !isOfEveryPanel else { return nil }
    return panelNames.indices.contains(panel)
      ? panelNames[panel] : "panel \(words.count(panel + 1))"
  }

  /// The opacity of areas that lie over each other, one a colour: the more there are, the fainter, so
  /// that lines stand out from all of them together.
  func wash(_ opacity: Double) -> Double {
    switch colors.categories.count {
    case ...2: opacity
    case 3...4: opacity * 0.6
    default: opacity * 1.4 / Double(colors.categories.count)
    }
  }

  /// The finite numbers of a channel, NaN elsewhere; empty where the channel is not given.
  func numbers(_ channel: Channel) -> [Double] {
    guard let column = rows[channel]?.column else { return [] }
    guard column.type != .text else { return Array(repeating: .nan, count: column.count) }
    let numbers = column.doubles
    // What has no infinite number is not copied.
    guard NumberSurvey(numbers).infinite > 0 else { return numbers }
    return numbers.map { $0.isFinite ? $0 : .nan }
  }
}

/// How a layer's rows are coloured.
enum LayerColors: Hashable, Sendable {
  case single(Paint)
  case categories([Category])
  case ramp(RampScale)

  /// One colour category.
  struct Category: Hashable, Sendable {
    let value: Value
    let label: String
    let paint: Paint
    /// Whether it shares the grey with others that have no colour of their own.
    let isPooled: Bool
  }

  /// The paint of a category.
  func paint(_ group: Int) -> Paint {
    switch self {
    case .single(let paint): paint
    case .categories(let categories): categories[group].paint
    case .ramp(let ramp): ramp.paint(ramp.domain.upperBound)
    }
  }

  /// The categories, empty where there are none.
  var categories: [Category] {
    if case .categories(let categories) = self { categories } else { [] }
  }
}

/// From numbers to colours of a ramp.
struct RampScale: Hashable, Sendable {
  let ramp: ColorRamp
  let domain: ClosedRange<Double>
  /// How numbers are bent before they are spread over the ramp.
  var transform = Transform.linear
  /// Whether the ramp begins at the larger end.
  var isTurned = false
  /// Whether numbers lie below or above the domain, which have the colours of its ends.
  var beyond = Beyond()

  /// Which ends of a domain numbers lie beyond.
  struct Beyond: Hashable, Sendable {
    var below = false
    var above = false
  }

  /// The paint at a share of the way from the lower end to the upper.
  func paint(atShare share: Double) -> Paint { ramp.paint(at: isTurned ? 1 - share : share) }

  /// The paint of a number; grey where it has no place on the scale.
  func paint(_ value: Double) -> Paint {
    let place = place(value)
    return place.isNaN ? RampScale.missing : paint(atShare: place)
  }

  /// Where a number lies in the domain, 0 to 1 from end to end; NaN where the scale refuses it.
  func place(_ value: Double) -> Double {
    let (low, high) = (transform(domain.lowerBound), transform(domain.upperBound))
    let number = transform(value)
    guard !number.isNaN else { return .nan }
    let half = high / 2 - low / 2
    return half > 0 ? (number / 2 - low / 2) / half : 0.5
  }

  /// The paint of what has no number.
  static let missing = Paint(light: Color(0x8a939e), dark: Color(0x6b7480))
}
