import Glibc

/// A colour in CIELAB under D65: distances in it are about as large as they look.
package struct LabColor: Hashable, Sendable {
  /// From 0 (black) to 100 (white).
  package var lightness: Double
  /// From green (below 0) to red.
  package var a: Double
  /// From blue (below 0) to yellow.
  package var b: Double

  /// Makes a colour of its lightness, 0 to 100, and its two axes.
  package init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  /// How far the colour is from grey.
  package var chroma: Double { (a * a + b * b).squareRoot() }
}

/// The white point D65 of the 2° observer.
private let white = (x: 0.95047, y: 1.0, z: 1.08883)

extension Color {
  /// The channels with their gamma taken off, as light adds up (IEC 61966-2-1).
  package var linear: (red: Double, green: Double, blue: Double) {
    func linear(_ channel: Double) -> Double {
      channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
    return (linear(red), linear(green), linear(blue))
  }

  /// The colour of linear channels; what no screen can show is brought to its nearest channel.
  package init(linear red: Double, _ green: Double, _ blue: Double) {
    func coded(_ channel: Double) -> Double {
      let inside = max(0, min(1, channel))
      return inside <= 0.003_130_8 ? 12.92 * inside : 1.055 * pow(inside, 1 / 2.4) - 0.055
    }
    self.init(red: coded(red), green: coded(green), blue: coded(blue))
  }

  /// The colour in CIELAB (CIE 15:2004).
  package var lab: LabColor {
    let (red, green, blue) = linear
    func part(_ share: Double) -> Double {
      share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
    }
    let x = part((0.4124 * red + 0.3576 * green + 0.1805 * blue) / white.x)
    let y = part((0.2126 * red + 0.7152 * green + 0.0722 * blue) / white.y)
    let z = part((0.0193 * red + 0.1192 * green + 0.9505 * blue) / white.z)
    return LabColor(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// The colour of CIELAB; what no screen can show is brought to its nearest channels.
  package init(_ lab: LabColor) {
    let (red, green, blue) = lab.linear
    self.init(linear: red, green, blue)
  }
}

extension LabColor {
  /// Linear channels, which lie outside of 0 to 1 where no screen can show the colour.
  fileprivate var linear: (red: Double, green: Double, blue: Double) {
    func part(_ value: Double) -> Double {
      value > 6.0 / 29 ? value * value * value : (116 * value - 16) * 27 / 24389
    }
    let middle = (lightness + 16) / 116
    let x = part(middle + a / 500) * white.x
    let y = part(middle) * white.y
    let z = part(middle - b / 200) * white.z
    return (
      3.240_625_48 * x - 1.537_207_97 * y - 0.498_628_6 * z,
      -0.968_930_71 * x + 1.875_756_06 * y + 0.041_517_52 * z,
      0.055_710_12 * x - 0.204_021_05 * y + 1.056_995_94 * z
    )
  }

  /// Whether a screen can show the colour, within half a step of its channels.
  var isShown: Bool {
    let (red, green, blue) = linear
    return [red, green, blue].allSatisfy { (-0.000_2...1.004).contains($0) }
  }
}
