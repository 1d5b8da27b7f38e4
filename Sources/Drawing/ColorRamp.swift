/// A continuous scale of colours for numbers.
///
/// Each is even in lightness, so that it is read by every kind of sight and in grey.
package enum ColorRamp: String, Hashable, Sendable, CaseIterable {
  /// Cividis: dark blue to yellow, the same to every kind of colour sight.
  case sequential
  /// Vermilion over near-white (near-black in the dark) to blue, with equal arms.
  case diverging
  /// Dark purple over green to yellow.
  case viridis
  /// Black over purple to pale yellow.
  case magma
  /// From paper to deep colour of one hue; on dark paper from dark to light.
  case blues, greens, oranges, greys
  /// Purple over near-white (near-black in the dark) to green, with equal arms.
  case purple_green

  /// Whether it has two arms around a middle.
  package var isDiverging: Bool { self == .diverging || self == .purple_green }

  /// The paint at a place of the ramp, 0 to 1; places outside are taken as the nearer end.
  package func paint(at place: Double) -> Paint {
    let t = max(0, min(1, place.isNaN ? 0 : place))
    switch self {
    case .sequential: return Paint(light: cividis(t), dark: cividis(t))
    case .viridis: return Paint(light: between(viridisColors, t), dark: between(viridisColors, t))
    case .magma: return Paint(light: between(magmaColors, t), dark: between(magmaColors, t))
    case .diverging: return arms(Color(0xd55e00), Color(0x0072b2), t)
    case .purple_green: return arms(Color(0x922772), Color(0x009e73), t)
    case .blues: return hue(Color(0x0072b2), t)
    case .greens: return hue(Color(0x00805c), t)
    case .oranges: return hue(Color(0xd55e00), t)
    case .greys: return hue(Color(0x5b6470), t)
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

/// A colour between those of a table.
private func between(_ table: [UInt32], _ t: Double) -> Color {
  let place = t * Double(table.count - 1)
  let index = min(table.count - 2, Int(place))
  return Color(table[index]).mixed(with: Color(table[index + 1]), share: place - Double(index))
    .rounded
}

/// One hue whose lightness (CIELAB) runs evenly away from paper.
private func hue(_ color: Color, _ t: Double) -> Paint {
  Paint(light: color.lightness(93 - 63 * t), dark: color.lightness(20 + 62 * t))
}

/// Two hues that leave a neutral middle along straight lines in CIELAB, equally light at equal
/// distances.
private func arms(_ low: Color, _ high: Color, _ t: Double) -> Paint {
  let arm = abs(2 * t - 1)
  func color(middle: Double, end: Double) -> Color {
    let lab = (t < 0.5 ? low : high).lightness(end).lab
    return Color(
      LabColor(
        lightness: middle + (end - middle) * arm, a: lab.a * arm,
        b: lab.b * arm)
    ).rounded
  }
  return Paint(light: color(middle: 96, end: 46), dark: color(middle: 17, end: 66))
}
