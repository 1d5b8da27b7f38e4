/// Every function with its arguments and result: the one list that checking, compiling, evaluating
/// and the documentation read.
package enum FunctionCatalogue {
  /// All signatures, in the order of ``Function``.
  package static let all: [FunctionSignature] = Function.allCases.compactMap { byFunction[$0] }

  /// The function of a name in lower case; `mean` is a spelling of `avg`.
  package static func function(named name: String) -> Function? {
    name == "mean" ? .avg : Function(rawValue: name)
  }

  /// The names that may be called; those of the report alone only where `isLocal`.
  package static func names(isLocal: Bool) -> [String] {
    all.filter { isLocal || !$0.isLocal }.map(\.function.rawValue) + ["mean"]
  }

  /// Signatures by function; a test holds that none is missing.
  static let byFunction: [Function: FunctionSignature] = Dictionary(
    uniqueKeysWithValues: (numbers + texts + dates + nulls + aggregates + windows + local).map {
      ($0.function, $0)
    })

  private static let numbers: [FunctionSignature] = [
    row(.abs, [("x", .number)], .first, verb: "take the size of"),
    row(.round, [("x", .number), ("digits", .integer)], required: 1, .first, verb: "round"),
    row(.floor, [("x", .number)], .first, verb: "round"),
    row(.ceil, [("x", .number)], .first, verb: "round"),
    row(.sqrt, [("x", .number)], .always(.double), verb: "take the square root of"),
    row(.exp, [("x", .number)], .always(.double)),
    row(.ln, [("x", .number)], .always(.double), verb: "take the logarithm of"),
    row(.log10, [("x", .number)], .always(.double), verb: "take the logarithm of"),
    row(.power, [("x", .number), ("exponent", .number)], .always(.double), verb: "raise"),
    row(.sign, [("x", .number)], .always(.integer), verb: "take the sign of"),
    row(.least, [("a", .comparable), ("b", .comparable)], .common, isVariadic: true),
    row(.greatest, [("a", .comparable), ("b", .comparable)], .common, isVariadic: true),
  ]

  private static let texts: [FunctionSignature] = [
    row(.lower, [("text", .text)], .always(.text)),
    row(.upper, [("text", .text)], .always(.text)),
    row(.trim, [("text", .text)], .always(.text)),
    row(.length, [("text", .text)], .always(.integer)),
    row(
      .substr, [("text", .text), ("start", .integer), ("length", .integer)], required: 2,
      .always(.text)),
    row(.replace, [("text", .text), ("from", .text), ("to", .text)], .always(.text)),
    row(.concat, [("a", .printable)], .always(.text), isVariadic: true),
    row(.contains, [("text", .text), ("part", .text)], .always(.boolean)),
    row(.starts_with, [("text", .text), ("start", .text)], .always(.boolean)),
  ]

  private static let dates: [FunctionSignature] = [
    row(.date_trunc, [("unit", .unit), ("date", .temporal)], .first),
    row(.date_add, [("unit", .unit), ("n", .integer), ("date", .temporal)], .first),
    row(.date_diff, [("unit", .unit), ("from", .temporal), ("to", .temporal)], .always(.integer)),
    row(.year, [("date", .temporal)], .always(.integer)),
    row(.quarter, [("date", .temporal)], .always(.integer)),
    row(.month, [("date", .temporal)], .always(.integer)),
    row(.week, [("date", .temporal)], .always(.integer)),
    row(.day, [("date", .temporal)], .always(.integer)),
    row(.weekday, [("date", .temporal)], .always(.integer)),
    row(.hour, [("timestamp", .timestamp)], .always(.integer)),
    row(.minute, [("timestamp", .timestamp)], .always(.integer)),
    row(.today, [], .always(.date)),
    row(.now, [], .always(.timestamp)),
  ]

  private static let nulls: [FunctionSignature] = [
    row(.coalesce, [("a", .any)], .common, isVariadic: true),
    row(.nullif, [("x", .comparable), ("value", .comparable)], .common),
  ]

  private static let aggregates: [FunctionSignature] = [
    aggregate(.count, [("x", .any)], .always(.integer)),
    aggregate(.sum, [("x", .number)], .first, verb: "add up"),
    aggregate(.avg, [("x", .number)], .always(.double), verb: "average"),
    aggregate(.min, [("x", .comparable)], .first),
    aggregate(.max, [("x", .comparable)], .first),
    aggregate(.median, [("x", .number)], .always(.double), verb: "take the median of"),
    aggregate(
      .quantile, [("x", .number), ("q", .fraction)], .always(.double), verb: "take a quantile of"),
    aggregate(
      .stddev, [("x", .number)], .always(.double), verb: "take the standard deviation of"),
    aggregate(.variance, [("x", .number)], .always(.double), verb: "take the variance of"),
    aggregate(.skewness, [("x", .number)], .always(.double), verb: "take the skewness of"),
    aggregate(.kurtosis, [("x", .number)], .always(.double), verb: "take the kurtosis of"),
    aggregate(.corr, [("x", .number), ("y", .number)], .always(.double), verb: "correlate"),
    aggregate(.covariance, [("x", .number), ("y", .number)], .always(.double)),
    aggregate(.any_value, [("x", .comparable)], .first),
    aggregate(.string_agg, [("text", .text), ("separator", .text)], .always(.text)),
  ]

  private static let windows: [FunctionSignature] = [
    window(.row_number, [], .always(.integer)),
    window(.rank, [], .always(.integer)),
    window(.dense_rank, [], .always(.integer)),
    window(.ntile, [("n", .count)], .always(.integer)),
    window(.lag, [("x", .any), ("n", .count), ("otherwise", .any)], required: 1, .first),
    window(.lead, [("x", .any), ("n", .count), ("otherwise", .any)], required: 1, .first),
    window(.first_value, [("x", .any)], .first),
    window(.last_value, [("x", .any)], .first),
    window(
      .moving_average, [("x", .number), ("n", .count)], .always(.double), verb: "average"),
    window(.ewma, [("x", .number), ("span", .count)], .always(.double), verb: "average"),
    window(.cumulative, [("x", .number)], .first, verb: "add up"),
    window(.change, [("x", .number)], .first, verb: "take the change of"),
  ]

  private static let local: [FunctionSignature] = [
    aggregate(.missing, [("x", .any)], .always(.integer), isLocal: true),
    aggregate(.missing_share, [("x", .any)], .always(.double), isLocal: true),
    row(.bin, [("x", .any), ("n", .count)], required: 1, .first, isLocal: true),
  ]
}

extension FunctionCatalogue {
  private typealias Arguments = [(String, FunctionSignature.Accepted)]

  private static func row(
    _ function: Function, _ arguments: Arguments, required: Int? = nil,
    _ result: FunctionSignature.ResultType, isVariadic: Bool = false, isLocal: Bool = false,
    verb: String? = nil
  ) -> FunctionSignature {
    FunctionSignature(
      function: function, kind: .row, isLocal: isLocal, parameters: parameters(arguments),
      required: required ?? arguments.count, isVariadic: isVariadic, result: result, verb: verb)
  }

  private static func aggregate(
    _ function: Function, _ arguments: Arguments, _ result: FunctionSignature.ResultType,
    isLocal: Bool = false, verb: String? = nil
  ) -> FunctionSignature {
    FunctionSignature(
      function: function, kind: .aggregate, isLocal: isLocal, parameters: parameters(arguments),
      required: arguments.count, isVariadic: false, result: result, verb: verb)
  }

  private static func window(
    _ function: Function, _ arguments: Arguments, required: Int? = nil,
    _ result: FunctionSignature.ResultType, verb: String? = nil
  ) -> FunctionSignature {
    FunctionSignature(
      function: function, kind: .window, isLocal: false, parameters: parameters(arguments),
      required: required ?? arguments.count, isVariadic: false, result: result, verb: verb)
  }

  private static func parameters(_ arguments: Arguments) -> [FunctionSignature.Parameter] {
    arguments.map { .init(name: $0.0, accepts: $0.1) }
  }
}

extension Function {
  /// What the function takes and gives.
  package var signature: FunctionSignature? { FunctionCatalogue.byFunction[self] }

  /// Whether the function makes one value of many rows.
  package var isAggregate: Bool { signature?.kind == .aggregate }

  /// Whether the function looks at the rows around one row.
  package var isWindow: Bool { signature?.kind == .window }
}
