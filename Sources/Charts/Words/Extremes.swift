/// The highest and the lowest of some numbers, and which of them are it.
struct Extremes: Hashable, Sendable {
  let high: Double
  let low: Double
  private let numbers: [Double]

  /// Numbers that are not finite are none; nil where no other is left.
  init?(_ numbers: [Double]) {
    guard let range = NumberSurvey(numbers).range else { return nil }
    (high, low, self.numbers) = (range.upperBound, range.lowerBound, numbers)
  }

  /// Which numbers are the highest.
  var highest: [Int] { places(of: high) }
  /// Which numbers are the lowest.
  var lowest: [Int] { places(of: low) }
  private func places(of number: Double) -> [Int] {
    numbers.withUnsafeBufferPointer { numbers in
      numbers.indices.filter { numbers[$0] == number }
    }
  }

  /// Whether all are the same.
  var areEqual: Bool { high == low }
}

extension Words {
  /// `A`, `A and B`, `A and 3 more`.
  func few(_ indices: [Int], _ name: (Int) -> String) -> String {
    guard let first = indices.first.map(name) else { return "" }
    return switch indices.count {
    case 1: first
    case 2: "\(first) and \(name(indices[1]))"
    default: "\(first) and \(count(indices.count - 1)) more"
    }
  }

  /// `both bars`, `all 3 bars`.
  func all(_ count: Int, _ plural: String) -> String {
    count == 2 ? "both \(plural)" : "all \(self.count(count)) \(plural)"
  }

  /// `highest: A with 5` and `lowest: B with 2`, of more than one number; `all 3 bars: 5` where they
  /// are the same.
  func extremes(
    _ numbers: [Double], like channel: ChannelColumn?, all plural: String,
    words: (high: String, low: String) = ("highest", "lowest"), name: (Int) -> String
  ) -> [String] {
    guard numbers.count > 1, let ends = Extremes(numbers) else { return [] }
    guard !ends.areEqual else {
      return ["\(all(numbers.count, plural)): \(number(ends.high, like: channel))"]
    }
    return [
      "\(words.high): \(few(ends.highest, name)) with \(number(ends.high, like: channel))",
      "\(words.low): \(few(ends.lowest, name)) with \(number(ends.low, like: channel))",
    ]
  }
}
