import CPangoCairo
import Drawing

extension TextShaper {
  /// The lines of a paragraph wrapped to a width.
  mutating func lines(of runs: [TextRun], width: Points) -> [TextLine] {
    if let line = unwrapped(runs, width: width) { return [line] }
    return FontTurn.take { wrapped(runs, width: width) }
  }

  private mutating func wrapped(_ runs: [TextRun], width: Points) -> [TextLine] {
    let source = ParagraphSource(runs)
    guard !source.bytes.isEmpty, let layout = pango_layout_new(context) else { return [] }
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    let entries = runs.map { entry(for: $0.font) }
    let attributes = source.attributes(entries)
    defer { pango_attr_list_unref(attributes) }
    pango_context_set_base_dir(
      context, source.isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
    pango_layout_set_auto_dir(layout, 0)
    // Without Pango's own guess of the direction, left is left for it.
    pango_layout_set_alignment(
      layout, source.isRightToLeft ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_width(layout, Int32(max(1, min(width.value, 1e5)) * TextShaper.scale))
    pango_layout_set_attributes(layout, attributes)
    source.bytes.withUnsafeBytes { buffer in
      pango_layout_set_text(
        layout, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
    return ParagraphReader(layout: layout, source: source, entries: entries).lines()
  }

  /// A paragraph of one run that fits on one line, which most table cells are.
  private mutating func unwrapped(_ runs: [TextRun], width: Points) -> TextLine? {
    guard runs.count == 1, var run = runs.first, !run.text.isEmpty,
      !run.text.unicodeScalars.contains(where: PrintableText.isLineEnd),
      !PrintableText.isRightToLeft(run.text)
    else { return nil }
    run.text = PrintableText.oneLine(run.text)
    let extent = Points(shape(run.text, font: run.font).width)
    guard extent <= width else { return nil }
    let entry = entry(for: run.font)
    return TextLine(
      runs: [PlacedRun(run: run, x: 0, width: extent)],
      extent: TextExtent(
        width: extent, ascent: Points(entry.ascent), descent: Points(entry.descent)))
  }
}

/// The runs of a paragraph as one text.
struct ParagraphSource {
  let runs: [TextRun]
  let bytes: [UInt8]
  /// Where each run begins in ``bytes``, and the end of the last.
  let bounds: [Int]
  let isRightToLeft: Bool

  init(_ runs: [TextRun]) {
    self.runs = runs
    var bytes: [UInt8] = []
    var bounds = [0]
    for run in runs {
      bytes.append(contentsOf: PrintableText.paragraph(run.text).utf8)
      bounds.append(bytes.count)
    }
    self.bytes = bytes
    self.bounds = bounds
    isRightToLeft = PrintableText.isRightToLeft(runs.map(\.text).joined())
  }

  /// The run that a byte belongs to.
  func run(at offset: Int) -> Int {
    let after = bounds.partitioningIndex { $0 > offset }
    return max(0, min(runs.count - 1, after - 1))
  }

  /// Fonts and features of the runs; a colour of its own for each run keeps Pango from joining two.
  func attributes(_ entries: [FontEntry]) -> OpaquePointer? {
    let list = pango_attr_list_new()
    for (place, entry) in entries.enumerated() {
      let color = UInt16(truncatingIfNeeded: place)
      var made = [
        pango_attr_font_desc_new(entry.description), pango_attr_foreground_new(color, 0, 0),
      ]
      if entry.hasTabularDigits { made.append(pango_attr_font_features_new("tnum")) }
      for case let attribute? in made {
        attribute.pointee.start_index = UInt32(bounds[place])
        attribute.pointee.end_index = UInt32(bounds[place + 1])
        pango_attr_list_insert(list, attribute)
      }
    }
    return list
  }
}

/// Reads wrapped lines out of a Pango layout.
private struct ParagraphReader {
  let layout: OpaquePointer
  let source: ParagraphSource
  let entries: [FontEntry]

  /// A stretch of one run in one direction on one line, in the order of the eye.
  private struct Piece {
    let run: Int
    let isRightToLeft: Bool
    var bytes: Range<Int>
    let x: Double
    var width: Double
    /// Whether the line was broken after it.
    var endsLine = false
  }

  func lines() -> [TextLine] {
    guard let iterator = pango_layout_get_iter(layout) else { return [] }
    defer { pango_layout_iter_free(iterator) }
    var lines: [TextLine] = []
    repeat {
      guard let line = pango_layout_iter_get_line_readonly(iterator) else { break }
      var logical = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &logical)
      lines.append(read(line.pointee, x: Double(logical.x) / TextShaper.scale))
    } while pango_layout_iter_next_line(iterator) != 0
    return lines
  }

  private func read(_ line: PangoLayoutLine, x: Double) -> TextLine {
    var pieces = pieces(of: line, x: x)
    endLine(at: Int(line.start_index) + Int(line.length), from: &pieces)
    let used = pieces.isEmpty ? [source.run(at: Int(line.start_index))] : pieces.map(\.run)
    let placed = pieces.map { piece in
      PlacedRun(run: run(of: piece), x: Points(piece.x), width: Points(piece.width))
    }
    return TextLine(
      runs: placed,
      extent: TextExtent(
        width: placed.map { $0.x + $0.width }.max() ?? 0,
        ascent: Points(used.map { entries[$0].ascent }.max() ?? 0),
        descent: Points(used.map { entries[$0].descent }.max() ?? 0)))
  }

  private func pieces(of line: PangoLayoutLine, x start: Double) -> [Piece] {
    var pieces: [Piece] = []
    var x = start
    var next = line.runs
    while let node = next {
      next = node.pointee.next
      guard let item = node.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee
      else { continue }
      let begin = Int(item.item.pointee.offset)
      let piece = Piece(
        run: source.run(at: begin), isRightToLeft: item.item.pointee.analysis.level & 1 == 1,
        bytes: begin..<begin + Int(item.item.pointee.length), x: x,
        width: Double(pango_glyph_string_get_width(item.glyphs)) / TextShaper.scale)
      x += piece.width
      if !join(piece, to: &pieces) { pieces.append(piece) }
    }
    return pieces
  }

  /// Joins a piece to the one on its left where both are one stretch of text.
  private func join(_ piece: Piece, to pieces: inout [Piece]) -> Bool {
    guard var last = pieces.last, last.run == piece.run,
      last.isRightToLeft == piece.isRightToLeft
    else { return false }
    if !piece.isRightToLeft && last.bytes.upperBound == piece.bytes.lowerBound {
      last.bytes = last.bytes.lowerBound..<piece.bytes.upperBound
    } else if piece.isRightToLeft && piece.bytes.upperBound == last.bytes.lowerBound {
      last.bytes = piece.bytes.lowerBound..<last.bytes.upperBound
    } else {
      return false
    }
    last.width += piece.width
    pieces[pieces.count - 1] = last
    return true
  }

  /// Takes the space at the end of a wrapped line away, which has no width there, and makes a soft
  /// hyphen at the end a hard one.
  private func endLine(at end: Int, from pieces: inout [Piece]) {
    guard end < source.bytes.count, source.bytes[end] != UInt8(ascii: "\n"),
      let place = pieces.firstIndex(where: { $0.bytes.upperBound == end })
    else { return }
    pieces[place].endsLine = true
    while let last = pieces[place].bytes.last, source.bytes[last] == UInt8(ascii: " ") {
      pieces[place].bytes = pieces[place].bytes.dropLast()
    }
    if pieces[place].bytes.isEmpty { pieces.remove(at: place) }
  }

  /// Whether a line was broken after a piece, at the soft hyphen that it ends with.
  private func breaksAtHyphen(_ piece: Piece) -> Bool {
    // C2 AD is the soft hyphen in UTF-8.
    source.bytes[piece.bytes].suffix(2).elementsEqual([0xc2, 0xad]) && piece.endsLine
  }

  private func run(of piece: Piece) -> TextRun {
    var run = source.runs[piece.run]
    run.text = String(decoding: source.bytes[piece.bytes], as: UTF8.self)
    if breaksAtHyphen(piece) { run.text = String(run.text.dropLast()) + "-" }
    // A piece is set alone when it is painted; signs without a direction of their own, such as
    // brackets, need to be told that they stand in right-to-left text.
    if piece.isRightToLeft && !PrintableText.isRightToLeft(run.text) {
      run.text = "\u{200f}" + run.text
    }
    return run
  }
}

extension Array where Element: Comparable {
  /// The first place whose element satisfies a claim that no earlier and all later ones do.
  fileprivate func partitioningIndex(where claim: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if claim(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
