import Statistics
import TestSupport
import Testing

@Suite struct RankEffectsTests {
  /// Expected values: SciPy 1.17.1, `kruskal(*groups).statistic / (n - 1)`.
  @Test(arguments: Case.all("post hoc", in: "groups"))
  func epsilonSquaredAgreesWithSciPy(_ set: Case) throws {
    let groups = try set.groups().map { Sample($0) }
    expectClose(try EpsilonSquared(groups).value, try set.expected()["epsilon"], relative: 1e-11)
  }

  /// Expected values: numpy 2.4.6, t/√n; limits by SciPy 1.17.1 `brentq` on `nct`.
  @Test(arguments: Case.all("paired", in: "groups"))
  func pairedCohenDAgreesWithSciPy(_ set: Case) throws {
    let (pair, expected) = (try set.pair(), try set.expected())
    let differences = Sample(Measured(pair.x).subtracting(Measured(pair.y)))
    let d = try PairedCohenD(differences: differences)
    expectClose(d.value, expected["d"])
    expectClose(d.interval?.low, expected["d low"], relative: 1e-8, absolute: 1e-9)
    expectClose(d.interval?.high, expected["d high"], relative: 1e-8, absolute: 1e-9)
  }

  @Test func rankBiserialOfSamplesIsCliffsDelta() throws {
    let (x, y) = (Sample([1, 3, 5, 2]), Sample([2, 4, 6, 6]))
    let (r, delta) = (try RankBiserial(x, y), try CliffsDelta(x, y))
    #expect(r.value == delta.value && r.interval == delta.interval)
  }
}
