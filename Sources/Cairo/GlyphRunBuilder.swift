import CPangoCairo

/// Collects Pango's items of one line, from left to right, as runs that Cairo can paint.
struct GlyphRunBuilder {
  let text: [UInt8]
  private var runs: [GlyphRun] = []
  private var missing: [MissingGlyph] = []
  private var x = 0.0

  init(text: [UInt8]) { self.text = text }

  /// Adds an item: a stretch of text in one font and one direction.
  mutating func add(_ item: PangoGlyphItem, font: GlyphFont) {
    let start = Int(item.item.pointee.offset)
    let bytes = text[start..<start + Int(item.item.pointee.length)]
    let count = Int(item.glyphs.pointee.num_glyphs)
    var collected = ClusterCollector(
      itemLength: bytes.count, isRightToLeft: item.item.pointee.analysis.level & 1 == 1)
    var glyphs: [cairo_glyph_t] = []
    for place in 0..<count {
      let info = item.glyphs.pointee.glyphs[place]
      let width = Double(info.geometry.width) / TextShaper.scale
      let cluster = Int(item.glyphs.pointee.log_clusters[place])
      let isDrawn = info.glyph != GlyphRunBuilder.empty && info.glyph & GlyphRunBuilder.unknown == 0
      collected.add(cluster: cluster, isDrawn: isDrawn)
      if isDrawn {
        glyphs.append(
          cairo_glyph_t(
            index: UInt(info.glyph), x: x + Double(info.geometry.x_offset) / TextShaper.scale,
            y: Double(info.geometry.y_offset) / TextShaper.scale))
      } else if info.glyph & GlyphRunBuilder.unknown != 0 {
        missing.append(MissingGlyph(offset: start + cluster, x: x, width: width))
      }
      x += width
    }
    runs.append(
      GlyphRun(
        font: font, glyphs: glyphs, clusters: collected.clusters,
        isRightToLeft: collected.isRightToLeft, text: Array(bytes)))
  }

  /// The finished line.
  func finish() -> ShapedText {
    ShapedText(width: x, runs: runs, missing: missing.sorted { $0.offset < $1.offset })
  }

  /// Pango's glyph for a character that prints nothing.
  private static let empty: PangoGlyph = 0x0fff_ffff
  /// Pango's mark on a glyph that no font has.
  private static let unknown: PangoGlyph = 0x1000_0000
}

/// Pairs glyphs, which come from left to right, with the bytes that they stand for.
private struct ClusterCollector {
  let itemLength: Int
  let isRightToLeft: Bool
  private var starts: [(byte: Int, glyphs: Int32)] = []

  init(itemLength: Int, isRightToLeft: Bool) {
    self.itemLength = itemLength
    self.isRightToLeft = isRightToLeft
  }

  mutating func add(cluster: Int, isDrawn: Bool) {
    if starts.last?.byte != cluster { starts.append((cluster, 0)) }
    if isDrawn { starts[starts.count - 1].glyphs += 1 }
  }

  /// Clusters in the order of the text; their bytes add up to the item's.
  var clusters: [cairo_text_cluster_t] {
    let inTextOrder = isRightToLeft ? starts.reversed() : starts
    return inTextOrder.indices.map { place in
      let next = place + 1 < inTextOrder.count ? inTextOrder[place + 1].byte : itemLength
      return cairo_text_cluster_t(
        num_bytes: Int32(next - inTextOrder[place].byte), num_glyphs: inTextOrder[place].glyphs)
    }
  }
}
