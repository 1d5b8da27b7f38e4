import CKernels
import CPangoCairo
import Drawing

extension ScenePainter {
  /// Strokes a long line of straight stretches by the shares of the pixels that it covers; returns false
  /// where Cairo strokes it sooner.
  func paintAsShares(_ path: Path, _ stroke: Stroke) -> Bool {
    guard stroke.ending == .round, stroke.dashes.isEmpty, let points = path.corners else {
      return false
    }
    let places = points.map { $0.map(inPixels) ?? bs_place(x: .nan, y: .nan) }
    var (width, none) = (stroke.width.value, 0.0)
    cairo_user_to_device_distance(context, &width, &none)
    guard width >= ScenePainter.leastWidth,
      let area = PixelArea(places, reach: width / 2 + 1, within: clip),
      area.width * area.height < places.count * ScenePainter.pixelsPerStretch,
      let shares = try? CairoSurface.shares(of: places, width: Float(width), in: area)
    else { return false }
    cairo_save(context)
    cairo_identity_matrix(context)
    cairo_mask_surface(context, shares.pointer, Double(area.left), Double(area.top))
    cairo_restore(context)
    return true
  }

  /// In pixels: of a pixel that holds several thinner lines only one would count.
  private static let leastWidth = 1.5

  /// Cairo takes about as long for a stretch of line as a mask does for so many pixels.
  private static let pixelsPerStretch = 4096

  private func inPixels(_ point: Point) -> bs_place {
    var (x, y) = (point.x.value, point.y.value)
    cairo_user_to_device(context, &x, &y)
    return bs_place(x: Float(x), y: Float(y))
  }

  /// The two corners of what is not cut off.
  private var clip: (bs_place, bs_place) {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_clip_extents(context, &left, &top, &right, &bottom)
    return (
      inPixels(Point(x: Points(left), y: Points(top))),
      inPixels(Point(x: Points(right), y: Points(bottom)))
    )
  }
}

/// A part of a picture.
private struct PixelArea {
  let left: Int
  let top: Int
  let width: Int
  let height: Int

  /// What lies near any of some places and within two corners; nil where nothing does.
  init?(_ places: [bs_place], reach: Double, within clip: (bs_place, bs_place)) {
    var (low, high) = (
      bs_place(x: .infinity, y: .infinity), bs_place(x: -.infinity, y: -.infinity)
    )
    for place in places where place.x.isFinite && place.y.isFinite {
      low = bs_place(x: min(low.x, place.x), y: min(low.y, place.y))
      high = bs_place(x: max(high.x, place.x), y: max(high.y, place.y))
    }
    let reach = Float(reach)
    let (left, top) = (max(low.x - reach, clip.0.x), max(low.y - reach, clip.0.y))
    let (right, bottom) = (min(high.x + reach, clip.1.x), min(high.y + reach, clip.1.y))
    guard left < right, top < bottom, [left, top, right, bottom].allSatisfy({ abs($0) < 1e5 })
    else { return nil }
    (self.left, self.top) = (Int(left.rounded(.down)), Int(top.rounded(.down)))
    width = Int(right.rounded(.up)) - self.left
    height = Int(bottom.rounded(.up)) - self.top
  }
}

extension CairoSurface {
  /// The shares of the pixels of an area that a line covers.
  fileprivate static func shares(of places: [bs_place], width: Float, in area: PixelArea)
    throws(CairoError) -> CairoSurface
  {
    // The loop takes eight pixels at a time and may end beyond the last of a row.
    let surface = try CairoSurface.mask(width: area.width + 8, height: area.height)
    cairo_surface_flush(surface.pointer)
    guard let data = cairo_image_surface_get_data(surface.pointer) else {
      throw .failed("no pixels")
    }
    let mask = bs_mask(
      shares: data, width: Int32(area.width), height: Int32(area.height),
      stride: cairo_image_surface_get_stride(surface.pointer))
    let moved = places.map { bs_place(x: $0.x - Float(area.left), y: $0.y - Float(area.top)) }
    bs_cover_line(moved, moved.count, width / 2, mask)
    cairo_surface_mark_dirty(surface.pointer)
    return surface
  }
}

extension Path {
  /// The corners of a long outline, nil between two lines; nil for one that bends, is closed or has so
  /// few corners that it does not matter how it is stroked.
  fileprivate var corners: [Point?]? {
    guard steps.count > 128 else { return nil }
    var corners: [Point?] = []
    corners.reserveCapacity(steps.count)
    for step in steps {
      switch step {
      case .move(let point):
        if !corners.isEmpty { corners.append(nil) }
        corners.append(point)
      case .line(let point): corners.append(point)
      case .curve, .close: return nil
      }
    }
    return corners
  }
}
