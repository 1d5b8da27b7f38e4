extension Color {
  /// The relative luminance, 0 for black to 1 for white (WCAG 2.2).
  package var luminance: Double {
    let (red, green, blue) = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  /// The contrast ratio with another colour, 1 to 21 (WCAG 2.2).
  package func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The colour moved towards another: 0 leaves it, 1 gives the other.
  package func mixed(with other: Color, share: Double) -> Color {
    Color(
      red: red + (other.red - red) * share,
      green: green + (other.green - green) * share,
      blue: blue + (other.blue - blue) * share)
  }

  /// The colour moved towards another only as far as a contrast on a ground needs.
  func reaching(_ ratio: Double, on ground: Color, towards end: Color) -> Color {
    for step in 0...20 {
      let color = mixed(with: end, share: Double(step) / 20)
      if color.contrast(with: ground) >= ratio { return color }
    }
    return end
  }
}

extension Paint {
  /// The paint moved towards another in light and in dark: 0 leaves it, 1 gives the other.
  package func mixed(with other: Paint, share: Double) -> Paint {
    Paint(
      light: light.mixed(with: other.light, share: share),
      dark: dark.mixed(with: other.dark, share: share), opacity: opacity)
  }
}

extension Theme {
  /// The paint for words in a mark's colour: moved towards ink until it has 4.5:1 on paper.
  package func legible(_ paint: Paint) -> Paint { legible(paint, on: paper) }

  /// The paint for words in a mark's colour: moved towards ink until it has 4.5:1 on a ground, such
  /// as hairlines that run behind.
  package func legible(_ paint: Paint, on ground: Paint) -> Paint {
    Paint(
      light: paint.light.reaching(4.5, on: ground.light, towards: ink.light),
      dark: paint.dark.reaching(4.5, on: ground.dark, towards: ink.dark))
  }

  /// The paint of words that stand on a filled area: ink or white, whichever contrasts more, and
  /// black where neither reaches 4.5:1.
  ///
  /// An area that is not opaque is seen over paper.
  package func words(on fill: Paint) -> Paint {
    func better(_ ground: Color) -> Color {
      let (dark, light) = (Color(0x16191d), Color(0xffffff))
      let choice = ground.contrast(with: dark) >= ground.contrast(with: light) ? dark : light
      return ground.contrast(with: choice) >= 4.5 ? choice : Color(0x000000)
    }
    return Paint(
      light: better(paper.light.mixed(with: fill.light, share: fill.opacity)),
      dark: better(paper.dark.mixed(with: fill.dark, share: fill.opacity)))
  }
}
