/// The server's sentence about a failed statement, out of what it sends: Apache Spark sends a whole
/// Java stack trace.
enum ServerMessage {
  /// The sentence that a person needs, such as `[CAST_INVALID_INPUT] The value 'x' …`.
  static func sentence(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "the server does not say why" }
    var rest = text[...]
    // 'java.package.OuterException: Error running query: [CLASS] java.package.Inner…Exception: [CLASS] …'
    while let thrown = rest.prefix(while: { !$0.isNewline }).firstRange(of: "Exception: "),
      rest[..<thrown.lowerBound].split(separator: " ").last?.contains(".") ?? false
    {
      rest = rest[thrown.upperBound...]
    }
    rest = rest.drop { $0.isWhitespace }
    let line = rest.prefix { !$0.isNewline }
    let end = line.firstRange(of: " SQLSTATE: ")?.lowerBound ?? line.endIndex
    let sentence = line[..<end].drop { $0.isWhitespace }
    return sentence.isEmpty ? String(text.prefix(300)) : String(sentence.prefix(1000))
  }
}
