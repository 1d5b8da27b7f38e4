import Expressions
import TestSupport

/// Makes random expressions of a wanted type over the columns of ``Facts``; equal seeds make equal
/// expressions.
struct ExpressionMaker {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static let types: [ValueType] = [
    .integer, .decimal, .double, .text, .date, .timestamp, .boolean,
  ]

  /// An expression of any type, of a number of levels at most.
  mutating func any(depth: Int) -> Sample { make(one(of: ExpressionMaker.types), depth: depth) }

  /// An expression of a type.
  mutating func make(_ type: ValueType, depth: Int) -> Sample {
    if depth <= 0 || chance(1, in: 6) { return leaf(type) }
    if chance(1, in: 8), let general = general(type, depth: depth - 1) { return general }
    switch type {
    case .integer: return integer(depth - 1)
    case .decimal: return decimal(depth - 1)
    case .double: return double(depth - 1)
    case .text: return text(depth - 1)
    case .date: return date(depth - 1)
    case .timestamp: return timestamp(depth - 1)
    default: return boolean(depth - 1)
    }
  }

  /// An expression whose last digit is the same everywhere.
  mutating func exact(_ type: ValueType, depth: Int) -> Sample {
    for _ in 0..<4 {
      let sample = make(type, depth: depth)
      if sample.isExact { return sample }
    }
    return leaf(type)
  }

  // MARK: Chance

  mutating func one<C: Collection>(of all: C) -> C.Element {
    all[all.index(all.startIndex, offsetBy: .random(in: 0..<all.count, using: &random))]
  }

  mutating func chance(_ hits: Int, in tries: Int) -> Bool {
    Int.random(in: 0..<tries, using: &random) < hits
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }

  // MARK: Any type

  /// A column, or a literal where one can be written.
  mutating func leaf(_ type: ValueType) -> Sample {
    if chance(3, in: 4) { return one(of: Facts.columns.filter { $0.type == type }) }
    switch type {
    case .integer:
      let value = one(of: [0, 1, 2, 3, 7, 10, 100])
      return Sample("\(value)", .integer, size: Double(value))
    case .decimal:
      return Sample(one(of: ["0.5", "1.25", "0.01", "12.5"]), .decimal, size: 13, scale: 2)
    case .double:
      return Sample("cast(\(one(of: ["0.5", "2.5", "0.1", "3"])) as double)", .double, size: 3)
    case .text: return literal()
    case .date:
      return Sample("date '\(one(of: ["2024-02-29", "1999-12-31", "1970-01-01"]))'", .date)
    case .timestamp:
      return Sample(
        "timestamp '\(one(of: ["2024-02-29 12:30:00.25", "1969-07-20 20:17:40"]))'", .timestamp)
    default: return Sample(one(of: ["true", "false"]), .boolean)
    }
  }

  private mutating func literal() -> Sample {
    let all = ["''", "'a'", "'B'", "'%'", "'it''s'", "'\\'", "'é'", "' '", "'ab'", "';--'", "'\"'"]
    return Sample(one(of: all), .text, size: 4)
  }

  /// What any type has: `case`, `coalesce`, `nullif`, `least`.
  private mutating func general(_ type: ValueType, depth: Int) -> Sample? {
    let (a, b) = (make(type, depth: depth), make(type, depth: depth))
    let (size, scale) = (max(a.size, b.size), max(a.scale, b.scale))
    // DuckDB gives a product of decimals the digits of both, 38 at the most, and takes places after
    // the point from whatever it meets in one of these: its own rule, said in docs/databases.md.
    if type == .decimal, a.scale != b.scale, (a.text + b.text).contains("*") { return nil }
    switch number(0...5) {
    case 0:
      let condition = boolean(depth)
      return Sample(
        "case when \(condition.text) then \(a.text) else \(b.text) end", type, of: [a, b],
        size: size, scale: scale)
    case 1:
      let subject = exact(.integer, depth: depth)
      return Sample(
        "case \(subject.text) when 1 then \(a.text) when 2 then \(b.text) end", type,
        of: [a, b], size: size, scale: scale)
    case 2:
      return Sample("coalesce(\(a.text), \(b.text))", type, of: [a, b], size: size, scale: scale)
    case 3 where type != .boolean && a.isExact && b.isExact:
      return Sample("nullif(\(a.text), \(b.text))", type, of: [a, b], size: size, scale: a.scale)
    case 4, 5:
      guard type != .boolean, a.isExact, b.isExact else { return nil }
      let name = one(of: ["least", "greatest"])
      return Sample("\(name)(\(a.text), \(b.text))", type, of: [a, b], size: size, scale: scale)
    default: return nil
    }
  }
}
