import Drawing
import Formatting

/// What the colours of a ramp mean: a bar of them between the numbers of its ends, behind the
/// measure's name; above them where both have no room side by side.
struct RampLegend {
  private let scale: RampScale
  private let low: String
  private let high: String
  private let title: String
  private let bar: Points
  private let context: DrawingContext
  /// Whether the name has a row of its own.
  private let isApart: Bool

  /// How wide the bar is where there is room, and where there is none.
  private static let bars: (most: Points, least: Points) = (96, 24)
  /// How wide the name may be beside the bar.
  private static let mostName: Points = 140

  init(_ guide: RampGuide, width room: Points, context: DrawingContext) {
    (scale, self.context) = (guide.scale, context)
    let words = Words(formatter: context.formatter)
    let font = context.theme.label
    let measuring = context.measuring
    var (low, high) = words.ends(of: guide.scale.domain, like: guide.channel)
    if guide.scale.beyond.below { low = "≤ " + low }
    if guide.scale.beyond.above { high = "≥ " + high }
    func width(_ text: String) -> Points { measuring.extent(of: text, font: font).width }
    // Two ends alone would be read as evenly spaced.
    let bent = guide.scale.transform.kind.map { " (\(context.formatter.scale($0)))" } ?? ""
    let name = guide.channel?.label ?? ""
    let ends = width(low) + 5 + 5 + width(high)
    let beside = RampLegend.bars.most + ends + 10 + width(bent)
    let wanted = min(RampLegend.mostName, width(name))
    isApart = !(name + bent).isEmpty && beside + wanted > room
    bar = max(RampLegend.bars.least, min(RampLegend.bars.most, room - ends))
    let most = isApart ? room - width(bent) : RampLegend.mostName
    title = measuring.fitted(name, font, width: max(20, most)) + bent
    (self.low, self.high) = (low, high)
  }

  /// The parts that are arranged in the legend's rows.
  var pieces: [Legend.Piece] {
    guard !title.isEmpty else { return [colors(from: 0)] }
    guard isApart else {
      let start = width(title) + 10
      let colors = colors(from: start)
      return [Legend.Piece(width: colors.width) { [text(title, $0, ink)] + colors.draw($0) }]
    }
    return [Legend.Piece(width: width(title)) { [text(title, $0, ink)] }, colors(from: 0)]
  }

  private var ink: Paint { context.theme.ink }

  private func width(_ text: String) -> Points {
    context.measuring.extent(of: text, font: context.theme.label).width
  }

  private func text(_ text: String, _ at: Point, _ paint: Paint) -> SceneElement {
    .text(
      TextRun(text, font: context.theme.label, paint: paint), at: Point(x: at.x, y: at.y + 8),
      anchor: .start, rotation: 0)
  }

  /// The bar with its numbers.
  private func colors(from start: Points) -> Legend.Piece {
    let barStart = start + width(low) + 5
    let end = barStart + bar + 5
    return Legend.Piece(width: end + width(high)) { at in
      let cells = 48
      let cell = bar / Double(cells)
      let colors = (0..<cells).map { index -> SceneElement in
        // Each cell reaches a little under the next, so that no paper shines through between.
        let area = Rectangle(
          x: at.x + barStart + cell * Double(index), y: at.y + 1.5,
          width: index == cells - 1 ? cell : cell + 0.3, height: 7)
        let paint = scale.paint(atShare: (Double(index) + 0.5) / Double(cells))
        return .path(.rectangle(area), fill: paint, stroke: nil)
      }
      let grey = context.theme.grey
      return [text(low, Point(x: at.x + start, y: at.y), grey)] + colors
        + [text(high, Point(x: at.x + end, y: at.y), grey)]
    }
  }
}

extension Words {
  /// Both ends of a range, with as many digits as tell them apart where nobody asks for a format.
  fileprivate func ends(of range: ClosedRange<Double>, like channel: ChannelColumn?)
    -> (String, String)
  {
    let (low, high) = (range.lowerBound, range.upperBound)
    let ends = (number(low, like: channel), number(high, like: channel))
    guard ends.0 == ends.1, channel?.settings.format == nil, channel?.isTime != true,
      let digits = EstimateDigits(uncertainty: high - low)
    else { return ends }
    return (number(low, to: digits), number(high, to: digits))
  }
}
