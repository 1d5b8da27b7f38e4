import Formatting

/// How a continuous scale bends numbers before it spreads them evenly.
enum Transform: Hashable, Sendable {
  case linear, log, sqrt, time
  /// The logarithm of the odds: what shares and risks are measured by near 0 and 1.
  case logit
  /// Linear around 0 and logarithmic from about the constant on, on both sides.
  case symlog(constant: Double)

  /// The number as it is spread, NaN where the scale refuses it.
  func callAsFunction(_ value: Double) -> Double {
    switch self {
    case .linear, .time: return value
    case .log: return value > 0 ? logarithm(value) : .nan
    case .sqrt: return value < 0 ? -(-value).squareRoot() : value.squareRoot()
    case .logit:
      // The difference keeps its digits near 0 and near 1.
      return value > 0 && value < 1 ? logarithm(value) - logarithm(1 - value) : .nan
    case .symlog(let constant):
      let size = value.magnitude / constant
      // The quotient of a huge number and a tiny constant may be infinite.
      let bent =
        size.isFinite ? logarithmOfOnePlus(size) : logarithm(value.magnitude) - logarithm(constant)
      return value < 0 ? -bent : bent
    }
  }

  /// How a reader is told of it; nil where numbers are spread evenly.
  var kind: UnevenScale? {
    switch self {
    case .linear, .time: return nil
    case .log: return .log
    case .logit: return .logOdds
    case .sqrt: return .squareRoot
    case .symlog: return .logLinearNearZero
    }
  }

  /// Whether the scale has no place for a number.
  func refuses(_ value: Double) -> Bool { self(value).isNaN }

  /// A constant of ``symlog(constant:)`` for some numbers: the power of ten at or below the first
  /// quartile of their sizes, so that most of them lie where it is logarithmic.
  static func symlogConstant(_ numbers: [Double]) -> Double {
    let sizes = numbers.map(\.magnitude).filter { $0.isNormal && $0.isFinite }.sorted()
    guard !sizes.isEmpty else { return 1 }
    return max(.leastNormalMagnitude, powerOfTen(magnitude(sizes[sizes.count / 4])))
  }
}
