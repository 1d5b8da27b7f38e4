import Expressions

/// A random expression as text, with what its maker has to know to build upon it.
struct Sample {
  let text: String
  let type: ValueType
  /// The most that its value may be, or the most characters: a number that leaves its type is an
  /// error in one database and goes on in another, so that none is made.
  let size: Double
  /// The digits after the point of a decimal.
  let scale: Int
  /// Whether every machine gives the same last digit: else nothing may depend upon it, such as a
  /// comparison or a rounding.
  let isExact: Bool

  init(_ text: String, _ type: ValueType, size: Double = 0, scale: Int = 0, isExact: Bool = true) {
    self.text = text
    self.type = type
    self.size = size
    self.scale = scale
    self.isExact = isExact
  }

  /// A function call or operation on samples.
  init(
    _ text: String, _ type: ValueType, of parts: [Sample], size: Double = 0, scale: Int = 0,
    isExact: Bool = true
  ) {
    self.init(
      text, type, size: size, scale: scale, isExact: isExact && parts.allSatisfy(\.isExact))
  }
}
