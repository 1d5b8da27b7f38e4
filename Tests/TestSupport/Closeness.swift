package import Testing

/// Whether two numbers differ by at most a share of the expected one, or by an absolute amount.
///
/// Equal infinities are close, and so are two NaN.
package func isClose(
  _ actual: Double, _ expected: Double, relative: Double = 1e-12, absolute: Double = 0
) -> Bool {
  if actual == expected || (actual.isNaN && expected.isNaN) { return true }
  guard actual.isFinite, expected.isFinite else { return false }
  return abs(actual - expected) <= max(relative * abs(expected), absolute)
}

/// Expects two numbers to be close; a failure says both, how far they differ, and what is allowed.
package func expectClose(
  _ actual: Double?, _ expected: Double, relative: Double = 1e-12, absolute: Double = 0,
  _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let actual else {
    Issue.record("\(label(what))no value, expected \(expected)", sourceLocation: sourceLocation)
    return
  }
  guard !isClose(actual, expected, relative: relative, absolute: absolute) else { return }
  let difference = abs(actual - expected)
  Issue.record(
    """
    \(label(what))\(actual), expected \(expected): differs by \(difference) \
    (relative \(difference / abs(expected))); allowed: relative \(relative), absolute \(absolute)
    """, sourceLocation: sourceLocation)
}

/// Expects two lists of numbers to be as long as each other and close item by item.
package func expectClose(
  _ actual: [Double], _ expected: [Double], relative: Double = 1e-12, absolute: Double = 0,
  _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  guard actual.count == expected.count else {
    Issue.record(
      "\(label(what))\(actual.count) numbers, expected \(expected.count)",
      sourceLocation: sourceLocation)
    return
  }
  for (index, pair) in zip(actual, expected).enumerated() {
    expectClose(
      pair.0, pair.1, relative: relative, absolute: absolute, "\(label(what))[\(index)]",
      sourceLocation: sourceLocation)
  }
}

private func label(_ what: String) -> String { what.isEmpty ? "" : what + ": " }
