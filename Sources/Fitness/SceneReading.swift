import Drawing

/// A drawing as the rules see it: its words and inks in the painter's order, at their places on the
/// whole.
struct SceneReading {
  /// One line of text.
  struct Words {
    let run: TextRun
    let role: String
    let order: Int
    /// The room of its letters.
    let box: TurnedBox
    /// What it is cut to.
    let clip: Rectangle?
    /// The innermost group that is a panel, nil outside of panels.
    let panel: String?
    /// Which drawing of a page holds it, counted in order; nil for the page's own words, and for
    /// every word of a drawing that is read alone.
    let drawing: Int?

    /// The text between quotes, shortened.
    var name: String { run.text.quoted }
  }

  /// A legend's sample with the words behind it.
  struct Entry {
    let label: Words
    let sample: Ink
  }

  let size: Size
  let theme: Theme
  let measuring: any TextMeasuring
  /// Whether it is a page of paper, which drawings are placed on.
  let isPage: Bool
  private(set) var words: [Words] = []
  private(set) var inks: [Ink] = []
  private(set) var entries: [Entry] = []
  /// What the shapes of each panel cover, by its role, in the drawing's order.
  private(set) var panels: [(role: String, area: Rectangle)] = []
  private var order = 0
  private var drawings = 0

  init(_ scene: Scene, theme: Theme, measuring: any TextMeasuring, isPage: Bool = false) {
    size = scene.size
    self.theme = theme
    self.measuring = measuring
    self.isPage = isPage
    walk(scene.elements, Walk())
  }

  /// The papers that it is read on: a printed page on light alone.
  var papers: [Paper] { isPage ? [.light] : Paper.allCases }

  /// The words that do not belong to one of a page's drawings.
  var ownWords: [Words] { words.filter { $0.drawing == nil } }

  /// A finding about words.
  func finding(_ rule: any FitnessRule.Type, _ words: Words, _ fault: String) -> Finding {
    Finding(
      rule: rule, role: words.role, element: words.name, place: words.box.bounds,
      fault: fault)
  }

  /// The inks that reach into an area; of dots only those that do.
  func inks(near area: Rectangle) -> [Ink] {
    inks.filter { $0.bounds.meets(area) }.map { $0.narrowed(to: area) }
  }

  /// Where the walk through the groups is.
  private struct Walk {
    var role = ""
    /// The innermost group's own role.
    var group = ""
    var panel: String?
    var offset = Point(x: 0, y: 0)
    var clip: Rectangle?
    /// The room of the panel whose marks the group holds.
    var room: Rectangle?
    var isLegend = false
    var drawing: Int?

    func entered(_ group: SceneGroup) -> Walk {
      var walk = self
      walk.role = role.isEmpty ? group.role : "\(role)/\(group.role)"
      walk.group = group.role
      walk.isLegend = isLegend || group.role == "legend"
      if group.role.hasPrefix("panel-") { walk.panel = group.role }
      walk.offset = Point(x: offset.x + group.offset.x, y: offset.y + group.offset.y)
      walk.room = group.room?.moved(by: walk.offset) ?? room
      if let cut = group.clip?.moved(by: walk.offset) {
        walk.clip = clip.map { $0.cut(to: cut) } ?? cut
      }
      return walk
    }
  }

  private mutating func walk(_ elements: [SceneElement], _ at: Walk) {
    var sample: Ink?
    for element in elements {
      switch element {
      case .text(let run, let point, let anchor, let rotation):
        guard let words = add(run, point, anchor, rotation, at) else { continue }
        if at.isLegend, let ink = sample { entries.append(Entry(label: words, sample: ink)) }
        sample = nil
      case .group(let group): walk(group.elements, entered(group, at))
      case .dots(let points, let shape, let radius, let paint):
        let places = points.map { Point(x: $0.x + at.offset.x, y: $0.y + at.offset.y) }
        sample = add(
          .dots(places.filter(\.isFinite), shape: shape, radius: radius.value), paint, at,
          isWhole: places.allSatisfy(\.isFinite))
      case .mask(let mask, let area, let paint):
        sample = add(.cells(mask, in: area.moved(by: at.offset)), paint, at)
      case .path(let path, let fill, let stroke):
        sample = add(
          path.flattened(movedBy: at.offset), fill, stroke, at, isWhole: path.isFinite)
      }
    }
  }

  private mutating func entered(_ group: SceneGroup, _ at: Walk) -> Walk {
    var walk = at.entered(group)
    if isPage, at.drawing == nil, ["plot", "sparkline", "cell"].contains(group.role) {
      drawings += 1
      walk.drawing = drawings
    }
    return walk
  }

  private mutating func add(
    _ outlines: [[Point]], _ fill: Paint?, _ stroke: Stroke?, _ at: Walk, isWhole: Bool
  ) -> Ink? {
    let area = fill.map {
      add(
        .area(outlines), $0, at, hasEdge: stroke.map(isSeen) ?? false, isWhole: isWhole)
    }
    let edge = stroke.map {
      add(
        .line(outlines, width: $0.width.value, dashes: $0.dashes), $0.paint, at, isWhole: isWhole)
    }
    return area ?? edge
  }

  /// Whether a stroke shows where an area ends: a halo of paper does not.
  private func isSeen(_ stroke: Stroke) -> Bool {
    Paper.allCases.allSatisfy {
      $0.color(stroke.paint).contrast(with: $0.color(theme.paper)) >= FitnessLimits.marks
    }
  }

  private mutating func add(
    _ form: Ink.Form, _ paint: Paint, _ at: Walk, hasEdge: Bool = false, isWhole: Bool = true
  ) -> Ink {
    var ink = Ink(form, paint, role: at.role, order: order, clip: at.clip)
    (ink.hasEdge, ink.room, ink.hasLostPlaces) = (hasEdge, at.room, !isWhole)
    order += 1
    inks.append(ink)
    if let panel = at.panel, ["marks", "grid", "base"].contains(at.group) {
      if let index = panels.firstIndex(where: { $0.role == panel }) {
        panels[index].area = panels[index].area.joined(ink.bounds)
      } else {
        panels.append((panel, ink.bounds))
      }
    }
    return ink
  }

  private mutating func add(
    _ run: TextRun, _ point: Point, _ anchor: TextAnchor, _ rotation: Double, _ at: Walk
  ) -> Words? {
    guard run.text.contains(where: { !$0.isWhitespace }) else { return nil }
    let extent = measuring.extent(of: run.text, font: run.font)
    let left: Points =
      switch anchor {
      case .start: 0
      case .middle: extent.width * -0.5
      case .end: -extent.width
      }
    // What a font claims beyond its letters' reach is the leading of lines.
    let (ascent, descent) = (
      min(extent.ascent, run.font.size * 0.8), min(extent.descent, run.font.size * 0.22)
    )
    let box = Rectangle(x: left, y: -ascent, width: extent.width, height: ascent + descent)
    let place = Point(x: point.x + at.offset.x, y: point.y + at.offset.y)
    let words = Words(
      run: run, role: at.role, order: order,
      box: TurnedBox(box, around: place, rotation: rotation), clip: at.clip, panel: at.panel,
      drawing: at.drawing)
    order += 1
    self.words.append(words)
    return words
  }
}
