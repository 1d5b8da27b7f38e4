import Diagnostics

/// A file's text by lines, as Unicode scalars: YAML marks count those.
struct SourceFile {
  let name: String
  /// Each line's scalars, without its line end.
  let lines: [[Unicode.Scalar]]
  private let texts: [String]

  init(_ text: String, name: String) {
    self.name = name
    var lines: [[Unicode.Scalar]] = [[]]
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\n", afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = scalar == "\r"
      if scalar == "\n" || scalar == "\r" {
        lines.append([])
      } else {
        lines[lines.count - 1].append(scalar)
      }
    }
    self.lines = lines
    texts = lines.map { SourceFile.text($0[...]) }
  }

  /// The place of a line and a column in scalars, both from 1.
  func place(line: Int, column: Int) -> SourcePlace {
    let index = min(max(line, 1), lines.count) - 1
    let scalars = lines[index]
    let before = SourceFile.text(scalars.prefix(max(0, column - 1)))
    return SourcePlace(
      file: name, line: index + 1, column: before.count + 1, lineText: texts[index])
  }

  /// The place of a character's offset in the file.
  func place(characterOffset offset: Int) -> SourcePlace {
    var left = offset
    for (index, line) in lines.enumerated() {
      if left <= line.count { return place(line: index + 1, column: left + 1) }
      left -= line.count + 1
    }
    return place(line: lines.count, column: 1)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
