import Foundation
package import Testing

/// Expected results kept as files in the folder `Golden` beside a test.
///
/// `UPDATE_GOLDEN=1` in the environment writes what was received in place of what was expected.
/// Otherwise a difference fails the test, and the new file lies beside the old as
/// `NAME.received.EXTENSION`.
package enum Golden {
  /// The largest golden picture, in bytes.
  package static let largestPicture = 20 * 1024

  /// Whether the environment asks to write what is received in place of what is expected.
  package static let isRenewing = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  /// Expects a text to equal the golden `Golden/NAME.txt` beside the test file.
  package static func check(
    _ text: String, named name: String, extension kind: String = "txt", file: String = #filePath,
    renewing: Bool = Golden.isRenewing, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let golden = GoldenFile(name: name, kind: kind, testFile: file, isRenewed: renewing)
    golden.check(Data(text.utf8), sourceLocation) { expected in
      difference(expected: String(decoding: expected, as: UTF8.self), received: text)
    }
  }

  /// Expects a small PNG to equal the golden `Golden/NAME.png` beside the test file, byte by byte.
  package static func check(
    png bytes: [UInt8], named name: String, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      bytes.count <= largestPicture, "golden picture '\(name)' is too large",
      sourceLocation: sourceLocation)
    let golden = GoldenFile(name: name, kind: "png", testFile: file, isRenewed: isRenewing)
    golden.check(Data(bytes), sourceLocation) { expected in
      "\(bytes.count) bytes, expected \(expected.count): look at both pictures"
    }
  }

  /// The first lines in which two texts differ, with two equal lines before them.
  static func difference(expected: String, received: String, most: Int = 8) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = received.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(same).reversed(), new.dropFirst(same).reversed())
      .prefix { $0 == $1 }.count
    var lines = ["first difference at line \(same + 1)"]
    lines += old[max(0, same - 2)..<same].map { "    \($0)" }
    for (sign, changed) in [
      ("-", old[same..<old.count - tail]), ("+", new[same..<new.count - tail]),
    ] {
      lines += changed.prefix(most).map { "  \(sign) \($0)" }
      if changed.count > most { lines.append("  \(sign) … \(changed.count - most) more lines") }
    }
    return lines.joined(separator: "\n")
  }
}

/// One golden on disk.
private struct GoldenFile {
  let expected: URL
  let received: URL
  let isRenewed: Bool

  init(name: String, kind: String, testFile: String, isRenewed: Bool) {
    self.isRenewed = isRenewed
    let folder = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden")
    expected = folder.appending(path: "\(name).\(kind)")
    received = folder.appending(path: "\(name).received.\(kind)")
  }

  func check(
    _ bytes: Data, _ sourceLocation: SourceLocation, difference: (_ expected: Data) -> String
  ) {
    let old = try? Data(contentsOf: expected)
    if old == bytes {
      try? FileManager.default.removeItem(at: received)
      return
    }
    write(bytes, to: isRenewed ? expected : received, sourceLocation)
    guard !isRenewed else { return }
    let told = old.map(difference) ?? "there is no such golden yet"
    Issue.record(
      """
      golden '\(expected.lastPathComponent)': \(told)
      received: \(received.path())
      UPDATE_GOLDEN=1 renews it
      """, sourceLocation: sourceLocation)
  }

  private func write(_ bytes: Data, to file: URL, _ sourceLocation: SourceLocation) {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    } catch {
      Issue.record(error, "cannot write \(file.path())", sourceLocation: sourceLocation)
    }
  }
}
