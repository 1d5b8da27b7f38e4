import Statistics
import TestSupport
import Testing

@Suite struct EwmaTests {
  /// Expected values: pandas 3.1.1, `Series.ewm(span=4, adjust=True).mean()`.
  @Test(arguments: Case.all("series"))
  func agreesWithPandas(_ set: Case) throws {
    expectClose(try Ewma(try set.values(), span: 4).values, try set.expected().list("ewma4"))
  }

  /// Expected values: pandas 2.3.3, `Series.ewm(span=4 | halflife=2.5 | alpha=0.3, adjust=…).mean()`.
  @Test(arguments: Case.all("ewma", in: "series"), [true, false])
  func everyDecayAgreesWithPandas(_ set: Case, _ isAdjusted: Bool) throws {
    let set = SeriesSet(set)
    let decays: [(String, EwmaDecay)] = [
      ("span 4", .span(4)), ("halflife 2.5", .halfLife(2.5)), ("alpha 0.3", .alpha(0.3)),
    ]
    for (name, decay) in decays {
      let means = try Ewma(try set.values(), decay, isAdjusted: isAdjusted)
      let field = "\(name) \(isAdjusted ? "adjusted" : "recursive")"
      expectClose(means.values, try set.list(field), relative: 2e-12, absolute: 1e-14, field)
    }
  }

  @Test(arguments: [.span(0.5), .halfLife(0), .alpha(0), .alpha(1.5), .span(.nan)] as [EwmaDecay])
  func aDecayOutOfRangeIsRefused(_ decay: EwmaDecay) {
    #expect(throws: StatisticsError.self) { try Ewma([1, 2], decay) }
  }

  @Test func aSpanOfOneIsTheValueItself() throws {
    #expect(try Ewma([1, 5, 2], span: 1).values == [1, 5, 2])
    #expect(throws: StatisticsError.self) { try Ewma([1], span: 0.5) }
  }

  @Test func theWholeRangeOfDoublesHasMeans() throws {
    let means = try Ewma([1.7e308, -1.7e308, 1, 2], .alpha(0.5), isAdjusted: false)
    #expect(means.values == [1.7e308, 0, 0.5, 1.25])
  }

  @Test func nothingIsSaidBeforeTheFirstValue() throws {
    #expect(try Ewma([.nan, 3], span: 2).values[0].isNaN)
  }
}
