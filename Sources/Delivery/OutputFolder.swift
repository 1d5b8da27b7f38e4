import CFiles
import Glibc

/// The folder that results land in.
///
/// A report is written into a private folder beside its place and then put there in one step, so
/// that a reader sees the report of last night or of this one, whole, whenever the run is killed.
package struct OutputFolder: Sendable {
  /// The folder's path.
  package let path: String

  /// An output folder; made when the first report is published.
  package init(_ path: String) { self.path = path }

  /// Publishes a report's files under a name such as `cohorts/F-N`, replacing what was there.
  ///
  /// File names may hold one folder (`charts/a.png`).
  package func publish(_ files: [(name: String, bytes: [UInt8])], as name: String)
    throws(DeliveryError)
  {
    try Files.makeFolder(path)
    let draft = PrivateFolder.path(in: path)
    try Files.makeFolder(draft)
    let lock = FolderLock(draft)
    defer {
      Files.remove(draft)
      lock.release()
    }
    for file in files {
      let target = "\(draft)/report/\(file.name)"
      try Files.makeFolder(Files.folder(of: target))
      try Files.write(file.bytes, to: target)
    }
    try put("\(draft)/report", at: "\(path)/\(name)")
  }

  /// Writes one file beside the reports, such as the manifest, in one step.
  package func publish(_ bytes: [UInt8], asFile name: String) throws(DeliveryError) {
    try Files.makeFolder(path)
    try Files.replace("\(path)/\(name)", with: bytes)
  }

  /// Removes private folders that runs left behind which were killed.
  package func removeAbandoned() {
    for name in Files.names(in: path) where PrivateFolder.isName(name) {
      let folder = "\(path)/\(name)"
      let lock = FolderLock(folder)
      if lock.isHeld { Files.remove(folder) }
      lock.release()
    }
  }

  /// Moves a finished folder to its place; an older one there is exchanged and removed after.
  private func put(_ draft: String, at place: String) throws(DeliveryError) {
    try Files.makeFolder(Files.folder(of: place))
    if rename(draft, place) == 0 { return }
    guard errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR else {
      throw .writing(place)
    }
    if bs_exchange(draft, place) == 0 { return }
    // A file system without exchange: the old report steps aside first.
    guard errno == EINVAL || errno == ENOSYS else { throw .writing(place) }
    let aside = "\(draft).old"
    guard rename(place, aside) == 0 else { throw .writing(place) }
    guard rename(draft, place) == 0 else {
      let error = DeliveryError.writing(place)
      rename(aside, place)
      throw error
    }
  }
}

/// The private folders of runs: hidden, named by process.
private enum PrivateFolder {
  static let prefix = ".broadsheet-"

  static func path(in folder: String) -> String {
    var tag = [UInt8](repeating: 0, count: 8)
    getentropy(&tag, tag.count)
    let digits = tag.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    return "\(folder)/\(prefix)\(getpid())-\(digits)"
  }

  static func isName(_ name: String) -> Bool { name.hasPrefix(prefix) }
}

/// A lock on a private folder that ends with its process, however that ends.
private struct FolderLock {
  private let descriptor: Int32
  /// Whether the lock was free and is now ours.
  let isHeld: Bool

  init(_ folder: String) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    isHeld = descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  func release() {
    if descriptor >= 0 { close(descriptor) }
  }
}
