/// The tokens of a look: paints and fonts by their use.
///
/// PDF, HTML, mail and charts share them.
package struct Theme: Hashable, Sendable {
  /// What all stands on.
  package var paper: Paint
  /// The ground of what is set off from paper.
  package var raised: Paint
  /// The strongest words and lines.
  package var ink: Paint
  /// Words beside the main ones, axis labels.
  package var grey: Paint
  /// Notes, running heads, pooled categories.
  package var quiet: Paint
  /// Hairlines and grid lines.
  package var rule: Paint
  /// Colours of categories, in order of use.
  package var categories: [Paint]
  /// The colour of links, and of marks and bars that show no category.
  package var accent: Paint
  /// The families of titles and headings, the first that is installed is used.
  package var serif: [String]
  /// The families of all else.
  package var sans: [String]

  /// The default look: quiet paper, strong ink, few colours.
  package static let standard = Theme(
    paper: Paint(light: Color(0xffffff), dark: Color(0x14171a)),
    raised: Paint(light: Color(0xf5f6f8), dark: Color(0x1c2024)),
    ink: Paint(light: Color(0x16191d), dark: Color(0xf0f2f4)),
    grey: Paint(light: Color(0x5b6470), dark: Color(0xaab2bc)),
    quiet: Paint(light: Color(0x6b7480), dark: Color(0x98a1ac)),
    rule: Paint(light: Color(0xdfe3e8), dark: Color(0x31373e)),
    categories: [
      Paint(light: Color(0x0072b2), dark: Color(0x3b9ad9)),
      Paint(light: Color(0xd55e00), dark: Color(0xe8792b)),
      Paint(light: Color(0x009e73), dark: Color(0x21c273)),
      Paint(light: Color(0x922772), dark: Color(0xad6fa3)),
      Paint(light: Color(0x7d5407), dark: Color(0xf0bf3a)),
      Paint(light: Color(0x119aee), dark: Color(0x66d3fe)),
      Paint(light: Color(0x707884), dark: Color(0x9ca0a7)),
      Paint(light: Color(0x16191d), dark: Color(0xf0f2f4)),
    ],
    accent: Paint(light: Color(0x0072b2), dark: Color(0x3b9ad9)),
    serif: ["Vollkorn", "Noto Serif", "DejaVu Serif"],
    sans: ["Inter", "Noto Sans", "DejaVu Sans"])

  /// Body text.
  package var body: Font { Font(families: sans, size: 8.5) }
  /// Axis and mark labels, with tabular digits.
  package var label: Font { Font(families: sans, size: 8, hasTabularDigits: true) }
  /// Chart titles.
  package var chartTitle: Font { Font(families: sans, size: 10.5, weight: 600) }
  /// Chart subtitles.
  package var chartSubtitle: Font { Font(families: sans, size: 8.5) }
  /// Notes, sources, running heads and folios.
  package var note: Font { Font(families: sans, size: 7) }
  /// Key figures.
  package var keyFigure: Font {
    Font(families: sans, size: 19, weight: 600, hasTabularDigits: true)
  }
  /// Table cells.
  package var cell: Font { Font(families: sans, size: 8, hasTabularDigits: true) }
  /// The report's title.
  package var title: Font { Font(families: serif, size: 22, weight: 600) }
  /// The sentence under the title.
  package var standfirst: Font { Font(families: serif, size: 10.5) }
  /// Headings of levels 1 to 3.
  package func heading(_ level: Int) -> Font {
    Font(families: serif, size: level <= 1 ? 13 : level == 2 ? 11 : 9.5, weight: 600)
  }
}
