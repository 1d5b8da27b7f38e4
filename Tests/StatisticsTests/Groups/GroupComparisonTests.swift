import Frame
import Statistics
import TestSupport
import Testing

@Suite struct GroupComparisonTests {
  static let values: [Double] = [1, 5, 2, .nan, 6, 3, 7, 9, 8, 4, 2.5, .infinity]
  static let labels = ["a", "b", "a", "a", "b", "a", "b", "c", "c", "c", nil, "c"]

  @Test func groupsComeInTheOrderOfTheirLabels() throws {
    let result = try GroupComparison(Self.values, by: Column(texts: Self.labels))
    #expect(result.groups.map(\.label) == [.text("a"), .text("b"), .text("c")])
    #expect(result.groups.map(\.summary.n) == [3, 3, 3])
    #expect(result.groups.map(\.summary.missing) == [1, 0, 0])
    #expect(result.groups.map(\.summary.infinite) == [0, 0, 1])
    #expect(result.unlabelled == 1)
  }

  @Test func moreThanTwoGroupsAreComparedByAnalysesOfVariance() throws {
    let result = try GroupComparison(Self.values, by: Column(texts: Self.labels))
    #expect(result.tests.map(\.name) == ["welch_anova", "kruskal_wallis"])
    #expect(result.effects.map(\.name) == ["eta_squared", "omega_squared"])
    #expect(result.pairs.map { "\($0.first)\($0.second)" } == ["ab", "ac", "bc"])
    let samples = result.groups.map(\.sample)
    #expect(try result.tests[0].statistic == WelchAnova(samples).f)
    #expect(try result.effects[0].value == EtaSquared(samples).value)
  }

  @Test func pairsAreCorrectedByHolm() throws {
    let pairs = try GroupComparison(Self.values, by: Column(texts: Self.labels)).pairs
    let expected = PAdjustment.holm.adjusted(pairs.map { $0.test?.p })
    #expect(pairs.map(\.adjustedP) == expected)
  }

  @Test func twoGroupsAreComparedByMeansAndRanks() throws {
    let result = try GroupComparison(
      [1, 2, 4, 3, 5, 9], by: Column(booleans: [true, false, true, false, true, false]))
    #expect(result.tests.map(\.name) == ["welch_t", "mann_whitney"])
    #expect(result.effects.map(\.name) == ["cohen_d", "hedges_g", "cliffs_delta"])
    #expect(result.pairs.isEmpty)
    // False comes first: differences are false minus true.
    #expect(try result.tests[0].statistic == WelchTTest([2, 3, 9], [1, 4, 5]).t)
  }

  @Test func namedTestsAreMadeInTheirOrder() throws {
    let result = try GroupComparison(
      Self.values, by: Column(texts: Self.labels), tests: [.anova, .welchT])
    #expect(result.tests.map(\.name) == ["anova", "welch_t"])
    #expect(result.tests[0].p != nil)
    #expect(result.tests[1].p == nil)
    #expect(result.tests[1].reason?.reason == "3 groups, compares 2")
  }

  @Test(
    arguments: [
      ([], [], "no groups"), ([1, 2, 3], ["a", "a", "a"], "one group, needs 2"),
      ([1, .nan], ["a", "b"], "one group, needs 2"), ([1, 1, 1], [nil, nil, nil], "no groups"),
    ] as [([Double], [String?], String)])
  func tooFewGroupsSayWhy(_ values: [Double], _ labels: [String?], _ reason: String) throws {
    let result = try GroupComparison(values, by: Column(texts: labels))
    #expect(result.tests.allSatisfy { $0.p == nil && $0.reason?.reason == reason })
    #expect(result.effects.allSatisfy { $0.value == nil && $0.reason?.reason == reason })
  }

  @Test func constantGroupsSayWhy() throws {
    let result = try GroupComparison([1, 1, 2, 2], by: Column(texts: ["a", "a", "b", "b"]))
    #expect(result.tests[0].reason == .constantGroups)
    #expect(result.tests[1].p != nil)
  }

  @Test func aGroupOfOneIsListedAndSpoilsOnlyItsOwnTests() throws {
    let result = try GroupComparison(
      [1, 2, 3, 5, 6, 9], by: Column(texts: ["a", "a", "b", "b", "b", "c"]))
    #expect(result.groups[2].summary.n == 1)
    #expect(result.tests[0].reason == .tooFew(needed: 2, got: 1))
    #expect(result.tests[1].p != nil)
    #expect(result.pairs.map { $0.test == nil } == [false, true, true])
    expectClose(result.pairs[0].adjustedP, try #require(result.pairs[0].test).p)
  }
}
