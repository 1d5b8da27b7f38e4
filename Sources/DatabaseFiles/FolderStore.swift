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
    var tables: [String: NamedTable] = [:]
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

  /// Whether there is a Parquet file.
  func hasParquet() throws(DatabaseError) -> Bool {
    try folder.files().contains { $0.format == .parquet }
  }

  /// A table of a name in any capitals, read if it was not yet; nil where there is none.
  func table(named name: String) throws(DatabaseError) -> NamedTable? {
    try state.withLock { state throws(DatabaseError) in try find(name, &state) }
  }

  /// The tables that are known, with those of the given names where there are such.
  func tables(naming names: Set<String>) throws(DatabaseError) -> [NamedTable] {
    try state.withLock { state throws(DatabaseError) in
      for name in names.sorted() { _ = try find(name, &state) }
      return state.tables.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// Whether a table that is known wants DuckDB.
  var wantsDuckDB: Bool { state.withLock { $0.tables.values.contains(where: \.wantsDuckDB) } }

  /// The known tables that are read here, in SQLite's form.
  func image() throws(DatabaseError) -> SQLiteImage {
    try state.withLock { state throws(DatabaseError) in
      let missing = state.tables.keys.filter { !state.loaded.contains($0) }.sorted()
      if let image = state.image, missing.isEmpty { return image }
      let image = try load(missing.compactMap { state.tables[$0]?.rows }, after: state.image)
      state.image = image
      state.loaded.formUnion(missing)
      return image
    }
  }

  private func find(_ name: String, _ state: inout State) throws(DatabaseError) -> NamedTable? {
    let key = name.lowercased()
    if let known = state.tables[key] { return known }
    guard let file = try folder.file(named: name) else { return nil }
    if let reason = file.reason { throw FileFault(reason).told(of: file) }
    let table: NamedTable =
      file.format == .parquet
      ? .parquet(file, Fingerprint(path: file.path)) : .rows(try FileTable(file))
    state.tables[key] = table
    return table
  }

  private func load(
    _ tables: [FileTable], after image: SQLiteImage?
  ) throws(DatabaseError) -> SQLiteImage {
    let builder = try SQLiteImageBuilder(extending: image, tables.map(\.sqliteTable))
    for table in tables { try table.load(into: builder.writer(into: table.file.name)) }
    return builder.finish()
  }
}
