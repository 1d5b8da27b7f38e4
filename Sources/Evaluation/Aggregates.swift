import Dates
import Diagnostics
import Expressions
import Frame
import Statistics

/// Aggregates of many rows' values; nulls are passed over.
enum Aggregates {
  /// The result over the rows' values, a list for each argument.
  ///
  /// An empty set gives null, save that counts are 0. Statistics leave infinite values out, as
  /// everywhere in a report.
  static func apply(_ function: Function, _ arguments: [[Value]], isDistinct: Bool, rows: Int)
    -> Value?
  {
    guard var values = arguments.first else { return .integer(Int64(rows)) }
    if isDistinct { values = distinct(values) }
    switch function {
    case .count: return .integer(Int64(values.count { !$0.isNull }))
    case .missing: return .integer(Int64(values.count(where: isMissing)))
    case .missing_share:
      return values.isEmpty
        ? .null : .double(Double(values.count(where: isMissing)) / Double(values.count))
    case .sum: return sum(values)
    case .min: return extreme(values, -1)
    case .max: return extreme(values, 1)
    // The smallest is as good as any, and the same in every database.
    case .any_value: return extreme(values, -1)
    case .string_agg: return join(values, separator: arguments[1])
    case .corr, .covariance: return pair(function, values, arguments[1])
    default: return .init(statistic(function, values, arguments))
    }
  }

  private static func isMissing(_ value: Value) -> Bool {
    if case .double(let number) = value { number.isNaN } else { value.isNull }
  }

  private static func distinct(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// The sum in the values' own type; nil where it grows out of 64 bits.
  private static func sum(_ values: [Value]) -> Value? {
    let present = values.filter { !$0.isNull }
    guard let first = present.first else { return .null }
    if case .double = first { return .double(doubleSum(present)) }
    var total = first
    for value in present.dropFirst() {
      guard let next = Arithmetic.apply(.add, total, value) else { return nil }
      total = next
    }
    return total
  }

  /// Neumaier's compensated sum.
  private static func doubleSum(_ values: [Value]) -> Double {
    var (sum, rest) = (0.0, 0.0)
    for value in values {
      let x = value.number ?? 0
      let next = sum + x
      rest += abs(sum) >= abs(x) ? (sum - next) + x : (x - next) + sum
      sum = next
    }
    return rest.isFinite ? sum + rest : sum
  }

  private static func extreme(_ values: [Value], _ wanted: Int) -> Value {
    values.reduce(.null) { best, value in
      if best.isNull || value.isNull { return best.isNull ? value : best }
      return Comparison.order(value, best) == wanted ? value : best
    }
  }

  private static func join(_ values: [Value], separator: [Value]) -> Value {
    // In order of the text, as in a query.
    let texts = values.filter { !$0.isNull }.sorted(by: Value.isOrdered).map(\.description)
    let between = separator.first { !$0.isNull }?.description ?? ""
    return texts.isEmpty ? .null : .text(texts.joined(separator: between))
  }

  private static func pair(_ function: Function, _ x: [Value], _ y: [Value]) -> Value {
    guard let pairs = try? PairedSample(measured(x), measured(y)) else { return .null }
    return function == .corr
      ? .init((try? PearsonCorrelation(pairs))?.r) : .init(CrossMoments(pairs).covariance)
  }

  /// The values ready for arithmetic: integers and decimals exactly, all others by their doubles.
  private static func measured(_ values: [Value]) -> Measured {
    let isExact = values.allSatisfy { value in
      switch value {
      case .null, .integer, .decimal: true
      default: false
      }
    }
    return isExact
      ? Measured(Column(values, type: .decimal)) : Measured(values.map { $0.number ?? .nan })
  }

  private static func statistic(_ function: Function, _ values: [Value], _ arguments: [[Value]])
    -> Double?
  {
    let sample = Sample(measured(values))
    guard sample.count > 0 else { return nil }
    switch function {
    case .avg: return Moments(sample).mean
    case .stddev: return Moments(sample).standardDeviation
    case .variance: return Moments(sample).variance
    case .skewness: return Shape(Moments(sample)).adjustedSkewness
    case .kurtosis: return Shape(Moments(sample)).adjustedKurtosis
    case .median: return SortedSample(sample).quantile(0.5, kind: .r7)
    case .quantile:
      let share = arguments[1].lazy.compactMap(\.number).first ?? .nan
      return (0...1).contains(share) ? SortedSample(sample).quantile(share, kind: .r7) : nil
    default: return nil
    }
  }
}

extension Value {
  /// A number, or null where there is none.
  init(_ number: Double?) { self = number.map { .double($0) } ?? .null }
}
