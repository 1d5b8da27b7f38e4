import CMark
import Drawing
import Evaluation

/// Reads the Markdown of a text block (CommonMark with tables).
///
/// Values stand in the Markdown as tokens that no syntax can see, and are put in when the text is
/// parsed: a value is printed as itself whatever it says. Raw HTML is printed as text.
struct Markdown {
  /// Content that nests deeper is flattened to its text.
  private static let deepest = 24
  private let values: [String]
  private let anchor: String
  private var headings = 0

  /// The content of a template's pieces; `anchor` begins the names of its headings.
  static func content(of pieces: [TextTemplate.Piece], anchor: String) -> [Content] {
    var source = ""
    var values: [String] = []
    for piece in pieces {
      switch piece {
      case .literal(let text): source += Token.removed(from: text)
      case .value(let text):
        source += Token.text(of: values.count)
        values.append(text)
      }
    }
    var markdown = Markdown(values: values, anchor: anchor)
    guard let root = parse(source) else { return [.paragraph([Inline(source)])] }
    defer { cmark_node_free(root) }
    return markdown.blocks(in: root, depth: 0)
  }

  private init(values: [String], anchor: String) {
    self.values = values
    self.anchor = anchor
  }

  private static func parse(_ source: String) -> OpaquePointer? {
    _ = extensionsAreRegistered
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8) else {
      return nil
    }
    defer { cmark_parser_free(parser) }
    // Tables only: an extension with its own inline characters would write a table that all
    // parsers of the process share.
    if let tables = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, tables)
    }
    var text = source
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        if let start = bytes.baseAddress { cmark_parser_feed(parser, start, bytes.count) }
      }
    }
    return cmark_parser_finish(parser)
  }

  // MARK: Blocks

  private mutating func blocks(in parent: OpaquePointer, depth: Int) -> [Content] {
    guard depth < Markdown.deepest else { return [.paragraph([Inline(plain(parent))])] }
    var content: [Content] = []
    for node in children(of: parent) { content += block(node, depth: depth) }
    return content
  }

  private mutating func block(_ node: OpaquePointer, depth: Int) -> [Content] {
    switch kind(of: node) {
    case "paragraph":
      let inlines = self.inlines(in: node)
      return inlines.isEmpty ? [] : [.paragraph(inlines)]
    case "heading":
      headings += 1
      let level = min(3, Int(cmark_node_get_heading_level(node)))
      return [.heading(level: level, text: plain(node), anchor: "\(anchor)-\(headings)")]
    case "list":
      let items = children(of: node).map { blocks(in: $0, depth: depth + 1) }
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return [.list(items, isOrdered: isOrdered, start: Int(cmark_node_get_list_start(node)))]
    case "block_quote": return [.quote(blocks(in: node, depth: depth + 1))]
    case "code_block": return [.code(withoutLastBreak(literal(node)))]
    case "html_block": return [.paragraph([Inline(withoutLastBreak(literal(node)))])]
    case "thematic_break": return [.rule]
    case "table": return table(node)
    default: return []
    }
  }

  private func table(_ node: OpaquePointer) -> [Content] {
    let rows = children(of: node).map { row in
      children(of: row).map { TableContent.Cell(plain($0)) }
    }
    guard let head = rows.first else { return [] }
    let letters = cmark_gfm_extensions_get_table_alignments(node)
    let columns = head.enumerated().map { index, cell in
      TableContent.Column(head: cell.text, alignment: alignment(letters?[index]))
    }
    let summary = "Table with the columns " + head.map(\.text).joined(separator: ", ")
    return [
      .table(
        TableContent(
          columns: columns, rows: rows.dropFirst().map { .cells($0) }, summary: summary))
    ]
  }

  private func alignment(_ letter: UInt8?) -> TableContent.Alignment {
    switch letter {
    case UInt8(ascii: "r"): .right
    case UInt8(ascii: "c"): .center
    default: .left
    }
  }

  // MARK: Inlines

  private func inlines(in parent: OpaquePointer) -> [Inline] {
    var result: [Inline] = []
    collect(parent, style: Inline(""), depth: 0, into: &result)
    return result
  }

  private func collect(
    _ parent: OpaquePointer, style: Inline, depth: Int, into result: inout [Inline]
  ) {
    guard depth < Markdown.deepest else {
      append(plain(parent), style, to: &result)
      return
    }
    for node in children(of: parent) {
      var inner = style
      switch kind(of: node) {
      case "text", "html_inline": append(literal(node), style, to: &result)
      case "softbreak": append(" ", style, to: &result)
      case "linebreak": append("\n", style, to: &result)
      case "code":
        inner.isCode = true
        append(literal(node), inner, to: &result)
      case "strong":
        inner.isStrong = true
        collect(node, style: inner, depth: depth + 1, into: &result)
      case "emph":
        inner.isEmphasized = true
        collect(node, style: inner, depth: depth + 1, into: &result)
      case "link":
        inner.link = link(node)
        collect(node, style: inner, depth: depth + 1, into: &result)
      // A picture would be a request for a file that the report does not carry: its words remain.
      default: collect(node, style: style, depth: depth + 1, into: &result)
      }
    }
  }

  private func append(_ text: String, _ style: Inline, to result: inout [Inline]) {
    guard !text.isEmpty else { return }
    var inline = style
    inline.text = text
    if var last = result.last {
      let before = last.text
      last.text = text
      if last == inline {
        result[result.count - 1].text = before + text
        return
      }
    }
    result.append(inline)
  }

  /// The target of a link where it is one that a report may have.
  private func link(_ node: OpaquePointer) -> String? {
    guard let pointer = cmark_node_get_url(node) else { return nil }
    let written = String(cString: pointer)
    let isOneValue = Token.isOne(written)
    let target = Token.filled(written) { index in
      let value = values[index]
      return isOneValue ? value : LinkTarget.escaped(value)
    }
    return LinkTarget.isAllowed(target) ? target : nil
  }

  // MARK: Nodes

  private func children(of node: OpaquePointer) -> [OpaquePointer] {
    var found: [OpaquePointer] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      found.append(child)
      next = cmark_node_next(child)
    }
    return found
  }

  private func kind(of node: OpaquePointer) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
  }

  private func literal(_ node: OpaquePointer) -> String {
    guard let pointer = cmark_node_get_literal(node) else { return "" }
    return Token.filled(String(cString: pointer)) { values[$0] }
  }

  /// All text below a node, however deep, without recursion.
  private func plain(_ node: OpaquePointer) -> String {
    guard let walk = cmark_iter_new(node) else { return "" }
    defer { cmark_iter_free(walk) }
    var text = ""
    while true {
      let event = cmark_iter_next(walk)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let inner = cmark_iter_get_node(walk) else { continue }
      switch kind(of: inner) {
      case "softbreak", "linebreak": text += " "
      default: text += literal(inner)
      }
    }
    return text
  }

  private func withoutLastBreak(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

/// Registered once in the process, whichever thread parses first.
private let extensionsAreRegistered: Bool = {
  cmark_gfm_core_extensions_ensure_registered()
  return true
}()

/// The stand-in for a value: its number between two private characters, which Markdown reads as
/// letters of a word.
///
/// Read by Unicode scalars: a combining mark after a token must not hide its end.
private enum Token {
  private static let open: Unicode.Scalar = "\u{E000}"
  private static let close: Unicode.Scalar = "\u{E001}"

  static func text(of index: Int) -> String { "\(open)\(index)\(close)" }

  /// A text of the author's without characters that could be taken for a token.
  static func removed(from text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == open || $0 == close }) else { return text }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.map { $0 == open || $0 == close ? "\u{FFFD}" : $0 })
    return String(kept)
  }

  static func isOne(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.first == open && scalars.last == close && scalars.count { $0 == open } == 1
  }

  /// The text with each token replaced by what it stands for.
  static func filled(_ text: String, with value: (Int) -> String) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(of: open), let end = rest[start...].firstIndex(of: close) {
      result.unicodeScalars.append(contentsOf: rest[..<start])
      let number = String(rest[rest.index(after: start)..<end])
      if let index = Int(number) { result += value(index) }
      rest = rest[rest.index(after: end)...]
    }
    result.unicodeScalars.append(contentsOf: rest)
    return result
  }
}

/// Where links may lead: the web, a mail address, a place in the report.
enum LinkTarget {
  static func isAllowed(_ target: String) -> Bool {
    let lower = target.lowercased()
    let isKnown =
      lower.hasPrefix("https://") || lower.hasPrefix("http://") || lower.hasPrefix("mailto:")
      || lower.hasPrefix("#")
    // A line break would end a mail header or a PDF string early; no address holds one.
    return isKnown && target.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 }
  }

  /// A value as part of an address: everything but unreserved characters as `%XX`.
  static func escaped(_ value: String) -> String {
    var result = ""
    for byte in value.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        result += "%" + (hex.count < 2 ? "0" : "") + hex
      }
    }
    return result
  }
}
