/// A length in typographic points, 1/72 inch.
package struct Points: Hashable, Sendable {
  /// The number of points.
  package var value: Double

  /// A length of so many points.
  package init(_ value: Double) { self.value = value }
}

extension Points: Comparable, AdditiveArithmetic, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  package init(floatLiteral value: Double) { self.value = value }
  package init(integerLiteral value: Int) { self.value = Double(value) }
  /// No length.
  package static let zero = Points(0)
  package static func < (a: Points, b: Points) -> Bool { a.value < b.value }
  package static func + (a: Points, b: Points) -> Points { Points(a.value + b.value) }
  package static func - (a: Points, b: Points) -> Points { Points(a.value - b.value) }
  package static func * (a: Points, factor: Double) -> Points { Points(a.value * factor) }
  package static func * (factor: Double, a: Points) -> Points { Points(a.value * factor) }
  package static func / (a: Points, divisor: Double) -> Points { Points(a.value / divisor) }
  package static func / (a: Points, b: Points) -> Double { a.value / b.value }
  package static prefix func - (a: Points) -> Points { Points(-a.value) }
}

/// A place in a drawing: x to the right, y down, from the top left corner.
package struct Point: Hashable, Sendable {
  package var x: Points
  package var y: Points

  /// Makes a place of its distances from the left and from the top.
  package init(x: Points, y: Points) {
    self.x = x
    self.y = y
  }
}

/// A width and a height.
package struct Size: Hashable, Sendable {
  package var width: Points
  package var height: Points

  /// Makes a size of its two lengths.
  package init(width: Points, height: Points) {
    self.width = width
    self.height = height
  }
}

/// An upright rectangle.
package struct Rectangle: Hashable, Sendable {
  package var x: Points
  package var y: Points
  package var width: Points
  package var height: Points

  /// Makes a rectangle of its upper left corner and its size.
  package init(x: Points, y: Points, width: Points, height: Points) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The right edge.
  package var maxX: Points { x + width }
  /// The lower edge.
  package var maxY: Points { y + height }
  /// The middle from left to right.
  package var midX: Points { x + width / 2 }
  /// The middle from top to bottom.
  package var midY: Points { y + height / 2 }

  /// The rectangle moved inwards by a distance on each side.
  package func inset(left: Points = 0, top: Points = 0, right: Points = 0, bottom: Points = 0)
    -> Rectangle
  {
    Rectangle(
      x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
  }
}
