import Glibc

extension LabColor {
  /// How different two colours look: CIEDE2000, where 1 is just noticed side by side.
  ///
  /// - Source: G. Sharma, W. Wu, E. N. Dalal, *Color Research & Application* 30 (2005), 21–30.
  package func difference(from other: LabColor) -> Double {
    let meanChroma = (chroma + other.chroma) / 2
    let stretch = 1 + 0.5 * (1 - LabColor.saturation(meanChroma))
    let (one, two) = (Polar(self, stretch), Polar(other, stretch))
    let chroma = (one.chroma + two.chroma) / 2
    let hue = one.meanHue(with: two)
    let lightness = pow((self.lightness + other.lightness) / 2 - 50, 2)
    let scales = (
      lightness: 1 + 0.015 * lightness / (20 + lightness).squareRoot(),
      chroma: 1 + 0.045 * chroma, hue: 1 + 0.015 * chroma * LabColor.hueWeight(hue)
    )
    let l = (other.lightness - self.lightness) / scales.lightness
    let c = (two.chroma - one.chroma) / scales.chroma
    let h = 2 * (one.chroma * two.chroma).squareRoot() * sine(one.turn(to: two) / 2) / scales.hue
    // Blues turn towards purple as they fade: the hue and chroma terms are turned against that.
    let rotation =
      -2 * LabColor.saturation(chroma) * sine(60 * exp(-pow((hue - 275) / 25, 2)))
    return max(0, l * l + c * c + h * h + rotation * c * h).squareRoot()
  }

  private static func saturation(_ chroma: Double) -> Double {
    let power = pow(chroma, 7)
    return (power / (power + 6_103_515_625)).squareRoot()  // 25 to the seventh
  }

  private static func hueWeight(_ hue: Double) -> Double {
    1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue) + 0.32 * cosine(3 * hue + 6)
      - 0.2 * cosine(4 * hue - 63)
  }
}

/// Chroma and hue with the red-green axis stretched near grey.
private struct Polar {
  let chroma: Double
  /// In degrees, 0 to 360.
  let hue: Double

  init(_ color: LabColor, _ stretch: Double) {
    let a = color.a * stretch
    chroma = (a * a + color.b * color.b).squareRoot()
    let angle = a == 0 && color.b == 0 ? 0 : atan2(color.b, a) * 180 / .pi
    hue = angle < 0 ? angle + 360 : angle
  }

  /// The way from one hue to another in degrees, the short way round; none where one is grey.
  func turn(to other: Polar) -> Double {
    guard chroma * other.chroma > 0 else { return 0 }
    let turn = other.hue - hue
    return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
  }

  func meanHue(with other: Polar) -> Double {
    let sum = hue + other.hue
    guard chroma * other.chroma > 0 else { return sum }
    if abs(hue - other.hue) <= 180 { return sum / 2 }
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
  }
}

private func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }

private func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
