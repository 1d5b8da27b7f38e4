import Drawing

/// Cuts the shapes of marks to their panel, where an axis may end before what they show.
///
/// Only what reaches over the edge is cut, at half a stroke beyond it; dots whose middles lie inside
/// stay whole, but for bubbles. Words are shown whole or, where their place lies far outside, not at
/// all: half a word says nothing.
struct MarksCut {
  let frame: Rectangle

  /// How far small dots reach over the frame.
  private static let dot: Points = 4
  /// How far from the frame the words of a shape at its edge may begin.
  private static let words: Points = 18

  /// The elements as seen through the frame.
  func callAsFunction(_ elements: [SceneElement]) -> [SceneElement] {
    var shown: [SceneElement] = []
    var cut: (elements: [SceneElement], reach: Points) = ([], 0)
    func close() {
      guard !cut.elements.isEmpty else { return }
      shown.append(
        .group(SceneGroup(cut.elements, role: "marks", clip: frame.grown(by: cut.reach))))
      cut.elements = []
    }
    for element in elements {
      switch seen(element) {
      case .whole(let element):
        close()
        shown.append(element)
      case .cut(let element, let reach):
        if cut.reach != reach { close() }
        cut.elements.append(element)
        cut.reach = reach
      case .nothing: break
      }
    }
    close()
    return shown
  }

  /// How an element is seen.
  private enum Seen {
    case whole(SceneElement)
    case cut(SceneElement, reach: Points)
    case nothing
  }

  private func seen(_ element: SceneElement) -> Seen {
    switch element {
    case .text(_, let point, _, _):
      return frame.grown(by: MarksCut.words).contains(point) ? .whole(element) : .nothing
    case .group(var group):
      guard group.clip == nil, group.offset == Point(x: 0, y: 0) else { return .whole(element) }
      group.elements = self(group.elements)
      return group.elements.isEmpty ? .nothing : .whole(.group(group))
    case .dots(let points, let shape, let radius, let paint):
      let inside = points.filter(frame.grown(by: 0.5).contains)
      guard !inside.isEmpty else { return .nothing }
      let dots = SceneElement.dots(inside, shape: shape, radius: radius, paint: paint)
      guard radius > MarksCut.dot else { return .whole(dots) }
      return inside.allSatisfy(frame.grown(by: MarksCut.dot - radius).contains)
        ? .whole(dots) : .cut(dots, reach: MarksCut.dot)
    case .mask(_, let area, _):
      let reach = frame.grown(by: 1)
      let ends = [Point(x: area.x, y: area.y), Point(x: area.maxX, y: area.maxY)]
      return ends.allSatisfy(reach.contains) ? .whole(element) : .cut(element, reach: 1)
    case .path(let path, _, let stroke):
      let reach = max(Points(0.5), (stroke?.width ?? 0) / 2)
      let points = path.steps.flatMap(\.points)
      if points.allSatisfy(frame.grown(by: reach).contains) { return .whole(element) }
      return isBeside(points) ? .nothing : .cut(element, reach: reach)
    }
  }

  /// Whether all points lie on one side of the frame, beyond it.
  private func isBeside(_ points: [Point]) -> Bool {
    points.allSatisfy { $0.x < frame.x } || points.allSatisfy { $0.x > frame.maxX }
      || points.allSatisfy { $0.y < frame.y } || points.allSatisfy { $0.y > frame.maxY }
  }
}
