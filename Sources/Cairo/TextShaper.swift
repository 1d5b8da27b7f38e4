import CPangoCairo
import Drawing

/// Turns text into glyphs with Pango: font choice, fallback, kerning, direction.
///
/// Points are points: the resolution is 72 dots an inch, and neither metrics nor outlines are
/// hinted, so a line is as wide on a screen as on paper.
///
/// Whatever may open or close a font takes a ``FontTurn``.
struct TextShaper: ~Copyable {
  private let map: UnsafeMutablePointer<PangoFontMap>
  let context: OpaquePointer
  private let layout: OpaquePointer
  private var fonts: [Font: FontEntry] = [:]
  private var glyphFonts: [UnsafeMutablePointer<PangoFont>: GlyphFont] = [:]
  private var shaped = RecentTexts()
  private let plainShaper: PlainTextShaper

  /// Pango's unit: so many to a point.
  static let scale = Double(PANGO_SCALE)

  /// - Parameter language: the language whose letter forms are chosen where scripts share
  ///   characters; the machine's own language never matters.
  init(language: String) {
    (map, context, layout) = FontTurn.take { TextShaper.made(language) }
    plainShaper = PlainTextShaper(language: language)
  }

  private static func made(_ language: String) -> (
    map: UnsafeMutablePointer<PangoFontMap>, context: OpaquePointer, layout: OpaquePointer
  ) {
    guard let map = pango_cairo_font_map_new(), let context = pango_font_map_create_context(map),
      let layout = pango_layout_new(context)
    else { preconditionFailure("GObject constructors end the process rather than return nothing") }
    let options = cairo_font_options_create()
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string(language))
    pango_layout_set_auto_dir(layout, 0)
    return (map, context, layout)
  }

  deinit {
    FontTurn.take {
      for entry in fonts.values { entry.free() }
      for font in glyphFonts.keys { g_object_unref(font) }
      g_object_unref(UnsafeMutableRawPointer(layout))
      g_object_unref(UnsafeMutableRawPointer(context))
      g_object_unref(map)
    }
  }

  /// The glyphs of one line of text.
  mutating func shape(_ text: String, font: Font) -> ShapedText {
    let entry = entry(for: font)
    let key = RecentTexts.Key(font: entry.id, text: text)
    if let known = shaped[key] { return known }
    let printed = PrintableText.oneLine(text)
    let result = plainShaper.shape(printed, entry) ?? shapeWithPango(printed, entry)
    shaped[key] = result
    return result
  }

  /// Whether a family is installed.
  borrowing func hasFamily(_ name: String) -> Bool {
    FontTurn.take { pango_font_map_get_family(map, name) != nil }
  }

  /// A font's description, features and claimed heights.
  mutating func entry(for font: Font) -> FontEntry {
    if let known = fonts[font] { return known }
    let entry = FontTurn.take { loaded(font) }
    fonts[font] = entry
    return entry
  }

  private mutating func loaded(_ font: Font) -> FontEntry {
    var entry = FontEntry(font, id: fonts.count)
    if let first = pango_font_map_load_font(map, context, entry.description) {
      entry.first = glyphFont(first)
      g_object_unref(first)
    }
    set(Array("x".utf8), entry, isRightToLeft: false)
    var logical = PangoRectangle()
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), nil, &logical)
    entry.ascent = Double(-logical.y) / TextShaper.scale
    entry.descent = Double(logical.height + logical.y) / TextShaper.scale
    return entry
  }

  /// The glyphs of any printable text.
  mutating func shapeWithPango(_ text: String, _ entry: FontEntry) -> ShapedText {
    FontTurn.take { laidOut(text, entry) }
  }

  private mutating func laidOut(_ text: String, _ entry: FontEntry) -> ShapedText {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { return ShapedText(width: 0, runs: [], missing: []) }
    set(bytes, entry, isRightToLeft: PrintableText.isRightToLeft(text))
    var builder = GlyphRunBuilder(text: bytes)
    var next = pango_layout_get_line_readonly(layout, 0)?.pointee.runs
    while let node = next {
      next = node.pointee.next
      guard let item = node.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self),
        let font = item.pointee.item.pointee.analysis.font, let glyphFont = glyphFont(font)
      else { continue }
      builder.add(item.pointee, font: glyphFont)
    }
    return builder.finish()
  }

  private func set(_ bytes: [UInt8], _ entry: FontEntry, isRightToLeft: Bool) {
    pango_context_set_base_dir(
      context, isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
    pango_layout_context_changed(layout)
    pango_layout_set_single_paragraph_mode(layout, 1)
    pango_layout_set_font_description(layout, entry.description)
    pango_layout_set_attributes(layout, entry.features)
    bytes.withUnsafeBytes { buffer in
      pango_layout_set_text(
        layout, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
  }

  /// A font as glyphs are painted in it, kept for as long as the shaper lives.
  private mutating func glyphFont(_ font: UnsafeMutablePointer<PangoFont>) -> GlyphFont? {
    if let known = glyphFonts[font] { return known }
    guard let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font)),
      let shaping = pango_font_get_hb_font(font)
    else { return nil }
    let made = GlyphFont(scaled, shaping: shaping)
    g_object_ref(font)
    glyphFonts[font] = made
    return made
  }
}

/// What Pango needs to know of a font.
struct FontEntry {
  /// A small number that stands for the font.
  let id: Int
  let description: OpaquePointer?
  /// OpenType features as an attribute list, nil for none.
  let features: OpaquePointer?
  let hasTabularDigits: Bool
  /// The first of the families that is there.
  var first: GlyphFont?
  var ascent = 0.0
  var descent = 0.0

  init(_ font: Font, id: Int) {
    self.id = id
    description = pango_font_description_new()
    pango_font_description_set_family(description, font.families.joined(separator: ","))
    pango_font_description_set_absolute_size(description, font.size.value * TextShaper.scale)
    pango_font_description_set_weight(description, PangoWeight(UInt32(max(1, font.weight))))
    pango_font_description_set_style(
      description, font.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    hasTabularDigits = font.hasTabularDigits
    features = font.hasTabularDigits ? pango_attr_list_new() : nil
    if let features { pango_attr_list_insert(features, pango_attr_font_features_new("tnum")) }
  }

  /// Gives the C parts back; the entry must not be used after.
  func free() {
    pango_font_description_free(description)
    if let features { pango_attr_list_unref(features) }
  }
}

/// The texts shaped last: two generations, so that room is bounded and what is in use stays.
struct RecentTexts {
  /// A text in a font.
  struct Key: Hashable {
    let font: Int
    let text: String
  }

  /// How many texts a generation holds.
  private static let capacity = 8192
  private var young: [Key: ShapedText] = [:]
  private var old: [Key: ShapedText] = [:]

  subscript(key: Key) -> ShapedText? {
    mutating get {
      if let found = young[key] { return found }
      guard let found = old[key] else { return nil }
      self[key] = found
      return found
    }
    set {
      if young.count >= RecentTexts.capacity {
        old = young
        young = [:]
      }
      young[key] = newValue
    }
  }
}
