import Glibc

/// What keeps a database's file or folder from being read.
package enum FileObstacle {
  /// Why a file cannot even be tried, or nil where it can.
  package static func toReading(file path: String) -> String? {
    guard let mode = mode(of: path) else { return absence(of: path, as: "file") }
    if mode == S_IFDIR { return "it is a folder" }
    if mode != S_IFREG { return "it is not a file" }
    return access(path, R_OK) == 0 ? nil : "there is no permission to read it"
  }

  /// Why a folder of tables cannot be read, or nil where it can.
  package static func toReading(folder path: String) -> String? {
    guard let mode = mode(of: path) else { return absence(of: path, as: "folder") }
    guard mode == S_IFDIR else {
      return
        "it is a file; give the folder it is in: the table is then named as the file, without its ending"
    }
    return access(path, R_OK | X_OK) == 0 ? nil : "there is no permission to read it"
  }

  /// What a path leads to; nil where it leads nowhere.
  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private static func absence(of path: String, as kind: String) -> String {
    guard errno == ENOENT || errno == ENOTDIR else { return String(cString: strerror(errno)) }
    // Three slashes and a relative path, as in SQLAlchemy: the commonest slip.
    guard !path.hasPrefix("/"), mode(of: "/" + path) != nil else {
      return "there is no such \(kind)"
    }
    return "there is no such \(kind) here; the path from the root, '/\(path)', takes a fourth slash"
  }
}
