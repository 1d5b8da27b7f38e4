import CPangoCairo

/// Shapes text of plain Latin letters, digits and signs with HarfBuzz alone.
///
/// Most cells of a table and labels of an axis are such text. Pango, which also finds scripts,
/// directions and fallback fonts, gives the same glyphs at the same places, but takes several times
/// as long.
struct PlainTextShaper: ~Copyable {
  private let buffer: OpaquePointer?
  private let language: hb_language_t?
  private let tabularDigits: hb_feature_t

  init(language: String) {
    buffer = hb_buffer_create()
    self.language = hb_language_from_string(language, -1)
    tabularDigits = hb_feature_t(
      tag: 0x746e_756d, value: 1, start: 0, end: UInt32.max)  // 'tnum'
  }

  deinit { hb_buffer_destroy(buffer) }

  /// The glyphs of a text; nil where it is not plain or the font lacks one of its characters.
  func shape(_ text: String, _ entry: FontEntry) -> ShapedText? {
    guard let font = entry.first, !font.isColored, !text.isEmpty else { return nil }
    let bytes = Array(text.utf8)
    var hasLetters = false
    for scalar in text.unicodeScalars {
      guard PlainTextShaper.isPlain(scalar) else { return nil }
      if !hasLetters && scalar.value > 0x40 { hasLetters = scalar.properties.isAlphabetic }
    }
    // The font asks Cairo for the widths of its glyphs.
    return FontTurn.take { shaped(bytes, hasLetters: hasLetters, font, entry) }
  }

  private func shaped(
    _ bytes: [UInt8], hasLetters: Bool, _ font: GlyphFont, _ entry: FontEntry
  ) -> ShapedText? {
    hb_buffer_reset(buffer)
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, hasLetters ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON)
    hb_buffer_set_language(buffer, language)
    bytes.withUnsafeBytes { text in
      hb_buffer_add_utf8(
        buffer, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count), 0,
        Int32(text.count))
    }
    withUnsafePointer(to: tabularDigits) { feature in
      hb_shape(font.shaping, buffer, feature, entry.hasTabularDigits ? 1 : 0)
    }
    return shaped(bytes, font)
  }

  /// Reads the glyphs out of the buffer; nil where one is missing.
  private func shaped(_ bytes: [UInt8], _ font: GlyphFont) -> ShapedText? {
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let places = hb_buffer_get_glyph_positions(buffer, &count)
    else { return nil }
    var glyphs: [cairo_glyph_t] = []
    glyphs.reserveCapacity(Int(count))
    var clusters: [cairo_text_cluster_t] = []
    clusters.reserveCapacity(Int(count))
    var x = 0.0
    for at in 0..<Int(count) {
      guard infos[at].codepoint != 0 else { return nil }
      let place = places[at]
      glyphs.append(
        cairo_glyph_t(
          index: UInt(infos[at].codepoint), x: x + Double(place.x_offset) / TextShaper.scale,
          y: -Double(place.y_offset) / TextShaper.scale))
      x += Double(place.x_advance) / TextShaper.scale
      let isNew = at == 0 || infos[at].cluster != infos[at - 1].cluster
      if isNew {
        clusters.append(cairo_text_cluster_t(num_bytes: 0, num_glyphs: 0))
      }
      clusters[clusters.count - 1].num_glyphs += 1
      let isLast = at + 1 == Int(count) || infos[at + 1].cluster != infos[at].cluster
      let end = at + 1 == Int(count) ? bytes.count : Int(infos[at + 1].cluster)
      if isLast { clusters[clusters.count - 1].num_bytes = Int32(end) - Int32(infos[at].cluster) }
    }
    let run = GlyphRun(
      font: font, glyphs: glyphs, clusters: clusters, isRightToLeft: false, text: bytes)
    return ShapedText(width: x, runs: [run], missing: [])
  }

  /// Latin letters, digits, signs and punctuation, which share one script and one direction.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7e, 0xa0...0xac, 0xae...0x24f, 0x2010...0x2027, 0x2030...0x205e, 0x2212: true
    default: false
    }
  }
}
