import Formatting
import Statistics

/// What a series of values tells from its first place to its last.
struct Course {
  /// The values in the order of their places, NaN at a gap.
  let values: [Double]
  /// What the values measure.
  let channel: ChannelColumn?
  /// A place in words.
  let place: (Int) -> String

  /// `up 8% from 12 (2019) to 13 (2025), highest 15 (2022), lowest 11 (2020)`; nil where there is no
  /// value.
  func told(in words: Words) -> String? {
    guard let first = values.firstIndex(where: \.isFinite),
      let last = values.lastIndex(where: \.isFinite), let ends = Extremes(values)
    else { return nil }
    func at(_ index: Int) -> String { "\(number(values[index], words)) (\(place(index)))" }
    guard first < last else { return "one value, \(at(first))" }
    guard !ends.areEqual else {
      return "\(number(ends.high, words)) throughout, from \(place(first)) to \(place(last))"
    }
    let change =
      values[first] == values[last]
      ? "\(number(values[first], words)) both at the start (\(place(first))) and at the end "
        + "(\(place(last)))"
      : "\(direction(first, last, words)) from \(at(first)) to \(at(last))"
    return [
      change, extreme("highest", ends.high, ends.highest, first, last, words),
      extreme("lowest", ends.low, ends.lowest, first, last, words),
    ].joined(separator: ", ")
  }

  private func number(_ number: Double, _ words: Words) -> String {
    words.number(number, like: channel)
  }

  /// `up 8%`; of shares and moments, and of what is not above 0, without a share.
  private func direction(_ first: Int, _ last: Int, _ words: Words) -> String {
    let (start, end) = (values[first], values[last])
    let word = end > start ? "up" : "down"
    let isShare = channel?.settings.format?.text.contains("%") ?? false
    guard start > 0, end > 0, !isShare, channel?.isTime != true,
      let change = try? Change([start, end], kind: .relative).values[1], change.isFinite,
      change.magnitude < 10
    else { return word }
    return change.magnitude < 0.005
      ? "\(word) less than \(words.formatter.percentage(0.01))"
      : "\(word) \(words.formatter.percentage(change.magnitude))"
  }

  /// `highest 15 (2022)`, `highest at the end`.
  private func extreme(
    _ word: String, _ value: Double, _ indices: [Int], _ first: Int, _ last: Int, _ words: Words
  ) -> String {
    guard indices.count > 1 || (indices[0] != first && indices[0] != last) else {
      return "\(word) at the \(indices[0] == first ? "start" : "end")"
    }
    return "\(word) \(number(value, words)) (\(words.few(indices, place)))"
  }
}

extension Words {
  /// The courses of a few series, each with its name; how many more there are.
  func courses(_ courses: [(lead: String, course: Course)], of all: Int, _ singular: String)
    -> [String]
  {
    let told = courses.prefix(Layer.mostTold).compactMap { lead, course in
      course.told(in: self).map { lead + $0 }
    }
    let more = all - told.count
    guard more > 0, !told.isEmpty else { return told }
    return told + ["\(count(more)) more \(more == 1 ? singular : singular + "s")"]
  }
}
