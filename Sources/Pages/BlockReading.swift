package import Diagnostics

/// What the blocks of one report are read with: where errors go, and which ids are taken.
///
/// A class, because blocks inside blocks count with the whole report; it never leaves the task that
/// reads the spec.
package final class BlockReading {
  /// Where errors go.
  package let problems: Problems
  private var counts: [String: Int] = [:]
  private var taken: Set<String> = []
  private var depth = 0

  /// Begins with no id taken.
  package init(problems: Problems) { self.problems = problems }

  /// The id of the next block of a kind: the author's, or the kind and its place among that kind.
  func name(kind: String, given: SourceText?) -> String {
    let place = counts[kind, default: 0] + 1
    counts[kind] = place
    guard let given else {
      let id = "\(kind)-\(place)"
      taken.insert(id)
      return id
    }
    check(given)
    taken.insert(given.text)
    return given.text
  }

  /// Reads what is inside a block; deeper than any report needs is an error, not a crash.
  func nested<T>(at place: SourcePlace, _ read: () -> [T]) -> [T] {
    guard depth < 12 else {
      problems.error("blocks are nested more than 12 deep", at: place)
      return []
    }
    depth += 1
    defer { depth -= 1 }
    return read()
  }

  // An id becomes a file name and an anchor, so it keeps to letters that are safe in both.
  private func check(_ given: SourceText) {
    let id = given.text
    let isPlain = id.utf8.allSatisfy { byte in
      (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    if id.isEmpty || !isPlain || id.utf8.count > 80 {
      problems.error(
        "id '\(id)' must be 1 to 80 letters, digits, '-' or '_'", at: given.place,
        hints: ["it names files and links, such as 'risk-by-weight'"])
    } else if taken.contains(id) {
      problems.error(
        "id '\(id)' is taken by an earlier block", at: given.place,
        hints: ["give each block its own id"])
    }
  }
}
