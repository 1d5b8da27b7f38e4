package import Diagnostics
package import Expressions
package import Formatting
import Frame

/// Text with values in it: `{{ mean(people.risk) | .1f }}`.
///
/// `{{{{` prints two braces. What a value says is never read as Markdown or markup: ``render(_:_:)``
/// keeps it apart from the author's words.
package struct TextTemplate: Hashable, Sendable {
  /// One part of the template.
  package enum Part: Hashable, Sendable {
    /// The author's words.
    case words(String)
    /// A value to be put in.
    case value(Expression, format: ValueFormat?)
  }

  /// One part of the rendered text.
  package enum Piece: Hashable, Sendable {
    /// The author's words.
    case literal(String)
    /// What a value says.
    case value(String)

    /// The text, whosever it is.
    package var text: String {
      switch self {
      case .literal(let text), .value(let text): text
      }
    }
  }

  /// The parts in order.
  package let parts: [Part]

  /// Reads a template; nil with errors noted at their places where it is broken.
  package init?(parsing source: SourceText, problems: Problems) {
    var reader = TemplateReader(source: source, problems: problems)
    guard let parts = reader.read() else { return nil }
    self.parts = parts
  }

  /// A template of plain words.
  package init(_ words: String) { parts = [.words(words)] }

  /// The text of a template without values; nil where it has some.
  package var plainWords: String? {
    let words = parts.compactMap { part in if case .words(let words) = part { words } else { nil } }
    return words.count == parts.count ? words.joined() : nil
  }

  /// Every expression of the template.
  package var expressions: [Expression] {
    parts.compactMap { part in
      if case .value(let expression, _) = part { expression } else { nil }
    }
  }

  /// The text with its values put in, pieces in order.
  package func render(_ evaluator: Evaluator, _ formatter: ValueFormatter) throws(Diagnostic)
    -> [Piece]
  {
    var pieces: [Piece] = []
    for part in parts {
      switch part {
      case .words(let words): pieces.append(.literal(words))
      case .value(let expression, let format):
        let value = try evaluator.value(of: expression)
        pieces.append(.value(formatter.text(value, format: format)))
      }
    }
    return pieces
  }

  /// The text with its values put in, as one string.
  package func text(with evaluator: Evaluator, formatter: ValueFormatter) throws(Diagnostic)
    -> String
  {
    try render(evaluator, formatter).map(\.text).joined()
  }
}

/// Finds the braces of a template.
private struct TemplateReader {
  let source: SourceText
  let problems: Problems
  let bytes: [UInt8]
  var at = 0
  var parts: [TextTemplate.Part] = []
  var words: [UInt8] = []

  init(source: SourceText, problems: Problems) {
    self.source = source
    self.problems = problems
    bytes = Array(source.text.utf8)
  }

  mutating func read() -> [TextTemplate.Part]? {
    var isSound = true
    while at < bytes.count {
      if isBraces(at, UInt8(ascii: "{")), isBraces(at + 2, UInt8(ascii: "{")) {
        words += [UInt8(ascii: "{"), UInt8(ascii: "{")]
        at += 4
      } else if isBraces(at, UInt8(ascii: "{")) {
        flush()
        isSound = readValue() && isSound
      } else {
        words.append(bytes[at])
        at += 1
      }
    }
    flush()
    return isSound ? parts : nil
  }

  private func isBraces(_ index: Int, _ brace: UInt8) -> Bool {
    index + 1 < bytes.count && bytes[index] == brace && bytes[index + 1] == brace
  }

  private mutating func flush() {
    guard !words.isEmpty else { return }
    parts.append(.words(String(decoding: words, as: UTF8.self)))
    words = []
  }

  /// Reads `{{ … }}`; a `}}` or `|` inside quotes belongs to the expression.
  private mutating func readValue() -> Bool {
    let start = at
    var bar: Int?
    var quote: UInt8?
    at += 2
    while at < bytes.count {
      let byte = bytes[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if bar == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if bar == nil, byte == UInt8(ascii: "|"), at + 1 < bytes.count,
        bytes[at + 1] == UInt8(ascii: "|")
      {
        at += 1
      } else if bar == nil, byte == UInt8(ascii: "|") {
        bar = at
      } else if isBraces(at, UInt8(ascii: "}")) {
        let end = at
        at += 2
        return add(expression: start + 2..<(bar ?? end), format: bar.map { $0 + 1..<end })
      }
      at += 1
    }
    problems.error(
      "'{{' is not closed", at: source.place(of: start..<start + 2),
      hints: ["add '}}' after the expression, or write '{{{{' for two braces"])
    return false
  }

  private mutating func add(expression range: Range<Int>, format: Range<Int>?) -> Bool {
    let trimmed = trim(range)
    guard !trimmed.isEmpty else {
      problems.error(
        "expected an expression between '{{' and '}}'",
        at: source.place(of: range.lowerBound - 2..<range.upperBound + 2))
      return false
    }
    let expression = Expression(parsing: source.slice(trimmed), problems: problems)
    var parsed: ValueFormat?
    if let format {
      let range = trim(format)
      let text = String(decoding: bytes[range], as: UTF8.self)
      parsed = ValueFormat(text)
      if parsed == nil {
        problems.error(
          "'\(text)' is no format", at: source.place(of: range),
          hints: ["use a d3 format such as ',.1f' or '.0%', or a date format such as '%d %b %Y'"])
        return false
      }
    }
    guard let expression else { return false }
    parts.append(.value(expression, format: parsed))
    return true
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    let blanks: Set<UInt8> = [32, 9, 10, 13]
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, blanks.contains(bytes[start]) { start += 1 }
    while end > start, blanks.contains(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}

extension TextTemplate {
  /// A template of the values of some columns with hyphens between, such as `{{ a }}-{{ b }}`.
  package init(joining names: [String]) {
    var parts: [Part] = []
    for name in names {
      let place = SourcePlace(file: "", line: 1, column: 1)
      if !parts.isEmpty { parts.append(.words("-")) }
      parts.append(.value(Expression(.name([name]), at: place), format: nil))
    }
    self.init(parts: parts)
  }

  private init(parts: [Part]) { self.parts = parts }
}
