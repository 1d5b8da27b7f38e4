import Frame
import Statistics
import TestSupport
import Testing

@Suite struct CorrectedCramersVTests {
  /// Expected values: mpmath 1.4.1 with 60 digits, SciPy 1.17.1 `chi2_contingency` agreeing; limits
  /// from SciPy's `ncx2` and `brentq`, as exact as these.
  @Test(arguments: Case.all("cramers_v", in: "assoc"))
  func agreesWithTheReference(_ set: Case) throws {
    let (x, y) = try set.pair()
    let result = try CorrectedCramersV(Categories(Column(codes: x)), Categories(Column(codes: y)))
    let expected = try set.expected()
    #expect(Double(result.n) == expected["n"])
    expectClose(result.r, expected["r"], absolute: 1e-15)
    expectClose(result.chiSquare.chiSquared, expected["chi"], absolute: 1e-13)
    expectClose(result.p, expected["p"])
    expectClose(result.interval?.low, expected["low"], relative: 1e-7, absolute: 1e-9)
    expectClose(result.interval?.high, expected["high"], relative: 1e-7, absolute: 1e-9)
  }

  @Test func independentColumnsHaveNone() throws {
    let rows = 0..<60
    let result = try CorrectedCramersV(
      Categories(Column(integers: rows.map { Int64($0 % 3) })),
      Categories(Column(integers: rows.map { Int64($0 / 3 % 4) })))
    #expect(result.r == 0)
    #expect(result.p == 1)
  }

  @Test func rowsWithoutAPairAreCounted() throws {
    let result = try CorrectedCramersV(
      Categories(Column(texts: ["a", "b", nil, "a", "b"])),
      Categories(Column(booleans: [true, false, true, nil, true])))
    #expect((result.n, result.missing) == (3, 2))
  }

  @Test(
    arguments: [
      (["a", "a"], ["x", "y"], .tooFewGroups(needed: 2, got: 1)),
      ([], [], .tooFewGroups(needed: 2, got: 0)), (["a"], ["x", "y"], .lengthsDiffer(1, 2)),
      ([nil, nil], ["x", "y"], .tooFewGroups(needed: 2, got: 0)),
    ] as [([String?], [String?], StatisticsError)])
  func whatIsUndefinedSaysWhy(_ x: [String?], _ y: [String?], _ error: StatisticsError) {
    #expect(throws: error) {
      try CorrectedCramersV(Categories(Column(texts: x)), Categories(Column(texts: y)))
    }
  }
}
