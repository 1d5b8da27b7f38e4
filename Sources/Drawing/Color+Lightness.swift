extension Color {
  /// The colour with another lightness (CIELAB) and its own hue; where no screen can show that, it
  /// is greyed as far as needed.
  package func lightness(_ lightness: Double) -> Color {
    let lab = self.lab
    func greyed(_ share: Double) -> LabColor {
      LabColor(lightness: lightness, a: lab.a * share, b: lab.b * share)
    }
    var (low, high) = (0.0, 1.0)
    guard !greyed(1).isShown else { return Color(greyed(1)).rounded }
    for _ in 0..<20 {
      let middle = (low + high) / 2
      if greyed(middle).isShown { low = middle } else { high = middle }
    }
    return Color(greyed(low)).rounded
  }

  /// The colour as a screen shows it, in 256 steps a channel.
  package var rounded: Color {
    func step(_ channel: Double) -> Double { (max(0, min(1, channel)) * 255).rounded() / 255 }
    return Color(red: step(red), green: step(green), blue: step(blue))
  }

  /// The colour of `#rgb` or `#rrggbb`; nil for any other text.
  package init?(hex text: String) {
    guard text.hasPrefix("#") else { return nil }
    var digits = Array(text.dropFirst())
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6, digits.allSatisfy(\.isHexDigit),
      let number = UInt32(String(digits), radix: 16)
    else { return nil }
    self.init(number)
  }
}
