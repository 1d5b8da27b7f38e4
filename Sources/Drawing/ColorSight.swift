/// A way of seeing colours: with all three kinds of cones, or with one of them missing.
package enum ColorSight: String, Hashable, Sendable, CaseIterable {
  /// With all cones.
  case full
  /// Without the cones for long waves.
  case protan
  /// Without the cones for middle waves.
  case deutan
  /// Without the cones for short waves.
  case tritan

  /// How a colour looks to this sight, shown to one with all cones.
  ///
  /// - Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, *IEEE Transactions on
  ///   Visualization and Computer Graphics* 15 (2009), 1291–1298: the matrices of severity 1, on
  ///   linear channels.
  package func seeing(_ color: Color) -> Color {
    guard let m = matrix else { return color }
    let (red, green, blue) = color.linear
    func channel(_ row: Int) -> Double { m[row] * red + m[row + 1] * green + m[row + 2] * blue }
    return Color(linear: channel(0), channel(3), channel(6))
  }

  private var matrix: [Double]? {
    switch self {
    case .full: nil
    case .protan:
      [
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
      ]
    case .deutan:
      [
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881,
      ]
    case .tritan:
      [
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900,
      ]
    }
  }

  /// How different two colours look to this sight, by CIEDE2000.
  package func difference(_ a: Color, _ b: Color) -> Double {
    seeing(a).lab.difference(from: seeing(b).lab)
  }

  /// The sight that tells two colours apart worst, and how different they look to it.
  package static func worst(_ a: Color, _ b: Color) -> (sight: ColorSight, difference: Double) {
    var worst = (sight: full, difference: full.difference(a, b))
    for sight in allCases.dropFirst() {
      let difference = sight.difference(a, b)
      if difference < worst.difference { worst = (sight, difference) }
    }
    return worst
  }
}
