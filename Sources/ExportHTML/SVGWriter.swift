package import Drawing
import Markup
import PNG

/// Writes scenes as SVG for an HTML page: text stays text, colours follow the reader's choice.
package struct SVGWriter {
  private var styles: SVGStyles
  private let prefix: String
  private var definitions = ""
  private var clips: [Rectangle: String] = [:]
  private var names = 0

  /// The SVG element of a scene.
  ///
  /// - Parameters:
  ///   - scene: the drawing.
  ///   - styles: classes shared by all drawings of the document; grows as needed.
  ///   - idPrefix: begins every `id` of the element, so that ids are unique in the document.
  ///   - title: what the drawing is, for a reader who cannot see; nil for mere decoration.
  ///   - description: what it shows.
  /// - Returns: the element as text, to stand in an HTML page.
  package static func svg(
    of scene: Scene, styles: inout SVGStyles, idPrefix: String, title: String? = nil,
    description: String? = nil
  ) -> String {
    var writer = SVGWriter(styles: styles, prefix: XMLText.identifier(idPrefix))
    let body =
      writer.markup(of: scene.elements, hasTooltip: false) + writer.markup(of: scene.tips)
    styles = writer.styles
    let (width, height) = (SVGNumber(scene.size.width).text, SVGNumber(scene.size.height).text)
    let head = writer.words(title: title, description: description)
    let definitions = writer.definitions.isEmpty ? "" : "<defs>\(writer.definitions)</defs>"
    return "<svg class=\"scene\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)pt\""
      + " height=\"\(height)pt\" fill=\"none\"\(head.attributes)>"
      + "\(head.element)\(definitions)\(body)</svg>"
  }

  private init(styles: SVGStyles, prefix: String) {
    self.styles = styles
    self.prefix = prefix
  }

  /// What readers who cannot see are told.
  private func words(title: String?, description: String?) -> (attributes: String, element: String)
  {
    guard title != nil || description != nil else { return (" aria-hidden=\"true\"", "") }
    // A title element would show as a tooltip wherever the pointer rests on the drawing.
    var attributes = " role=\"img\""
    if let title { attributes += " aria-label=\"\(XMLText.content(title))\"" }
    guard let description else { return (attributes, "") }
    let id = "\(prefix)-d"
    let relation = title == nil ? "labelledby" : "describedby"
    return (
      attributes + " aria-\(relation)=\"\(id)\"",
      "<desc id=\"\(id)\">\(XMLText.content(description))</desc>"
    )
  }

  /// The elements in order; neighbours that share their looks share one group.
  private mutating func markup(of elements: [SceneElement], hasTooltip: Bool) -> String {
    let pieces = elements.flatMap { self.pieces(of: $0, hasTooltip: hasTooltip) }
    var text = ""
    var start = 0
    while start < pieces.count {
      let shared = pieces[start].shared
      let end = pieces[start...].firstIndex { $0.shared != shared } ?? pieces.count
      let stretch = pieces[start..<end]
      if shared.isEmpty || stretch.count == 1 {
        text += stretch.map { $0.markup(with: shared) }.joined()
      } else {
        text += "<g\(shared)>\(stretch.map { $0.markup(with: "") }.joined())</g>"
      }
      start = end
    }
    return text
  }

  /// Areas that nobody sees and the pointer finds.
  private func markup(of tips: [Tip]) -> String {
    guard !tips.isEmpty else { return "" }
    let areas = tips.map { tip in
      let (area, words) = (tip.area, XMLText.content(tip.text))
      return "<rect x=\"\(SVGNumber(area.x).text)\" y=\"\(SVGNumber(area.y).text)\""
        + " width=\"\(SVGNumber(area.width).text)\" height=\"\(SVGNumber(area.height).text)\">"
        + "<title>\(words)</title></rect>"
    }
    return "<g class=\"tips\">\(areas.joined())</g>"
  }

  private mutating func pieces(of element: SceneElement, hasTooltip: Bool) -> [SVGPiece] {
    switch element {
    case .path(let path, let fill, let stroke): [piece(path, fill: fill, stroke: stroke)]
    case .text(let run, let place, let anchor, let rotation):
      [piece(run, at: place, anchor: anchor, rotation: rotation)]
    case .dots(let points, let shape, let radius, let paint):
      dots(points, outline: (shape, radius), paint: paint, canMark: !hasTooltip)
    case .mask(let mask, let area, let paint): [piece(mask, in: area, paint: paint)]
    case .group(let group): [piece(group, hasTooltip: hasTooltip)]
    }
  }

  private mutating func piece(_ path: Path, fill: Paint?, stroke: Stroke?) -> SVGPiece {
    var classes: [String] = []
    if let fill { classes.append(styles.fill(fill)) }
    if let stroke { classes.append(styles.stroke(stroke.paint)) }
    var shared = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    if let stroke {
      shared += " stroke-width=\"\(SVGNumber(stroke.width).text)\""
      let dashes = stroke.dashes.map { SVGNumber($0).text }.joined(separator: " ")
      if !dashes.isEmpty { shared += " stroke-dasharray=\"\(dashes)\"" }
      if stroke.ending == .round {
        shared += " stroke-linecap=\"round\" stroke-linejoin=\"round\""
      }
    }
    return SVGPiece(name: "path", shared: shared, own: " d=\"\(SVGPathData(path).text)\"")
  }

  private mutating func piece(
    _ run: TextRun, at place: Point, anchor: TextAnchor, rotation: Double
  ) -> SVGPiece {
    let isRightToLeft = PrintableText.isRightToLeft(run.text)
    var shared = " class=\"\(styles.font(run.font)) \(styles.fill(run.paint))\""
    // SVG counts start and end along the reading direction, a scene from the left.
    switch (anchor, isRightToLeft) {
    case (.middle, _): shared += " text-anchor=\"middle\""
    case (.start, true), (.end, false): shared += " text-anchor=\"end\""
    case (.start, false), (.end, true): break
    }
    if isRightToLeft { shared += " direction=\"rtl\"" }
    let (x, y) = (SVGNumber(place.x).text, SVGNumber(place.y).text)
    let turn =
      rotation == 0 ? "" : " transform=\"rotate(\(SVGNumber(rotation).text) \(x) \(y))\""
    return SVGPiece(
      name: "text", shared: shared, own: " x=\"\(x)\" y=\"\(y)\"\(turn)",
      content: XMLText.content(run.text))
  }

  private mutating func piece(_ group: SceneGroup, hasTooltip: Bool) -> SVGPiece {
    var own = group.role.isEmpty ? "" : " class=\"\(XMLText.content(group.role))\""
    let (x, y) = (SVGNumber(group.offset.x), SVGNumber(group.offset.y))
    if x.hundredths != 0 || y.hundredths != 0 {
      own += " transform=\"translate(\(x.text) \(y.text))\""
    }
    if let clip = group.clip { own += " clip-path=\"url(#\(name(of: clip)))\"" }
    let tooltip = group.tooltip.map { "<title>\(XMLText.content($0))</title>" } ?? ""
    let body = markup(of: group.elements, hasTooltip: hasTooltip || group.tooltip != nil)
    return SVGPiece(name: "g", shared: "", own: own, content: tooltip + body)
  }

  /// A rectangle in the paint, seen through a picture whose whites let it show.
  private mutating func piece(_ mask: CoverageMask, in area: Rectangle, paint: Paint) -> SVGPiece {
    let id = nextName("k")
    let place = [("x", area.x), ("y", area.y), ("width", area.width), ("height", area.height)]
      .map { " \($0)=\"\(SVGNumber($1).text)\"" }.joined()
    let png = PNGEncoder.bytes(ofGrays: mask.coverages, width: mask.columns, height: mask.rows)
    let letters = String(decoding: Base64.letters(of: png), as: UTF8.self)
    definitions +=
      "<mask id=\"\(id)\" maskUnits=\"userSpaceOnUse\"\(place)><image\(place)"
      + " preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\""
      + " href=\"data:image/png;base64,\(letters)\"/></mask>"
    return SVGPiece(
      name: "rect", shared: " class=\"\(styles.fill(paint))\"",
      own: "\(place) mask=\"url(#\(id))\"")
  }

  /// Above so many dots, one path with a marker at each corner is shorter than an element a dot.
  private static let fewDots = 8

  private mutating func dots(
    _ points: [Point], outline: (shape: DotShape, radius: Points), paint: Paint, canMark: Bool
  ) -> [SVGPiece] {
    let fill = " class=\"\(styles.fill(paint))\""
    // Browsers do not let the pointer rest on a marker, so dots with a tooltip stand alone.
    guard canMark, points.count > SVGWriter.fewDots else {
      return points.map { dot(outline.shape, outline.radius, at: $0, fill: fill) }
    }
    let origin = Point(x: 0, y: 0)
    let id = nextName("m")
    let mark = dot(outline.shape, outline.radius, at: origin, fill: fill).markup(with: fill)
    definitions +=
      "<marker id=\"\(id)\" markerUnits=\"userSpaceOnUse\" overflow=\"visible\">"
      + "\(mark)</marker>"
    let path = SVGPathData(.polyline(points)).text
    return [SVGPiece(name: "path", shared: "", own: " style=\"marker:url(#\(id))\" d=\"\(path)\"")]
  }

  private func dot(_ shape: DotShape, _ radius: Points, at point: Point, fill: String) -> SVGPiece {
    guard shape == .circle else {
      let outline = shape.outline(radius: radius).moved(by: point)
      return SVGPiece(name: "path", shared: fill, own: " d=\"\(SVGPathData(outline).text)\"")
    }
    let place = [("cx", point.x), ("cy", point.y)].map { name, length in
      let number = SVGNumber(length)
      return number.hundredths == 0 ? "" : " \(name)=\"\(number.text)\""
    }
    return SVGPiece(
      name: "circle", shared: fill, own: "\(place.joined()) r=\"\(SVGNumber(radius).text)\"")
  }

  private mutating func name(of clip: Rectangle) -> String {
    if let known = clips[clip] { return known }
    let id = nextName("c")
    clips[clip] = id
    let path = SVGPathData(.rectangle(clip)).text
    definitions += "<clipPath id=\"\(id)\"><path d=\"\(path)\"/></clipPath>"
    return id
  }

  private mutating func nextName(_ letter: String) -> String {
    defer { names += 1 }
    return "\(prefix)-\(letter)\(names)"
  }
}

/// One element: its looks, which neighbours may share, and what is its own.
private struct SVGPiece {
  let name: String
  /// Attributes that mean the same on a group around the element.
  let shared: String
  let own: String
  var content = ""

  func markup(with looks: String) -> String {
    content.isEmpty && name != "text"
      ? "<\(name)\(looks)\(own)/>" : "<\(name)\(looks)\(own)>\(content)</\(name)>"
  }
}
