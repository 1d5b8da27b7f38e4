import Database
import Glibc

/// A folder whose files are tables.
struct Folder: Hashable, Sendable {
  /// The URL as people gave it.
  let url: String
  let path: String

  init(_ url: DatabaseURL) throws(DatabaseError) {
    (self.url, path) = (url.redacted, url.path)
    if let reason = FileObstacle.toReading(folder: path) {
      throw .cannotConnect(url.redacted, reason: reason)
    }
  }

  /// The files that are tables, by name; hidden ones are left out.
  func files() throws(DatabaseError) -> [TableFile] {
    guard let stream = opendir(path) else {
      throw .cannotConnect(url, reason: String(cString: strerror(errno)))
    }
    defer { closedir(stream) }
    var files: [TableFile] = []
    while let entry = readdir(stream) {
      guard let name = Folder.name(entry), !name.hasPrefix("."),
        let file = TableFile(name, in: path)
      else { continue }
      files.append(file)
    }
    return files.sorted { ($0.name, $0.fileName) < ($1.name, $1.fileName) }
  }

  /// The name of an entry; nil where it is not UTF-8.
  private static func name(_ entry: UnsafeMutablePointer<dirent>) -> String? {
    withUnsafePointer(to: &entry.pointee.d_name) { name in
      name.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
  }

  /// The file of a table's name, as databases know it in any capitals; nil where there is none.
  func file(named name: String) throws(DatabaseError) -> TableFile? {
    let found = try files().filter { $0.name.lowercased() == name.lowercased() }
    guard found.count < 2 else {
      let names = found.map { "'\($0.fileName)'" }.joined(separator: " and ")
      throw .cannotConnect(
        url, reason: "table '\(name)' may be \(names); rename one, or move it elsewhere")
    }
    if let file = found.first { return file }
    if let packed = packed(name) {
      throw .badFile(
        packed, line: nil, column: nil,
        reason: "it is compressed; unpack it, such as with 'gunzip -k \(packed)'")
    }
    return nil
  }

  /// The name of a compressed file that would be the table.
  private func packed(_ name: String) -> String? {
    let endings = ["csv.gz", "tsv.gz", "jsonl.gz", "ndjson.gz"]
    return endings.map { "\(name).\($0)" }.first { access("\(path)/\($0)", F_OK) == 0 }
  }
}

extension TableFile {
  /// Why the file cannot even be tried; nil where it can.
  var reason: String? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      var link = stat()
      if errno == ENOENT, lstat(path, &link) == 0 {
        return "it is a link to a file that is not there"
      }
      return errno == ENOENT ? "there is no such file" : String(cString: strerror(errno))
    }
    if status.st_mode & S_IFMT == S_IFDIR { return "it is a folder" }
    if status.st_mode & S_IFMT != S_IFREG { return "it is not a file" }
    return access(path, R_OK) == 0 ? nil : "there is no permission to read it"
  }
}
