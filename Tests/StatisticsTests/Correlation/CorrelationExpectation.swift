import Statistics
import TestSupport
import Testing

/// Holds a correlation against the reference; a reference without an interval or t expects none.
func expect(_ result: any Correlation, _ expected: Expected, relative: Double = 1e-12) {
  #expect(Double(result.n) == expected["n"])
  expectClose(result.r, expected["r"], relative: relative, "r")
  expectClose(result.p, expected["p"], relative: relative, "p")
  if expected.values["low"] != nil {
    expectClose(result.interval?.low, expected["low"], relative: relative, "low")
    expectClose(result.interval?.high, expected["high"], relative: relative, "high")
  }
}
