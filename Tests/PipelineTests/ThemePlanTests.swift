import Diagnostics
import Drawing
import Pipeline
import Testing

@Suite struct ThemePlanTests {
  /// The plan's theme, and all that is told of it.
  private func read(_ theme: String) throws -> (theme: Theme?, told: [Diagnostic]) {
    let text = """
      title: T
      source: sqlite:///t.db
      theme: \(theme)
      queries: { q: { sql: select 1 as a } }
      report: [{ table: { data: q } }]
      """
    do throws(RunFailure) {
      let plan = try ReportReader.read(text, file: "t.yaml")
      return (plan.theme.theme, plan.faults)
    } catch {
      return (nil, error.diagnostics)
    }
  }

  @Test func colorsAndFontsStandBeforeTheStandardOnes() throws {
    let (theme, told) = try read(
      "{ categories: [\"#00594f\", \"#c4500a\"], fonts: { sans: Lato, serif: [Lora, Noto Serif] } }"
    )
    #expect(told.isEmpty, "\(told)")
    #expect(theme?.categories.prefix(2).map(\.light.hex) == ["#00594f", "#c4500a"])
    #expect(theme?.accent == theme?.categories[0])
    #expect(theme?.sans == ["Lato"] + Theme.standard.sans)
    #expect(theme?.serif == ["Lora", "Noto Serif"] + Theme.standard.serif)
  }

  @Test func standardColoursThatAreToldApartFollow() throws {
    let paints = try #require(
      try read("{ categories: [\"#0072b2\", \"#c4500a\"] }").theme
    ).categories
    // Blue and vermilion are as good as there already; purple and brown would be too near to what
    // these become on dark paper.
    #expect(
      paints.map(\.light.hex) == [
        "#0072b2", "#c4500a", "#009e73", "#119aee", "#707884", "#16191d",
      ])
  }

  @Test func accentAloneLeavesTheCategories() throws {
    let (theme, told) = try read("{ accent: \"#00594f\" }")
    #expect(told.isEmpty)
    #expect(theme?.accent.light.hex == "#00594f")
    #expect(theme?.categories == Theme.standard.categories)
  }

  @Test func darkVariantsCanBeReadAndToldApart() throws {
    let dark = try #require(
      try read("{ categories: [\"#00594f\", \"#3b0a45\", \"#10243f\", \"#c4500a\"] }").theme
    ).categories.map(\.dark)
    for (index, color) in dark.enumerated() {
      #expect(color.contrast(with: Theme.standard.paper.dark) >= 4.5)
      for other in dark[..<index] { #expect(ColorSight.worst(color, other).difference >= 8) }
    }
  }

  @Test(
    arguments: [
      (
        "{ categories: [\"#0072b2\", \"#fc0\"] }",
        "t.yaml:3:34: error: #fc0 has a contrast of 1.51:1 with paper, marks need 3:1",
        "the nearest that has it is \"#b48f00\""
      ),
      (
        "{ accent: \"#fc0\" }",
        "t.yaml:3:18: error: #fc0 has a contrast of 1.51:1 with paper, marks need 3:1",
        "the nearest that has it is \"#b48f00\""
      ),
      (
        "{ categories: [\"#d55e00\", \"#b87a00\"] }",
        "t.yaml:3:34: warning: #b87a00 is 0.4 from #d55e00 to deutan eyes on light paper, "
          + "categories need 8 (CIEDE2000)",
        "the nearest of its hue that is told apart is \"#885900\""
      ),
      (
        "{ categories: [blue] }", "t.yaml:3:23: error: 'blue' is no colour, expected '#rrggbb'",
        "in quotes, since '#' begins a comment: \"#0072b2\""
      ),
      (
        "{ categories: [] }", "t.yaml:3:10: error: 'categories' is empty",
        "list colours in the order of use: [\"#0072b2\", \"#d55e00\"]"
      ),
      (
        "{ colours: [\"#0072b2\"] }", "t.yaml:3:10: error: 'theme' has no key 'colours'",
        "known: categories, accent, fonts"
      ),
    ])
  func whatCannotBeSeenOrToldApartIsSaid(_ theme: String, _ told: String, _ hint: String) throws {
    let diagnostics = try read(theme).told
    let first = try #require(diagnostics.first)
    #expect(diagnostics.count == 1, "\(diagnostics)")
    #expect(first.description.split(separator: "\n").first.map(String.init) == told)
    #expect(first.hints == [hint])
  }

  /// The colour that a hint names has just what was asked for.
  @Test func theNearestColourPasses() throws {
    let color = try #require(Color(hex: "#b48f00"))
    #expect(color.contrast(with: Theme.standard.paper.light) >= 3)
    #expect(color.lightness(color.lab.lightness + 1).contrast(with: Color(0xffffff)) < 3)
  }
}
