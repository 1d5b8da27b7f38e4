extension DataFrame {
  /// The rows as CSV with a head (RFC 4180): machine words, an empty field for null, an empty text
  /// in quotes, lines ended by CR LF.
  package var csv: String {
    var out = names.map(DataFrame.csvField).joined(separator: ",") + "\r\n"
    for row in 0..<rowCount {
      for (index, column) in columns.enumerated() {
        if index > 0 { out += "," }
        let value = column[row]
        if !value.isNull { out += DataFrame.csvField(value.description) }
      }
      out += "\r\n"
    }
    return out
  }

  private static func csvField(_ text: String) -> String {
    let isPlain = !text.isEmpty && !text.utf8.contains { [34, 44, 10, 13].contains($0) }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
