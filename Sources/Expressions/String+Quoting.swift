extension String {
  /// The text between quotes, with each such quote inside doubled.
  ///
  /// It goes by code points: a quote with a combining accent behind it is one character, but still
  /// ends what a database reads.
  package func quoted(with quote: Unicode.Scalar) -> String {
    var result = String.UnicodeScalarView([quote])
    for scalar in unicodeScalars {
      if scalar == quote { result.append(quote) }
      result.append(scalar)
    }
    result.append(quote)
    return String(result)
  }
}
