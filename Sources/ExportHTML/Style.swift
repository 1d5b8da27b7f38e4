import Drawing
import Pages
import Templates

/// The style of one report: the fixed sheet, the theme's tokens, and the paints that it uses.
struct StyleSheet {
  let theme: Theme
  let body: BodyWriter

  var css: String {
    [
      ":root{\(families)\(tokens(\.light))}",
      StyleSheet.inDarkMode(":root{\(tokens(\.dark))}"),
      Templates.style, body.fills.css(on: theme), body.narrowed.css,
      body.drawings.css,
    ]
    .joined(separator: "\n")
  }

  /// Rules for readers who prefer dark screens; paper stays light.
  static func inDarkMode(_ rules: String) -> String {
    rules.isEmpty ? "" : "@media screen and (prefers-color-scheme:dark){\(rules)}"
  }

  private var families: String {
    "--serif:\(list(theme.serif)),serif;--sans:\(list(theme.sans)),system-ui,sans-serif;"
  }

  private func list(_ families: [String]) -> String {
    families.map { "\"\($0.filter { $0.isLetter || $0.isNumber || " -".contains($0) })\"" }
      .joined(separator: ",")
  }

  private func tokens(_ mode: KeyPath<Paint, Color>) -> String {
    let paints = [
      ("paper", theme.paper), ("raised", theme.raised), ("ink", theme.ink), ("grey", theme.grey),
      ("quiet", theme.quiet), ("rule", theme.rule),
      ("link", theme.legible(theme.accent)),
    ]
    return paints.map { "--\($0.0):\($0.1[keyPath: mode].hex)" }.joined(separator: ";")
  }
}

/// The backgrounds of cells and bars: each distinct paint is one class, named in order of use.
struct FillTable {
  private var paints: [Paint] = []
  private var names: [Paint: String] = [:]

  /// The class of a background.
  mutating func name(of paint: Paint) -> String {
    if let name = names[paint] { return name }
    let name = "b\(paints.count)"
    paints.append(paint)
    names[paint] = name
    return name
  }

  /// The rules of the classes: background, and words that are legible on it.
  func css(on theme: Theme) -> String {
    func rules(_ mode: KeyPath<Paint, Color>) -> String {
      paints.enumerated().map { index, paint in
        let ground = theme.paper[keyPath: mode].mixed(
          with: paint[keyPath: mode], share: paint.opacity)
        return
          ".b\(index){background:\(ground.hex);color:\(theme.words(on: paint)[keyPath: mode].hex)}"
      }
      .joined()
    }
    return rules(\.light) + "\n" + StyleSheet.inDarkMode(rules(\.dark))
  }
}

/// The widths of drawings that stand twice in a report: each is one class, named in order of use.
struct NarrowedWidths {
  private var widths: [Points] = []

  /// The class of both drawings of a chart whose wide one has a width.
  mutating func name(of width: Points) -> String {
    if let known = widths.firstIndex(of: width) { return "w\(known)" }
    widths.append(width)
    return "w\(widths.count - 1)"
  }

  /// The rules that show the slim drawing where the wide one would have to be scrolled.
  ///
  /// Paper, and browsers that do not know these rules, have the wide one.
  var css: String {
    let rules = widths.enumerated().map { index, width in
      // The factor is that of the least width of a drawing in the fixed sheet.
      "@container (width<\((width.value * 1.3).css)px)"
        + "{.wide.w\(index){display:none}.slim.w\(index){display:block}}"
    }
    return rules.isEmpty ? "" : "@media screen{\(rules.joined(separator: "\n"))}"
  }
}

extension Double {
  /// The number for a style: at most three decimals, never an exponent.
  var css: String {
    guard isFinite else { return "0" }
    let thousandths = Int64((Swift.max(-1e9, Swift.min(1e9, self)) * 1000).rounded())
    let (whole, rest) = (abs(thousandths) / 1000, abs(thousandths) % 1000)
    var digits = String(rest)
    digits = String(repeating: "0", count: 3 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return (thousandths < 0 ? "-" : "") + String(whole) + (digits.isEmpty ? "" : "." + digits)
  }

  /// The number as a share, 0 to 1.
  var share: Double { isFinite ? Swift.min(1, Swift.max(0, self)) : 0 }
}
