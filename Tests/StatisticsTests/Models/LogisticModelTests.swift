import Frame
import Statistics
import TestSupport
import Testing

@Suite struct LogisticModelTests {
  /// Expected values: mpmath 1.4.1 with 50 digits; statsmodels 0.15.0 `Logit(y, X).fit()` agrees.
  @Test(arguments: ModelReference.all("logistic"))
  func agreesWithTheReference(_ expectation: Expectation) throws {
    let reference = try ModelReference()
    let expected = try reference.model(expectation)
    let table = try reference.table(expected.text("table"))
    let model = try LogisticModel(
      ModelFrame(
        Formula(parsing: expected.text("formula")), table,
        .init(weights: table[expected.text("weights")])))
    let names = model.coefficients.map(\.name)
    #expect(model.n == Int(expected.number("n")))
    expectClose(
      model.coefficients.compactMap(\.estimate), expected.numbers("estimates", in: names),
      relative: 1e-11)
    expectClose(
      model.coefficients.compactMap(\.standardError), expected.numbers("se", in: names))
    expectClose(
      model.coefficients.compactMap(\.p), expected.numbers("p", in: names), relative: 1e-10)
    expectClose(model.logLikelihood, expected.number("loglik"))
    expectClose(model.nullLogLikelihood, expected.number("null_loglik"))
    expectClose(model.mcFadden, expected.number("mcfadden"), relative: 1e-10)
    let curve = try RocCurve(model)
    expectClose(curve.area, expected.number("auc"))
    expectClose(curve.standardError, expected.number("auc_se"))
    let calibration = Calibration(model)
    expectClose(calibration.test?.statistic, expected.number("hosmer"), relative: 1e-10)
    #expect(calibration.test?.degreesOfFreedom == expected.number("hosmer_df"))
  }

  private func model(_ text: String, _ columns: [(String, Column)]) throws -> LogisticModel {
    try LogisticModel(ModelFrame(Formula(parsing: text), DataFrame(columns)))
  }

  @Test func aTermThatTellsAllApartIsNamed() {
    let y = Column(integers: [0, 0, 0, 0, 1, 1, 1, 1])
    let z = Column(doubles: [2, 1, 3, 4, 1, 1, 4, 3])
    #expect(throws: StatisticsError.separated(["x"])) {
      try model("y ~ x", [("y", y), ("x", Column(doubles: [1, 2, 3, 4, 5, 6, 7, 8]))])
    }
    // Every row of one label has the event: its odds have no end, while z's have.
    #expect(throws: StatisticsError.separated(["g[b]"])) {
      try model(
        "y ~ g + z",
        [
          ("y", Column(integers: [0, 1, 0, 1, 0, 1, 1, 1])), ("z", z),
          ("g", Column(texts: ["a", "a", "a", "a", "a", "b", "b", "b"])),
        ])
    }
  }

  @Test func theEventIsTheSecondLabel() throws {
    let x = Column(doubles: [1, 2, 3, 4, 5, 6, 7, 8])
    let texts = try model(
      "y ~ x", [("y", Column(texts: ["n", "n", "y", "n", "y", "n", "y", "y"])), ("x", x)])
    let numbers = try model(
      "y ~ x", [("y", Column(integers: [0, 0, 1, 0, 1, 0, 1, 1])), ("x", x)])
    #expect(texts.event == "y" && numbers.event == "1")
    #expect(texts.coefficients.map(\.estimate) == numbers.coefficients.map(\.estimate))
  }

  @Test(arguments: [("n", "y"), ("y", "n")])
  func theEventIsTheLabelBesideAStatedBase(_ base: String, _ event: String) throws {
    let columns = [
      ("y", Column(texts: ["n", "n", "y", "n", "y", "n", "y", "y"])),
      ("x", Column(doubles: [1, 2, 3, 4, 5, 6, 7, 8])),
    ]
    let plain = try model("y ~ x", columns)
    let stated = try model("category(y, base = '\(base)') ~ x", columns)
    #expect(stated.event == event)
    let sign = event == plain.event ? 1.0 : -1
    for (a, b) in zip(stated.coefficients, plain.coefficients) {
      expectClose(a.estimate, sign * (b.estimate ?? .nan))
    }
  }

  @Test func swappedOutcomesTurnTheSigns() throws {
    let x = Column(doubles: [1, 2, 3, 4, 5, 6, 7, 8])
    let one = try model("y ~ x", [("y", Column(integers: [0, 0, 1, 0, 1, 0, 1, 1])), ("x", x)])
    let other = try model("y ~ x", [("y", Column(integers: [1, 1, 0, 1, 0, 1, 0, 0])), ("x", x)])
    for (a, b) in zip(one.coefficients, other.coefficients) {
      expectClose(a.estimate, -(b.estimate ?? .nan), relative: 1e-12)
      expectClose(a.standardError, b.standardError ?? .nan)
    }
  }

  @Test func collinearTermsAreTold() throws {
    let found = try model(
      "y ~ x + twice",
      [
        ("y", Column(integers: [0, 0, 1, 0, 1, 0, 1, 1])),
        ("x", Column(doubles: [1, 2, 3, 4, 5, 6, 7, 8])),
        ("twice", Column(doubles: [2, 4, 6, 8, 10, 12, 14, 16])),
      ])
    #expect(found.coefficients[2].reason == .collinear("= 2 x") && found.rank == 2)
  }

  @Test(
    arguments: [
      ([0, 0, 0], "constant column"), ([0, 1, 2], "'y' has other values than 0 and 1"),
      ([], "no values"),
    ] as [([Int64], String)])
  func whatHasNoModelSaysWhy(_ y: [Int64], _ reason: String) {
    let told = #expect(throws: StatisticsError.self) {
      try model(
        "y ~ x",
        [("y", Column(integers: y)), ("x", Column(doubles: y.indices.map { Double($0) }))])
    }
    #expect(told?.reason == reason)
  }
}
