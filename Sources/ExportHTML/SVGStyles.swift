package import Drawing

/// The paints and fonts that the drawings of one document share, each a short CSS class.
///
/// Collected while drawings are written, in order of first use, so the same document gives the same
/// names. Print and light screens show a paint's light colour, dark screens its dark one.
package struct SVGStyles: Sendable {
  private var paints: [Paint: Int] = [:]
  private var paintList: [Paint] = []
  private var fonts: [Font: Int] = [:]
  private var fontList: [Font] = []
  private let serif: [String]

  /// - Parameter theme: tells which families are serif, for the fallback of a reader without them.
  package init(theme: Theme = .standard) { serif = theme.serif }

  /// The style sheet of all paints and fonts so far; put it once into the document's head.
  package var css: String {
    let numbered = Array(paintList.enumerated())
    let light = numbered.map { "--p\($0.offset):\(SVGStyles.css($0.element, $0.element.light))" }
    let dark = numbered.filter { $0.element.light != $0.element.dark }
      .map { "--p\($0.offset):\(SVGStyles.css($0.element, $0.element.dark))" }
    let rules = numbered.map {
      ".f\($0.offset){fill:var(--p\($0.offset))}.s\($0.offset){stroke:var(--p\($0.offset))}"
    }
    let faces = fontList.enumerated().map { ".t\($0.offset){\(css($0.element))}" }
    return """
      .scene{display:block;max-width:100%;height:auto;overflow:visible}
      .scene text{white-space:pre}
      .tips{pointer-events:all}
      :root{\(light.joined(separator: ";"))}
      @media screen and (prefers-color-scheme:dark){:root{\(dark.joined(separator: ";"))}}
      \((rules + faces).joined(separator: "\n"))
      """
  }

  /// The class that fills with a paint.
  mutating func fill(_ paint: Paint) -> String { "f\(number(of: paint))" }

  /// The class that draws outlines with a paint.
  mutating func stroke(_ paint: Paint) -> String { "s\(number(of: paint))" }

  /// The class that sets text in a font.
  mutating func font(_ font: Font) -> String {
    if let known = fonts[font] { return "t\(known)" }
    fonts[font] = fontList.count
    fontList.append(font)
    return "t\(fontList.count - 1)"
  }

  private mutating func number(of paint: Paint) -> Int {
    if let known = paints[paint] { return known }
    paints[paint] = paintList.count
    paintList.append(paint)
    return paintList.count - 1
  }

  private static func css(_ paint: Paint, _ color: Color) -> String {
    guard paint.opacity < 1 else { return color.hex }
    // The alpha channel as two more hexadecimal digits.
    let alpha = Color(red: max(0, paint.opacity), green: 0, blue: 0).hex.dropFirst().prefix(2)
    return color.hex + alpha
  }

  private func css(_ font: Font) -> String {
    let fallback = font.families == serif ? ["Georgia", "serif"] : ["system-ui", "sans-serif"]
    let families = font.families.map { "\"\(SVGStyles.quotable($0))\"" } + fallback
    let style = font.isItalic ? "italic " : ""
    let digits = font.hasTabularDigits ? ";font-variant-numeric:tabular-nums" : ""
    return "font:\(style)\(font.weight) \(SVGNumber(font.size.value).text)px "
      + families.joined(separator: ",") + digits
  }

  /// A family's name without the characters that could end its quotes or the style element.
  private static func quotable(_ name: String) -> String {
    name.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
  }
}
