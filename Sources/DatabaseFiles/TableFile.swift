import Database

/// A file of a folder that is a table.
struct TableFile: Hashable, Sendable {
  /// The kinds of files that are tables, by their endings.
  enum Format: Hashable, Sendable {
    case csv, tsv, jsonLines, parquet

    /// The format of a file's name; nil where it is no table.
    init?(ending: some StringProtocol) {
      switch ending.lowercased() {
      case "csv": self = .csv
      case "tsv": self = .tsv
      case "jsonl", "ndjson": self = .jsonLines
      case "parquet": self = .parquet
      default: return nil
      }
    }
  }

  /// The table's name: the file's without its ending.
  let name: String
  let fileName: String
  let path: String
  let format: Format

  /// A file of a folder; nil where it is no table.
  init?(_ fileName: String, in folder: String) {
    guard let point = fileName.lastIndex(of: "."), point > fileName.startIndex,
      let format = Format(ending: fileName[fileName.index(after: point)...])
    else { return nil }
    self.format = format
    self.fileName = fileName
    name = String(fileName[..<point])
    path = folder.hasSuffix("/") ? folder + fileName : "\(folder)/\(fileName)"
  }
}

/// Work on the records of a file, whatever its format.
protocol RecordWork {
  associatedtype Outcome
  mutating func run(_ reader: inout some RowReading) throws(FileFault) -> Outcome
}

extension TableFile {
  /// Reads the file with a reader of its format; not for Parquet.
  func read<Work: RecordWork>(
    _ window: FileWindow, _ work: inout Work
  ) throws(FileFault) -> Work.Outcome {
    switch format {
    case .csv, .tsv:
      var reader = try CSVReader(window, separator: format == .tsv ? .tab : nil)
      return try work.run(&reader)
    case .jsonLines:
      var reader = try JSONLinesReader(window)
      return try work.run(&reader)
    case .parquet: throw FileFault("a Parquet file is read by DuckDB")
    }
  }
}
