import Diagnostics
import Yams

/// Finds where each character of a YAML scalar stands in the file, though quotes, escapes, folding
/// and indentation were undone.
///
/// Decoded and raw text are walked side by side; where they part, a new stretch begins.
struct ScalarPlaces {
  let source: SourceFile
  /// Where the raw scalar begins: line and column in scalars, both from 1.
  private var line: Int
  private var column: Int
  private var stretches: [SourceText.Stretch] = []

  init(source: SourceFile, line: Int, column: Int) {
    self.source = source
    self.line = line
    self.column = column
  }

  /// The decoded text with its places.
  consuming func text(_ decoded: String, style: Node.Scalar.Style) -> SourceText {
    switch style {
    case .literal, .folded: walkBlock(decoded)
    case .singleQuoted, .doubleQuoted:
      column += 1
      walkFlow(decoded, style: style)
    default: walkFlow(decoded, style: style)
    }
    return SourceText(decoded, stretches: stretches)
  }

  private var raw: Unicode.Scalar? {
    let scalars = source.lines[line - 1]
    return column <= scalars.count ? scalars[column - 1] : nil
  }

  private mutating func begin(at offset: Int) {
    stretches.append(.init(offset: offset, place: source.place(line: line, column: column)))
  }

  /// Goes to the first character of the next line that is not blank at its begin.
  private mutating func nextLine() {
    guard line < source.lines.count else { return }
    line += 1
    column = 1
    skipBlanks()
  }

  private mutating func skipBlanks() {
    while let scalar = raw, scalar == " " || scalar == "\t" { column += 1 }
  }

  private mutating func walkFlow(_ decoded: String, style: Node.Scalar.Style) {
    var offset = 0
    begin(at: 0)
    for scalar in decoded.unicodeScalars {
      let width = UTF8.width(scalar)
      defer { offset += width }
      if raw == scalar, !(style == .doubleQuoted && scalar == "\\"),
        !(style == .singleQuoted && scalar == "'")
      {
        column += 1
        continue
      }
      if style == .singleQuoted, raw == "'" {
        column += 2
      } else if style == .doubleQuoted, raw == "\\" {
        skipEscape()
      } else if scalar == " " || scalar == "\n" {
        skipFold()
      } else {
        // Trailing blanks of a folded line are not in the decoded text.
        skipFold()
        if raw == scalar {
          begin(at: offset)
          column += 1
        }
        continue
      }
      begin(at: offset + width)
    }
  }

  private mutating func skipFold() {
    skipBlanks()
    while raw == nil, line < source.lines.count { nextLine() }
  }

  private mutating func skipEscape() {
    column += 1
    let hexDigits: Int =
      switch raw {
      case "x": 2
      case "u": 4
      case "U": 8
      default: 0
      }
    if raw == nil { nextLine() } else { column += 1 + hexDigits }
  }

  private mutating func walkBlock(_ decoded: String) {
    let indent = blockIndent()
    line += 1
    var offset = 0
    var isLineStart = true
    for scalar in decoded.unicodeScalars {
      if isLineStart {
        while line < source.lines.count, source.lines[line - 1].allSatisfy({ $0 == " " }),
          scalar != "\n"
        {
          line += 1
        }
        guard line <= source.lines.count else { return }
        column = indent + 1
        begin(at: offset)
        isLineStart = false
      }
      if scalar == "\n" || (scalar == " " && raw == nil) {
        line += 1
        isLineStart = true
      } else {
        column += 1
      }
      offset += UTF8.width(scalar)
    }
    if stretches.isEmpty {
      line = min(line, source.lines.count)
      column = 1
      begin(at: 0)
    }
  }

  /// The blanks before the first line of a block that is not empty.
  private func blockIndent() -> Int {
    for scalars in source.lines.dropFirst(line) {
      let blanks = scalars.prefix { $0 == " " }.count
      if blanks < scalars.count { return blanks }
    }
    return 0
  }
}
