import Drawing
import Formatting
import Frame

/// The labels of an axis of categories, by measured room.
///
/// Under a panel in this order: one row, of numbers and days fewer and shorter ones, names wrapped
/// to three lines, names in two rows, names turned upwards. Beside a panel names are wrapped as far
/// as bands are high. A name is cut only where nothing else is left; the data table has it whole.
struct BandLabels {
  let making: AxisMaking
  let values: [Value]

  /// The most lines of a wrapped name.
  static let mostLines = 3
  /// From one line's baseline to the next.
  static let lineStep: Points = 10
  /// Names turned upwards are cut at this length.
  private static let longest: Points = 110
  /// Empty room between two labels of a row.
  private static let gap = 4.0

  private var font: Font { making.font }
  private var channel: ChannelColumn? { making.plan.channel }
  private var words: Words { Words(formatter: making.context.formatter) }
  private var measuring: any TextMeasuring { making.context.measuring }
  private var names: [String] {
    values.map { $0 == .text("") && channel == nil ? "" : words.category($0, like: channel) }
  }

  /// The axis with a label for each band, or for each so many where bands are too narrow.
  func axis() -> Axis {
    let scale = BandScale(values, from: making.start, to: making.end, padding: making.padding)
    let axis = Axis(plan: making.plan, scale: .band(scale), ticks: [], font: font)
    let step = abs(scale.step)
    guard making.side == .x else { return axis.with(beside(step)) }
    let standing = standing(step)
    if let standing { return axis.with(standing) }
    var turned = axis.with(turned(step))
    turned.rotation = -90
    return turned
  }

  private func standing(_ step: Double) -> [Tick]? {
    let names = names
    if names.allSatisfy({ making.width($0, font) <= step - BandLabels.gap }) {
      return ticks(names.map { [$0] })
    }
    if !values.contains(where: \.isText) { return fewer(names, step) }
    return BandLabels.arranged(names, step: step, font: font, measuring).map { arranged in
      zip(names.indices, arranged).map { Tick(Double($0), lines: $1.lines, row: $1.row) }
    }
  }

  /// Names under bands of a width in several lines or in two rows; nil where neither has room.
  static func arranged(
    _ names: [String], step: Double, font: Font, _ measuring: any TextMeasuring
  ) -> [(lines: [String], row: Int)]? {
    let wrapped = names.map { wrap($0, font, width: Points(step - gap), measuring) }
    if wrapped.allSatisfy({ $0.map { $0.count <= mostLines } ?? false }) {
      return wrapped.map { ($0 ?? [], 0) }
    }
    let widest = names.map { measuring.extent(of: $0, font: font).width.value }.max() ?? 0
    guard names.count <= 10, widest <= 2 * step - 2 * gap else { return nil }
    return names.enumerated().map { ([$1], $0 % 2) }
  }

  /// A name in lines of whole words; nil where a word is wider than a line.
  static func wrap(_ name: String, _ font: Font, width: Points, _ measuring: any TextMeasuring)
    -> [String]?
  {
    func fits(_ text: String) -> Bool { measuring.extent(of: text, font: font).width <= width }
    // Measuring a novel is slow, and no such name has room.
    guard name.count <= 200 else { return nil }
    var lines: [String] = []
    for word in name.split(separator: " ").map(String.init) {
      if let last = lines.last, fits(last + " " + word) {
        lines[lines.count - 1] = last + " " + word
      } else if fits(word) {
        lines.append(word)
      } else {
        return nil
      }
    }
    return lines.isEmpty ? [name] : lines
  }

  /// Numbers and days of which every so many has its label, days by what changes.
  private func fewer(_ names: [String], _ step: Double) -> [Tick]? {
    let short = DayBands(values: values, formatter: making.context.formatter, channel: channel)
    let labels = short?.labels ?? names
    let widest = labels.prefix(400).map { making.width($0, font) }.max() ?? 0
    let every = max(1, Int(((widest + BandLabels.gap) / max(step, 1e-9)).rounded(.up)))
    let shown = Array(stride(from: 0, to: labels.count, by: every))
    guard shown.count > 1 || labels.count == 1 || widest <= making.length else { return nil }
    let contexts = short?.contexts(of: shown, room: step) { making.width($0, font.size(7)) } ?? [:]
    return shown.map { Tick(Double($0), labels[$0], context: contexts[$0]) }
  }

  /// Names read upwards, as many as lines have room side by side.
  private func turned(_ step: Double) -> [Tick] {
    let line = measuring.extent(of: "0", font: font).height.value
    let every = max(1, Int(((line + 1) / max(step, 1e-9)).rounded(.up)))
    return names.enumerated().filter { $0.offset % every == 0 }.map { index, name in
      Tick(Double(index), measuring.fitted(name, font, width: BandLabels.longest))
    }
  }

  /// Names left of the panel, wrapped as far as a band is high.
  private func beside(_ step: Double) -> [Tick] {
    let every = max(1, Int((font.size.value * 1.1 / max(step, 1e-9)).rounded(.up)))
    let most = max(1, min(BandLabels.mostLines, Int(step / BandLabels.lineStep.value)))
    return names.enumerated().filter { $0.offset % every == 0 }.map { index, name in
      let lines = BandLabels.wrap(name, font, width: making.nameRoom, measuring)
      if let lines, lines.count <= most { return Tick(Double(index), lines: lines) }
      return Tick(Double(index), lines: cut(name, lines ?? [], most))
    }
  }

  /// As many lines of a name as there may be, the last with what remains, cut.
  private func cut(_ name: String, _ lines: [String], _ most: Int) -> [String] {
    guard most > 1, lines.count > most else {
      return [measuring.fitted(name, font, width: making.nameRoom)]
    }
    let rest = lines[(most - 1)...].joined(separator: " ")
    return lines[..<(most - 1)] + [measuring.fitted(rest, font, width: making.nameRoom)]
  }

  private func ticks(_ lines: [[String]]) -> [Tick] {
    lines.enumerated().map { Tick(Double($0), lines: $1) }
  }
}
