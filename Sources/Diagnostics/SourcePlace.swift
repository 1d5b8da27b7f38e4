/// A place in a text that a person wrote: where an error is pointed at.
package struct SourcePlace: Hashable, Sendable {
  /// The file as the user named it.
  package let file: String
  /// The line, counted from 1.
  package let line: Int
  /// The column, counted in characters from 1.
  package let column: Int
  /// How many characters the caret underlines, at least 1.
  package let length: Int
  /// The text of the whole line, without its line end.
  package let lineText: String

  /// Makes a place from its parts.
  package init(file: String, line: Int, column: Int, length: Int = 1, lineText: String = "") {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
    self.lineText = lineText
  }
}
