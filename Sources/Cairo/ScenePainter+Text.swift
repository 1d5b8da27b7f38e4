import CPangoCairo
import Drawing

extension ScenePainter {
  /// Paints a line of text.
  func paint(_ run: TextRun, at place: Point, anchor: TextAnchor, rotation: Double) {
    let text = measuring.shape(run.text, font: run.font)
    use(run.paint)
    let shift =
      switch anchor {
      case .start: 0.0
      case .middle: -text.width / 2
      case .end: -text.width
      }
    guard rotation != 0 else {
      return show(text, font: run.font, x: place.x.value + shift, y: place.y.value)
    }
    cairo_save(context)
    cairo_translate(context, place.x.value, place.y.value)
    cairo_rotate(context, rotation * .pi / 180)
    show(text, font: run.font, x: shift, y: 0)
    cairo_restore(context)
  }

  private func show(_ text: ShapedText, font: Font, x: Double, y: Double) {
    for run in text.runs where !run.glyphs.isEmpty {
      withUnsafeTemporaryAllocation(of: cairo_glyph_t.self, capacity: run.glyphs.count) { moved in
        for (place, glyph) in run.glyphs.enumerated() {
          moved.initializeElement(
            at: place, to: cairo_glyph_t(index: glyph.index, x: glyph.x + x, y: glyph.y + y))
        }
        FontTurn.take { show(run, at: moved) }
      }
    }
    for box in text.missing { showBox(box, font: font, x: x, y: y) }
  }

  private func show(_ run: GlyphRun, at glyphs: UnsafeMutableBufferPointer<cairo_glyph_t>) {
    let count = Int32(glyphs.count)
    cairo_set_scaled_font(context, run.font.pointer)
    switch medium {
    case .vectors:
      let flags = run.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD.rawValue : 0
      run.text.withUnsafeBytes { text in
        cairo_show_text_glyphs(
          context, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count),
          glyphs.baseAddress, count, run.clusters, Int32(run.clusters.count),
          cairo_text_cluster_flags_t(flags))
      }
    case .pixels where run.font.isColored:
      cairo_show_glyphs(context, glyphs.baseAddress, count)
    case .pixels:
      // Cairo 1.16 moves shown glyphs to whole pixels, which makes small text uneven; outlines
      // stay where the shaper put them, as they do in PDF and SVG.
      cairo_new_path(context)
      cairo_glyph_path(context, glyphs.baseAddress, count)
      cairo_fill(context)
    }
  }

  /// An empty box for a character that no font has.
  private func showBox(_ box: MissingGlyph, font: Font, x: Double, y: Double) {
    let line = font.size.value / 16
    let height = font.size.value * 0.7
    cairo_new_path(context)
    cairo_rectangle(
      context, x + box.x + line, y - height, max(line, box.width - 2 * line), height)
    cairo_set_line_width(context, line)
    cairo_set_dash(context, nil, 0, 0)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_MITER)
    cairo_stroke(context)
  }
}
