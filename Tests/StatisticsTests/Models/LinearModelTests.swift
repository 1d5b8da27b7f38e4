import Frame
import Statistics
import TestSupport
import Testing

@Suite struct LinearModelTests {
  private func fit(_ expectation: Expectation, errors: ModelErrors = .classic) throws
    -> (LinearModel, ExpectedModel)
  {
    let reference = try ModelReference()
    let expected = try reference.model(expectation)
    let table = try reference.table(expected.text("table"))
    let roles = ModelFrame.Roles(
      weights: table[expected.text("weights")], clusters: errors == .cluster ? table["c"] : nil)
    let formula = try Formula(parsing: expected.text("formula"))
    return (try LinearModel(ModelFrame(formula, table, roles), errors: errors), expected)
  }

  /// Expected values: mpmath 1.4.1 with 50 digits; statsmodels 0.15.0 `OLS(y, X).fit()` agrees.
  @Test(arguments: ModelReference.all("linear"))
  func agreesWithTheReference(_ expectation: Expectation) throws {
    let (model, expected) = try fit(expectation)
    let names = model.coefficients.map(\.name)
    #expect(model.n == Int(expected.number("n")) && model.rank == Int(expected.number("rank")))
    // A column at an offset of 1e9 leaves the intercept that many digits less to stand on.
    expectClose(model.coefficients.compactMap(\.estimate), expected.numbers("estimates", in: names))
    let classic = try #require(expected.part("classic"))
    expectClose(
      model.coefficients.compactMap(\.standardError), expected.numbers("se", of: classic, in: names)
    )
    expectClose(
      model.coefficients.compactMap(\.p), expected.numbers("p", of: classic, in: names),
      relative: 1e-11)
    expectClose(model.residualSquares, expected.number("rss"))
    expectClose(model.residualDeviation, expected.number("sigma"))
    expectClose(model.rSquared, expected.number("r2"), absolute: 1e-15)
    expectClose(model.adjustedRSquared, expected.number("adjusted"), absolute: 1e-14)
    expectClose(model.logLikelihood, expected.number("loglik"))
    if expected.values["f"] != nil {
      expectClose(model.fTest.statistic, expected.number("f"))
      expectClose(model.fTest.p, expected.number("f_p"), relative: 1e-11)
    } else {
      #expect(model.fTest.statistic == nil)
    }
    if expected.values["aic"] != nil {
      expectClose(model.aic, expected.number("aic"))
      expectClose(model.bic, expected.number("bic"))
    }
  }

  /// Expected values: mpmath 1.4.1 with 50 digits; statsmodels 0.15.0 `fit(cov_type="HC3")` and
  /// `fit(cov_type="cluster")` with `use_t=True` agree.
  @Test(arguments: ModelReference.all("linear"), [ModelErrors.hc3, .cluster])
  func otherErrorsAgreeWithTheReference(_ expectation: Expectation, _ errors: ModelErrors) throws {
    let (_, all) = try fit(expectation)
    guard let expected = all.part(errors.rawValue) else { return }
    let (model, _) = try fit(expectation, errors: errors)
    let names = model.coefficients.map(\.name)
    #expect(model.tDegreesOfFreedom == Int(expected.number("df")))
    expectClose(
      model.coefficients.compactMap(\.standardError), all.numbers("se", of: expected, in: names),
      relative: 1e-11)
    expectClose(
      model.coefficients.compactMap(\.p), all.numbers("p", of: expected, in: names),
      relative: 1e-9, absolute: 1e-300)
    if expected.values["f"] != nil {
      expectClose(model.fTest.statistic, expected.number("f"), relative: 1e-9)
      expectClose(model.fTest.p, expected.number("f_p"), relative: 1e-8)
    }
  }

  /// Expected values: mpmath 1.4.1 with 50 digits; statsmodels 0.15.0 `OLSInfluence`,
  /// `het_breuschpagan`, `jarque_bera` and `durbin_watson` agree.
  @Test(arguments: ModelReference.all("linear"))
  func diagnosticsAgreeWithTheReference(_ expectation: Expectation) throws {
    let (model, expected) = try fit(expectation)
    guard expected.values["leverage"] != nil else { return }
    let diagnostics = try LinearDiagnostics(model)
    expectClose(diagnostics.leverages, expected.numbers("leverage"))
    expectClose(
      diagnostics.standardized.compactMap(\.self), expected.numbers("standardized"),
      relative: 1e-11, absolute: 1e-12)
    expectClose(
      diagnostics.cook.compactMap(\.self), expected.numbers("cook"), relative: 1e-11,
      absolute: 1e-14)
    for (row, distance) in expected.numbers("cook").enumerated() where distance > 0 {
      expectClose(
        LinearDiagnostics.residual(
          ofCook: distance, leverage: expected.numbers("leverage")[row], coefficients: model.rank),
        abs(expected.numbers("standardized")[row]), relative: 1e-10)
    }
    expectClose(diagnostics.durbinWatson, expected.number("durbin_watson"))
    expectClose(diagnostics.jarqueBera?.statistic, expected.number("jarque_bera"), relative: 1e-10)
    if expected.values["breusch_pagan"] != nil {
      expectClose(
        diagnostics.breuschPagan?.statistic, expected.number("breusch_pagan"), relative: 1e-10)
    }
  }

  /// Expected values: mpmath 1.4.1 with 50 digits.
  @Test(arguments: ModelReference.all("linear"))
  func bandsAgreeWithTheReference(_ expectation: Expectation) throws {
    let (model, expected) = try fit(expectation)
    let prediction = model.prediction(ofRow: 0)
    let critical = StudentTDistribution(Double(model.degreesOfFreedom)).critical(level: 0.95)
    expectClose(prediction.value, expected.number("fitted"))
    func reach(_ interval: Interval?) -> Double? { interval.map { ($0.high - $0.low) / 2 } }
    // Half the width of an interval at 1e9 has the digits that are left of the ends.
    let loose = expected.text("table") == "offset" ? 1e-6 : 1e-11
    expectClose(
      reach(prediction.mean), critical * expected.number("mean_se"), relative: loose)
    expectClose(
      reach(prediction.observation), critical * expected.number("new_se"), relative: loose)
  }

  /// Expected values: statsmodels 0.15.0 `variance_inflation_factor(X, j)`.
  @Test(arguments: ModelReference.all("linear"))
  func inflationAgreesWithStatsmodels(_ expectation: Expectation) throws {
    let (model, expected) = try fit(expectation)
    guard expected.values["vif"] != nil else { return }
    expectClose(
      model.coefficients.compactMap(\.inflation), expected.numbers("vif"), relative: 1e-10)
  }

  // MARK: Collinear terms

  private func table(_ rows: Int, seed: UInt64) -> DataFrame {
    var generator = SeededGenerator(seed: seed)
    func numbers() -> [Double] {
      (0..<rows).map { _ in Double.random(in: 0...10, using: &generator) }
    }
    let (a, b, c, y) = (numbers(), numbers(), numbers(), numbers())
    return DataFrame([
      ("a", Column(doubles: a)), ("b", Column(doubles: b)), ("c", Column(doubles: c)),
      ("y", Column(doubles: y)),
      ("sum", Column(doubles: zip(a, b).map { 3 + 2 * $0 - $1 })),
      ("far", Column(doubles: zip(a, b).map { 1e6 + $0 + $1 })),
      ("level", Column(doubles: a.map { _ in 7 })),
      ("g", Column(texts: a.map { $0 < 5 ? "low" : "up" })),
      ("h", Column(doubles: a.map { $0 < 5 ? 1 : 0 })),
    ])
  }

  @Test(
    arguments: [
      ("y ~ a + b + c + sum", "sum", "collinear: = 3 + 2 a − b"),
      ("y ~ a + b + far", "far", "collinear: = 1000000 + a + b"),
      ("y ~ level + a", "level", "constant column"),
      ("y ~ g + h + a", "h", "collinear: = 1 − g[up]"),
      ("y ~ a + b + sum + level - 1", "level", "collinear: = −4.667 a + 2.333 b + 2.333 sum"),
    ])
  func aTermThatOthersMakeUpIsToldNotDropped(_ text: String, _ term: String, _ reason: String)
    throws
  {
    let model = try LinearModel(ModelFrame(Formula(parsing: text), table(40, seed: 3)))
    let found = try #require(model.coefficients.first { $0.name == term })
    #expect(found.estimate == nil && found.p == nil)
    #expect(found.reason?.reason == reason)
    #expect(model.coefficients.filter { $0.estimate == nil }.count == 1)
    #expect(model.coefficients.filter { $0.estimate != nil }.count == model.rank)
  }

  // MARK: Properties

  @Test(arguments: 0..<10 as Range<UInt64>)
  func weightsStandForRepeatedRows(_ seed: UInt64) throws {
    let formula = try Formula(parsing: "y ~ a + b + g")
    let rows = table(30, seed: seed)
    var generator = SeededGenerator(seed: seed + 99)
    let weights = (0..<30).map { _ in Int.random(in: 0...3, using: &generator) }
    let repeated = rows.picking(
      weights.enumerated().flatMap { Array(repeating: $0, count: $1) })
    for errors in [ModelErrors.classic, .hc3] {
      let weighted = try LinearModel(
        ModelFrame(
          formula, rows, .init(weights: Column(integers: weights.map { Int64($0) }))),
        errors: errors)
      let long = try LinearModel(ModelFrame(formula, repeated), errors: errors)
      #expect(weighted.n == long.n)
      for (one, other) in zip(weighted.coefficients, long.coefficients) {
        expectClose(one.estimate, try #require(other.estimate), relative: 1e-13)
        expectClose(one.standardError, try #require(other.standardError))
      }
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func theOrderOfRowsDoesNotShow(_ seed: UInt64) throws {
    let formula = try Formula(parsing: "y ~ a * b + c^3 + log(a)")
    let rows = table(50, seed: seed)
    var generator = SeededGenerator(seed: seed)
    let shuffled = rows.picking((0..<50).shuffled(using: &generator))
    let (one, other) = (
      try LinearModel(ModelFrame(formula, rows)), try LinearModel(ModelFrame(formula, shuffled))
    )
    expectClose(
      one.coefficients.compactMap(\.estimate), other.coefficients.compactMap(\.estimate),
      relative: 1e-14)
    expectClose(
      one.coefficients.compactMap(\.standardError), other.coefficients.compactMap(\.standardError),
      relative: 1e-14)
  }

  @Test(arguments: [1e150, 1e-150, 1e6])
  func scalesMoveNothingButUnits(_ scale: Double) throws {
    let rows = table(30, seed: 5)
    let scaled = DataFrame([
      ("a", Column(doubles: (rows["a"]?.doubles ?? []).map { $0 * scale })),
      ("b", rows["b"] ?? Column(doubles: [])), ("y", rows["y"] ?? Column(doubles: [])),
    ])
    let formula = try Formula(parsing: "y ~ a + b")
    let (one, other) = (
      try LinearModel(ModelFrame(formula, rows)), try LinearModel(ModelFrame(formula, scaled))
    )
    expectClose(
      other.coefficients[1].estimate, try #require(one.coefficients[1].estimate) / scale,
      relative: 1e-13)
    expectClose(other.coefficients[1].p, try #require(one.coefficients[1].p), relative: 1e-12)
  }

  // MARK: What has no value

  @Test func aPerfectFitHasNoErrorsAndSaysWhy() throws {
    let x = (0..<12).map { Double($0) }
    let rows = DataFrame([
      ("x", Column(doubles: x)), ("y", Column(doubles: x.map { 0.1 + 0.3 * $0 })),
    ])
    let model = try LinearModel(ModelFrame(Formula(parsing: "y ~ x"), rows))
    expectClose(model.coefficients[1].estimate, 0.3, relative: 1e-15)
    #expect(model.residualDeviation == 0 && model.rSquared == 1)
    #expect(model.coefficients.allSatisfy { $0.p == nil && $0.reason == .perfectFit })
    #expect(model.fTest.statistic == nil && model.fTest.reason == .perfectFit)
    #expect(throws: StatisticsError.perfectFit) { try LinearDiagnostics(model) }
  }

  @Test func aConstantResponseHasNoRSquared() throws {
    let rows = DataFrame([
      ("x", Column(doubles: [1, 2, 3, 4])), ("y", Column(doubles: [0.1, 0.1, 0.1, 0.1])),
    ])
    let model = try LinearModel(ModelFrame(Formula(parsing: "y ~ x"), rows))
    #expect(model.rSquared == nil && model.reason == .constant)
    expectClose(model.coefficients[0].estimate, 0.1)
    #expect(model.coefficients[1].estimate == 0)
  }

  @Test func asManyCoefficientsAsRowsHaveNoErrors() throws {
    let rows = DataFrame([
      ("x", Column(doubles: [1, 2])), ("y", Column(doubles: [3, 7])),
    ])
    let model = try LinearModel(ModelFrame(Formula(parsing: "y ~ x"), rows))
    expectClose(model.coefficients[1].estimate, 4)
    #expect(model.coefficients[1].standardError == nil)
    #expect(model.coefficients[1].reason == .tooFew(needed: 3, got: 2))
  }

  @Test(
    arguments: [
      ("y ~ x", [.nan, .nan], [1, 2], StatisticsError.tooFew(needed: 1, got: 0)),
      ("y ~ x", [], [], .tooFew(needed: 1, got: 0)),
    ] as [(String, [Double], [Double], StatisticsError)])
  func whatHasNoModelSaysWhy(
    _ text: String, _ x: [Double], _ y: [Double], _ error: StatisticsError
  ) throws {
    let rows = DataFrame([("x", Column(.double(x))), ("y", Column(.double(y)))])
    let formula = try Formula(parsing: text)
    #expect(throws: error) { try LinearModel(ModelFrame(formula, rows)) }
  }

  @Test(
    arguments: [
      ("y ~ x + x^2", "x^2"), ("y ~ x * z", "x:z"), ("x^2 ~ y", "x^2"), ("y ~ x^20", "x^20"),
    ])
  func whatGrowsBeyondAllNumbersIsNamed(_ text: String, _ column: String) throws {
    let rows = DataFrame([
      ("x", Column(doubles: [1, 2, 1e160, 4, -1e200, 3])),
      ("z", Column(doubles: [1, 3, 1e150, 2, 1e155, 4])),
      ("y", Column(doubles: [1, 3, 2, 5, 4, 4])),
    ])
    let reason = StatisticsError.invalidParameter(
      "'\(column)' goes beyond the range of numbers")
    #expect(throws: reason) { try LinearModel(ModelFrame(Formula(parsing: text), rows)) }
  }

  /// A distance from the mean that no double holds is no sign of a constant or collinear column.
  @Test(arguments: ["y ~ x", "x ~ y", "y ~ x - 1"])
  func numbersAtTheEndOfTheRangeAreNoConstants(_ text: String) throws {
    let rows = DataFrame([
      ("x", Column(doubles: [1.7e308, -1.7e308, 1.6e308, -1.5e308, 1e308])),
      ("y", Column(doubles: [1, 3, 2, 5, 4])),
    ])
    let formula = try Formula(parsing: text)
    do {
      let model = try LinearModel(ModelFrame(formula, rows))
      #expect(model.coefficients.allSatisfy { $0.estimate?.isFinite == true })
    } catch {
      #expect(error == .outOfRange)
    }
  }

  @Test func aTestOfAllCoefficientsFailsForItsOwnReason() throws {
    let rows = DataFrame([
      ("y", Column(doubles: [0, 0, 1, 3, 5, 6])), ("c", Column(texts: "mnmnmn".map { String($0) })),
      ("g", Column(texts: ["a", "a", "b", "b", "c", "c"])),
    ])
    let frame = try ModelFrame(
      Formula(parsing: "y ~ g - 1"), rows, .init(clusters: rows["c"]))
    // Nothing is left of the rows of a, so that they tell of no error.
    #expect(try LinearModel(frame, errors: .hc3).fTest.reason == .dependentErrors)
    #expect(
      try LinearModel(frame, errors: .cluster).fTest.reason == .tooFewGroups(needed: 4, got: 2))
    #expect(try LinearModel(frame).fTest.reason == nil)
  }

  @Test func aRowThatDecidesAloneHasNoHC3() throws {
    let rows = DataFrame([
      ("x", Column(doubles: [1, 2, 3, 4, 5])), ("d", Column(doubles: [0, 0, 0, 0, 1])),
      ("y", Column(doubles: [1, 3, 2, 5, 9])),
    ])
    let model = try LinearModel(
      ModelFrame(Formula(parsing: "y ~ x + d"), rows), errors: .hc3)
    #expect(model.coefficients[2].reason == .decisiveRow && model.coefficients[2].estimate != nil)
  }
}
