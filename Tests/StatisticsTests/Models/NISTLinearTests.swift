import Foundation
import Frame
import Statistics
import TestSupport
import Testing

/// The linear sets of NIST's StRD, read as decimals, against their certified values.
///
/// Wampler2, 4, 5 and NoInt2 are made by their published construction: Wampler2 is a polynomial with
/// the coefficients 10⁻ʲ; Wampler4 and 5 multiply the errors of Wampler3 by 100 and 10,000.
@Suite struct NISTLinearTests {
  struct Set: CustomTestStringConvertible {
    let name: String
    let formula: String
    let digits: Double
    var testDescription: String { name }
  }

  private static let quintic = "y ~ x1 + x1^2 + x1^3 + x1^4 + x1^5"
  static let sets = [
    Set(name: "Norris", formula: "y ~ x1", digits: 13),
    Set(name: "NoInt1", formula: "y ~ x1 - 1", digits: 13),
    Set(
      name: "Filip", formula: quintic + " + x1^6 + x1^7 + x1^8 + x1^9 + x1^10", digits: 13),
    Set(name: "Longley", formula: "y ~ x1 + x2 + x3 + x4 + x5 + x6", digits: 13),
    Set(name: "Wampler1", formula: quintic, digits: 13),
    Set(name: "Wampler3", formula: quintic, digits: 13),
  ]

  @Test(arguments: sets)
  func everyCertifiedValueIsReached(_ set: Set) throws {
    let nist = try NISTRegression(set.name)
    let model = try LinearModel(
      ModelFrame(try Formula(parsing: set.formula), nist.table(asDecimals: true)))
    let digits = try nist.digits(of: model)
    #expect(digits.min { $0.value < $1.value }?.value ?? 0 >= set.digits, "\(digits)")
  }

  @Test(arguments: sets)
  func doublesLoseOnlyWhatTheirRoundingTakes(_ set: Set) throws {
    let nist = try NISTRegression(set.name)
    let model = try LinearModel(
      ModelFrame(try Formula(parsing: set.formula), nist.table(asDecimals: false)))
    let digits = try nist.digits(of: model)
    #expect(digits.min { $0.value < $1.value }?.value ?? 0 >= 12.9, "\(digits)")
  }

  @Test func wampler2IsExact() throws {
    let x = (0...20).map(Int64.init)
    let units = x.map { x in
      (0...5).reduce(Int128(0)) { sum, power in
        sum + (0..<power).reduce(Int128(1)) { p, _ in p * Int128(x) }
          * Decimals.power(5 - power)
      }
    }
    let table = DataFrame([
      ("x1", Column(integers: x)), ("y", Column(.decimal(units, scale: 5))),
    ])
    let model = try LinearModel(
      ModelFrame(try Formula(parsing: NISTLinearTests.quintic), table))
    for (power, coefficient) in model.coefficients.enumerated() {
      expectClose(coefficient.estimate, pow(10, -Double(power)), relative: 1e-14)
      #expect(coefficient.standardError == 0 && coefficient.reason == .perfectFit)
    }
    #expect(model.rSquared == 1 && model.residualDeviation == 0)
  }

  @Test(arguments: [100, 10_000] as [Int128])
  func wampler4And5AreAsExactAsWampler3(_ times: Int128) throws {
    let nist = try NISTRegression("Wampler3")
    let clean = try NISTRegression("Wampler1")
    let formula = try Formula(parsing: NISTLinearTests.quintic)
    let y = zip(nist.columns[0], clean.columns[0]).map { noisy, clean in
      (Decimals.unscaled(clean, scale: 0) ?? 0)
        + times
        * ((Decimals.unscaled(noisy, scale: 0) ?? 0) - (Decimals.unscaled(clean, scale: 0) ?? 0))
    }
    let table = DataFrame([
      ("y", Column(.decimal(y, scale: 0))),
      ("x1", try #require(nist.table(asDecimals: true)["x1"])),
    ])
    let model = try LinearModel(ModelFrame(formula, table))
    let three = try LinearModel(ModelFrame(formula, nist.table(asDecimals: true)))
    for (coefficient, other) in zip(model.coefficients, three.coefficients) {
      expectClose(coefficient.estimate, 1, relative: 1e-14)
      expectClose(
        coefficient.standardError, try #require(other.standardError) * Double(times),
        relative: 1e-14)
    }
  }

  /// NoInt2: x = 4, 5, 6 and y = 3, 4, 4 without an intercept; β = 56/77.
  @Test func noInt2IsExact() throws {
    let table = DataFrame([
      ("x1", Column(integers: [4, 5, 6])), ("y", Column(integers: [3, 4, 4])),
    ])
    let model = try LinearModel(ModelFrame(try Formula(parsing: "y ~ x1 - 1"), table))
    let squares = 41 - 56.0 * 56 / 77
    expectClose(model.coefficients[0].estimate, 56.0 / 77, relative: 1e-15)
    expectClose(model.residualDeviation, (squares / 2).squareRoot(), relative: 1e-13)
    expectClose(model.rSquared, 1 - squares / 41, relative: 1e-14)
    expectClose(
      model.coefficients[0].standardError, (squares / 2 / 77).squareRoot(), relative: 1e-13)
  }
}

/// A linear set of NIST's StRD: its columns as they are printed, `y` first, and its certified values.
struct NISTRegression {
  let columns: [[String]]
  private let certified: [String: Any]

  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Data/nist").standardized
    let text = try String(contentsOf: folder.appending(path: "\(name).dat"), encoding: .utf8)
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .dropFirst(60).map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
      .filter { !$0.isEmpty }
    columns = try #require(rows.first).indices.map { column in rows.map { $0[column] } }
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.appending(path: "certified.json")))
    certified = try #require((json as? [String: [String: [String: Any]]])?["linear"]?[name])
    #expect(rows.count == certified["n"] as? Int)
  }

  /// The columns y, x1, x2 and so on.
  func table(asDecimals: Bool) -> DataFrame {
    DataFrame(
      columns.enumerated().map { place, texts in
        let name = place == 0 ? "y" : "x\(place)"
        guard asDecimals else { return (name, Column(doubles: texts.map(Double.init))) }
        let scale =
          texts.map { $0.split(separator: ".", omittingEmptySubsequences: false) }
          .map { $0.count > 1 ? $0[1].count : 0 }.max() ?? 0
        let units = texts.map { Decimals.unscaled($0, scale: scale) ?? 0 }
        return (name, Column(.decimal(units, scale: scale)))
      })
  }

  /// How many digits of each certified value a model has right; absolute where it is 0.
  func digits(of model: LinearModel) throws -> [String: Double] {
    var digits: [String: Double] = [:]
    func note(_ name: String, _ result: Double?, _ text: Any?) throws {
      let words = try #require(text as? String)
      let expected = try #require(Double(words))
      guard expected.isFinite else { return }
      let error = try abs(#require(result) - expected)
      digits[name] = error == 0 ? 16 : -log10(error / (expected == 0 ? 1 : abs(expected)))
    }
    let coefficients = try #require(certified["coefficients"] as? [[String: Any]])
    for (own, its) in zip(model.coefficients, coefficients) {
      try note(own.name, own.estimate, its["estimate"])
      try note("se \(own.name)", own.standardError, its["se"])
    }
    try note("sd", model.residualDeviation, certified["residualSD"])
    try note("R²", model.rSquared, certified["rSquared"])
    try note("SS residual", model.residualSquares, certified["ssResidual"])
    try note(
      "SS regression", model.totalSquares - model.residualSquares, certified["ssRegression"])
    if model.fTest.statistic != nil { try note("F", model.fTest.statistic, certified["F"]) }
    return digits
  }
}
