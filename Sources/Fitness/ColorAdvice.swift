package import Drawing

/// Where a colour should go that fails: as near as possible to where it is.
package enum ColorAdvice {
  /// The colour of the same hue with the nearest lightness that has a contrast with paper and is
  /// far enough from other categories for every sight; nil where there is none.
  package static func nearest(
    to color: Color, contrast: Double, on paper: Color, apartFrom others: [Color] = []
  ) -> Color? {
    func fits(_ candidate: Color) -> Bool {
      candidate.contrast(with: paper) >= contrast
        && others.allSatisfy {
          ColorSight.worst(candidate, $0).difference >= FitnessLimits.categories
        }
    }
    if fits(color) { return color }
    let start = color.lab.lightness
    for step in 1...200 {
      for lightness in [start - Double(step) / 2, start + Double(step) / 2]
      where (0...100).contains(lightness) {
        let candidate = color.lightness(lightness)
        if fits(candidate) { return candidate }
      }
    }
    return nil
  }

  /// Colours for dark paper: each lightened until words in it can be read, and as far further as
  /// those before it need to be told apart; where that cannot be, it is only lightened.
  package static func onDark(_ colors: [Color], paper: Color) -> [Color] {
    colors.reduce(into: []) { chosen, color in
      let own =
        nearest(to: color, contrast: FitnessLimits.words, on: paper, apartFrom: chosen)
        ?? nearest(to: color, contrast: FitnessLimits.words, on: paper) ?? color
      chosen.append(own)
    }
  }
}
