/// A colour in sRGB with channels from 0 to 1.
package struct Color: Hashable, Sendable {
  /// From 0 to 1.
  package let red: Double
  /// From 0 to 1.
  package let green: Double
  /// From 0 to 1.
  package let blue: Double

  /// Makes a colour of its channels, each from 0 to 1.
  package init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour of a 24-bit number such as `0x0072b2`.
  package init(_ hex: UInt32) {
    red = Double(hex >> 16 & 255) / 255
    green = Double(hex >> 8 & 255) / 255
    blue = Double(hex & 255) / 255
  }

  /// The colour as `#rrggbb`.
  package var hex: String {
    "#"
      + [red, green, blue].map { channel in
        let byte = Int((max(0, min(1, channel)) * 255).rounded())
        return (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
      .joined()
  }
}

/// What a shape or text is painted with: one colour on light paper, one on dark, and an opacity.
///
/// Print and PNG use the light colour; HTML follows the reader's choice.
package struct Paint: Hashable, Sendable {
  /// On light paper.
  package let light: Color
  /// On dark paper.
  package let dark: Color
  /// From 0 (nothing) to 1 (solid).
  package let opacity: Double

  /// Makes a paint; opacity is from 0 to 1.
  package init(light: Color, dark: Color, opacity: Double = 1) {
    self.light = light
    self.dark = dark
    self.opacity = opacity
  }

  /// The paint with another opacity.
  package func opacity(_ opacity: Double) -> Paint {
    Paint(light: light, dark: dark, opacity: opacity)
  }
}
