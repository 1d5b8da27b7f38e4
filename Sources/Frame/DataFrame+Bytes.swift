import Dates

extension DataFrame {
  /// The frame as bytes that are equal just where names, types, presence and values are: what a
  /// fingerprint is taken of.
  package var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    for (name, column) in zip(names, columns) {
      bytes += Array("\(name)\u{0}\(column.type.rawValue)\u{0}\(column.count)\u{0}".utf8)
      for row in 0..<column.count where !column.isPresent(row) {
        bytes += Array("\(row) ".utf8)
      }
      column.appendValues(to: &bytes)
    }
    return bytes
  }
}

extension Column {
  fileprivate func appendValues(to bytes: inout [UInt8]) {
    switch values {
    case .boolean(let values): bytes += values.map { $0 ? 1 : 0 }
    case .integer(let values): values.withUnsafeBytes { bytes += $0 }
    case .decimal(let values, let scale):
      bytes.append(UInt8(clamping: scale))
      values.withUnsafeBytes { bytes += $0 }
    case .double(let values): values.withUnsafeBytes { bytes += $0 }
    case .text(let values):
      for value in values {
        bytes += Array(value.utf8)
        bytes.append(0xff)
      }
    case .date(let values): values.withUnsafeBytes { bytes += $0 }
    case .timestamp(let values): values.withUnsafeBytes { bytes += $0 }
    }
  }
}
