/// DuckDB's messages in one line, and why a file cannot be opened.
enum DuckDBFailure {
  /// A message without the excerpt of the statement that DuckDB puts below it.
  static func reason(_ message: UnsafePointer<CChar>?) -> String {
    message.map { reason(String(cString: $0)) } ?? "DuckDB gives no reason"
  }

  /// A message without the excerpt of the statement that DuckDB puts below it.
  static func reason(_ message: String) -> String {
    let lines = message.split(separator: "\n").prefix {
      !$0.hasPrefix("LINE ") && !$0.hasPrefix("Stack Trace")
    }
    return lines.joined(separator: "; ")
  }

  /// Why a file cannot be opened, in words that say what to do, by DuckDB's own.
  static func reason(opening message: String, version: String) -> String {
    let told = reason(message)
    if message.contains("not a valid DuckDB database") {
      return "the file is not a DuckDB database"
    }
    if message.contains("sqlite") {
      return "the file is an SQLite database; its source is written 'sqlite:///…'"
    }
    if message.contains("Could not set lock") {
      return "another program has it open for writing: \(told)"
    }
    if message.contains("version number") || message.contains("newer version") {
      return "this is DuckDB \(version), which cannot read the file's version: \(told)"
    }
    let isDamaged = ["Corrupt", "checksum", "Could not read enough bytes", "Serialization"]
    return isDamaged.contains { message.contains($0) } ? "the database is damaged: \(told)" : told
  }
}
