import Drawing

extension PageLayout {
  /// Pages with running head, folio, links and page numbers in the table of contents.
  func finalize(
    _ pages: [[PlacedSlab]], of collection: Collection, _ document: Document,
    on format: PageFormat
  ) -> PlacedDocument {
    let numbers = pageNumbers(pages)
    let frame = PageFrame(document: document, format: format, count: pages.count, layout: self)
    let finished = pages.enumerated().map { index, slabs in
      finish(slabs, number: index + 1, in: frame, numbers: numbers)
    }
    return PlacedDocument(
      title: document.title, author: document.author, language: document.language, format: format,
      pages: finished, outline: collection.outline)
  }

  /// The page of each anchor, counted from 1.
  private func pageNumbers(_ pages: [[PlacedSlab]]) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for (index, slabs) in pages.enumerated() {
      for placed in slabs {
        for anchor in placed.slab.anchors where numbers[anchor] == nil {
          numbers[anchor] = index + 1
        }
      }
    }
    return numbers
  }

  private func finish(
    _ slabs: [PlacedSlab], number: Int, in frame: PageFrame, numbers: [String: Int]
  ) -> Page {
    let area = bodyArea(of: frame.format)
    var page = Page(scene: Scene(size: frame.format.size, elements: frame.head()))
    for placed in slabs {
      var slab = placed.slab
      if let entry = slab.entry { drawEntry(entry, page: numbers[entry.anchor], on: &slab) }
      let origin = Point(x: area.x, y: area.y + placed.y)
      if !slab.elements.isEmpty {
        page.scene.elements.append(
          .group(SceneGroup(slab.elements, role: slab.role, offset: origin)))
      }
      page.links += slab.links.map { ($0.area.moved(by: origin), $0.target) }
      page.figures += slab.figures.map { ($0.area.moved(by: origin), $0.altText) }
      for anchor in slab.anchors where page.anchors[anchor] == nil {
        page.anchors[anchor] = origin.y
      }
    }
    page.scene.elements += frame.foot(number: number)
    return page
  }

  /// Title, dotted leader, page number.
  private func drawEntry(_ entry: ContentsEntry, page: Int?, on slab: inout Slab) {
    let type = style.body
    let number = page.map(String.init) ?? ""
    let numberWidth = measuring.extent(of: number, font: type.font).width
    let titleWidth = measuring.extent(of: entry.title, font: type.font).width
    let baseline = measuring.baseline(of: type)
    let end = entry.x + entry.width
    let (from, to) = (entry.x + titleWidth + 6, end - numberWidth - 6)
    if to > from {
      slab.elements.append(
        .path(
          .polyline([Point(x: from, y: baseline), Point(x: to, y: baseline)]), fill: nil,
          stroke: Stroke(style.theme.quiet, width: 0.75, dashes: [0.75, 3])))
    }
    slab.elements.append(
      .text(
        TextRun(number, font: type.font, paint: style.theme.grey), at: Point(x: end, y: baseline),
        anchor: .end, rotation: 0))
  }
}

/// What stands around the text area of every page.
private struct PageFrame {
  let document: Document
  let format: PageFormat
  let count: Int
  let layout: PageLayout

  private var style: PageStyle { layout.style }
  private var right: Points { format.size.width - format.side }

  /// The running head over its rule.
  func head() -> [SceneElement] {
    let baseline = format.top + layout.measuring.baseline(of: style.note)
    let ruleY = format.top + 15.5
    let room = format.textWidth
    let rightText = layout.measuring.cut(
      document.runningHead.right, to: room * 0.5, font: style.note.font)
    let taken = layout.measuring.extent(of: rightText, font: style.note.font).width
    let leftText = layout.measuring.cut(
      document.runningHead.left, to: room - taken - 16, font: style.note.font)
    return [
      .group(
        SceneGroup(
          [
            text(leftText, x: format.side, y: baseline, anchor: .start),
            text(rightText, x: right, y: baseline, anchor: .end),
            .path(
              .polyline([Point(x: format.side, y: ruleY), Point(x: right, y: ruleY)]), fill: nil,
              stroke: Stroke(style.theme.ink, width: style.headRule)),
          ], role: "running-head"))
    ]
  }

  /// The product's name and the page number.
  func foot(number: Int) -> [SceneElement] {
    let line = format.size.height - format.bottom - style.note.leading - 4
    let baseline = line + layout.measuring.baseline(of: style.note)
    return [
      .group(
        SceneGroup(
          [
            text(layout.product, x: format.side, y: baseline, anchor: .start),
            text("\(number) / \(count)", x: right, y: baseline, anchor: .end),
          ], role: "folio"))
    ]
  }

  private func text(_ text: String, x: Points, y: Points, anchor: TextAnchor) -> SceneElement {
    .text(
      TextRun(text, font: style.note.font, paint: style.note.paint), at: Point(x: x, y: y),
      anchor: anchor, rotation: 0)
  }
}
