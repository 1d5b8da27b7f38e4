import Dates
import Drawing
import Formatting
import Frame

/// How a chart words its numbers, categories and sentences.
struct Words: Sendable {
  let formatter: ValueFormatter

  /// A count, grouped.
  func count(_ count: Int) -> String { formatter.number(Double(count), decimals: 0) }

  /// A count of rows in words.
  func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(self.count(count)) rows" }

  /// That labels found no room; nil where all did.
  func labelsLeftOut(_ count: Int) -> String? {
    guard count > 0 else { return nil }
    return "\(self.count(count)) \(count == 1 ? "label finds" : "labels find") no room"
  }

  /// A number with as many digits as a reader can use: three significant ones, whole above 1,000.
  func number(_ number: Double) -> String {
    (1000..<1e15).contains(number.magnitude)
      ? formatter.number(number, decimals: 0) : formatter.number(number, atMost: 3)
  }

  /// A number of a channel: in its format, or as a day or moment where the channel tells time.
  func number(_ number: Double, like channel: ChannelColumn?) -> String {
    guard let channel else { return self.number(number) }
    if channel.isTime { return moment(number, channel) }
    if let format = channel.settings.format {
      return formatter.text(.double(number), format: format)
    }
    if channel.column.type == .integer, number == number.rounded(), number.magnitude < 1e15 {
      return formatter.number(number, decimals: 0)
    }
    return self.number(number)
  }

  /// A category as one short line.
  func category(_ value: Value, like channel: ChannelColumn? = nil) -> String {
    guard !value.isNull else { return "missing" }
    if let channel, channel.period != nil, let seconds = value.number {
      return moment(seconds, channel)
    }
    if let bin = bin(value, of: channel) { return bin }
    let text = formatter.text(local(value, channel), format: channel?.settings.format)
    return text.isEmpty ? "(empty)" : text.oneLine
  }

  /// A bin by both its ends, given by its lower one; nil where the channel has none.
  func bin(_ value: Value, of channel: ChannelColumn?) -> String? {
    guard let channel, let width = channel.binWidth, let low = value.number else { return nil }
    let ends = [low, low + width].map { number($0, like: channel) }
    // A dash before a minus cannot be read.
    return ends.joined(separator: low < 0 ? " to " : "–")
  }

  /// A row's value of a label channel.
  func text(_ channel: ChannelColumn, row: Int) -> String {
    let value = channel.column[row]
    return value.number.map { number($0, like: channel) } ?? category(value, like: channel)
  }

  /// A label as it stands inside a sentence: its first letter small, but `BMI` stays.
  func inSentence(_ label: String) -> String { label.insideSentence }

  /// What a number of a channel counts or measures: `rows`, but `row` of one.
  func unit(_ channel: ChannelColumn, of number: Double) -> String {
    let unit = inSentence(channel.label)
    return number == 1 && unit == "rows" ? "row" : unit
  }

  /// `Risk score by weight` from the labels of a layer's channels.
  func yByX(_ layer: Layer) -> String {
    guard let y = layer.rows[.y]?.label, let x = layer.rows[.x]?.label else { return "" }
    return "\(y.oneLine) by \(inSentence(x.oneLine))"
  }

  /// The ranges of x and y, as findings for a reader who cannot see them.
  func ranges(_ layer: Layer) -> [String] {
    [Channel.x, .y].compactMap { channel in
      guard let column = layer.rows[channel], !column.isCategorical,
        let range = AxisDemand.range(column.column.doubles)
      else { return nil }
      let (low, high) = (
        number(range.lowerBound, like: column), number(range.upperBound, like: column)
      )
      let label = inSentence(column.label.oneLine)
      return low == high ? "\(label) \(low) throughout" : "\(label) from \(low) to \(high)"
    }
  }

  private func moment(_ seconds: Double, _ channel: ChannelColumn) -> String {
    let microseconds = max(-6.3e16, min(2.6e17, seconds * 1e6))
    let timestamp = Timestamp(microseconds: Int64(microseconds.rounded()))
    if let period = channel.period?.period {
      return formatter.text(
        .date(period.start(of: timestamp.date)), format: channel.settings.format ?? period.format)
    }
    let value: Value =
      channel.column.type == .date
      ? .date(timestamp.date)
      : local(.timestamp(timestamp), channel)
    return formatter.text(value, format: channel.settings.format)
  }

  /// A moment as the channel's zone shows it; any other value as it is.
  private func local(_ value: Value, _ channel: ChannelColumn?) -> Value {
    guard let zone = channel?.settings.zone, case .timestamp(let moment) = value else {
      return value
    }
    return .timestamp(zone.local(moment))
  }
}

extension String {
  /// The label as it stands inside a sentence: its first letter small, but `BMI` stays.
  var insideSentence: String {
    let letters = Array(prefix(2))
    guard letters.count == 2, letters[0].isUppercase, letters[1].isLowercase else { return self }
    return letters[0].lowercased() + dropFirst()
  }

  /// The text on one line: line ends and control characters as blanks.
  var oneLine: String {
    guard unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 || $0.value == 0x2028 })
    else { return self }
    return String(
      unicodeScalars.map { scalar in
        scalar.value < 32 || scalar.value == 127 || scalar.value == 0x2028 || scalar.value == 0x2029
          ? " " : Character(scalar)
      })
  }
}

extension TextMeasuring {
  /// The text, cut with an ellipsis where it is wider than a width.
  func fitted(_ text: String, _ font: Font, width: Points) -> String {
    // Measuring a novel is slow; no label shows more than this.
    let text = String(text.oneLine.prefix(400))
    guard extent(of: text, font: font).width > width else { return text }
    let characters = Array(text)
    var (fits, tooLong) = (0, characters.count)
    while tooLong - fits > 1 {
      let middle = (fits + tooLong) / 2
      let cut = String(characters[..<middle]) + "…"
      if extent(of: cut, font: font).width <= width { fits = middle } else { tooLong = middle }
    }
    var head = String(characters[..<fits])
    while head.last == " " { head.removeLast() }
    return head + "…"
  }
}
