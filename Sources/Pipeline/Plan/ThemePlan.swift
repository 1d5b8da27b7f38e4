package import Diagnostics
package import Drawing
import Fitness
import Spec

/// `theme:`: the author's colours and fonts over those of the standard look.
package struct ThemePlan: Hashable, Sendable {
  /// A font family that the author names, with its place.
  package struct Family: Hashable, Sendable {
    package let name: String
    package let place: SourcePlace
  }

  /// The look that everything is drawn in.
  package private(set) var theme = Theme.standard
  /// The families that must be installed for the report to look as meant.
  package private(set) var families: [Family] = []

  /// The standard look.
  init() {}

  /// Reads the field's mapping; colours that cannot be seen on paper are errors, colours that some
  /// eyes take for each other are warnings, since form or label may tell their categories apart.
  init(_ fields: FieldReader, problems: Problems) {
    let reading = ColorReading(paper: theme.paper, problems: problems)
    if fields.has("categories") {
      let given = (fields.list("categories") ?? []).map { reading.color($0) }
      let colors = given.compactMap(\.self)
      if given.isEmpty {
        problems.error(
          "'categories' is empty", at: fields.place(of: "categories"),
          hints: ["list colours in the order of use: [\"#0072b2\", \"#d55e00\"]"])
      } else if colors.count == given.count {
        theme.categories = reading.paints(of: colors)
        fillUp()
        theme.accent = theme.categories[0]
      }
    }
    if let accent = fields.node("accent").flatMap(reading.color) {
      theme.accent = reading.paints(of: [accent])[0]
    }
    if let fonts = fields.fields("fonts", subject: "'fonts'") {
      theme.sans = readFamilies("sans", fonts, problems) + theme.sans
      theme.serif = readFamilies("serif", fonts, problems) + theme.serif
      fonts.finish()
    }
    fields.finish()
  }

  /// Adds the standard colours that are told apart from all before them, so that an author's two or
  /// three are followed by others and not by themselves.
  private mutating func fillUp() {
    for paint in Theme.standard.categories
    where theme.categories.allSatisfy({
      isApart($0.light, paint.light) && isApart($0.dark, paint.dark)
    }) {
      theme.categories.append(paint)
    }
  }

  private func isApart(_ a: Color, _ b: Color) -> Bool {
    ColorSight.worst(a, b).difference >= FitnessLimits.categories
  }

  private mutating func readFamilies(_ key: String, _ fonts: FieldReader, _ problems: Problems)
    -> [String]
  {
    let read = (fonts.list(key, orSingle: true) ?? []).compactMap { node -> Family? in
      guard let text = node.text("a font family", problems: problems) else { return nil }
      if !text.text.isEmpty { return Family(name: text.text, place: text.place) }
      problems.error("a font family has no name", at: node.place)
      return nil
    }
    families += read
    return read.map(\.name)
  }

  /// A warning for each named family that is not installed where the report is made.
  func missingFamilies(measuring: any TextMeasuring) -> [Diagnostic] {
    families.compactMap { family in
      let font = Font(families: [family.name], size: 8)
      guard !measuring.missingFamilies(of: font).isEmpty else { return nil }
      return Diagnostic(
        "the font '\(family.name)' is not installed: another stands in for it", at: family.place,
        hints: ["install it, or name one that 'fc-list : family' lists"], severity: .warning)
    }
  }
}

/// Reads colours and holds them against paper and each other.
private struct ColorReading {
  /// A colour as the author wrote it.
  struct Written {
    let color: Color
    let place: SourcePlace
  }

  let paper: Paint
  let problems: Problems

  /// A colour that can be seen on paper; nil with the reason noted.
  func color(_ node: SpecNode) -> Written? {
    guard let text = node.text("a colour", problems: problems)?.text else { return nil }
    guard let color = Color(hex: text) else {
      problems.error(
        "'\(text)' is no colour, expected '#rrggbb'", at: node.place,
        hints: ["in quotes, since '#' begins a comment: \"#0072b2\""])
      return nil
    }
    let contrast = color.contrast(with: paper.light)
    guard contrast < FitnessLimits.marks else { return Written(color: color, place: node.place) }
    let nearest = ColorAdvice.nearest(to: color, contrast: FitnessLimits.marks, on: paper.light)
    problems.error(
      "\(text) has a contrast of \(contrast.ratio) with paper, marks need "
        + "\(FitnessLimits.marks.short):1",
      at: node.place, hints: nearest.map { ["the nearest that has it is \"\($0.hex)\""] } ?? [])
    return nil
  }

  /// The paints of colours, with what they become on dark paper; warns of each that is too near to
  /// an earlier one, on either paper.
  func paints(of written: [Written]) -> [Paint] {
    let light = written.map(\.color)
    let dark = ColorAdvice.onDark(light, paper: paper.dark)
    for index in written.indices.dropFirst() {
      if !warn(index, light, at: written[index].place, on: paper.light, "light") {
        _ = warn(index, dark, at: written[index].place, on: paper.dark, "dark")
      }
    }
    return zip(light, dark).map { Paint(light: $0, dark: $1) }
  }

  /// Warns where a colour is too near to an earlier one; whether it did.
  private func warn(
    _ index: Int, _ colors: [Color], at place: SourcePlace, on paper: Color, _ name: String
  ) -> Bool {
    let worst = colors[..<index].map { (other: $0, ColorSight.worst(colors[index], $0)) }
      .min { $0.1.difference < $1.1.difference }
    guard let (other, (sight, difference)) = worst, difference < FitnessLimits.categories else {
      return false
    }
    let others = colors.indices.filter { $0 != index }.map { colors[$0] }
    let nearest = ColorAdvice.nearest(
      to: colors[index], contrast: FitnessLimits.marks, on: paper, apartFrom: others)
    let isSeen = sight == .full ? "" : " to \(sight.rawValue) eyes"
    problems.add(
      Diagnostic(
        "\(colors[index].hex) is \(difference.short) from \(other.hex)\(isSeen) on \(name) paper, "
          + "categories need \(FitnessLimits.categories.short) (CIEDE2000)",
        at: place, hints: hints(nearest, name), severity: .warning))
    return true
  }

  private func hints(_ nearest: Color?, _ paper: String) -> [String] {
    guard paper == "light" else {
      return [
        "what a colour is on dark paper follows from it: choose one of another hue or lightness"
      ]
    }
    return nearest.map { ["the nearest of its hue that is told apart is \"\($0.hex)\""] }
      ?? ["none of its hue is told apart from all others: choose another hue"]
  }
}
