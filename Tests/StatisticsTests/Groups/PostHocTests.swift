import Frame
import Statistics
import TestSupport
import Testing

extension Case {
  /// The groups of a data set, labelled by their places.
  fileprivate func labelled() throws -> [LabelledSample] {
    try groups().enumerated().map { LabelledSample(.integer(Int64($0.offset)), Sample($0.element)) }
  }
}

@Suite struct PostHocTests {
  /// Expected values: SciPy 1.17.1, `tukey_hsd(*groups)`, which statsmodels 0.15 `pairwise_tukeyhsd`
  /// confirms; its range distribution holds about 1e-9.
  @Test(arguments: Case.all("post hoc", in: "groups"))
  func tukeyAgreesWithSciPy(_ set: Case) throws {
    let (groups, expected) = (try set.labelled(), try set.expected())
    for (index, pair) in try TukeyHSD(groups).pairs.enumerated() {
      expectClose(pair.difference, expected["difference \(index)"], relative: 1e-11)
      expectClose(pair.adjustedP, expected["tukey p \(index)"], relative: 1e-8, absolute: 1e-11)
      expectClose(pair.interval?.low, expected["tukey low \(index)"], relative: 1e-7)
      expectClose(pair.interval?.high, expected["tukey high \(index)"], relative: 1e-7)
    }
  }

  /// Expected values: SciPy 1.17.1, `studentized_range.sf` and `ppf` of Welch's t, which pingouin 0.7
  /// `pairwise_gameshowell` confirms.
  @Test(arguments: Case.all("post hoc", in: "groups"))
  func gamesHowellAgreesWithSciPy(_ set: Case) throws {
    let (groups, expected) = (try set.labelled(), try set.expected())
    for (index, pair) in try GamesHowell(groups).pairs.enumerated() {
      expectClose(pair.statistic, expected["howell t \(index)"], relative: 1e-11)
      expectClose(pair.degreesOfFreedom, expected["howell df \(index)"], relative: 1e-11)
      expectClose(pair.adjustedP, expected["howell p \(index)"], relative: 1e-8, absolute: 1e-11)
      expectClose(pair.interval?.low, expected["howell low \(index)"], relative: 1e-7)
      expectClose(pair.interval?.high, expected["howell high \(index)"], relative: 1e-7)
    }
  }

  /// Expected values: scikit-posthocs 0.17.1, `posthoc_dunn(groups)`; Holm by statsmodels 0.15.
  @Test(arguments: Case.all("post hoc", in: "groups"))
  func dunnAgreesWithScikitPosthocs(_ set: Case) throws {
    let (groups, expected) = (try set.labelled(), try set.expected())
    for (index, pair) in try DunnTest(groups).pairs.enumerated() {
      expectClose(pair.p, expected["dunn p \(index)"], relative: 1e-11)
      expectClose(pair.adjustedP, expected["dunn holm \(index)"], relative: 1e-11)
    }
  }

  @Test func pairwiseWelchIsWelchsTestOfEachPair() throws {
    let samples = [Sample([1, 2, 4]), Sample([3, 5, 9]), Sample([7])]
    let groups = samples.enumerated().map { LabelledSample(.integer(Int64($0.offset)), $0.element) }
    let pairs = PairwiseWelch(groups).pairs
    let test = try WelchTTest(samples[0], samples[1])
    #expect(pairs[0].p == test.p && pairs[0].interval == test.interval)
    #expect(pairs[1].reason == .tooFew(needed: 2, got: 1))
    #expect(pairs.map { $0.p == nil } == [false, true, true])
  }

  /// With two groups Tukey's test is Student's t-test.
  @Test func tukeyOfTwoGroupsIsStudentsTest() throws {
    let (x, y) = (Sample([1, 2, 4, 3]), Sample([3, 5, 9, 4.5, 6]))
    let pair = try TukeyHSD([LabelledSample(.integer(0), x), LabelledSample(.integer(1), y)]).pairs[
      0]
    let test = try StudentTTest(x, y)
    expectClose(pair.adjustedP, test.p, relative: 1e-11)
    expectClose(pair.interval?.low, try #require(test.interval).low, relative: 1e-11)
  }
}
