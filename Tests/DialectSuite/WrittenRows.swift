import Frame
import TestSupport
import Testing

extension DialectSuite {
  /// Expects the rows of a query as written: a line a row, `|` between cells, nothing for null.
  func expect(
    _ yaml: String, gives lines: [String], parameters: [String: Value] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async {
    do {
      let frame = try await rows(yaml, parameters: parameters)
      let found = (0..<frame.rowCount).map { row in frame.columns.map { $0[row] } }
      let wanted = lines.map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
      }
      let isRight =
        found.count == wanted.count
        && zip(found, wanted).allSatisfy { row, cells in
          row.count == cells.count && zip(row, cells).allSatisfy { isWritten($0, $1) }
        }
      let shown = found.map { $0.map(\.description).joined(separator: " | ") }
      #expect(
        isRight, "\(yaml)\ngives\n\(shown.joined(separator: "\n"))", sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(yaml)\n\(error)", sourceLocation: sourceLocation)
    }
  }
}

/// Whether a value is the one that is written: exact, doubles within rounding.
func isWritten(_ value: Value, _ text: String) -> Bool {
  switch value {
  case .double(let number):
    Double(text).map { isClose(number, $0, relative: 1e-14, absolute: 1e-15) } ?? false
  case .decimal: value.description.withoutZeros == text
  default: value.description.utf8.elementsEqual(text.utf8)
  }
}

extension String {
  /// A decimal's digits without zeros at the end.
  var withoutZeros: String {
    guard contains(".") else { return self }
    var digits = self[...]
    while digits.last == "0" { digits.removeLast() }
    return String(digits.hasSuffix(".") ? digits.dropLast() : digits)
  }

  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The text as a quoted scalar of YAML.
  var inYAML: String {
    let escapes: [Unicode.Scalar: String] = ["\\": "\\\\", "\"": "\\\"", "\n": "\\n"]
    return "\"" + unicodeScalars.map { escapes[$0] ?? String($0) }.joined() + "\""
  }
}
