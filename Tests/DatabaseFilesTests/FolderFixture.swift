import Database
import DatabaseFiles
import Foundation
import Frame
import SQL
import TestSupport
import Testing

/// A folder of files, which goes when the test is done.
final class FolderFixture {
  let folder: URL

  /// Writes files, by their names.
  init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  /// A connection with a cache of its own, or a given one.
  func connect(
    _ options: ConnectionOptions = ConnectionOptions(), cache: FolderCache = FolderCache()
  ) throws -> FilesConnection {
    try FilesConnection(DatabaseURL("files:///" + folder.path), options, cache: cache)
  }

  /// The frame of raw SQL.
  func fetch(_ sql: String) async throws -> DataFrame {
    try await connect().fetch(raw(sql), parameters: [:])
  }

  /// The reflected columns of a table, each in a line: name, declared type, whether it has nulls.
  func columns(_ table: String) async throws -> [String] {
    let record = try #require(try await connect().reflect(TableName([table])))
    return record.columns.map { "\($0.name): \($0.declaredType)\($0.isNullable ? ", nulls" : "")" }
  }

  /// What is told of a table that cannot be read.
  func fault(_ table: String) async throws -> String? {
    do {
      _ = try await connect().fetch(raw("SELECT * FROM \"\(table)\""), parameters: [:])
      return nil
    } catch let error as DatabaseError {
      return "\(error)"
    }
  }
}

/// A query as written, whose types nobody knows.
func raw(_ sql: String) -> CompiledQuery { CompiledQuery(sql: sql, bindings: [], columns: []) }

extension DataFrame {
  /// The rows as texts, `null` where there is none.
  var lines: [String] {
    (0..<rowCount).map { row in
      columns.map { $0.isPresent(row) ? "\($0[row])" : "null" }.joined(separator: "|")
    }
  }
}
