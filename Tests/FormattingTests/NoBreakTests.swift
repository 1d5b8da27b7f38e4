import Formatting
import Testing

/// Where a line must not end; `~` stands for a no-break space.
@Suite struct NoBreakTests {
  @Test(arguments: [
    ("p < 0.001, n = 12", "p~<~0.001, n~=~12"),
    ("r = −0.5 of 5,000 rows", "r~=~−0.5 of 5,000 rows"),
    ("Welch's ANOVA F(2, 1,210) = 45.0", "Welch's ANOVA F(2,~1,210)~=~45.0"),
    ("η² = 0.041 [0.031, 0.052]", "η²~=~0.041 [0.031,~0.052]"),
    ("+1.3 per 10 lb · r = 0.21", "+1.3 per 10~lb · r~=~0.21"),
    ("weight (lb), 80 kg.", "weight (lb), 80~kg."),
    ("whiskers: 1.5 IQR", "whiskers: 1.5~IQR"),
    ("120 mmHg and 5 mmol/l", "120~mmHg and 5~mmol/l"),
    ("risk = 11.7 + 0.151 × 3", "risk~=~11.7 + 0.151~×~3"),
    ("Above (n = 1,572)", "Above (n~=~1,572)"),
    ("3 of 4 differ in 2026", "3 of 4 differ in 2026"),
    ("a = b", "a = b"), ("no digits here", "no digits here"), ("= 5", "= 5"),
    ("  2 m", "  2~m"), ("", ""),
  ])
  func wordsThatBelongTogetherAreBound(_ text: String, _ expected: String) {
    #expect(text.bound == expected.replacing("~", with: "\u{a0}"))
  }

  @Test func boundTwiceIsBoundOnce() {
    let text = "p < 0.001 and n = 12, 5 kg".bound
    #expect(text.bound == text)
  }
}
