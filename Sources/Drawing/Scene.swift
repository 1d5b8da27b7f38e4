/// An outline of straight lines and Bézier curves.
package struct Path: Hashable, Sendable {
  /// One step of the pen.
  package enum Step: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  /// The steps in the pen's order.
  package var steps: [Step]

  /// Makes a path of steps.
  package init(_ steps: [Step] = []) { self.steps = steps }

  /// A line through points.
  package static func polyline(_ points: [Point]) -> Path {
    Path(points.enumerated().map { $0.offset == 0 ? .move($0.element) : .line($0.element) })
  }

  /// A closed outline through points.
  package static func polygon(_ points: [Point]) -> Path { Path(polyline(points).steps + [.close]) }

  /// The outline of a rectangle.
  package static func rectangle(_ r: Rectangle) -> Path {
    polygon([
      Point(x: r.x, y: r.y), Point(x: r.maxX, y: r.y), Point(x: r.maxX, y: r.maxY),
      Point(x: r.x, y: r.maxY),
    ])
  }
}

/// How an outline is drawn.
package struct Stroke: Hashable, Sendable {
  /// How a line's ends and corners look.
  package enum Ending: String, Hashable, Sendable {
    /// Cut at the end, sharp corners.
    case butt
    /// Rounded ends and corners.
    case round
  }

  package var paint: Paint
  package var width: Points
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  package var dashes: [Points]
  /// How ends and corners look.
  package var ending: Ending

  /// Makes a stroke, solid and cut at its ends unless said otherwise.
  package init(_ paint: Paint, width: Points, dashes: [Points] = [], ending: Ending = .butt) {
    self.paint = paint
    self.width = width
    self.dashes = dashes
    self.ending = ending
  }
}

/// Where a text stands relative to its point, along the line.
package enum TextAnchor: String, Hashable, Sendable {
  case start, middle, end
}

/// The form of a point mark.
package enum DotShape: String, Hashable, Sendable, CaseIterable {
  case circle, square, triangle, diamond, cross, ring
}

/// One thing that is drawn.
package indirect enum SceneElement: Hashable, Sendable {
  /// A filled and perhaps stroked outline.
  case path(Path, fill: Paint?, stroke: Stroke?)
  /// A line of text whose baseline starts, is centred or ends at a point; turned by degrees
  /// clockwise around that point.
  case text(TextRun, at: Point, anchor: TextAnchor, rotation: Double)
  /// Many marks of one form, size and paint.
  case dots([Point], shape: DotShape, radius: Points, paint: Paint)
  /// A grid of coverages stretched over a rectangle, each cell of it in one tone and with sharp edges.
  case mask(CoverageMask, in: Rectangle, paint: Paint)
  /// Elements that belong together.
  case group(SceneGroup)
}

/// Elements that belong together: moved, cut to a rectangle, named, with a tooltip.
package struct SceneGroup: Hashable, Sendable {
  package var elements: [SceneElement]
  /// What the group is, in one word such as `axis-x`, `marks`, `legend`: the name that goldens and
  /// findings use, and the class in SVG.
  package var role: String
  /// How far the elements are moved.
  package var offset: Point
  /// Elements are cut to this rectangle (in the group's own coordinates).
  package var clip: Rectangle?
  /// Where its shapes belong (in the group's own coordinates), for checks of finished drawings; no
  /// painter reads it.
  package var room: Rectangle?
  /// What a reader sees when the pointer rests here.
  package var tooltip: String?

  package init(
    _ elements: [SceneElement], role: String, offset: Point = Point(x: 0, y: 0),
    clip: Rectangle? = nil, tooltip: String? = nil
  ) {
    self.elements = elements
    self.role = role
    self.offset = offset
    self.clip = clip
    self.tooltip = tooltip
  }
}

/// What a reader is told where the pointer rests on an area; no painter of paper draws it.
package struct Tip: Hashable, Sendable {
  /// Where the pointer calls it up.
  package var area: Rectangle
  package var text: String

  /// Makes a tip of one line of text.
  package init(area: Rectangle, text: String) {
    self.area = area
    self.text = text
  }
}

/// A finished drawing: shapes and text at fixed places on an area, ready for any painter.
package struct Scene: Hashable, Sendable {
  /// How wide and high the paper is.
  package var size: Size
  package var elements: [SceneElement]
  /// What the pointer tells, the topmost last.
  package var tips: [Tip]

  /// Makes a drawing; elements are in the painter's order.
  package init(size: Size, elements: [SceneElement] = [], tips: [Tip] = []) {
    self.size = size
    self.elements = elements
    self.tips = tips
  }
}
