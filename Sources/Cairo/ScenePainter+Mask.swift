import CPangoCairo
import Drawing

extension ScenePainter {
  /// Paints through a mask whose cells keep sharp edges; in a PDF it is one small picture.
  func paint(_ mask: CoverageMask, in area: Rectangle, paint: Paint) {
    let sides = [area.x, area.y, area.width, area.height].map(\.value)
    // Cairo puts the context into an error for good where a pattern cannot be turned back.
    guard sides.allSatisfy({ $0.isFinite && $0.magnitude < 1e6 }), area.width > 0,
      area.height > 0, let cells = try? CairoSurface.mask(mask),
      let pattern = cairo_pattern_create_for_surface(cells.pointer)
    else { return }
    defer { cairo_pattern_destroy(pattern) }
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
    cairo_save(context)
    cairo_translate(context, area.x.value, area.y.value)
    cairo_scale(
      context, area.width.value / Double(mask.columns), area.height.value / Double(mask.rows))
    use(paint)
    cairo_mask(context, pattern)
    cairo_restore(context)
  }
}
