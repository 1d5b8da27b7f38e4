import Glibc

/// A file that appears under its name only when it is whole.
struct FreshFile {
  private let path: String
  /// Where to write until then: beside the file, so that the rename stays on one disk.
  let draft: String

  init(_ path: String) {
    self.path = path
    draft = "\(path).\(getpid()).draft"
    unlink(draft)
  }

  /// Gives the draft its name.
  func publish() throws(DemoError) {
    // Journals of a database that had this name would be played into the new one.
    for suffix in ["-journal", "-wal", "-shm"] { unlink(path + suffix) }
    guard rename(draft, path) == 0 else {
      throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Removes the draft.
  func discard() { unlink(draft) }
}
