import Database
import DatabaseSQLite
import SQL
import Synchronization

/// The tables of a folder that were named so far.
///
/// A file is read twice: first for its columns' types, when its table is reflected; then for its
/// values, when a query needs them. It must not change between. What is loaded is one state that
/// all connections share.
final class FolderStore: Sendable {
  private let folder: Folder
  private let state = Mutex(State())

  private struct State {
    /// The tables by their names in small letters.
    var tables: [String: FileTable] = [:]
    /// The names of those that the image holds.
    var loaded: Set<String> = []
    var image: SQLiteImage?
  }

  init(_ folder: Folder) { self.folder = folder }

  /// The names of all tables.
  func tables() throws(DatabaseError) -> [TableName] {
    var names: [TableName] = []
    for file in try folder.files() where names.last?.parts != [file.name] {
      names.append(TableName([file.name]))
    }
    return names
  }

  /// A table of a name in any capitals, read if it was not yet; nil where there is none.
  func table(named name: String) throws(DatabaseError) -> FileTable? {
    try state.withLock { state throws(DatabaseError) in try find(name, &state) }
  }

  /// All tables that are known, and those of the given names where there are such.
  func image(naming names: Set<String>) throws(DatabaseError) -> SQLiteImage {
    try state.withLock { state throws(DatabaseError) in
      for name in names { _ = try find(name, &state) }
      let missing = state.tables.keys.filter { !state.loaded.contains($0) }.sorted()
      if let image = state.image, missing.isEmpty { return image }
      let image = try load(missing.compactMap { state.tables[$0] }, after: state.image)
      state.image = image
      state.loaded.formUnion(missing)
      return image
    }
  }

  private func find(_ name: String, _ state: inout State) throws(DatabaseError) -> FileTable? {
    if let known = state.tables[name.lowercased()] { return known }
    guard let file = try folder.file(named: name) else { return nil }
    let table = try FileTable(file)
    state.tables[name.lowercased()] = table
    return table
  }

  private func load(
    _ tables: [FileTable], after image: SQLiteImage?
  ) throws(DatabaseError) -> SQLiteImage {
    let builder = try SQLiteImageBuilder(extending: image, tables.map(\.sqliteTable))
    for table in tables { try table.load(into: SQLiteSink(builder.writer(into: table.file.name))) }
    return builder.finish()
  }
}
