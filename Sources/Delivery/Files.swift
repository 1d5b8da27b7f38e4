import Glibc

/// Files and folders by path, with typed errors.
package enum Files {
  /// The bytes of a file.
  package static func read(_ path: String) throws(DeliveryError) -> [UInt8] {
    guard let file = fopen(path, "rb") else {
      throw .cannotRead(path: path, reason: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      bytes += chunk[..<count]
      if count < chunk.count { break }
    }
    guard ferror(file) == 0 else {
      throw .cannotRead(path: path, reason: String(cString: strerror(errno)))
    }
    return bytes
  }

  /// Writes a new file or replaces one in place; see ``replace(_:with:)`` for a reader-safe way.
  package static func write(_ bytes: [UInt8], to path: String) throws(DeliveryError) {
    guard let file = fopen(path, "wb") else { throw .writing(path) }
    let count = fwrite(bytes, 1, bytes.count, file)
    let isClosed = fclose(file) == 0
    guard count == bytes.count, isClosed else { throw .writing(path) }
  }

  /// Replaces a file in one step: a reader sees the old bytes or the new.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(DeliveryError) {
    let draft = "\(path).\(getpid()).draft"
    try write(bytes, to: draft)
    guard rename(draft, path) == 0 else {
      let error = DeliveryError.writing(path)
      unlink(draft)
      throw error
    }
  }

  /// Makes a folder and those above it.
  package static func makeFolder(_ path: String) throws(DeliveryError) {
    if isFolder(path) { return }
    let parent = folder(of: path)
    if parent != path, !parent.isEmpty { try makeFolder(parent) }
    guard mkdir(path, 0o777) == 0 || (errno == EEXIST && isFolder(path)) else {
      throw .writing(path)
    }
  }

  /// Removes a file, or a folder with all in it; what is not there is no error.
  package static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }

  /// The names in a folder, sorted; empty where it cannot be read.
  package static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether there is a folder at a path.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is anything at a path.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The folder that a path lies in: `.` for a bare name.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
