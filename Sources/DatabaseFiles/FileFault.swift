import Database

/// Why a file cannot be read as a table, and where in it.
struct FileFault: Error, Hashable {
  /// The place: an offset from the file's begin, whose line is counted when it is told.
  var offset: Int?
  /// Counts from 1, in characters; for formats where a line is one record.
  var column: Int?
  var reason: String
  /// Whether the task was cancelled, and nothing is wrong with the file.
  var isInterrupt = false

  init(at offset: Int? = nil, column: Int? = nil, _ reason: String) {
    self.offset = offset
    self.column = column
    self.reason = reason
  }

  static let interrupted: FileFault = {
    var fault = FileFault("interrupted")
    fault.isInterrupt = true
    return fault
  }()

  /// The fault of a file as people are told of it.
  func told(of file: TableFile) -> DatabaseError {
    if isInterrupt { return .interrupted }
    let line = offset.flatMap { LineCount.line(of: $0, in: file.path) }
    return .badFile(file.fileName, line: line, column: column, reason: reason)
  }
}
