/// A continuous scale of colours for numbers.
package enum ColorRamp: String, Hashable, Sendable, CaseIterable {
  /// Cividis: dark blue to yellow, even in lightness and safe for every kind of colour sight.
  case sequential
  /// Vermilion over near-white (near-black in the dark) to blue, with equal arms.
  case diverging

  /// The paint at a place of the ramp, 0 to 1; places outside are taken as the nearer end.
  package func paint(at place: Double) -> Paint {
    let t = max(0, min(1, place.isNaN ? 0 : place))
    switch self {
    case .sequential: return Paint(light: cividis(t), dark: cividis(t))
    case .diverging: return vermilionToBlue(t)
    }
  }
}

/// Cividis of Nuñez et al., PLOS ONE 13 (2018) e0199239, as the polynomials of d3-scale-chromatic.
private func cividis(_ t: Double) -> Color {
  let red = -4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))))
  let green = 32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))))
  let blue = 81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67))))
  func channel(_ byte: Double) -> Double { max(0, min(255, byte.rounded())) / 255 }
  return Color(red: channel(red), green: channel(green), blue: channel(blue))
}

private func vermilionToBlue(_ t: Double) -> Paint {
  let arm = abs(2 * t - 1)
  let end = t < 0.5 ? Color(0xd55e00) : Color(0x0072b2)
  return Paint(
    light: Color(0xf6f6f7).mixed(with: end, share: arm),
    dark: Color(0x22272c).mixed(with: end.mixed(with: Color(0xffffff), share: 0.15), share: arm))
}
