import Testing

@testable import Formatting

@Suite struct EstimateDigitsTests {
  /// GUM (JCGM 100:2008), 7.2.6: with u_c = 27 mΩ the resistance 10.057 62 Ω is told as 10.058 Ω.
  @Test(arguments: [
    (10.057_62, 0.027, "10.058"), (0.1234, 0.0996, "0.12"), (0.1234, 0.0994, "0.123"),
    (12.34, 9.96, "12"), (12_345.6, 1520, "12,346"), (-0.004, 0.5, "0.00"), (0, 0.02, "0.000"),
    (1.25e-9, 2.1e-11, "1.250\u{a0}×\u{a0}10⁻⁹"), (1e-12, 2.1e-9, "0"),
    (1.5e300, 2e299, "1.50\u{a0}×\u{a0}10³⁰⁰"),
  ])
  func anErrorLeavesSoManyDigits(_ estimate: Double, _ error: Double, _ text: String) throws {
    let digits = try #require(EstimateDigits(uncertainty: error))
    #expect(ValueFormatter().number(estimate, to: digits) == text)
  }

  @Test(arguments: [
    (1.62, 1.21, 2.03, 2), (1.05, 0.5, 20, 2), (12.34, 5.12, 30.86, 1), (1, 0.9, 1, 3),
    (1e308, -1.7e308, 1.7e308, 0),
  ])
  func theShorterArmDecides(_ estimate: Double, _ low: Double, _ high: Double, _ decimals: Int) {
    #expect(EstimateDigits(estimate, low: low, high: high)?.decimals == decimals)
  }

  @Test(arguments: [("en", "[1.2, 1.5]"), ("de", "[1,2; 1,5]"), ("ja", "[1.2, 1.5]")])
  func numbersBesideEachOtherAreToldApart(_ tag: String, _ text: String) throws {
    let formatter = ValueFormatter(locale: try #require(ReportLocale(tag)))
    let ends = [1.2, 1.5].map { formatter.number($0, decimals: 1) }
    #expect(formatter.interval(ends[0], ends[1]) == text)
  }

  @Test(arguments: [nil, 0, -1, .nan, .infinity] as [Double?])
  func withoutAnErrorNothingIsKnown(_ error: Double?) {
    #expect(EstimateDigits(uncertainty: error) == nil)
  }

  @Test func bothLanguagesRoundAlike() throws {
    let digits = try #require(EstimateDigits(uncertainty: 0.21))
    for (tag, text) in [("en", "−1,234.57"), ("de", "−1.234,57")] {
      let formatter = ValueFormatter(locale: try #require(ReportLocale(tag)))
      #expect(formatter.number(-1234.567, to: digits) == text)
    }
  }

  @Test(arguments: [("en", "0.5", "150"), ("de", "0,5", "150"), ("fr", "0,5", "150")])
  func noughtsBehindThePointAreCutInEveryLanguage(_ tag: String, _ half: String, _ whole: String)
    throws
  {
    let formatter = ValueFormatter(locale: try #require(ReportLocale(tag)))
    #expect(formatter.number(0.5, atMost: 3) == half)
    #expect(formatter.number(150, atMost: 3) == whole)
    #expect(
      formatter.number(-1.2e-9, atMost: 3)
        == "−1\(tag == "en" ? "." : ",")2\u{a0}×\u{a0}10⁻⁹")
  }
}
