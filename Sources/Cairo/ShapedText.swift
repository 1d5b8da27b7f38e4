import CPangoCairo

/// A line of text turned into glyphs: what is measured is what is painted.
final class ShapedText: Sendable {
  /// The advance width in points.
  let width: Double
  /// Glyphs of one font each, from left to right.
  let runs: [GlyphRun]
  /// Characters that no font can draw, in order of appearance.
  let missing: [MissingGlyph]

  init(width: Double, runs: [GlyphRun], missing: [MissingGlyph]) {
    self.width = width
    self.runs = runs
    self.missing = missing
  }
}

/// A place where an empty box stands for a character that no font can draw.
struct MissingGlyph: Hashable, Sendable {
  /// Where the character begins in the text, in bytes.
  let offset: Int
  /// The box's left edge and width in points.
  let x: Double
  let width: Double
}

/// Glyphs of one font, with the characters that they stand for.
struct GlyphRun: Sendable {
  let font: GlyphFont
  /// Glyphs at their places, relative to the begin of the line, in points.
  let glyphs: [cairo_glyph_t]
  /// How the bytes of ``text`` fall on the glyphs, so that printed text can be copied and found.
  let clusters: [cairo_text_cluster_t]
  let isRightToLeft: Bool
  let text: [UInt8]
}

/// A font at a size, as Cairo draws it and HarfBuzz shapes it.
///
/// Sendable unchecked: the pointers never change; Cairo counts the references to a scaled font
/// atomically and takes the font's own lock around everything inside it; the HarfBuzz font is
/// immutable, as Pango makes it.
final class GlyphFont: @unchecked Sendable {
  let pointer: OpaquePointer
  let shaping: OpaquePointer
  /// Whether glyphs are pictures of their own colours, as in emoji fonts.
  let isColored: Bool

  /// Keeps a reference to both faces of a font.
  init(_ pointer: OpaquePointer, shaping: OpaquePointer) {
    self.pointer = cairo_scaled_font_reference(pointer)
    self.shaping = hb_font_reference(shaping)
    let face = hb_font_get_face(shaping)
    isColored = hb_ot_color_has_png(face) != 0 || hb_ot_color_has_layers(face) != 0
  }

  deinit {
    FontTurn.take {
      hb_font_destroy(shaping)
      cairo_scaled_font_destroy(pointer)
    }
  }
}
