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
    let pairs = try #require(result.pairs)
    #expect(pairs.postHoc == .gamesHowell)
    #expect(pairs.pairs.map { "\($0.first)\($0.second)" } == ["ab", "ac", "bc"])
    let samples = result.groups.map(\.sample)
    #expect(try result.tests[0].statistic == WelchAnova(samples).f)
    #expect(try result.effects[0].value == EtaSquared(samples).value)
  }

  @Test func pairsAreCorrectedAsAskedFor() throws {
    let options = GroupComparison.Options(postHoc: .welch, adjustment: .bonferroni)
    let result = try GroupComparison(Self.values, by: Column(texts: Self.labels), options)
    let pairs = try #require(result.pairs?.pairs)
    let expected = PAdjustment.bonferroni.adjusted(pairs.map(\.p))
    #expect(pairs.map(\.adjustedP) == expected && expected.count == 3)
  }

  @Test(arguments: [
    (GroupTest.anova, PostHoc.tukey), (.kruskalWallis, .dunn), (.welchAnova, .gamesHowell),
  ])
  func theFirstTestBringsItsOwnPairs(_ test: GroupTest, _ expected: PostHoc) throws {
    let options = GroupComparison.Options(tests: [test])
    let result = try GroupComparison(Self.values, by: Column(texts: Self.labels), options)
    #expect(result.pairs?.postHoc == expected)
  }

  @Test func twoGroupsAreComparedByMeansAndRanks() throws {
    let result = try GroupComparison(
      [1, 2, 4, 3, 5, 9, 2.5, 6, 7, 3.5],
      by: Column(booleans: (0..<10).map { $0.isMultiple(of: 2) }))
    #expect(result.tests.map(\.name) == ["welch_t", "mann_whitney"])
    #expect(result.effects.map(\.name) == ["cohen_d", "hedges_g", "cliffs_delta"])
    #expect(result.pairs == nil)
    // False comes first: differences are false minus true.
    #expect(try result.tests[0].statistic == WelchTTest([2, 3, 9, 6, 3.5], [1, 4, 5, 2.5, 7]).t)
  }

  @Test func namedTestsAreMadeInTheirOrder() throws {
    let result = try GroupComparison(
      Self.values, by: Column(texts: Self.labels),
      GroupComparison.Options(tests: [.anova, .welchT]))
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
    #expect(result.tests.first { $0.name == "welch_t" }?.reason == .constantGroups)
    #expect(result.tests.first { $0.name == "mann_whitney" }?.p != nil)
  }

  @Test func aGroupOfOneIsListedAndSpoilsOnlyItsOwnTests() throws {
    let result = try GroupComparison(
      [1, 2, 3, 5, 6, 9], by: Column(texts: ["a", "a", "b", "b", "b", "c"]))
    #expect(result.groups[2].summary.n == 1)
    #expect(result.tests.map(\.name) == ["kruskal_wallis", "welch_anova"])
    #expect(result.tests[1].reason == .tooFew(needed: 2, got: 1))
    #expect(result.tests[0].p != nil)
    let options = GroupComparison.Options(postHoc: .gamesHowell)
    let pairs = try GroupComparison(
      [1, 2, 3, 5, 6, 9], by: Column(texts: ["a", "a", "b", "b", "b", "c"]), options
    ).pairs?.pairs
    #expect(pairs?.map { $0.adjustedP == nil } == [false, true, true])
  }

  @Test func pairedRowsAreComparedByTheirDifferences() throws {
    let result = try GroupComparison(
      Measured([5, 7, 6, 9, 8, 8, 4, 9, 3, 8, 1]),
      by: Column(texts: ["a", "b", "a", "b", "a", "b", "a", "b", "a", "b", "a"]),
      pairedBy: Column(integers: [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6]))
    #expect(result.tests.map(\.name) == ["paired_t", "wilcoxon"])
    #expect(result.effects.map(\.name) == ["cohen_d_paired", "rank_biserial"])
    #expect(result.pairing?.differences.values == [-2, -3, 0, -5, -5])
    #expect(result.pairing?.incomplete == 1)
    let expected = try PairedTTest([5, 6, 8, 4, 3], [7, 9, 8, 9, 8])
    #expect(result.tests[0].statistic == expected.t)
  }

  @Test func anIdThatOccursTwiceIsNoPair() throws {
    let result = try GroupComparison(
      Measured([5, 7, 6, 9]), by: Column(texts: ["a", "b", "a", "b"]),
      pairedBy: Column(integers: [1, 1, 1, 2]))
    #expect(result.tests.allSatisfy { $0.reason?.reason == "id 1 occurs twice in a group" })
  }

  /// Decimals beside an offset that doubles cannot hold, as their distances without it.
  @Test func decimalsAreComparedExactly() throws {
    let offset = Int128(10_000_000_000_000) * 10
    let tenths: [Int128] = [2, 4, 3, 5, 8, 7, 9, 6, 1, 4]
    let labels = Column(texts: (0..<10).map { $0 < 5 ? "a" : "b" })
    let far = try GroupComparison(
      Measured(Column(.decimal(tenths.map { $0 + offset }, scale: 1))), by: labels)
    let near = try GroupComparison(Measured(Column(.decimal(tenths, scale: 1))), by: labels)
    expectClose(far.tests[0].statistic, try #require(near.tests[0].statistic), relative: 1e-9)
    expectClose(far.tests[1].p, try #require(near.tests[1].p))
  }

  @Test func tinyGroupsAndUnequalSpreadAreToldAsConcerns() throws {
    let result = try GroupComparison(
      [1, 2, 3, 2, 1, 10, 30, 20], by: Column(texts: ["a", "a", "a", "a", "a", "b", "b", "b"]),
      GroupComparison.Options(tests: [.studentT]))
    #expect(result.concerns.count == 2)
    #expect(result.concerns.first == .tinyGroup(label: .text("b"), n: 3))
    guard case .unequalSpread(let ratio) = result.concerns.last else {
      Issue.record("no concern about the spread")
      return
    }
    expectClose(ratio, 10 / 0.7.squareRoot())
  }

  @Test func tooManyGroupsForPairsAreTold() throws {
    let labels = Column(integers: (0..<123).map { Int64($0 % 41) })
    let comparison = try GroupComparison((0..<123).map { Double($0 * $0 % 17) }, by: labels)
    let pairs = try #require(comparison.pairs)
    #expect(pairs.pairs.isEmpty && pairs.reason == .tooManyGroups(allowed: 40, got: 41))
  }

  @Test func noNumberIsNoLabel() throws {
    let comparison = try GroupComparison(
      [1, 2, 3, 4, 5], by: Column(doubles: [1, 1, 2, 2, .nan]))
    #expect(comparison.groups.count == 2 && comparison.unlabelled == 1)
  }

  @Test func pairsCountTheRowsWithoutAnId() throws {
    let comparison = try GroupComparison(
      Measured([1, 2, 4, 3, 5, 9]), by: Column(texts: ["a", "a", "a", "b", "b", "b"]),
      pairedBy: Column(integers: [1, 2, nil, 1, 2, nil]))
    #expect(comparison.pairing?.unidentified == 2)
  }

  @Test func whatIsPartlyUndefinedSaysWhy() throws {
    let labels = Column(texts: ["a", "a", "a", "b", "b", "b"])
    let apart = try GroupComparison(
      [1, 2, 3, 4, 5, 6], by: labels,
      GroupComparison.Options(effects: [.cliffsDelta, .rankBiserial, .epsilonSquared]))
    #expect(apart.effects.map(\.reason) == [.groupsApart, .groupsApart, .noInterval])
    let paired = try GroupComparison(
      Measured([1, 2, 4, 3, 5, 9]), by: labels, pairedBy: Column(integers: [1, 2, 3, 1, 2, 3]),
      options: GroupComparison.Options(effects: [.rankBiserial]))
    #expect(paired.effects[0].value != nil && paired.effects[0].reason == .noInterval)
  }
}
