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
  /// Names of more letters are cut.
  private static let longestName = 200
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

  /// A name in lines that end where its script lets them; nil where a word is wider than a line.
  static func wrap(_ name: String, _ font: Font, width: Points, _ measuring: any TextMeasuring)
    -> [String]?
  {
    // Measuring a novel is slow, and no such name has room.
    guard name.count <= longestName else { return nil }
    return wrap(measuring.stretches(of: name)) {
      measuring.extent(of: $0, font: font).width <= width
    }
  }

  /// A name in lines of a width, in which a word wider than a line is broken between its letters.
  static func broken(_ name: String, _ font: Font, width: Points, _ measuring: any TextMeasuring)
    -> [String]
  {
    func fits(_ text: String) -> Bool { measuring.extent(of: text, font: font).width <= width }
    let stretches = measuring.stretches(of: String(name.prefix(longestName)))
    let pieces = stretches.flatMap { stretch in
      fits(stretch.withoutBlanksBehind) ? [stretch] : stretch.map(String.init)
    }
    // Not even a letter may fit; it then stands alone.
    return wrap(pieces, fits) ?? pieces
  }

  /// Stretches joined to lines as long as they fit; nil where one alone does not.
  private static func wrap(_ stretches: [String], _ fits: (String) -> Bool) -> [String]? {
    var lines: [String] = []
    var line = ""
    for stretch in stretches {
      if !line.isEmpty, fits((line + stretch).withoutBlanksBehind) {
        line += stretch
        continue
      }
      guard fits(stretch.withoutBlanksBehind) else { return nil }
      if !line.isEmpty { lines.append(line.withoutBlanksBehind) }
      line = stretch
    }
    return lines + [line.withoutBlanksBehind]
  }

  /// Numbers and days of which every so many has its label, days by what changes.
  private func fewer(_ names: [String], _ step: Double) -> [Tick]? {
    let short = DayBands(values: values, formatter: making.context.formatter, channel: channel)
    let labels = short?.labels ?? names
    // Measuring thousands is slow, and few are of the most letters.
    let longest = labels.map(\.count).max() ?? 0
    let long = labels.filter { $0.count + 1 >= longest }.prefix(400)
    let widest = long.map { making.width($0, font) }.max() ?? 0
    let every = max(1, Int(((widest + BandLabels.gap) / max(step, 1e-9)).rounded(.up)))
    let shown = Array(stride(from: 0, to: labels.count, by: every))
    guard shown.count > 1 || labels.count == 1 || widest <= making.length else { return nil }
    let told = short?.contexts(of: shown, room: step) { making.width($0, font.size(7)) }
    return (told?.shown ?? shown).map {
      Tick(Double($0), labels[$0], context: told?.contexts[$0])
    }
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
      let whole = BandLabels.wrap(name, font, width: making.nameRoom, measuring)
      if let whole, whole.count <= most { return Tick(Double(index), lines: whole) }
      return Tick(Double(index), lines: cut(name, whole, most))
    }
  }

  /// As many lines of a name as there may be, the last with what remains, cut; a word that is wider
  /// than a line is broken where there is more than one.
  private func cut(_ name: String, _ whole: [String]?, _ most: Int) -> [String] {
    let room = making.nameRoom
    guard most > 1 else { return [measuring.fitted(name, font, width: room)] }
    let lines = whole ?? BandLabels.broken(name, font, width: room, measuring)
    guard lines.count > most || name.count > BandLabels.longestName else { return lines }
    let head = lines.prefix(most - 1)
    // What remains is told from the name, since blanks at the ends of lines are gone.
    var rest = name[...]
    for line in head { rest = rest.dropFirst(line.count).drop { $0 == " " } }
    return head + [measuring.fitted(String(rest), font, width: room)]
  }

  private func ticks(_ lines: [[String]]) -> [Tick] {
    lines.enumerated().map { Tick(Double($0), lines: $1) }
  }
}

extension String {
  /// The text without the blanks at its end, which take no room at the end of a line.
  fileprivate var withoutBlanksBehind: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
