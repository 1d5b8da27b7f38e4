/// Finds the separator of a CSV file in its header line: of `,`, `;` and tab, which it has most of
/// outside quotes; a comma where it has none.
struct SeparatorSniffer {
  let separator: UInt8

  /// Looks at the first line that is not empty; takes nothing from the window.
  init(_ window: FileWindow) throws(FileFault) {
    while true {
      if let found = SeparatorSniffer.look(window) {
        separator = found
        return
      }
      try window.refill()
    }
  }

  /// The separator; nil where the header's end is not in the window yet.
  private static func look(_ window: FileWindow) -> UInt8? {
    var counts: [UInt8: Int] = [:]
    var (isQuoted, isEmpty) = (false, true)
    for index in window.start..<window.end {
      let byte = window.bytes[index]
      if byte == .quote { isQuoted.toggle() }
      if !isQuoted, byte == .newline || byte == .carriageReturn {
        if isEmpty { continue }
        return most(counts)
      }
      isEmpty = false
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    return window.isAtEnd ? most(counts) : nil
  }

  private static func most(_ counts: [UInt8: Int]) -> UInt8 {
    var best = UInt8.comma
    for other in [UInt8.semicolon, .tab] where counts[other, default: 0] > counts[best, default: 0]
    {
      best = other
    }
    return best
  }
}

extension FileWindow {
  /// Skips the mark that some programs put before UTF-8, and tells of UTF-16's.
  func skipMark() throws(FileFault) {
    while end - start < 3, !isAtEnd { try refill() }
    let rest = UnsafeBufferPointer(start: bytes + start, count: end - start)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
  }
}
