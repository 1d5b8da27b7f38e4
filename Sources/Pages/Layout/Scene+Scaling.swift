import Drawing

extension Scene {
  /// The scene stretched to another size: places move, strokes and type keep their size unless
  /// `scalingType`.
  func scaled(to size: Size, scalingType: Bool) -> Scene {
    guard self.size.width > 0, self.size.height > 0 else { return Scene(size: size) }
    let stretch = Stretch(
      x: size.width / self.size.width, y: size.height / self.size.height,
      type: scalingType ? min(size.width / self.size.width, size.height / self.size.height) : 1)
    return Scene(size: size, elements: elements.map(stretch.element))
  }

  /// The scene no larger than a room, made smaller as a whole where it must be.
  func fitting(width: Points, height: Points) -> Scene {
    let factor = min(1, min(width / size.width, height / size.height))
    guard factor < 1, size.width > 0, size.height > 0 else { return self }
    return scaled(
      to: Size(width: size.width * factor, height: size.height * factor), scalingType: true)
  }
}

/// A stretching of both directions, and of type and strokes.
private struct Stretch {
  let x: Double
  let y: Double
  let type: Double

  func element(_ element: SceneElement) -> SceneElement {
    switch element {
    case .path(let path, let fill, let stroke):
      return .path(Path(path.steps.map(step)), fill: fill, stroke: stroke.map(pen))
    case .text(var run, let at, let anchor, let rotation):
      run.font = run.font.size(run.font.size * type)
      return .text(run, at: point(at), anchor: anchor, rotation: rotation)
    case .dots(let points, let shape, let radius, let paint):
      return .dots(points.map(point), shape: shape, radius: radius * type, paint: paint)
    case .mask(let mask, let area, let paint):
      return .mask(mask, in: rectangle(area), paint: paint)
    case .group(var group):
      group.elements = group.elements.map(self.element)
      group.offset = point(group.offset)
      group.clip = group.clip.map(rectangle)
      return .group(group)
    }
  }

  private func point(_ point: Point) -> Point { Point(x: point.x * x, y: point.y * y) }

  private func rectangle(_ area: Rectangle) -> Rectangle {
    Rectangle(x: area.x * x, y: area.y * y, width: area.width * x, height: area.height * y)
  }

  private func step(_ step: Path.Step) -> Path.Step {
    switch step {
    case .move(let to): .move(point(to))
    case .line(let to): .line(point(to))
    case .curve(let a, let b, let to): .curve(point(a), point(b), point(to))
    case .close: .close
    }
  }

  private func pen(_ stroke: Stroke) -> Stroke {
    var stroke = stroke
    stroke.width = stroke.width * type
    stroke.dashes = stroke.dashes.map { $0 * type }
    return stroke
  }
}
