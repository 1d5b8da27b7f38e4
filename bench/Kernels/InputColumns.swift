import Glibc

/// The columns that the peers' script has written: raw little-endian doubles, a file a column.
struct InputColumns {
  let folder: String

  /// A column's first rows, or all.
  func column(_ name: String, rows: Int? = nil) throws -> [Double] {
    let path = "\(folder)/\(name).f64"
    guard let file = fopen(path, "rb") else { throw MissingColumn(path: path) }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = min(rows ?? .max, ftell(file) / MemoryLayout<Double>.size)
    rewind(file)
    return [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fread(buffer.baseAddress, MemoryLayout<Double>.size, count, file)
    }
  }

  /// The first `count` columns of a prefix.
  func block(_ prefix: String, _ count: Int, rows: Int? = nil) throws -> [[Double]] {
    try (0..<count).map { try column(prefix + ($0 < 10 ? "0\($0)" : "\($0)"), rows: rows) }
  }
}

struct MissingColumn: Error {
  let path: String
}
